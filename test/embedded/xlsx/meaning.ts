import { childrenOf, parseXml, textOf, type XmlElement } from "../../../src/embedded/xlsx/xml";
import { partsOf } from "../workbooks";

/** Says nothing that a program goes by: the breadth of a row, how many children follow. */
const hints: ReadonlySet<string> = new Set(["spans", "count", "uniqueCount"]);

/** Names are the same with and without quotes that the sheet's name does not need. */
const unquoted = (text: string) => text.replace(/'([\p{L}\p{N}_.]+)'!/gu, "$1!");

function meaningOf(xml: string, element: XmlElement): unknown {
  const attributes = [...element.attributes]
    .filter(([name]) => !hints.has(name) && !name.startsWith("xmlns"))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const inside =
    element.children.length > 0
      ? element.children.map((child) => meaningOf(xml, child))
      : unquoted(textOf(xml, element)).trim();
  return [element.name, attributes, inside];
}

/** What an XML part says, apart from prefixes, the order of attributes and hints; "" where there is none. */
function meaning(xml: string | undefined): string {
  return !xml?.includes("<") ? (xml ?? "") : JSON.stringify(meaningOf(xml, parseXml(xml, "part")));
}

/** Lists of formats may have grown at their ends; what stood in them stands where it stood. */
function hasGrown(before: string, after: string): boolean {
  const [one, other] = [parseXml(before, "before"), parseXml(after, "after")];
  return one.children.every((list) => {
    const [grown] = childrenOf(other, list.name);
    return list.children.every((child, index) => {
      const same = grown?.children[index];
      return (
        same !== undefined &&
        meaning(before.slice(child.start, child.end)) === meaning(after.slice(same.start, same.end))
      );
    });
  });
}

/** The entries of a package's list of parts or relationships, those of parts that Excel makes anew left out. */
function entries(xml: string | undefined): readonly string[] {
  const remade = /calcChain|styles/;
  const root = parseXml(xml ?? "<a/>", "list");
  return root.children
    .map((child) => (xml ?? "").slice(child.start, child.end))
    .filter((entry) => !remade.test(entry))
    .sort();
}

const isList = (name: string) => name === "[Content_Types].xml" || name.endsWith(".rels");

function isSame(name: string, before: string | undefined, after: string | undefined): boolean {
  if (before === after) return true;
  if (isList(name)) return entries(before).join() === entries(after).join();
  if (name === "xl/calcChain.xml") return after === undefined;
  if (name === "xl/styles.xml") return before === undefined || (after !== undefined && hasGrown(before, after));
  return before !== undefined && after !== undefined && meaning(before) === meaning(after);
}

/** The names of parts that two workbooks do not have in common, byte by byte. */
export function partsThatDiffer(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}

/** The names of parts that do not say the same in two workbooks. */
export function partsThatSayOtherwise(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return partsThatDiffer(before, after).filter((name) => !isSame(name, one.get(name), other.get(name)));
}
