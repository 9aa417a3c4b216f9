import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import type { Edits } from "../../domain/settings/edits";
import { parseSettingsFile, settingsFile } from "../../domain/settings/settingsFile";
import type { Settings } from "../../domain/settings/settings";
import { Part } from "./Sections";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "6px", padding: "0 12px 10px" },
  text: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "96px",
    padding: "4px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    resize: "vertical",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
  wrong: {
    margin: 0,
    paddingLeft: "18px",
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Settings as text, to be carried to another workbook and taken over there. */
export function Transfer(props: { readonly settings: Settings; readonly take: (edits: Edits) => void }): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const take = (): void => {
    const read = parseSettingsFile(text);
    setWrong(read.ok ? [] : read.because);
    if (read.ok) props.take(read.value);
  };
  return (
    <Part title="导出和导入" wrong={wrong.length}>
      <div className={styles.body}>
        <label htmlFor={id}>导出的文字可复制保存；把别处导出的文字粘贴到这里即可导入</label>
        <textarea
          id={id}
          className={styles.text}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
        {wrong.length > 0 && (
          <ul role="alert" className={styles.wrong}>
            {wrong.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        <div className={styles.actions}>
          <Button
            size="small"
            onClick={() => {
              setText(settingsFile(props.settings));
              setWrong([]);
            }}
          >
            导出
          </Button>
          <Button size="small" disabledFocusable={text.trim() === ""} onClick={take}>
            导入到表单
          </Button>
        </div>
      </div>
    </Part>
  );
}
