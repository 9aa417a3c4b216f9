import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import { previewGroups, sizeOf, type PreviewGroup, type PreviewLine } from "../../domain/change/preview";
import { LongList } from "../parts/LongList";
import { ScreenFrame } from "../parts/ScreenFrame";
import type { Session } from "../session/session";
import type { PreviewShown } from "../session/state";
import { count } from "../view/amount";
import { label } from "../words";
import { allChanges, narrowed, rowsOf, type PreviewFilter } from "./previewRows";

/** In pixels: the cell and its column, then before and after. */
const HEIGHT = 52;

const kindName = { added: "新增", changed: "修改", removed: "清除" } as const;
const kinds = ["added", "changed", "removed"] as const;

const useStyles = makeStyles({
  said: { margin: "0 12px 6px", overflowWrap: "anywhere" },
  renewed: {
    margin: "0 12px 6px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  filters: { display: "grid", gridTemplateColumns: "1fr 1fr 84px", gap: "6px", padding: "0 12px 6px" },
  filter: { minWidth: 0, "> select": { minWidth: 0, textOverflow: "ellipsis" } },
  none: { flexGrow: 1, margin: 0, padding: "16px 12px", color: tokens.colorNeutralForeground2 },
  line: {
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    height: "100%",
    padding: "0 12px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
  },
  where: { display: "flex", gap: "6px", color: tokens.colorNeutralForeground2 },
  address: { flexShrink: 0, color: tokens.colorBrandForegroundLink },
  heading: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  what: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

const shown = (text: string): string => {
  if (text === "") return "空";
  return text.startsWith("=") ? `公式 ${text}` : text;
};

const sentence = ({ before, after }: PreviewLine): string => `${shown(before)} → ${shown(after)}`;

/** The choices of a filter: every word once, in the order in which it comes. */
const wordsOf = (groups: readonly PreviewGroup[], word: "sheet" | "heading"): readonly string[] => [
  ...new Set(groups.map((group) => group[word])),
];

export interface PreviewScreenProps {
  readonly screen: PreviewShown;
  readonly session: Session;
  readonly isWorking: boolean;
}

/** What a run would write, cell by cell, before it is written; what is listed is what is applied. */
export function PreviewScreen({ screen, session, isWorking }: PreviewScreenProps): ReactElement {
  const styles = useStyles();
  const { draft, isRenewed } = screen;
  const [filter, setFilter] = useState(allChanges);
  const groups = useMemo(
    () =>
      previewGroups(
        draft.changes,
        draft.assessment.ledgers.map(({ ledger }) => ledger),
      ),
    [draft],
  );
  const close = (): void => {
    session.tell({ kind: "opened", screen: undefined });
  };
  return (
    <ScreenFrame
      title={label.preview}
      close={close}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void session.applyPreview()}>
            {label.apply}
          </Button>
          <Button disabledFocusable={isWorking} onClick={close}>
            {label.cancel}
          </Button>
        </>
      }
    >
      {isRenewed && (
        <p role="status" className={styles.renewed}>
          预览之后工作簿有改动，下面是按现在的内容重新列出的，请再看一遍。
        </p>
      )}
      <p className={styles.said}>{summary(groups, draft.kept.length)}</p>
      <Filters groups={groups} filter={filter} change={setFilter} />
      <Lines groups={narrowed(groups, filter)} session={session} />
    </ScreenFrame>
  );
}

function summary(groups: readonly PreviewGroup[], kept: number): string {
  const counts = kinds.map((kind) => `${kindName[kind]} ${count(sizeOf(groups, kind))} 处`).join("，");
  return `${counts}。${kept > 0 ? `您填写的 ${count(kept)} 格不动。` : ""}点“应用”才会写入，之后可以撤销。`;
}

function Filters(props: {
  readonly groups: readonly PreviewGroup[];
  readonly filter: PreviewFilter;
  readonly change: (filter: PreviewFilter) => void;
}): ReactElement {
  const styles = useStyles();
  const { groups, filter, change } = props;
  const onSheet = narrowed(groups, { ...allChanges, sheet: filter.sheet });
  const choices = [
    { name: "工作表", all: "全部工作表", value: filter.sheet, of: wordsOf(groups, "sheet"), key: "sheet" },
    { name: "列", all: "全部列", value: filter.heading, of: wordsOf(onSheet, "heading"), key: "heading" },
  ] as const;
  return (
    <div className={styles.filters}>
      {choices.map(({ name, all, value, of, key }) => (
        <Select
          key={key}
          size="small"
          className={styles.filter}
          aria-label={name}
          value={value}
          onChange={(_, { value: chosen }) => {
            change({ ...filter, ...(key === "sheet" ? { heading: "" } : {}), [key]: chosen });
          }}
        >
          <option value="">{all}</option>
          {of.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </Select>
      ))}
      <Select
        size="small"
        className={styles.filter}
        aria-label="改动"
        value={filter.kind}
        onChange={(_, { value }) => {
          change({ ...filter, kind: kinds.find((kind) => kind === value) ?? "" });
        }}
      >
        <option value="">全部</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName[kind]}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Lines(props: { readonly groups: readonly PreviewGroup[]; readonly session: Session }): ReactElement {
  const styles = useStyles();
  const { groups, session } = props;
  const rows = useMemo(() => rowsOf(groups), [groups]);
  if (rows.size === 0) return <p className={styles.none}>没有符合条件的改动。</p>;
  const lineAt = (index: number): PreviewLine | undefined => {
    const found = rows.at(index);
    return found?.group.line(found.index);
  };
  return (
    <LongList
      key={`${groups[0]?.sheet ?? ""} ${groups[0]?.heading ?? ""} ${String(rows.size)}`}
      label="将要做的改动"
      rows={rows.size}
      rowHeight={HEIGHT}
      row={(index) => {
        const found = rows.at(index);
        return found && <Line line={found.group.line(found.index)} heading={found.group.heading} />;
      }}
      title={(index) => {
        const line = lineAt(index);
        return line === undefined ? "" : `${line.sheet}!${line.address}：${sentence(line)}`;
      }}
      choose={(index) => {
        const found = rows.at(index);
        const row = found?.group.row(found.index);
        if (found?.group.column !== undefined && row !== undefined) {
          void session.goTo(found.group.sheet, row, found.group.column);
        }
      }}
    />
  );
}

function Line({ line, heading }: { readonly line: PreviewLine; readonly heading: string }): ReactElement {
  const styles = useStyles();
  const isCell = heading !== line.address;
  return (
    <span className={styles.line}>
      <span className={styles.where}>
        <span className={styles.address}>{line.address}</span>
        <span className={styles.heading}>{isCell ? heading : line.sheet}</span>
        <span>{kindName[line.kind]}</span>
      </span>
      <span className={styles.what}>{sentence(line)}</span>
    </span>
  );
}
