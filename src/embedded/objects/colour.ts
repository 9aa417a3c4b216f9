import { Refusal } from "./refusal";

/** The names of HTML colours that turn up in add-ins; Excel takes any of HTML's. */
const names: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  pink: "#FFC0CB",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  maroon: "#800000",
  navy: "#000080",
  olive: "#808000",
  teal: "#008080",
  aqua: "#00FFFF",
  fuchsia: "#FF00FF",
};

/** A colour given as `#RRGGBB`, `RRGGBB` or by name, as `#RRGGBB`; refuses anything else. */
export function colour(given: unknown): string {
  if (typeof given !== "string") throw new Refusal("InvalidArgument");
  const named = names[given.toLowerCase()];
  const digits = /^#?([0-9a-f]{6})$/i.exec(given)?.[1];
  if (named === undefined && digits === undefined) throw new Refusal("InvalidArgument");
  return named ?? `#${(digits ?? "").toUpperCase()}`;
}
