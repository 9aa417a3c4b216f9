import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { Assessment } from "../../app/assessment";
import type { SettingsSeen } from "../../app/saveSettings";
import type { Session } from "../session/session";
import { count } from "../view/amount";
import { Effect } from "./Effect";
import { changesIn, checkForm, editsOf, untouchedForm, withEdits, type Checked, type Form } from "./form";
import { Aliases, Holidays } from "./Lists";
import { Sections } from "./Sections";
import { readSettings, saveEdits } from "./settingsWork";
import { Transfer } from "./Transfer";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", flexGrow: 1 },
  said: { margin: "4px 12px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  wrong: { margin: "4px 12px", color: tokens.colorStatusDangerForeground1, overflowWrap: "anywhere" },
  bar: {
    position: "sticky",
    bottom: "44px",
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    marginTop: "auto",
    padding: "6px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface SettingsTabProps {
  readonly assessment: Assessment;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** The sheet 贷后设置 as a form: one truth, read when the tab opens and written when it is saved. */
export function SettingsTab(props: SettingsTabProps): ReactElement {
  const styles = useStyles();
  const { session, assessment } = props;
  const [seen, setSeen] = useState<SettingsSeen>();
  useEffect(() => {
    void readSettings(session, setSeen);
  }, [session, assessment.settings]);
  if (seen === undefined) return <p className={styles.said}>正在读取设置…</p>;
  return <SettingsForm {...props} seen={seen} />;
}

function SettingsForm({
  assessment,
  session,
  isWorking,
  seen,
}: SettingsTabProps & { readonly seen: SettingsSeen }): ReactElement {
  const styles = useStyles();
  const [form, setForm] = useState(untouchedForm);
  const [isTrying, setTrying] = useState(false);
  const [version, setVersion] = useState(0);
  const checked = checkForm(seen, form);
  const reset = (): void => {
    setForm(untouchedForm);
    setTrying(false);
    setVersion(version + 1);
  };
  const lists = {
    settings: checked.settings,
    asOf: assessment.asOf,
    change: (changed: Form["lists"]) => {
      setForm({ ...form, lists: { ...form.lists, ...changed } });
    },
  };
  if (isTrying) {
    return (
      <Effect
        assessment={assessment}
        settings={{ ...checked.settings, optionalColumns: assessment.settings.optionalColumns }}
        isWorking={isWorking}
        save={() => void saveEdits(session, editsOf(form)).then(reset)}
        back={() => {
          setTrying(false);
        }}
        goTo={(sheet, row, column) => void session.goTo(sheet, row, column)}
      />
    );
  }
  return (
    <div className={styles.root}>
      <p className={styles.said}>与工作表“贷后设置”是同一份；保存后再点“一键标注”写入台账。</p>
      <Sections seen={seen} form={form} checked={checked} change={setForm} />
      <Holidays {...lists} />
      <Aliases key={version} {...lists} />
      <Transfer
        settings={checked.settings}
        take={(edits) => {
          setForm(withEdits(seen, form, edits));
        }}
      />
      <SaveBar
        form={form}
        checked={checked}
        goOn={() => {
          setTrying(true);
        }}
        drop={reset}
      />
    </div>
  );
}

function SaveBar(props: {
  readonly form: Form;
  readonly checked: Checked;
  readonly goOn: () => void;
  readonly drop: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const { form, checked, goOn, drop } = props;
  const changes = changesIn(form);
  const wrong = checked.byField.size + checked.others.length;
  if (changes === 0 && wrong === 0) return null;
  return (
    <div className={styles.bar}>
      {checked.others.map((message) => (
        <p key={message} role="alert" className={styles.wrong}>
          {message}
        </p>
      ))}
      <Button appearance="primary" disabledFocusable={changes === 0 || wrong > 0} onClick={goOn}>
        {`试算 ${count(changes)} 处改动`}
      </Button>
      <Button onClick={drop}>放弃</Button>
      {wrong > 0 && <span role="status">{`有 ${count(wrong)} 处要改`}</span>}
    </div>
  );
}
