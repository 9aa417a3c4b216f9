import { levelName, levels, type Level } from "../risk/group";

/** A signal as records and the register write it, taken apart. */
export interface WrittenSignal {
  readonly level: Level;
  readonly clause: string;
  readonly text: string;
}

const SIGNAL = /^【([红橙黄蓝])】([A-Z]\w*(?:\.\w+)*) (.+)$/;
/** Between two signals that share a line. */
export const BETWEEN = "；";

/** The signals in a text, one or several with "；" between them; what is none is left out. */
export function parseSignal(written: string): readonly WrittenSignal[] {
  return written.split(BETWEEN).flatMap((part): WrittenSignal[] => {
    const [, name, clause, text] = SIGNAL.exec(part.trim()) ?? [];
    const level = levels.find((one) => levelName[one] === name);
    return level === undefined || clause === undefined || text === undefined ? [] : [{ level, clause, text }];
  });
}
