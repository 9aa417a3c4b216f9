/** Bytes that are gathered before they are passed on. */
const BLOCK = 1 << 18;

const encoder = new TextEncoder();

/** Takes what was gathered; the bytes are only lent until it returns. */
export type Take = (bytes: Uint8Array) => void;

/** Writes into an output from its beginning to its end, the same each time it is asked. */
export type Write = (output: Output) => void;

/** Bytes gathered piece by piece and passed on block by block, so that a large part never stands in memory whole. */
export class Output {
  private readonly block = new Uint8Array(BLOCK);
  private readonly take: Take;
  private length = 0;

  constructor(take: Take) {
    this.take = take;
  }

  raw(piece: Uint8Array): void {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + BLOCK - this.length);
      this.block.set(part, this.length);
      this.length += part.length;
      at += part.length;
      if (this.length === BLOCK) this.flush();
    }
  }

  text(text: string): void {
    if (3 * text.length > BLOCK) {
      this.raw(encoder.encode(text));
      return;
    }
    if (this.length + 3 * text.length > BLOCK) this.flush();
    this.length += encoder.encodeInto(text, this.block.subarray(this.length)).written;
  }

  /** Passes on what is still gathered; call it at the end. */
  flush(): void {
    if (this.length > 0) this.take(this.block.subarray(0, this.length));
    this.length = 0;
  }
}
