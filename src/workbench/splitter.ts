const NARROWEST = 320;
const WIDEST_SHARE = 0.6;
const STEP = 20;

/** Lets the reader drag the line left of the pane, or move it with the arrow keys. */
export function splitter(line: HTMLElement, pane: HTMLElement): void {
  const widen = (width: number): void => {
    const widest = Math.max(NARROWEST, window.innerWidth * WIDEST_SHARE);
    const taken = Math.round(Math.min(widest, Math.max(NARROWEST, width)));
    pane.style.width = `${String(taken)}px`;
    line.setAttribute("aria-valuenow", String(taken));
  };
  line.addEventListener("pointerdown", (event) => {
    line.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  line.addEventListener("pointermove", (event) => {
    if (line.hasPointerCapture(event.pointerId)) widen(pane.getBoundingClientRect().right - event.clientX);
  });
  line.addEventListener("keydown", ({ key }) => {
    const { width } = pane.getBoundingClientRect();
    if (key === "ArrowLeft") widen(width + STEP);
    if (key === "ArrowRight") widen(width - STEP);
  });
}
