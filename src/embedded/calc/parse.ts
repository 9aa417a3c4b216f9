import { refused, ok, type Result } from "../../domain/result";
import type { Ast, BinaryOperator } from "./ast";
import { referenceOf } from "./reference";
import { tokens, type Token } from "./tokens";

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

/** `IFERROR` for `_xlfn.IFERROR(`. */
function functionName(call: string): string {
  return call
    .slice(0, -1)
    .toUpperCase()
    .replace(/^_XLFN\./, "");
}

function wordOf(text: string): Ast {
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  return { kind: "name", name: text };
}

/** What words that stand for themselves mean. */
const leaves: Readonly<Record<Exclude<Token["kind"], "sign" | "call">, (text: string) => Ast>> = {
  number: (text) => ({ kind: "value", value: Number(text) }),
  text: (text) => ({ kind: "value", value: text.slice(1, -1).replaceAll('""', '"') }),
  error: (error) => ({ kind: "error", error }),
  reference: referenceOf,
  word: wordOf,
};

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
    if (token.kind === "sign") return this.bracketed(token.text);
    if (token.kind === "call") return { kind: "call", name: functionName(token.text), given: this.given() };
    return leaves[token.kind](token.text);
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
