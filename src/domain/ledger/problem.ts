import type { Unit } from "./ledger";

/** Where a problem stands: 0-based row and column of its sheet. */
interface At {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What is wrong with one cell of the ledger, as data; `found` is the cell as a user sees it. The sentence of each stands in `problemSentence`. */
export type RowProblem = At &
  (
    | { readonly kind: "notADate"; readonly found: string }
    | { readonly kind: "ambiguousDate"; readonly found: string }
    | { readonly kind: "monthOnlyDate"; readonly found: string; readonly taken: string }
    | { readonly kind: "implausibleDate"; readonly found: string }
    | { readonly kind: "notAnAmount"; readonly found: string }
    | { readonly kind: "dateInAmount"; readonly found: string }
    | { readonly kind: "negativeAmount"; readonly found: string }
    | { readonly kind: "notANumber"; readonly found: string }
    | { readonly kind: "errorValue"; readonly found: string }
    | { readonly kind: "unknownClass"; readonly found: string }
    | { readonly kind: "noCustomer" }
    | { readonly kind: "roundedId"; readonly found: string }
    | { readonly kind: "duplicateNote"; readonly found: string; readonly firstRow: number }
    | { readonly kind: "maturesBeforeDisbursed"; readonly found: string }
    | { readonly kind: "balanceAboveAmount"; readonly found: string }
    | { readonly kind: "similarName"; readonly found: string; readonly other: string }
    | {
        readonly kind: "sameNameOtherId";
        readonly found: string;
        readonly other: string;
        readonly of: "idNo" | "customerId";
      }
    | { readonly kind: "unitDoubt"; readonly stated: Unit; readonly likely: Unit; readonly why: string }
    | { readonly kind: "unitGuessed"; readonly taken: Unit }
    | { readonly kind: "otherUnit"; readonly stated: Unit; readonly likely: Unit; readonly times: string }
    | { readonly kind: "anotherTable"; readonly found: string; readonly heading: string }
    | { readonly kind: "tableBeside" }
    | { readonly kind: "tableAbove"; readonly headerRow: number }
    | { readonly kind: "totalMismatch"; readonly expected: number; readonly found: number }
    | { readonly kind: "futureVisit"; readonly found: string }
    | { readonly kind: "unknownGroup"; readonly found: string }
    | { readonly kind: "groupUnexplained"; readonly found: string; readonly isUsed: boolean }
    | { readonly kind: "mildGroupEndless"; readonly found: string; readonly machine: string }
    | { readonly kind: "groupExpired"; readonly found: string }
    | { readonly kind: "groupsDiffer"; readonly found: string; readonly other: string; readonly otherRow: number }
    | { readonly kind: "deferralUnexplained"; readonly found: string }
    | { readonly kind: "deferralEndless" }
    | { readonly kind: "deferralsDiffer"; readonly found: string; readonly taken: string }
  );
