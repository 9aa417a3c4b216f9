import type { DocumentProperty } from "../xlsx/documentProperties";
import { CustomPropertyCollection } from "./customProperty";
import { ExcelObject } from "./excelObject";
import { text, whole } from "./given";

/** https://learn.microsoft.com/javascript/api/excel/excel.documentproperties */
export class DocumentProperties extends ExcelObject {
  readonly className = "DocumentProperties";

  private read(property: DocumentProperty): string {
    return this.host.book.about.properties.read(property);
  }
  private write(property: Exclude<DocumentProperty, "created">, given: unknown): void {
    this.host.book.about.properties.write(property, text(given));
    this.host.changed = true;
  }

  get author(): string {
    return this.read("author");
  }
  set author(given: unknown) {
    this.write("author", given);
  }
  get title(): string {
    return this.read("title");
  }
  set title(given: unknown) {
    this.write("title", given);
  }
  get subject(): string {
    return this.read("subject");
  }
  set subject(given: unknown) {
    this.write("subject", given);
  }
  get keywords(): string {
    return this.read("keywords");
  }
  set keywords(given: unknown) {
    this.write("keywords", given);
  }
  get comments(): string {
    return this.read("comments");
  }
  set comments(given: unknown) {
    this.write("comments", given);
  }
  get category(): string {
    return this.read("category");
  }
  set category(given: unknown) {
    this.write("category", given);
  }
  get company(): string {
    return this.read("company");
  }
  set company(given: unknown) {
    this.write("company", given);
  }
  get manager(): string {
    return this.read("manager");
  }
  set manager(given: unknown) {
    this.write("manager", given);
  }
  get lastAuthor(): string {
    return this.read("lastAuthor");
  }
  /** 0 where the file counts no revisions. */
  get revisionNumber(): number {
    return Number(this.read("revision")) || 0;
  }
  set revisionNumber(given: unknown) {
    this.write("revision", String(whole(given)));
  }
  /** As text in the form of ISO 8601, of which the library makes a Date; null where the file does not say. */
  get creationDate(): string | null {
    const created = this.read("created");
    return created === "" ? null : created;
  }
  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.host);
  }
}
