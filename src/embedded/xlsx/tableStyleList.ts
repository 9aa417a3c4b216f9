import { withAttributes } from "./sheetXml";
import type { StyleLists } from "./styleLists";
import type { TableStyles } from "./tableModel";
import { childrenOf, escapeXml, splice, type XmlElement } from "./xml";

const LIST = "tableStyles";
/** What stands at the beginning of the list: Excel's own styles for tables and pivot tables. */
const EMPTY = `<${LIST} count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"></${LIST}>`;

const isOn = (said: string | undefined): boolean => !["0", "false"].includes(said ?? "1");

/** The table styles that the file brings, and the one that new tables have. */
export class TableStyleList {
  private readonly lists: StyleLists;

  constructor(lists: StyleLists) {
    this.lists = lists;
  }

  /** Styles that are meant for pivot tables alone are no table styles. */
  private get styles(): readonly XmlElement[] {
    const { element } = this.lists.section(LIST);
    return childrenOf(element, "tableStyle").filter(({ attributes }) => isOn(attributes.get("table")));
  }

  get state(): TableStyles {
    const { element } = this.lists.section(LIST);
    return {
      names: this.styles.map(({ attributes }) => attributes.get("name") ?? ""),
      standard: element?.attributes.get("defaultTableStyle"),
    };
  }

  /** Adds a style: an empty one, or with the elements of another. */
  add(name: string, like?: string): void {
    const { text } = this.lists.section(LIST);
    const model = this.styles.find(({ attributes }) => attributes.get("name") === like);
    const named = (tag: string) => withAttributes(tag, { name: escapeXml(name), "xr9:uid": undefined });
    const style =
      model === undefined
        ? `<tableStyle name="${escapeXml(name)}" pivot="0" count="0"/>`
        : text.slice(model.start, model.end).replace(/^<[^>]*>/, named);
    const list = (text === "" ? EMPTY : text).replace(/^(<[^>]*?)\s*\/>$/, `$1></${LIST}>`);
    const at = list.lastIndexOf("</");
    this.put(splice(list, [at, at], style));
  }

  rename(name: string, newName: string): void {
    this.change(name, (xml) => xml.replace(/^<[^>]*>/, (tag) => withAttributes(tag, { name: escapeXml(newName) })));
    if (this.state.standard === name) this.setStandard(newName);
  }

  delete(name: string): void {
    this.change(name, () => "");
    if (this.state.standard === name) this.setStandard("TableStyleMedium2");
  }

  setStandard(name: string): void {
    const { text } = this.lists.section(LIST);
    this.put(
      (text === "" ? EMPTY : text).replace(/^<[^>]*>/, (tag) =>
        withAttributes(tag, { defaultTableStyle: escapeXml(name) }),
      ),
    );
  }

  private change(name: string, edit: (xml: string) => string): void {
    const { text } = this.lists.section(LIST);
    const style = this.styles.find(({ attributes }) => attributes.get("name") === name);
    if (style !== undefined) this.put(splice(text, [style.start, style.end], edit(text.slice(style.start, style.end))));
  }

  private put(text: string): void {
    const count = String((text.match(/<(?:\w+:)?tableStyle\s/g) ?? []).length);
    this.lists.setSection(
      LIST,
      text.replace(/^<[^>]*>/, (tag) => withAttributes(tag, { count })),
    );
  }
}
