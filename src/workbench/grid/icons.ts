import type { IconState } from "../../embedded/xlsx/ruleModel";
import * as shapes from "./shapes";

/** One icon of a set. */
interface Icon {
  readonly shape: shapes.Shape;
  readonly color: string;
}

const RED = "#D0393B";
const YELLOW = "#E6A817";
const GREEN = "#3A9B4B";
const BLACK = "#3B3B3B";
const GREY = "#8A8A8A";
const PINK = "#F0A6A0";
const BLUE = "#3F74B5";

const DOWN = 90;
const HALF_DOWN = 45;
const SIDE = 0;
const HALF_UP = -45;
const UP = -90;

const each = (color: string, all: readonly shapes.Shape[]): readonly Icon[] => all.map((shape) => ({ shape, color }));
const coloured = (colors: readonly string[], all: readonly shapes.Shape[]): readonly Icon[] =>
  all.map((shape, index) => ({ shape, color: colors[index] ?? BLACK }));
const times = <Value>(value: Value, count: number): readonly Value[] => Array.from({ length: count }, () => value);

const three = [RED, YELLOW, GREEN];
const arrows3 = [DOWN, SIDE, UP].map(shapes.arrow);
const arrows4 = [DOWN, HALF_DOWN, HALF_UP, UP].map(shapes.arrow);
const arrows5 = [DOWN, HALF_DOWN, SIDE, HALF_UP, UP].map(shapes.arrow);

/** The sets in the file's words, each from its lowest icon up. */
const sets: Readonly<Record<string, readonly Icon[]>> = {
  "3Arrows": coloured(three, arrows3),
  "3ArrowsGray": each(GREY, arrows3),
  "3Flags": coloured(three, times(shapes.flag, 3)),
  "3Signs": coloured(three, [shapes.diamond, shapes.triangle, shapes.circle]),
  "3Stars": each(YELLOW, [0, 0.5, 1].map(shapes.star)),
  "3Symbols": coloured(three, [shapes.crossInCircle, shapes.exclamationInCircle, shapes.checkInCircle]),
  "3Symbols2": coloured(three, [shapes.cross, shapes.exclamation, shapes.check]),
  "3TrafficLights1": coloured(three, times(shapes.circle, 3)),
  "3TrafficLights2": coloured(three, times(shapes.light, 3)),
  "3Triangles": coloured(three, [shapes.triangleDown, shapes.dash, shapes.triangle]),
  "4Arrows": coloured([RED, YELLOW, YELLOW, GREEN], arrows4),
  "4ArrowsGray": each(GREY, arrows4),
  "4Rating": each(BLUE, [1, 2, 3, 4].map(shapes.bars)),
  "4RedToBlack": coloured([BLACK, GREY, PINK, RED], times(shapes.circle, 4)),
  "4TrafficLights": coloured([BLACK, ...three], times(shapes.circle, 4)),
  "5Arrows": coloured([RED, YELLOW, YELLOW, YELLOW, GREEN], arrows5),
  "5ArrowsGray": each(GREY, arrows5),
  "5Boxes": each(BLUE, [0, 1, 2, 3, 4].map(shapes.boxes)),
  "5Quarters": each(BLACK, [0, 1, 2, 3, 4].map(shapes.quarters)),
  "5Rating": each(BLUE, [0, 1, 2, 3, 4].map(shapes.bars)),
};

/** Pixels of an icon, and left of it. */
const ICON_SIZE = 14;
const ICON_GAP = 3;
/** What an icon takes of its cell's width. */
export const ICON_ROOM = ICON_GAP + ICON_SIZE;

/** Draws an icon at the left of a cell, in the middle of its height; a set that is not known, such as that of no icon, draws none. */
export function drawIcon(ctx: CanvasRenderingContext2D, { set, index }: IconState, cell: DOMRectReadOnly): void {
  const icon = sets[set]?.[index];
  if (icon === undefined) return;
  ctx.save();
  ctx.translate(cell.x + ICON_GAP, cell.y + (cell.height - ICON_SIZE) / 2);
  ctx.scale(ICON_SIZE, ICON_SIZE);
  ctx.fillStyle = icon.color;
  icon.shape(ctx);
  ctx.restore();
}
