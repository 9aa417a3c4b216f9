import type { BarShown } from "../../embedded/calc/ruleScales";

/** Pixels that a bar keeps from the edges of its cell. */
const MARGIN = 2;
const WHITE = "#FFFFFF";

function paint(ctx: CanvasRenderingContext2D, { color, gradient, isBackward }: BarShown, bar: DOMRectReadOnly): void {
  if (!gradient) ctx.fillStyle = color;
  else {
    const [begin, end] = isBackward ? [bar.right, bar.left] : [bar.left, bar.right];
    const fading = ctx.createLinearGradient(begin, 0, end, 0);
    fading.addColorStop(0, color);
    fading.addColorStop(1, WHITE);
    ctx.fillStyle = fading;
  }
  ctx.fillRect(bar.x, bar.y, bar.width, bar.height);
}

function axisLine(ctx: CanvasRenderingContext2D, x: number, cell: DOMRectReadOnly): void {
  ctx.beginPath();
  ctx.setLineDash([2, 2]);
  ctx.moveTo(x, cell.top);
  ctx.lineTo(x, cell.bottom);
  ctx.stroke();
}

/** Draws a data bar in its cell, with its border and the line between negative and positive. */
export function drawBar(ctx: CanvasRenderingContext2D, shown: BarShown, cell: DOMRectReadOnly): void {
  const left = cell.x + MARGIN;
  const width = cell.width - 2 * MARGIN;
  const bar = new DOMRectReadOnly(
    left + shown.from * width,
    cell.y + MARGIN,
    shown.length * width,
    cell.height - 2 * MARGIN,
  );
  ctx.save();
  ctx.lineWidth = 1;
  if (bar.width > 0) paint(ctx, shown, bar);
  if (shown.border !== undefined && bar.width > 0) {
    ctx.strokeStyle = shown.border;
    ctx.strokeRect(bar.x + 0.5, bar.y + 0.5, Math.max(0, bar.width - 1), bar.height - 1);
  }
  if (shown.axis !== undefined) {
    ctx.strokeStyle = shown.axis.color;
    axisLine(ctx, Math.round(left + shown.axis.at * width) + 0.5, cell);
  }
  ctx.restore();
}
