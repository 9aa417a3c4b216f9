import { FileFaultError } from "../xlsx/fault";
import type { CustomXmlState } from "../xlsx/model";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { text } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** Runs an edit; text that is no XML is refused, as Excel does. */
function withXml<Value>(host: Host, edit: () => Value): Value {
  try {
    const value = edit();
    host.changed = true;
    return value;
  } catch (error) {
    if (error instanceof FileFaultError) throw new Refusal("InvalidArgument");
    throw error;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart */
export class CustomXmlPart extends ExcelObject {
  readonly className = "CustomXmlPart";
  private readonly state: CustomXmlState;

  constructor(host: Host, state: CustomXmlState) {
    super(host, state.id);
    this.state = state;
  }

  get id(): string {
    return this.state.id;
  }
  get namespaceUri(): string {
    return this.state.namespaceUri;
  }

  getXml(): string {
    const { customXml } = this.host.book;
    return customXml.find(({ id }) => id === this.state.id)?.xml ?? this.state.xml;
  }
  setXml(xml: unknown): void {
    withXml(this.host, () => {
      this.host.book.setCustomXml(this.state.id, text(xml));
    });
  }
  delete(): void {
    this.host.book.deleteCustomXml(this.state.id);
    this.host.changed = true;
  }
}

/** Parts by their ids. */
abstract class Parts extends ExcelCollection<CustomXmlPart> {
  protected readonly nameOf = (): undefined => undefined;

  protected of(isWanted: (state: CustomXmlState) => boolean): readonly CustomXmlPart[] {
    return this.host.book.customXml.filter(isWanted).map((state) => new CustomXmlPart(this.host, state));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartscopedcollection */
export class CustomXmlPartScopedCollection extends Parts {
  readonly className = "CustomXmlPartScopedCollection";
  private readonly namespace: string;

  /** The parts whose root element is of one namespace. */
  constructor(host: Host, namespace: string) {
    super(host);
    this.namespace = namespace;
  }

  get items(): readonly CustomXmlPart[] {
    return this.of(({ namespaceUri }) => namespaceUri === this.namespace);
  }

  getOnlyItem(): CustomXmlPart {
    const only = this.getOnlyItemOrNullObject();
    if (only === undefined) throw new Refusal("GeneralException");
    return only;
  }
  getOnlyItemOrNullObject(): CustomXmlPart | undefined {
    const [only, ...others] = this.items;
    return others.length > 0 ? undefined : only;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection */
export class CustomXmlPartCollection extends Parts {
  readonly className = "CustomXmlPartCollection";

  get items(): readonly CustomXmlPart[] {
    return this.of(() => true);
  }

  add(xml: unknown): CustomXmlPart {
    return withXml(this.host, () => new CustomXmlPart(this.host, this.host.book.addCustomXml(text(xml))));
  }
  getByNamespace(namespace: unknown): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.host, text(namespace));
  }
}
