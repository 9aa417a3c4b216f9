import type { Look, SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { beforeText, moveName, nameText, nowText, reasonText } from "../history/changeWords";
import { moves, type Compared, type Comparison, type Migration, type Move } from "../history/compare";
import type { Extent } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { formatDay, serialIn } from "../loan/day";
import { loanClassName } from "../loan/loanClass";
import { inTenThousands, type Money } from "../loan/money";
import { answer, given, head, hint, label, line, section, tall, type FormLine } from "../record/form";
import { layOut } from "../record/layOut";
import { textHeight, textWidth } from "../record/textHeight";
import { riskGroupName } from "../risk/group";

/** What begins the name of a sheet that compares a ledger with an earlier run. */
export const CHANGES_PREFIX = "贷后变化_";

/** Customers that one sheet lists at most of each kind of change. */
const MOST_LISTED = 100;

const COUNT = "#,##0;-#,##0;–";

/** Chinese characters that stand in a line of a name, of a state and of a reason. */
const SIGNS = { name: 14, state: 9, reason: 18 };

const listed = ["worse", "new", "better", "gone"] as const satisfies readonly Move[];

function summary({ counts }: Comparison): FormLine {
  const all = moves.reduce((total, move) => total + counts[move], 0);
  return line(
    ...moves.flatMap((move) => [label(moveName[move]), given(counts[move], 1, { numberFormat: COUNT })]),
    ...[label("共(户)"), given(all, 1, { numberFormat: COUNT })],
  );
}

function matrix<State extends string>(
  { states, customers, balances }: Migration<State>,
  nameOf: Readonly<Record<State, string>>,
): readonly FormLine[] {
  const heads = (corner: string) => [head(corner), ...states.map((state) => head(nameOf[state]))];
  const row = (name: string, values: readonly number[]) => [
    label(name),
    ...values.map((value) => given(value, 1, { numberFormat: COUNT })),
  ];
  return [
    line(...heads("户数"), ...heads("余额(万元)")),
    ...states.map((state, at) => {
      const balance = (balances[at] ?? []).map((one) => Math.round(inTenThousands(one)));
      return line(...row(nameOf[state], customers[at] ?? []), ...row(nameOf[state], balance));
    }),
  ];
}

function balanceOf({ now, before }: Compared): Money | undefined {
  return now?.balance ?? before?.balance;
}

function customerLine(one: Compared): FormLine {
  const [name, before, now, reason] = [nameText(one), beforeText(one), nowText(one), reasonText(one)];
  const balance = balanceOf(one);
  const wide = [
    [name, SIGNS.name],
    [before, SIGNS.state],
    [now, SIGNS.state],
    [reason, SIGNS.reason],
  ] as const;
  const lines = Math.max(...wide.map(([text, aLine]) => Math.ceil(textWidth(text) / aLine)));
  return tall(
    6 + textHeight("", 1, lines),
    ...[given(name, 3), given(before, 2), given(now, 2)],
    given(balance === undefined ? "" : inTenThousands(balance), 1, { numberFormat: "#,##0.00" }),
    given(reason, 4),
  );
}

function customersOf(move: Move, { changed, counts }: Comparison): readonly FormLine[] {
  const all = changed.filter((one) => one.move === move);
  const left = all.length - MOST_LISTED;
  if (all.length === 0) return [];
  return [
    section(`${moveName[move]} ${String(counts[move])} 户${move === "worse" ? "，变动大的在前" : ""}`),
    line(head("客户", 3), head("上次", 2), head("本次", 2), head("余额(万元)"), head("原因", 4)),
    ...all.slice(0, MOST_LISTED).map(customerLine),
    ...(left > 0 ? [line(given(`另有 ${String(left)} 户没有列出`, 12))] : []),
  ];
}

/** The lines of one ledger, and where its matrices stand among them. */
function linesOf(comparison: Comparison): readonly FormLine[] {
  const { sheet, since, asOf, groups, classes } = comparison;
  return [
    section(`“${sheet}”：${formatDay(asOf)} 与 ${formatDay(since)} 相比`),
    summary(comparison),
    section(GROUPS),
    ...matrix(groups, riskGroupName),
    section(CLASSES),
    ...matrix(classes, loanClassName),
    hint("迁徙表：行是上次，列是本次；只计两次都在台账中的客户，余额是本次的。斜线右上为变差，左下为好转。"),
    ...listed.flatMap((move) => customersOf(move, comparison)),
  ];
}

const GROUPS = "风险组别迁徙";
const CLASSES = "五级分类迁徙";
const STATES = 5;

const NUMBERS: Look = { align: "right" };
const STAYED: Look = { fill: "#EEF1F4" };
const WORSE: Look = { fill: "#FBE3D6", bold: true };
const BETTER: Look = { fill: "#E2F0D9" };

function lookAt(row: number, column: number, value: unknown): Look | undefined {
  if (row === column) return STAYED;
  if (value === 0) return undefined;
  return column > row ? WORSE : BETTER;
}

/** How a matrix looks whose top left cell is given: its cells coloured by whether they stand for worse or better. */
function matrixLooks({ cells }: SheetDraft, top: number, left: number): SheetDraft["looks"] {
  const steps = Array.from({ length: STATES }, (_, index) => index);
  const colours = steps.flatMap((row) =>
    steps.flatMap((column) => {
      const at: Extent = { row: top + row, column: left + column, rows: 1, columns: 1 };
      const look = lookAt(row, column, cells[at.row]?.[at.column]);
      return look === undefined ? [] : [{ at, look }];
    }),
  );
  return [{ at: { row: top, column: left, rows: STATES, columns: STATES }, look: NUMBERS }, ...colours];
}

/** Where the balances of customers stand. */
const BALANCE_COLUMN = 7;

/** Numbers to the right and the matrices in their colours. */
function looksOf(draft: SheetDraft): SheetDraft["looks"] {
  return draft.cells.flatMap((cells, row) => {
    const isMatrix = cells[0] === GROUPS || cells[0] === CLASSES;
    if (isMatrix) return [1, 2 + STATES].flatMap((left) => matrixLooks(draft, row + 2, left));
    const isCustomer = typeof cells[BALANCE_COLUMN] === "number" && cells[1] === "";
    return isCustomer ? [{ at: { row, column: BALANCE_COLUMN, rows: 1, columns: 1 }, look: NUMBERS }] : [];
  });
}

/** What changed in the ledgers since an earlier run as a sheet that prints on A4: counts, how groups and classes migrated by customers and by balance, and who moved and why. */
export function changeReport(
  comparisons: readonly [Comparison, ...Comparison[]],
  dateSystem: DateSystem,
  name: string,
): SheetDraft {
  const [{ asOf }] = comparisons;
  const title: FormLine = {
    height: 26,
    cells: [
      { kind: "title", span: 9, content: "贷后变化" },
      { kind: "number", span: 3, content: serialIn(dateSystem, asOf), numberFormat: '"基准日 "yyyy-mm-dd' },
    ],
  };
  const signing = tall(26, label("编制"), answer(5), label("复核"), answer(5));
  const draft = layOut([title, ...comparisons.flatMap(linesOf), signing], {
    name,
    page: numberedPage({ left: "贷后变化", right: `基准日 ${formatDay(asOf)}` }),
  });
  return { ...draft, looks: [...draft.looks, ...looksOf(draft)] };
}
