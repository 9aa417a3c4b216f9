import { strFromU8, unzipSync } from "fflate";
import { OWN_PREFIX } from "../domain/change/ownColumn";
import { RULE_MARKER } from "../domain/change/rules";
import { STATE_PREFIX } from "../domain/change/statePart";
import { SETTINGS_SHEET } from "../domain/settings/names";

const marks = [OWN_PREFIX, RULE_MARKER, STATE_PREFIX, SETTINGS_SHEET];

/** Parts of a workbook file in which something says that this program was there. */
export function marksIn(file: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(file)).flatMap(([name, bytes]) => {
    const text = strFromU8(bytes);
    return marks.some((mark) => text.includes(mark)) ? [name] : [];
  });
}
