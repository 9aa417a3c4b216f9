import { ExcelCollection, ExcelObject } from "./excelObject";
import { text } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";

function set(host: Host, name: string, value: unknown): void {
  const json = JSON.stringify(value) as string | undefined;
  if (name === "" || json === undefined) throw new Refusal("InvalidArgument");
  host.book.about.settings.set({ name, json });
  host.changed = true;
  host.events.raiseOffice("settingsChanged");
}

/** https://learn.microsoft.com/javascript/api/excel/excel.setting */
export class Setting extends ExcelObject {
  readonly className = "Setting";
  private readonly name: string;

  constructor(host: Host, name: string) {
    super(host, name);
    this.name = name;
  }

  get key(): string {
    return this.name;
  }
  get value(): unknown {
    const found = this.host.book.about.settings.all.find(({ name }) => name === this.name);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return JSON.parse(found.json) as unknown;
  }
  set value(given: unknown) {
    set(this.host, this.name, given);
  }
  delete(): void {
    this.host.book.about.settings.delete(this.name);
    this.host.changed = true;
    this.host.events.raiseOffice("settingsChanged");
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export class SettingCollection extends ExcelCollection<Setting> {
  readonly className = "SettingCollection";
  protected readonly nameOf = (): undefined => undefined;

  get items(): readonly Setting[] {
    return this.host.book.about.settings.all.map(({ name }) => new Setting(this.host, name));
  }

  /** Keys of settings, unlike other names, are told apart by their case. */
  override getItemOrNullObject(key: unknown): Setting | undefined {
    return this.items.find((item) => item.key === key);
  }
  /** A setting of the key gets the new value. */
  add(key: unknown, value: unknown): Setting {
    set(this.host, text(key), value);
    return new Setting(this.host, text(key));
  }
}
