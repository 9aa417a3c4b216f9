/** Excel takes no longer formula. https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST = 8192;

/** What stands for a value: text, a number, an error, a name, a reference in either notation, a column of a table. */
const atoms =
  /"(?:[^"]|"")*"|(?:\d+\.?\d*|\.\d+)E[+-]\d+|(?:'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|[\p{L}\p{N}_.\\$?!]|#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!))+/giu;

const term = "[-+@]*a[%#]*";
const terms = `${term}(?:(?:<>|<=|>=|[-+*/^&=<>:])${term})*`;
const list = `${terms}(?:,${terms})*`;
const given = `(?:${terms})?(?:,(?:${terms})?)*`;

/** An innermost call, group or array of constants. */
const innermost = new RegExp(String.raw`a\(${given}\)|(?<![a)])\(${list}\)|\{${terms}(?:[,;]${terms})*\}`, "g");
const whole = new RegExp(`^${list}$`);

/** Whether Excel would take a formula, without its "=", for one: nothing left open, an operand wherever one belongs. What its words mean does not count. */
export function isWellFormed(formula: string): boolean {
  if (formula.length >= LONGEST) return false;
  let left = formula
    .replace(atoms, "a")
    .trim()
    .replace(/\s*([^a\s])\s*/g, "$1");
  for (let before = ""; before !== left;) {
    before = left;
    left = left.replace(/a\s+(?=a)/g, "").replace(innermost, "a");
  }
  return whole.test(left);
}
