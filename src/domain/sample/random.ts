/** Numbers that look random and are always the same for a seed. */
export interface Random {
  /** A whole number from `least` to `most`, inclusive. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <const Item>(items: readonly [Item, ...Item[]]) => Item;
  readonly chance: (share: number) => boolean;
}

/** A small generator (mulberry32): good enough to scatter sample data. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    chance: (share) => next() < share,
  };
}
