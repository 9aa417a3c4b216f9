/** Signatures of the three kinds of record that a zip archive is made of. */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;

/** Bytes of a record before its name. */
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;

/** How a part is packed. */
export const methods = { stored: 0, deflated: 8 } as const;
