import { Button, Checkbox, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import type { SettingField } from "../../domain/settings/field";
import { defaultText } from "./form";

const useStyles = makeStyles({
  root: { padding: "6px 12px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "flex", alignItems: "center", gap: "6px" },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  number: { flexShrink: 0, width: "76px" },
  unit: { flexShrink: 0, width: "42px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  words: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "64px",
    padding: "4px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    resize: "vertical",
  },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  back: { minWidth: 0, padding: "0 4px" },
  wrong: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

export interface FieldRowProps {
  readonly field: SettingField;
  /** What the line calls the field; a line of two values names its columns. */
  readonly name: string;
  readonly text: string;
  readonly wrong: string | undefined;
  readonly change: (text: string) => void;
}

/** One setting: its value, what it means, where it comes from, its default and what is wrong with what was typed. */
export function FieldRow(props: FieldRowProps): ReactElement {
  const { field, text, wrong, change } = props;
  const styles = useStyles();
  const id = useId();
  const standard = defaultText(field);
  const said = [
    field.note,
    field.source === "" ? "" : `来源：${field.source}`,
    `默认 ${standard === "" ? "空" : standard}`,
  ];
  return (
    <div className={styles.root}>
      <Value {...props} id={id} />
      <div id={`${id}-note`} className={styles.note}>
        {said.filter((part) => part !== "").join(" · ")}
        {text !== standard && (
          <Button
            size="small"
            appearance="transparent"
            className={styles.back}
            aria-label={`${field.id} 恢复默认`}
            onClick={() => {
              change(standard);
            }}
          >
            恢复默认
          </Button>
        )}
      </div>
      {wrong !== undefined && (
        <div id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {wrong}
        </div>
      )}
    </div>
  );
}

function Value({ field, name, text, wrong, change, id }: FieldRowProps & { readonly id: string }): ReactElement {
  const styles = useStyles();
  const told = { "aria-describedby": `${id}-note ${id}-wrong`, "aria-invalid": wrong !== undefined };
  if (field.shape.kind === "switch") {
    return (
      <Checkbox
        label={name}
        checked={text === "是"}
        onChange={(_, { checked }) => {
          change(checked === true ? "是" : "否");
        }}
        {...told}
      />
    );
  }
  if (field.shape.kind === "words") {
    return (
      <>
        <label htmlFor={id}>{name}</label>
        <textarea
          id={id}
          className={styles.words}
          value={text}
          onChange={({ target }) => {
            change(target.value);
          }}
          {...told}
        />
      </>
    );
  }
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {name}
      </label>
      <Input
        id={id}
        size="small"
        className={styles.number}
        inputMode="decimal"
        value={text}
        onChange={(_, { value }) => {
          change(value);
        }}
        {...told}
      />
      <span className={styles.unit}>{field.unit}</span>
    </div>
  );
}
