import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState, type ReactElement } from "react";
import { formatDay, type Day } from "../../domain/loan/day";
import { recordTypeFor, recordTypes, type RecordType } from "../../domain/record/variant";
import { levelName, riskGroupName } from "../../domain/risk/group";
import type { CustomerRow } from "../view/customerRows";
import { label } from "../words";

const useStyles = makeStyles({
  root: {
    margin: "6px 12px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    maxHeight: "40vh",
    overflowY: "auto",
  },
  head: { display: "flex", alignItems: "flex-start", gap: "4px" },
  name: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: "anywhere" },
  facts: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "8px", margin: "4px 0" },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  maker: { display: "flex", flexWrap: "wrap", gap: "6px", margin: "4px 0" },
  signals: { margin: "6px 0 0", padding: "0 0 0 16px" },
});

const known = (day: Day | undefined): string => (day === undefined ? "台账未记录" : formatDay(day));

/** Everything that is known of the one customer a reader asked for. */
export function CustomerDetail({
  row,
  close,
  record,
  card,
}: {
  readonly row: CustomerRow;
  readonly close: () => void;
  readonly record: (type: RecordType) => void;
  readonly card: () => void;
}): ReactElement {
  const styles = useStyles();
  const { clocks, signals, customer, deferral, machineGroup } = row.judgement;
  const facts = [
    ["上次联系", known(clocks.lastContact)],
    ["上次上门", known(clocks.lastOnSite)],
    ["间隔", `联系 ${String(clocks.contactMonths)} 个月，上门 ${String(clocks.onSiteMonths)} 个月`],
    ["借据", `${String(customer.drawdowns.length)} 笔`],
    ["客户经理", row.managers.join("、") || "台账未记录"],
    ...(machineGroup === undefined
      ? []
      : [["组别", `人工 ${riskGroupName[row.group]}，系统 ${riskGroupName[machineGroup]}`]]),
    ...(deferral === undefined ? [] : [["暂缓回访", `至 ${formatDay(deferral.until)}：${deferral.reason}`]]),
  ];
  return (
    <section className={styles.root} aria-label={row.name}>
      <div className={styles.head}>
        <h2 className={styles.name}>{row.name}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="不再只看该客户"
          onClick={close}
        />
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <SheetMaker key={row.key} due={recordTypeFor(row.duty)} record={record} card={card} />
      {signals.length > 0 && (
        <ul className={styles.signals} aria-label="信号">
          {signals.map(({ clause, text, level, row: at }) => (
            <li key={`${clause} ${String(at)} ${text}`}>{`【${levelName[level]}】${clause} ${text}`}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Makes the record that is due or one of another type, or the customer's sheet of information. */
function SheetMaker({
  due,
  record,
  card,
}: {
  readonly due: RecordType;
  readonly record: (type: RecordType) => void;
  readonly card: () => void;
}): ReactElement {
  const styles = useStyles();
  const [type, setType] = useState(due);
  return (
    <div className={styles.maker}>
      <Select
        size="small"
        aria-label="检查类型"
        value={type}
        onChange={(_, { value }) => {
          setType(recordTypes.find((one) => one === value) ?? due);
        }}
      >
        {recordTypes.map((one) => (
          <option key={one} value={one}>
            {one === due ? `${one}（应做）` : one}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        onClick={() => {
          record(type);
        }}
      >
        {label.record}
      </Button>
      <Button size="small" title="把该客户的贷款、信号和历次回访列在一张表上" onClick={card}>
        {label.card}
      </Button>
    </div>
  );
}
