import { Input, Label, makeStyles } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import { dayOf, formatDay, type Day } from "../../domain/loan/day";
import { label } from "../words";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: "6px" },
  input: { width: "138px" },
});

/** A year that is still being typed, 0002 or 0202, is no choice yet. */
const FIRST_YEAR = 2000;

function chosenDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null || Number(parts[1]) < FIRST_YEAR) return undefined;
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day as of which everything is judged; a whole new day is chosen at once. */
export function AsOf({ asOf, choose }: { readonly asOf: Day; readonly choose: (asOf: Day) => void }): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  return (
    <div className={styles.root}>
      <Label htmlFor={id} size="small">
        {label.asOf}
      </Label>
      <Input
        id={id}
        className={styles.input}
        type="date"
        size="small"
        value={draft ?? formatDay(asOf)}
        onChange={(_, { value }) => {
          setDraft(value);
          const day = chosenDay(value);
          if (day !== undefined && day !== asOf) choose(day);
        }}
        onBlur={() => {
          setDraft(undefined);
        }}
      />
    </div>
  );
}
