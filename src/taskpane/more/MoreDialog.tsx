import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Session } from "../session/session";
import { label } from "../words";
import { choicesOf, fieldsOf, isReady, jobs, opening, run, type Asked } from "./asked";

const useStyles = makeStyles({
  surface: { maxWidth: "calc(100vw - 24px)", padding: "16px" },
  content: { display: "flex", flexDirection: "column", gap: "8px" },
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
    <Dialog open modalType="modal" onOpenChange={props.close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{label.batch}</DialogTitle>
          <DialogContent className={styles.content}>
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
          </DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              disabledFocusable={!isReady(asked)}
              onClick={isReady(asked) ? begin : undefined}
            >
              {jobs[asked.job]}
            </Button>
            <Button onClick={props.close}>{label.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
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
