import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";
import type { SettingsSeen } from "../../app/saveSettings";
import { sections, type SettingField } from "../../domain/settings/field";
import { linesIn, sectionHeads } from "../../domain/settings/settingsSheet";
import { FieldRow } from "./FieldRow";
import { textIn, withText, type Checked, type Form } from "./form";

const useStyles = makeStyles({
  root: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    padding: "8px 12px",
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightRegular },
});

/** A part of the form that opens and closes; it opens by itself where something is wrong in it, and stays so. */
export function Part(props: {
  readonly title: string;
  readonly wrong?: number;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const { title, wrong = 0, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={styles.root}
      open={isOpen || wrong > 0}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.head}>
        {title}
        {wrong > 0 && <span className={styles.wrong}>{` · ${String(wrong)} 处要改`}</span>}
      </summary>
      {children}
    </details>
  );
}

/** How a field of a line is named: with the heading of its column where the line has two values. */
function nameOf(field: SettingField, line: readonly SettingField[]): string {
  return line.length > 1 ? field.id : field.label;
}

/** Every field of the settings sheet, section by section as the sheet has them. */
export function Sections(props: {
  readonly seen: SettingsSeen;
  readonly form: Form;
  readonly checked: Checked;
  readonly change: (form: Form) => void;
}): ReactElement {
  const { seen, form, checked, change } = props;
  return (
    <>
      {sections.map((section) => {
        const lines = linesIn(section);
        const wrong = lines.flat().filter(({ id }) => checked.byField.has(id)).length;
        return (
          <Part key={section} title={sectionHeads[section][0]} wrong={wrong}>
            {lines.flatMap((line) =>
              line.map((field) => (
                <FieldRow
                  key={field.id}
                  field={field}
                  name={nameOf(field, line)}
                  text={textIn(seen, form, field)}
                  wrong={checked.byField.get(field.id)}
                  change={(text) => {
                    change(withText(seen, form, { id: field.id, text }));
                  }}
                />
              )),
            )}
          </Part>
        );
      })}
    </>
  );
}
