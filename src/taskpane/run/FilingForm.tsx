import { Button, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Asking } from "../../domain/filing/asking";
import { count } from "../view/amount";
import { label } from "../words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px", margin: "6px 0" },
  field: { display: "grid", gridTemplateColumns: "72px minmax(0, 1fr)", alignItems: "center", gap: "2px 8px" },
  about: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  long: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "64px",
    padding: "4px 8px",
    resize: "vertical",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
  },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
});

export interface FilingFormProps {
  readonly asked: readonly Asking[];
  /** Gives the answers by the keys of their questions; those left empty are not among them. */
  readonly supply: (answers: ReadonlyMap<string, string>) => void;
}

/** Asks in the pane for what the record lacks; the answers go onto its sheet. */
export function FilingForm({ asked, supply }: FilingFormProps): ReactElement {
  const styles = useStyles();
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const given = new Map([...answers].filter(([, answer]) => answer.trim() !== ""));
  return (
    <form
      className={styles.root}
      aria-label="补填"
      onSubmit={(event) => {
        event.preventDefault();
        if (given.size > 0) supply(given);
      }}
    >
      {asked.map((one) => (
        <label key={one.key} className={styles.field}>
          {one.about !== "" && <span className={styles.about}>{one.about}</span>}
          <span>{one.label}</span>
          <Field
            asking={one}
            value={answers.get(one.key) ?? ""}
            change={(answer) => {
              setAnswers(new Map([...answers, [one.key, answer]]));
            }}
          />
        </label>
      ))}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={given.size === 0}>
          {label.supply}
        </Button>
        <span>{`已填 ${count(given.size)} / ${count(asked.length)}`}</span>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly asking: Asking;
  readonly value: string;
  readonly change: (answer: string) => void;
}

/** A closed list, a day, some lines or one line. */
function Field({ asking: { choices, isDay, isLong }, value, change }: FieldProps): ReactElement {
  const styles = useStyles();
  if (choices !== undefined) {
    return (
      <Select
        size="small"
        value={value}
        onChange={(_, { value: chosen }) => {
          change(chosen);
        }}
      >
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    );
  }
  if (isLong === true) {
    return (
      <textarea
        className={styles.long}
        value={value}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
    );
  }
  return (
    <Input
      size="small"
      type={isDay === true ? "date" : "text"}
      value={value}
      onChange={(_, { value: typed }) => {
        change(typed);
      }}
    />
  );
}
