import { childOf, parseXml, type XmlElement } from "./xml";

/** The first 64 colours of the old palette that files still name by number. */
const indexed = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The order in which the theme's colours are numbered by cell formats. */
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
const office = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

/** The theme's twelve colours as six digits each. */
export function themeColours(xml: string | undefined): readonly string[] {
  if (xml === undefined) return office;
  const scheme = childOf(childOf(parseXml(xml, "theme1.xml"), "themeElements"), "clrScheme");
  return themeOrder.map((name, index) => {
    const colour = childOf(scheme, name)?.children[0];
    return colour?.attributes.get("lastClr") ?? colour?.attributes.get("val") ?? office[index] ?? "000000";
  });
}

/** A colour lightened (above 0) or darkened (below 0) as themes do: by its lightness, hue and saturation stay. */
export function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const most = Math.max(...channels);
  const least = Math.min(...channels);
  const lightness = (most + least) / 2;
  const after = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint;
  const spread = (light: number): number => 1 - Math.abs(2 * light - 1);
  const scale = spread(lightness) === 0 ? 0 : spread(after) / spread(lightness);
  const mixed = channels.map((channel) => Math.round(255 * (after + (channel - lightness) * scale)));
  return mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("");
}

/** "#RRGGBB" of a colour element, with its own tint or another one; undefined for automatic. */
export function colourOf(element: XmlElement | undefined, theme: readonly string[], tint?: number): string | undefined {
  if (element === undefined) return undefined;
  const { attributes } = element;
  const rgb = attributes.get("rgb");
  const listed = (name: string, colours: readonly string[]) =>
    attributes.has(name) ? colours[Number(attributes.get(name))] : undefined;
  const hex = rgb?.slice(-6) ?? listed("theme", theme) ?? listed("indexed", indexed);
  return hex === undefined ? undefined : `#${tinted(hex, tint ?? Number(attributes.get("tint") ?? 0)).toUpperCase()}`;
}
