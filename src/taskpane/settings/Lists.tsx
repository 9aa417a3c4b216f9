import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactElement } from "react";
import { dayParts, type Day } from "../../domain/loan/day";
import { defaultCalendar, withYears } from "../../domain/settings/holidays";
import { aliasesFrom } from "../../domain/settings/managers";
import { parseHolidays, type HolidayList } from "../../domain/settings/parseHolidays";
import type { Settings } from "../../domain/settings/settings";
import type { Form } from "./form";
import { Part } from "./Sections";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "6px", padding: "0 12px 10px" },
  said: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
  wrong: {
    margin: 0,
    paddingLeft: "18px",
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  text: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "84px",
    padding: "4px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    resize: "vertical",
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

export interface ListsProps {
  /** With what the form changes. */
  readonly settings: Settings;
  readonly asOf: Day;
  readonly change: (lists: Form["lists"]) => void;
}

const inYear = (days: ReadonlySet<Day>, year: number): number =>
  [...days].filter((day) => dayParts(day).year === year).length;

function heldLine({ calendar }: Settings): string {
  const years = [...calendar.years].sort((one, other) => one - other);
  return years.map((year) => `${String(year)} 年 ${String(inYear(calendar.holidays, year))} 天`).join("，");
}

function foundLine({ free, worked, years }: HolidayList): string {
  return `读到 ${years.map(String).join("、")} 年放假 ${String(free.size)} 天、周末上班 ${String(worked.size)} 天。采用后替换这些年份。`;
}

/** Holidays: what is known, and a pasted notice that takes the place of its years. */
export function Holidays({ settings, asOf, change }: ListsProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [text, setText] = useState("");
  const list = text.trim() === "" ? undefined : parseHolidays(text, dayParts(asOf).year);
  const take = (other: Parameters<typeof withYears>[1], years: readonly number[]): void => {
    change(withYears(settings.calendar, other, years));
    setText("");
  };
  return (
    <Part title="节假日">
      <div className={styles.body}>
        <p className={styles.said}>{`现有：${heldLine(settings)}。来源：国务院办公厅每年的放假通知。`}</p>
        <label htmlFor={id}>粘贴放假通知或日期列表</label>
        <textarea
          id={id}
          className={styles.text}
          placeholder="例：国庆节：10月1日至7日放假调休，共7天。9月27日（星期日）上班。"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
        {list !== undefined && list.free.size > 0 && (
          <p role="status" className={styles.said}>
            {foundLine(list)}
          </p>
        )}
        {list !== undefined && <Complaints of={list.problems} />}
        <div className={styles.actions}>
          <Button
            size="small"
            disabledFocusable={list === undefined || list.problems.length > 0}
            onClick={() => {
              if (list?.problems.length === 0) take({ holidays: list.free, workedWeekends: list.worked }, list.years);
            }}
          >
            采用
          </Button>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              take(defaultCalendar, [...defaultCalendar.years]);
            }}
          >
            {`用内置的 ${[...defaultCalendar.years].map(String).join("、")} 年`}
          </Button>
        </div>
      </div>
    </Part>
  );
}

function Complaints({ of }: { readonly of: readonly string[] }): ReactElement | null {
  const styles = useStyles();
  if (of.length === 0) return null;
  return (
    <ul role="alert" className={styles.wrong}>
      {of.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line.trim() !== "");

/** One alias a line, "小周=周明". */
function aliasesIn(text: string): ReturnType<typeof aliasesFrom> {
  const pairs = linesOf(text).map((line) => {
    const [alias = "", ...name] = line.split(/[=＝→\t]/);
    return { alias: alias.trim(), name: name.join("=").trim() };
  });
  return aliasesFrom(pairs);
}

/** Other spellings of account managers' names. */
export function Aliases({ settings, change }: ListsProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [text, setText] = useState(() => [...settings.managerAliases].map((pair) => pair.join("=")).join("\n"));
  const { wrong } = aliasesIn(text);
  return (
    <Part title="客户经理别名" wrong={wrong.length}>
      <div className={styles.body}>
        <label htmlFor={id}>每行一个，写成“别名=姓名”</label>
        <textarea
          id={id}
          className={styles.text}
          placeholder="小周=周明"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const read = aliasesIn(target.value);
            if (read.wrong.length === 0) change({ managerAliases: read.aliases });
          }}
        />
        <Complaints of={wrong.map(({ message }) => message)} />
      </div>
    </Part>
  );
}
