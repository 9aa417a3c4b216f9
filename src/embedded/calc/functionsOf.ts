import type { Ast } from "./ast";

/** The parts of a formula's node. */
function partsOf(ast: Ast): readonly Ast[] {
  if (ast.kind === "call") return ast.given;
  if (ast.kind === "unary") return [ast.of];
  if (ast.kind === "binary") return [ast.left, ast.right];
  return ast.kind === "array" ? ast.rows.flat() : [];
}

/** Names of all functions that a parsed formula calls. */
export function functionsOf(ast: Ast): readonly string[] {
  const inner = partsOf(ast).flatMap(functionsOf);
  return ast.kind === "call" ? [ast.name, ...inner] : inner;
}
