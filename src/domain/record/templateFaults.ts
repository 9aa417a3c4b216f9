import { cellAddress, type Extent } from "../ledger/cells";
import type { Template } from "./ownForm";
import { isKnown, isRepeating, namesOf } from "./template";

/** A placeholder that names nothing we know, with where it stands. */
export interface UnknownPlaceholder {
  /** A cell, or 页眉 or 页脚. */
  readonly address: string;
  readonly text: string;
}

/** The placeholders of a template that name nothing we know. */
export function unknownPlaceholders({ cells, page: { header, footer } }: Template): readonly UnknownPlaceholder[] {
  const texts = [
    ...cells.flatMap((values, row) =>
      values.map((content, column) => ({ address: cellAddress(row, column), content })),
    ),
    ...Object.values(header).map((content: string) => ({ address: "页眉", content })),
    ...Object.values(footer).map((content: string) => ({ address: "页脚", content })),
  ];
  return texts.flatMap(({ address, content }) =>
    namesOf(content)
      .filter((name) => !isKnown(name))
      .map((name) => ({ address, text: `{{${name}}}` })),
  );
}

/** Areas that merge a row which is repeated for each drawdown or signal with another row: they cannot be repeated with it. */
export function mergesCut({ cells, merges }: Template): readonly string[] {
  const isRepeated = (row: number) => (cells[row] ?? []).flatMap(namesOf).some(isRepeating);
  return merges
    .filter(({ rows }) => rows > 1)
    .filter(({ row, rows }) => Array.from({ length: rows }, (_, index) => row + index).some(isRepeated))
    .map(areaAddress);
}

function areaAddress({ row, column, rows, columns }: Extent): string {
  return [cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1)].join(":");
}
