import { Checkbox, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { ProposedRecord } from "../../app/proposeRecords";
import { recordTypes, type RecordType } from "../../domain/record/variant";
import { useViewport } from "../parts/useViewport";
import { daysUntilWords } from "../view/dueWords";

/** In pixels. */
const ROW = 60;

const useStyles = makeStyles({
  root: {
    position: "relative",
    height: "min(420px, 50vh)",
    flexShrink: 0,
    overflowY: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    position: "absolute",
    left: 0,
    right: 0,
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    gap: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexGrow: 1, minWidth: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  name: { fontWeight: tokens.fontWeightSemibold },
  why: { color: tokens.colorNeutralForeground2 },
  type: { flexShrink: 0, width: "84px", marginRight: "4px" },
});

export interface BatchListProps {
  readonly records: readonly ProposedRecord[];
  readonly typeOf: (record: ProposedRecord) => RecordType;
  readonly isIn: (record: ProposedRecord) => boolean;
  readonly changeType: (record: ProposedRecord, type: RecordType) => void;
  readonly changeIn: (record: ProposedRecord, isIn: boolean) => void;
}

/** The records of a batch; only those in view exist, and the one that has the focus. */
export function BatchList(props: BatchListProps): ReactElement {
  const { records } = props;
  const styles = useStyles();
  const { measure, onScroll, from, to } = useViewport(records.length, ROW);
  const [focused, setFocused] = useState(0);
  const inView = records.map((record, index) => ({ record, index }));
  const shown = inView.filter(({ index }) => (index >= from && index < to) || index === focused);
  return (
    <div ref={measure} role="list" aria-label="要生成的回访表" className={styles.root} onScroll={onScroll}>
      <div role="presentation" style={{ height: records.length * ROW }} />
      {shown.map(({ record, index }) => (
        <div
          key={record.key}
          role="listitem"
          aria-setsize={records.length}
          aria-posinset={index + 1}
          className={styles.row}
          style={{ top: index * ROW, height: ROW }}
          onFocus={() => {
            setFocused(index);
          }}
        >
          <Line {...props} record={record} index={index} />
        </div>
      ))}
    </div>
  );
}

interface LineProps extends BatchListProps {
  readonly record: ProposedRecord;
  readonly index: number;
}

function Line({ record, index, ...props }: LineProps): ReactElement {
  const styles = useStyles();
  const { customer, subject, reason, daysUntil } = record;
  const isIn = props.isIn(record);
  return (
    <>
      <Checkbox
        aria-label={`生成 ${customer}`}
        checked={isIn}
        onChange={(_, { checked }) => {
          props.changeIn(record, checked === true);
        }}
      />
      <div className={styles.text} title={`${customer}：${reason}`}>
        <div className={`${styles.line} ${styles.name}`}>{`${String(index + 1)}. ${customer}`}</div>
        <div className={`${styles.line} ${styles.why}`}>{`${subject} · ${daysUntilWords(daysUntil)}`}</div>
        <div className={`${styles.line} ${styles.why}`}>{reason}</div>
      </div>
      <Select
        className={styles.type}
        size="small"
        aria-label={`${customer} 的检查类型`}
        disabled={!isIn}
        value={props.typeOf(record)}
        onChange={(_, { value }) => {
          props.changeType(record, recordTypes.find((one) => one === value) ?? record.type);
        }}
      >
        {recordTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
    </>
  );
}
