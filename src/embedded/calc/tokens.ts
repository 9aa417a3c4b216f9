/** One word of a formula. */
export interface Token {
  readonly kind: "number" | "text" | "reference" | "call" | "word" | "error" | "sign";
  readonly text: string;
}

const axis = String.raw`(?:\[-?\d+\]|\d+)?`;
const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/uy],
  ["error", /#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/uy],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy],
  [
    "reference",
    new RegExp(
      String.raw`(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?:R${axis}C${axis}(?::R${axis}C${axis})?|C${axis}:C${axis}|R${axis}:R${axis})(?![\p{L}\p{N}_.(!\[])`,
      "uy",
    ),
  ],
  ["call", /[\p{L}_][\p{L}\p{N}_.]*\(/uy],
  ["word", /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy],
  ["sign", /<>|<=|>=|[-+*/^&=<>%(){},;]/uy],
];

/** The words of a formula without its "="; undefined where one is not understood. */
export function tokens(formula: string): readonly Token[] | undefined {
  const found: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    if (/\s/.test(formula[at] ?? "")) {
      at += 1;
      continue;
    }
    const token = tokenAt(formula, at);
    if (token === undefined) return undefined;
    found.push(token);
    at += token.text.length;
  }
  return found;
}

function tokenAt(formula: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match !== null) return { kind, text: match[0] };
  }
  return undefined;
}
