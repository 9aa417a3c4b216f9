import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { lazy, useId, useState, type ReactElement } from "react";
import type { Assessment } from "../../app/assessment";
import type { Ledger } from "../../domain/ledger/ledger";
import { Later } from "../parts/Later";
import { count } from "../view/amount";
import { recognisedLine } from "../view/recognisedLine";
import { label } from "../words";

const OtherSheets = lazy(() => import("./OtherSheets").then((loaded) => ({ default: loaded.OtherSheets })));
const Mapping = lazy(() => import("./Mapping").then((loaded) => ({ default: loaded.Mapping })));

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    gap: "4px",
    width: "100%",
    padding: "4px 12px",
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  asked: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "0 4px 0 12px",
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  lines: { display: "block", flexGrow: 1, minWidth: 0 },
  one: { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  chevron: { flexShrink: 0, fontSize: "16px" },
  more: {
    maxHeight: "40vh",
    overflowY: "auto",
    margin: "4px 12px 8px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface RecognisedProps {
  readonly assessment: Assessment;
  readonly sheet: string | undefined;
  readonly chooseSheet: (sheet: string | undefined) => void;
  /** Opens the columns of a sheet. */
  readonly changeColumns: (sheet: string) => void;
}

/** What was recognised, a line a ledger; opens the columns found and the sheets that are no ledger. */
export function Recognised({ assessment, sheet, chooseSheet, changeColumns }: RecognisedProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <section aria-label="识别结果">
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <span className={styles.lines}>
          {assessment.ledgers.map(({ ledger }) => (
            <span key={ledger.layout.sheet} className={styles.one} title={recognisedLine(ledger)}>
              {recognisedLine(ledger)}
            </span>
          ))}
        </span>
        <Chevron className={styles.chevron} aria-hidden />
      </button>
      <Doubts assessment={assessment} changeColumns={changeColumns} />
      <div id={id} hidden={!isOpen} className={isOpen ? styles.more : undefined}>
        {isOpen && (
          <Later>
            {assessment.ledgers.map((one) => (
              <Mapping
                key={one.ledger.layout.sheet}
                ledger={one.ledger}
                change={() => {
                  changeColumns(one.ledger.layout.sheet);
                }}
              />
            ))}
            <OtherSheets rejected={assessment.rejected} sheet={sheet} chooseSheet={chooseSheet} />
          </Later>
        )}
      </div>
    </section>
  );
}

/** Below this a column is worth a look of the reader. */
const UNSURE = 0.75;

/** What is to be asked of a ledger's columns: those that changed since they were confirmed, else those that are in doubt; "" for nothing. */
function questionOn({ layout }: Ledger): string {
  const { changedSince, columns } = layout;
  if (changedSince !== undefined)
    return changedSince.length === 0 ? "" : `表头有 ${count(changedSince.length)} 处与上次不同`;
  const doubtful = [...columns.values()].filter(({ confidence }) => confidence < UNSURE).length;
  return doubtful === 0 ? "" : `有 ${count(doubtful)} 列没有把握`;
}

/** Ledgers whose columns somebody should look at, each with the way there. */
function Doubts({ assessment, changeColumns }: Pick<RecognisedProps, "assessment" | "changeColumns">): ReactElement {
  const styles = useStyles();
  const asked = assessment.ledgers.flatMap(({ ledger }) => {
    const question = questionOn(ledger);
    return question === "" ? [] : [{ sheet: ledger.layout.sheet, question }];
  });
  return (
    <>
      {asked.map(({ sheet, question }) => (
        <div key={sheet} className={styles.asked}>
          <span>{question}</span>
          <Button
            size="small"
            appearance="transparent"
            aria-label={`${label.columns}：${sheet}`}
            onClick={() => {
              changeColumns(sheet);
            }}
          >
            核对{label.columns}
          </Button>
        </div>
      ))}
    </>
  );
}
