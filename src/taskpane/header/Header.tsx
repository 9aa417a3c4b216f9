import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import type { ReactElement } from "react";
import type { Day } from "../../domain/loan/day";
import { label } from "../words";
import { AsOf } from "./AsOf";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", gap: "4px", padding: "8px 12px 4px" },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
});

export interface HeaderProps {
  /** Undefined while nothing was recognised. */
  readonly asOf: Day | undefined;
  readonly chooseAsOf: (asOf: Day) => void;
  readonly reread: () => void;
}

export function Header({ asOf, chooseAsOf, reread }: HeaderProps): ReactElement {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <h1 className={styles.title}>{label.title}</h1>
      {asOf !== undefined && <AsOf asOf={asOf} choose={chooseAsOf} />}
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowSyncRegular />}
        aria-label={label.reread}
        title={label.reread}
        onClick={reread}
      />
    </header>
  );
}
