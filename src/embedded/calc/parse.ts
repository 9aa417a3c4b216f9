import { refused, ok, type Result } from "../../domain/result";
import type { Ast, Axis, BinaryOperator, CellReference } from "./ast";

interface Token {
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

function tokens(formula: string): readonly Token[] | undefined {
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

const strength: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

class SyntaxFault extends Error {}

function axisOf(text: string): Axis {
  const inBrackets = /^\[(-?\d+)\]$/.exec(text)?.[1];
  if (inBrackets !== undefined) return { isRelative: true, index: Number(inBrackets) };
  return text === "" ? { isRelative: true, index: 0 } : { isRelative: false, index: Number(text) - 1 };
}

const first: Axis = { isRelative: false, index: 0 };
const lastRow: Axis = { isRelative: false, index: 1_048_575 };
const lastColumn: Axis = { isRelative: false, index: 16_383 };

function cornerOf(text: string, isEnd: boolean): CellReference {
  const match = /^(?:R(\[-?\d+\]|\d+)?)?(?:C(\[-?\d+\]|\d+)?)?$/.exec(text);
  const row = text.startsWith("R") ? axisOf(match?.[1] ?? "") : isEnd ? lastRow : first;
  const column = text.includes("C") ? axisOf(match?.[2] ?? "") : isEnd ? lastColumn : first;
  return { row, column };
}

function referenceOf(text: string): Ast {
  const bang = text.lastIndexOf("!");
  const sheet =
    bang < 0
      ? undefined
      : text
          .slice(0, bang)
          .replace(/^'(.*)'$/, "$1")
          .replaceAll("''", "'");
  const [from = "", to = from] = text.slice(bang + 1).split(":");
  return { kind: "area", sheet, from: cornerOf(from, false), to: cornerOf(to, true) };
}

/** Operator precedence parsing over the tokens of one formula. */
class Parser {
  private at = 0;
  private readonly list: readonly Token[];

  constructor(list: readonly Token[]) {
    this.list = list;
  }

  whole(): Ast {
    const ast = this.expression(0);
    if (this.at < this.list.length) throw new SyntaxFault();
    return ast;
  }

  private get sign(): string {
    const token = this.list[this.at];
    return token?.kind === "sign" ? token.text : "";
  }

  private take(sign: string): void {
    if (this.sign !== sign) throw new SyntaxFault();
    this.at += 1;
  }

  private expression(least: number): Ast {
    let left = this.prefixed();
    for (;;) {
      const operator = this.sign;
      const binds = strength[operator];
      if (binds === undefined || binds <= least) return left;
      this.at += 1;
      left = { kind: "binary", operator: operator as BinaryOperator, left, right: this.expression(binds) };
    }
  }

  private prefixed(): Ast {
    const operator = this.sign;
    if (operator === "-" || operator === "+") {
      this.at += 1;
      return { kind: "unary", operator, of: this.prefixed() };
    }
    let ast = this.primary();
    while (this.sign === "%") {
      this.at += 1;
      ast = { kind: "unary", operator: "%", of: ast };
    }
    return ast;
  }

  private primary(): Ast {
    const token = this.list[this.at];
    if (token === undefined) throw new SyntaxFault();
    this.at += 1;
    switch (token.kind) {
      case "number":
        return { kind: "value", value: Number(token.text) };
      case "text":
        return { kind: "value", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "error":
        return { kind: "error", error: token.text };
      case "reference":
        return referenceOf(token.text);
      case "call":
        return {
          kind: "call",
          name: token.text
            .slice(0, -1)
            .toUpperCase()
            .replace(/^_XLFN\./, ""),
          given: this.given(),
        };
      case "word":
        return wordOf(token.text);
      case "sign":
        return this.bracketed(token.text);
    }
  }

  private given(): readonly Ast[] {
    const given: Ast[] = [];
    if (this.sign === ")") {
      this.at += 1;
      return given;
    }
    for (;;) {
      given.push(this.sign === "," || this.sign === ")" ? { kind: "missing" } : this.expression(0));
      if (this.sign === ")") break;
      this.take(",");
    }
    this.take(")");
    return given;
  }

  private bracketed(sign: string): Ast {
    if (sign === "(") {
      const inner = this.expression(0);
      this.take(")");
      return inner;
    }
    if (sign !== "{") throw new SyntaxFault();
    const rows: Ast[][] = [[]];
    while (this.sign !== "}") {
      rows.at(-1)?.push(this.expression(0));
      if (this.sign === ";") rows.push([]);
      if (this.sign !== "}") this.at += 1;
    }
    this.take("}");
    return { kind: "array", rows };
  }
}

function wordOf(text: string): Ast {
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  return { kind: "name", name: text };
}

/** Parses a formula in R1C1 notation, with or without "="; refused where this evaluator does not understand it. */
export function parseFormula(formula: string): Result<Ast, "syntax"> {
  const list = tokens(formula.replace(/^=/, ""));
  if (list === undefined) return refused("syntax");
  try {
    return ok(new Parser(list).whole());
  } catch (error) {
    if (error instanceof SyntaxFault) return refused("syntax");
    throw error;
  }
}

/** Names of all functions that a parsed formula calls. */
export function functionsOf(ast: Ast): readonly string[] {
  switch (ast.kind) {
    case "call":
      return [ast.name, ...ast.given.flatMap(functionsOf)];
    case "unary":
      return functionsOf(ast.of);
    case "binary":
      return [...functionsOf(ast.left), ...functionsOf(ast.right)];
    case "array":
      return ast.rows.flat().flatMap(functionsOf);
    case "value":
    case "error":
    case "missing":
    case "area":
    case "name":
      return [];
  }
}
