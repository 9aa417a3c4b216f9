/** Draws in a square of one unit, from its left and upper edge; the fill colour is set. */
export type Shape = (ctx: CanvasRenderingContext2D) => void;

type Point = readonly [x: number, y: number];

const WHITE = "#FFFFFF";
const RIM = "#404040";
const PALE = "#D0D0D0";
const FULL_TURN = 2 * Math.PI;
const TOP = -Math.PI / 2;

function trace(ctx: CanvasRenderingContext2D, points: readonly Point[]): void {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
}

const polygon =
  (...points: readonly Point[]): Shape =>
  (ctx) => {
    trace(ctx, points);
    ctx.closePath();
    ctx.fill();
  };

/** A line as thick as a stroke of the pen, in the colour of the fill or in another one. */
const line =
  (points: readonly Point[], color?: string): Shape =>
  (ctx) => {
    trace(ctx, points);
    ctx.lineWidth = 0.14;
    ctx.strokeStyle = color ?? ctx.fillStyle;
    ctx.stroke();
  };

const together =
  (...shapes: readonly Shape[]): Shape =>
  (ctx) => {
    for (const shape of shapes) shape(ctx);
  };

const dot =
  (radius: number, color?: string): Shape =>
  (ctx) => {
    ctx.beginPath();
    ctx.arc(0.5, 0.5, radius, 0, FULL_TURN);
    ctx.fillStyle = color ?? ctx.fillStyle;
    ctx.fill();
  };

export const circle = dot(0.46);
/** A light in a dark case. */
export const light: Shape = (ctx) => {
  const color = ctx.fillStyle;
  ctx.fillStyle = RIM;
  ctx.fillRect(0.02, 0.02, 0.96, 0.96);
  ctx.fillStyle = color;
  dot(0.38)(ctx);
};
export const diamond = polygon([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]);
export const triangle = polygon([0.5, 0.12], [1, 0.9], [0, 0.9]);
export const triangleDown = polygon([0, 0.2], [1, 0.2], [0.5, 0.85]);
export const dash = polygon([0, 0.4], [1, 0.4], [1, 0.62], [0, 0.62]);
export const flag = together(
  polygon([0.2, 0.06], [0.95, 0.32], [0.2, 0.58]),
  line(
    [
      [0.16, 0.04],
      [0.16, 1],
    ],
    RIM,
  ),
);

const arrowRight = polygon([0, 0.34], [0.5, 0.34], [0.5, 0.08], [1, 0.5], [0.5, 0.92], [0.5, 0.66], [0, 0.66]);

/** An arrow so many degrees down from right. */
export const arrow =
  (degrees: number): Shape =>
  (ctx) => {
    ctx.translate(0.5, 0.5);
    ctx.rotate((degrees * Math.PI) / 180);
    ctx.translate(-0.5, -0.5);
    arrowRight(ctx);
  };

const crossOf = (color?: string) =>
  together(
    line(
      [
        [0.26, 0.26],
        [0.74, 0.74],
      ],
      color,
    ),
    line(
      [
        [0.74, 0.26],
        [0.26, 0.74],
      ],
      color,
    ),
  );
const checkOf = (color?: string) =>
  line(
    [
      [0.22, 0.52],
      [0.43, 0.74],
      [0.78, 0.28],
    ],
    color,
  );
const exclamationOf = (color?: string) =>
  together(
    line(
      [
        [0.5, 0.18],
        [0.5, 0.6],
      ],
      color,
    ),
    line(
      [
        [0.5, 0.7],
        [0.5, 0.84],
      ],
      color,
    ),
  );

export const cross = crossOf();
export const check = checkOf();
export const exclamation = exclamationOf();
export const crossInCircle = together(circle, crossOf(WHITE));
export const checkInCircle = together(circle, checkOf(WHITE));
export const exclamationInCircle = together(circle, exclamationOf(WHITE));

/** Of four bars, each higher than the one before, so many are coloured. */
export const bars =
  (count: number): Shape =>
  (ctx) => {
    const color = ctx.fillStyle;
    for (let bar = 0; bar < 4; bar++) {
      ctx.fillStyle = bar < count ? color : PALE;
      const height = 0.25 + bar * 0.23;
      ctx.fillRect(bar * 0.26, 0.97 - height, 0.2, height);
    }
  };

/** Of four fields, so many are coloured, from the lower left one on. */
export const boxes =
  (count: number): Shape =>
  (ctx) => {
    const color = ctx.fillStyle;
    const places = [
      [0, 0.52],
      [0.52, 0.52],
      [0, 0],
      [0.52, 0],
    ] as const;
    for (const [index, [x, y]] of places.entries()) {
      ctx.fillStyle = index < count ? color : PALE;
      ctx.fillRect(x, y, 0.46, 0.46);
    }
  };

/** A disc with so many quarters filled, clockwise from the top. */
export const quarters =
  (count: number): Shape =>
  (ctx) => {
    const color = ctx.fillStyle;
    dot(0.44, WHITE)(ctx);
    ctx.lineWidth = 0.08;
    ctx.strokeStyle = color;
    ctx.stroke();
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(0.5, 0.5);
    ctx.arc(0.5, 0.5, 0.44, TOP, TOP + (count * FULL_TURN) / 4);
    ctx.fill();
  };

const starPoints: readonly Point[] = Array.from({ length: 10 }, (_, corner) => {
  const radius = corner % 2 === 0 ? 0.5 : 0.21;
  const angle = TOP + (corner * FULL_TURN) / 10;
  return [0.5 + radius * Math.cos(angle), 0.52 + radius * Math.sin(angle)];
});

/** A star of which so much is filled from the left, 0 to 1. */
export const star =
  (share: number): Shape =>
  (ctx) => {
    const color = ctx.fillStyle;
    ctx.fillStyle = WHITE;
    polygon(...starPoints)(ctx);
    ctx.lineWidth = 0.06;
    ctx.strokeStyle = color;
    ctx.stroke();
    ctx.clip();
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, share, 1);
  };
