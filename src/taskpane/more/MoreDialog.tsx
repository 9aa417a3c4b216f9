import { Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { Modal } from "../parts/Modal";
import type { Session } from "../session/session";
import { label } from "../words";
import { choicesOf, fieldsOf, isReady, jobs, opening, run, type Asked } from "./asked";

const useStyles = makeStyles({
  field: { display: "flex", alignItems: "center", gap: "8px", fontSize: tokens.fontSizeBase200 },
  name: { width: "72px", flexShrink: 0 },
  input: { flexGrow: 1, minWidth: 0 },
});

/** Work on many customers at once, sudden events, guarantors, the template and the states of warnings. */
export function MoreDialog(props: { readonly session: Session; readonly close: () => void }): ReactElement {
  const styles = useStyles();
  const [asked, setAsked] = useState<Asked>(opening);
  const begin = (): void => {
    props.close();
    void run(props.session, asked);
  };
  return (
    <Modal
      title={label.batch}
      action={{ name: jobs[asked.job], run: begin, isReady: isReady(asked) }}
      cancel={{ name: label.cancel, run: props.close }}
    >
      {fieldsOf(asked).map(({ key, name }) => (
        <label key={key} className={styles.field}>
          <span className={styles.name}>{name}</span>
          <Answer
            choices={choicesOf(key, asked)}
            value={asked[key]}
            change={(value) => {
              setAsked({ ...asked, [key]: value });
            }}
          />
        </label>
      ))}
    </Modal>
  );
}

/** A closed list, or a line to write in. */
function Answer(props: {
  readonly choices: readonly (readonly [value: string, name: string])[] | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}): ReactElement {
  const styles = useStyles();
  if (props.choices === undefined) {
    return (
      <Input
        className={styles.input}
        size="small"
        value={props.value}
        onChange={(_, { value }) => {
          props.change(value);
        }}
      />
    );
  }
  return (
    <Select
      className={styles.input}
      size="small"
      value={props.value}
      onChange={(_, { value }) => {
        props.change(value);
      }}
    >
      {props.choices.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  );
}
