import { AddInSettings } from "./addInSettings";
import type { Archive } from "./archive";
import { DocumentProperties } from "./documentProperties";
import { OwnProperties } from "./ownProperties";

/** What a file says of itself, apart from its sheets. */
export class About {
  readonly properties: DocumentProperties;
  readonly own: OwnProperties;
  readonly settings: AddInSettings;

  constructor(archive: Archive) {
    this.properties = new DocumentProperties(archive);
    this.own = new OwnProperties(archive);
    this.settings = new AddInSettings(archive);
  }
}
