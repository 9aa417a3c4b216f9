import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { ClearPlan, Keep } from "../../app/clear";
import { Modal } from "../parts/Modal";
import { count } from "../view/amount";
import { label } from "../words";

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    maxHeight: "160px",
    overflowY: "auto",
    margin: 0,
    padding: "8px",
    listStyle: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/** More typed cells than this are counted, not listed. */
const LISTED = 100;

function Typed({ typed }: Pick<ClearPlan, "typed">): ReactElement {
  const styles = useStyles();
  const rest = typed.length - LISTED;
  return (
    <>
      <p className={styles.text}>{`其中有您填写的 ${count(typed.length)} 个单元格：`}</p>
      <ul className={styles.list} tabIndex={0} aria-label="您填写的单元格">
        {typed.slice(0, LISTED).map(({ sheet, address, text }) => (
          <li key={`${sheet}!${address}`}>{`${sheet}!${address}：${text}`}</li>
        ))}
        {rest > 0 && <li>{`另有 ${count(rest)} 个`}</li>}
      </ul>
    </>
  );
}

/** Asks before anything is taken out; what a person wrote stays unless said otherwise. */
export function ClearDialog(props: {
  readonly plan: ClearPlan;
  readonly clear: (keep: Keep) => void;
  readonly close: () => void;
}): ReactElement {
  const { columns, typed, settings } = props.plan;
  const styles = useStyles();
  const [keep, setKeep] = useState<Keep>({ typed: true, settings: true });
  const isEdited = settings === "edited";
  return (
    <Modal
      title={label.clear}
      action={{
        name: "清除",
        run: () => {
          props.clear({ typed: keep.typed && typed.length > 0, settings: keep.settings && isEdited });
        },
      }}
      cancel={{ name: label.cancel, run: props.close }}
    >
      <p className={styles.text}>
        {`将删去贷后助手写入的 ${count(columns)} 列，以及它的颜色规则、名称和设置表。台账原有内容不变。`}
      </p>
      {typed.length > 0 && <Typed typed={typed} />}
      {typed.length > 0 && (
        <Checkbox
          label="保留我填写的内容"
          checked={keep.typed}
          onChange={(_, { checked }) => {
            setKeep({ ...keep, typed: checked === true });
          }}
        />
      )}
      {isEdited && (
        <Checkbox
          label="保留我改过的“贷后设置”工作表"
          checked={keep.settings}
          onChange={(_, { checked }) => {
            setKeep({ ...keep, settings: checked === true });
          }}
        />
      )}
    </Modal>
  );
}
