import { tokens, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore, type CSSProperties } from "react";
import type { RiskGroup } from "../domain/risk/group";

const fontFamilyBase = '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const themes: Record<"light" | "dark", Theme> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};

/** Fluent's theme with fonts that have Chinese. */
export function paneTheme(isDark: boolean): Theme {
  return isDark ? themes.dark : themes.light;
}

type Colours = Record<RiskGroup, { readonly fill: string; readonly text: string }>;

/** The fills of the ledger's cells, so that pane and ledger are one picture. */
const light: Colours = {
  A: { fill: "#E2F0D9", text: "#2F5220" },
  B: { fill: "#DDEBF7", text: "#1F4E79" },
  C: { fill: "#FFF2CC", text: "#7A5B00" },
  D: { fill: "#FCE0CC", text: "#8A3B00" },
  E: { fill: "#F8CFCF", text: "#9C0006" },
};

const dark: Colours = {
  A: { fill: tokens.colorPaletteGreenBackground2, text: tokens.colorPaletteGreenForeground2 },
  B: { fill: tokens.colorPaletteBlueBackground2, text: tokens.colorPaletteBlueForeground2 },
  C: { fill: tokens.colorPaletteMarigoldBackground2, text: tokens.colorPaletteMarigoldForeground2 },
  D: { fill: tokens.colorPaletteDarkOrangeBackground2, text: tokens.colorPaletteDarkOrangeForeground2 },
  E: { fill: tokens.colorPaletteRedBackground2, text: tokens.colorPaletteRedForeground2 },
};

/** The groups' colours as custom properties: `--fill-A`, `--text-A` and so on. */
export function groupColours(isDark: boolean): CSSProperties {
  const pairs = Object.entries(isDark ? dark : light).flatMap(([group, { fill, text }]) => [
    [`--fill-${group}`, fill],
    [`--text-${group}`, text],
  ]);
  return Object.fromEntries(pairs) as CSSProperties;
}

/** Whether a background such as "#292929" is dark; undefined where it is no colour. */
export function isDarkBackground(colour: string | undefined): boolean | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "");
  if (parts === null) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

const query = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(changed: () => void): () => void {
  const list = query();
  list.addEventListener("change", changed);
  return () => {
    list.removeEventListener("change", changed);
  };
}

/** Dark as Office is; where Office does not say, as the system prefers. */
export function useIsDark(officeBackground: string | undefined): boolean {
  const prefersDark = useSyncExternalStore(subscribe, () => query().matches);
  return isDarkBackground(officeBackground) ?? prefersDark;
}
