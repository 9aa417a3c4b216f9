import { noLook, type RuleLook } from "./ruleModel";
import type { CellStyles } from "./cellStyles";
import type { Styles } from "./styles";
import type { TableStyles } from "./tableModel";

/** What of a file's formats is found by number or name, apart from those of cells. */
export class Looks {
  private readonly styles: Styles;

  constructor(styles: Styles) {
    this.styles = styles;
  }

  /** The look of a rule or a filter, by its number in the file's list. */
  at(number: number | undefined): RuleLook {
    return this.styles.lookOfRule(number);
  }

  /** The number of a look; it is added to the list where it is new. */
  number(look: Partial<RuleLook>): number {
    return this.styles.ruleLook({ ...noLook, ...look }, { changed: Object.keys(look), base: undefined });
  }

  get cellStyles(): CellStyles {
    return this.styles.cellStyles;
  }

  get tableStyles(): TableStyles {
    return this.styles.tableStyles.state;
  }

  /** A style that says nothing yet, or what another one of the file says. */
  addTableStyle(name: string, like?: string): void {
    this.styles.tableStyles.add(name, like);
  }

  renameTableStyle(name: string, newName: string): void {
    this.styles.tableStyles.rename(name, newName);
  }

  deleteTableStyle(name: string): void {
    this.styles.tableStyles.delete(name);
  }

  setStandardTableStyle(name: string): void {
    this.styles.tableStyles.setStandard(name);
  }
}
