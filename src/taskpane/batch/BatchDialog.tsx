import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { ProposedBatch, ProposedRecord } from "../../app/proposeRecords";
import { recordTypes, type RecordType } from "../../domain/record/variant";
import { Modal } from "../parts/Modal";
import type { Session } from "../session/session";
import { label } from "../words";
import { BatchList } from "./BatchList";
import { makeBatch, proposeBatch } from "./batchWork";

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  all: { display: "flex", alignItems: "center", gap: "8px", fontSize: tokens.fontSizeBase200 },
});

/** What the reader changed of a batch. */
interface Edits {
  readonly types: ReadonlyMap<string, RecordType>;
  readonly out: ReadonlySet<string>;
}

const untouched: Edits = { types: new Map(), out: new Set() };

function withOut({ types, out }: Edits, key: string, isIn: boolean): Edits {
  const others = [...out].filter((one) => one !== key);
  return { types, out: new Set(isIn ? others : [...others, key]) };
}

/** All records of one type; undefined gives each the one that its duty asks for. */
function allOf(records: readonly ProposedRecord[], type: RecordType | undefined): Edits["types"] {
  return new Map(type === undefined ? [] : records.map(({ key }) => [key, type]));
}

/** The records of a batch in the order of their sheets, before they are made: each can be given another type or be left out. */
export function BatchDialog(props: { readonly keys: readonly string[]; readonly session: Session }): ReactElement {
  const { keys, session } = props;
  const styles = useStyles();
  const [batch, setBatch] = useState<ProposedBatch>({ records: [], left: 0 });
  const [edits, setEdits] = useState(untouched);
  const close = (): void => {
    session.tell({ kind: "opened", screen: undefined });
  };
  useEffect(() => {
    void proposeBatch(session, keys).then((found) => {
      if (found === undefined) session.tell({ kind: "opened", screen: undefined });
      else setBatch(found);
    });
  }, [session, keys]);
  const { records, left } = batch;
  const kept = records.filter(({ key }) => !edits.out.has(key));
  const begin = (): void => {
    close();
    void makeBatch(session, { keys: kept.map(({ key }) => key), types: edits.types });
  };
  return (
    <Modal
      title="批量生成回访表"
      action={{ name: `生成 ${String(kept.length)} 张`, run: begin, isReady: kept.length > 0 }}
      cancel={{ name: label.cancel, run: close }}
    >
      <p className={styles.note} role="status">
        {records.length === 0 ? "正在读取台账…" : noteOf(records.length, left)}
      </p>
      <All
        change={(type) => {
          setEdits({ ...edits, types: allOf(records, type) });
        }}
      />
      <BatchList
        records={records}
        typeOf={({ key, type }) => edits.types.get(key) ?? type}
        isIn={({ key }) => !edits.out.has(key)}
        changeType={({ key }, type) => {
          setEdits({ ...edits, types: new Map([...edits.types, [key, type]]) });
        }}
        changeIn={({ key }, isIn) => {
          setEdits(withOut(edits, key, isIn));
        }}
      />
    </Modal>
  );
}

function noteOf(records: number, left: number): string {
  const more = left > 0 ? `另有 ${String(left)} 户超出一次的上限，请下次再生成。` : "";
  return `共 ${String(records)} 户，按下列顺序生成；已有未归档回访表的客户不在其中。${more}`;
}

/** One type for all. */
function All({ change }: { readonly change: (type: RecordType | undefined) => void }): ReactElement {
  const styles = useStyles();
  return (
    <label className={styles.all}>
      全部改为
      <Select
        size="small"
        onChange={(_, { value }) => {
          change(recordTypes.find((one) => one === value));
        }}
      >
        <option value="">按规则</option>
        {recordTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
    </label>
  );
}
