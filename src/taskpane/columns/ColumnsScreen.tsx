import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useId, useState, type ReactElement } from "react";
import { seeColumns, type ColumnsSeen } from "../../app/mapping";
import { columnLetters } from "../../domain/ledger/cells";
import type { Field } from "../../domain/ledger/field";
import { fieldName } from "../../domain/ledger/fieldName";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import { label } from "../words";
import { columnOf, confirmed, doubt, fieldsIn, withChoice, type Choices } from "./choices";
import { saveColumns } from "./columnsWork";

const useStyles = makeStyles({
  said: { margin: "0 12px 6px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  changed: {
    margin: "0 12px 6px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: "anywhere",
  },
  field: { padding: "6px 12px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", alignItems: "center", gap: "8px" },
  name: { overflowWrap: "anywhere" },
  column: { minWidth: 0, "> select": { minWidth: 0, textOverflow: "ellipsis" } },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  also: { minWidth: 0, padding: "0 4px" },
  others: {
    padding: "8px 12px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

export interface ColumnsScreenProps {
  readonly sheet: string;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** Which column is which field: what was found, how surely, what stands in it; changed, put aside or confirmed, and remembered. */
export function ColumnsScreen({ sheet, session, isWorking }: ColumnsScreenProps): ReactElement {
  const styles = useStyles();
  const [seen, setSeen] = useState<ColumnsSeen>();
  const [choices, setChoices] = useState<Choices>(new Map());
  useEffect(() => {
    void session.glance(async ({ workbook, tell }) => {
      const found = await seeColumns(workbook, sheet);
      if (!found.ok) {
        tell({ kind: "opened", screen: undefined });
        return found.because;
      }
      setSeen(found.value);
      return undefined;
    });
  }, [session, sheet]);
  const close = (): void => {
    session.tell({ kind: "opened", screen: undefined });
  };
  return (
    <ScreenFrame
      title={`列对应：${sheet}`}
      close={close}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={isWorking || seen === undefined}
            onClick={() => {
              if (seen !== undefined) void saveColumns(session, sheet, confirmed(seen, choices));
            }}
          >
            确认并记住
          </Button>
          <Button onClick={close}>{label.cancel}</Button>
          {seen?.layout?.changedSince !== undefined && (
            <Button appearance="subtle" onClick={() => void saveColumns(session, sheet, undefined)}>
              恢复自动识别
            </Button>
          )}
        </>
      }
    >
      {seen === undefined ? (
        <p className={styles.said}>正在读取表头…</p>
      ) : (
        <Fields
          seen={seen}
          choices={choices}
          choose={(field, column) => {
            setChoices(withChoice(seen, choices, { field, column }));
          }}
        />
      )}
    </ScreenFrame>
  );
}

interface FieldsProps {
  readonly seen: ColumnsSeen;
  readonly choices: Choices;
  readonly choose: (field: Field, column: number | undefined) => void;
}

function Fields(props: FieldsProps): ReactElement {
  const styles = useStyles();
  const { main, others } = fieldsIn(props.seen);
  const changed = props.seen.layout?.changedSince ?? [];
  return (
    <>
      {changed.length > 0 && (
        <p role="status" className={styles.changed}>
          {`表头与上次确认的不同：${changed.join("、")}。只需核对有标记的栏目。`}
        </p>
      )}
      <p className={styles.said}>确认后记在工作簿里；下个月表头相同的台账不再询问。单元格不会改动。</p>
      {main.map((field) => (
        <FieldLine key={field} field={field} {...props} />
      ))}
      <details>
        <summary className={styles.others}>{`其他 ${String(others.length)} 个栏目`}</summary>
        {others.map((field) => (
          <FieldLine key={field} field={field} {...props} />
        ))}
      </details>
    </>
  );
}

/** How surely a field's column was found; "" where another one was chosen. */
function sureness({ layout }: ColumnsSeen, field: Field, column: number | undefined): string {
  const found = layout?.columns.get(field);
  if (found === undefined || found.column !== column) return "";
  return found.source === "mapping" ? "已确认" : `把握 ${String(Math.round(found.confidence * 100))}%`;
}

/** The first values of a column. */
function samplesOf({ columns }: ColumnsSeen, column: number | undefined): string {
  const samples = columns.find((one) => one.column === column)?.samples.map(String) ?? [];
  return samples.length === 0 ? "" : `如 ${samples.join("、")}`;
}

function FieldLine({ field, seen, choices, choose }: FieldsProps & { readonly field: Field }): ReactElement {
  const styles = useStyles();
  const id = useId();
  const column = columnOf(seen, choices, field);
  const runnerUp = choices.has(field) ? undefined : seen.layout?.columns.get(field)?.runnerUp;
  const why = choices.has(field) ? "" : doubt(seen, field);
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <label htmlFor={id} className={styles.name}>
          {fieldName(field)}
        </label>
        <Select
          id={id}
          size="small"
          className={styles.column}
          aria-describedby={`${id}-facts`}
          value={column === undefined ? "" : String(column)}
          onChange={(_, { value }) => {
            choose(field, value === "" ? undefined : Number(value));
          }}
        >
          <option value="">不使用</option>
          {seen.columns.map((one) => (
            <option key={one.column} value={one.column}>
              {`${columnLetters(one.column)} ${one.shown}`}
            </option>
          ))}
        </Select>
      </div>
      <div id={`${id}-facts`} className={styles.facts}>
        {[sureness(seen, field, column), samplesOf(seen, column)].filter((part) => part !== "").join(" · ")}
        {why !== "" && <span className={styles.doubt}>{` ${why}`}</span>}
        {runnerUp !== undefined && (
          <Button
            size="small"
            appearance="transparent"
            className={styles.also}
            onClick={() => {
              choose(field, runnerUp.column);
            }}
          >
            {`也可能是 ${columnLetters(runnerUp.column)} ${runnerUp.heading}（${String(Math.round(runnerUp.confidence * 100))}%）`}
          </Button>
        )}
      </div>
    </div>
  );
}
