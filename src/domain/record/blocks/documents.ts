import type { RecordFacts } from "../facts";
import { answer, derived, head, label, line, type Block, type FormCell, type PlaceOf } from "../form";
import { vocabulary } from "../vocabulary";

const forBusiness = [
  "银行流水",
  "应收应付",
  "进出货单",
  "水费单",
  "电费单",
  "煤气费单",
  "营业执照",
  "财务报表",
  "纳税证明",
];
const forPersons = ["银行流水", "收入证明", "水电费单"];
/** After a disbursement the papers that prove where the money went. practices A41 */
const ofPayments = ["支付凭证", "账户清单", "购销合同", "发票", "入库验收", "其他凭证"];

function papersOf({ subject, type }: RecordFacts): readonly string[] {
  if (type === "首次") return ofPayments;
  return subject === "个人消费" ? forPersons : forBusiness;
}

const COLUMNS = 3;

function document(name: string): readonly FormCell[] {
  return [
    label(name),
    answer(1, { choices: vocabulary.received }),
    answer(1),
    answer(1, { choices: vocabulary.original }),
  ];
}

/** Fewer than two who were asked may all be wrong together. practices A10, A12 */
const sources = (at: PlaceOf) => {
  const asked = `COUNTA(${["实控人", "财务", "员工", "周边", "第三人"].map(at).join(",")})`;
  return `IF(${asked}<2,"不足两方，请交叉核实",${asked}&" 方")`;
};

const heads = [head("资料"), head("已收"), head("期间"), head("原件")];

/** ⑥ Documents received, and whether those who were asked say the same; after a disbursement the evidence alone. */
export function documents(facts: RecordFacts): Block {
  const { type } = facts;
  const names = papersOf(facts);
  const rows = Array.from({ length: names.length / COLUMNS }, (_, row) =>
    names.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  const agrees = (who: string) => [label(who), answer(2, { key: who, choices: vocabulary.agreement })];
  return [
    line(...heads, ...heads, ...heads),
    ...rows.map((row) => line(...row.flatMap(document))),
    ...(type === "首次" ? [] : [line(...agrees("实控人"), ...agrees("财务"), ...agrees("员工"), ...agrees("周边"))]),
    line(
      ...[label("照片张数"), answer(2, { key: "photos", numberFormat: "0" })],
      ...[label("存放位置"), answer(2), ...agrees("第三人"), label("信息来源"), derived(2, sources, "General")],
    ),
  ];
}
