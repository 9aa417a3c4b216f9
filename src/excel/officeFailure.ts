import type { Failure } from "../app/failure";
import { ok, refused, type Result } from "../domain/result";

/** A failure found on the way through a batch; it leaves `Excel.run` and becomes the result. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Excel's error codes, read as a failure of work on one sheet. */
const failureByCode: Readonly<Record<string, (sheet: string) => Failure>> = {
  InvalidOperationInCellEditMode: () => ({ kind: "editMode" }),
  AccessDenied: (sheet) => ({ kind: "sheetProtected", sheet }),
  InactiveWorkbook: () => ({ kind: "otherWorkbook" }),
  ItemNotFound: (sheet) => ({ kind: "sheetGone", sheet }),
  RequestPayloadSizeLimitExceeded: () => ({ kind: "tooLarge" }),
  ResponsePayloadSizeLimitExceeded: () => ({ kind: "tooLarge" }),
  ApiNotFound: () => ({ kind: "apiTooOld", needs: "ExcelApi 1.14" }),
  ApiNotAvailable: () => ({ kind: "apiTooOld", needs: "ExcelApi 1.14" }),
  FilteredRangeConflict: (sheet) => ({ kind: "filtered", sheet }),
  MergedRangeConflict: (sheet) => ({ kind: "noRoom", sheet }),
  NonBlankCellOffSheet: (sheet) => ({ kind: "noRoom", sheet }),
  OperationCellsExceedLimit: () => ({ kind: "tooLarge" }),
  RangeExceedsLimit: () => ({ kind: "tooLarge" }),
  FileCorrupted: () => ({ kind: "refused", code: "FileCorrupted" }),
  ReadOnly: () => ({ kind: "readOnly" }),
  ConnectionFailure: () => ({ kind: "noConnection" }),
};

/** What an error thrown by a batch says of the workbook; anything that is not Excel's refusal is a bug of ours and is thrown on. */
export function officeFailure(error: unknown, sheet: string): Failure {
  if (error instanceof Refusal) return error.failure;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  if (code === undefined) throw error;
  return failureByCode[code]?.(sheet) ?? { kind: "refused", code };
}

/** How a batch reaches Excel. */
export type InExcel = <Value>(
  sheet: string,
  batch: (context: Excel.RequestContext) => Promise<Value>,
) => Promise<Result<Value, Failure>>;

/** What Excel says where it cannot keep a batch for its own undo. */
export const UNDO_NOT_SUPPORTED = "UndoNotSupported";

/** Runs a batch all of whose requests are one step of Excel's own undo; needs ExcelApi 1.20. */
export const inOneUndo: InExcel = async (sheet, batch) => {
  try {
    return ok(await Excel.run({ mergeUndoGroup: true }, batch));
  } catch (error) {
    return refused(officeFailure(error, sheet));
  }
};

/** Runs a batch; what Excel refuses comes back as a failure of the named sheet. Ranges are reached anew in each request, so a plain context serves: `Excel.run` would have Excel track every range and need one more request to let go of them. */
export async function inExcel<Value>(
  sheet: string,
  batch: (context: Excel.RequestContext) => Promise<Value>,
): Promise<Result<Value, Failure>> {
  try {
    return ok(await batch(new Excel.RequestContext()));
  } catch (error) {
    return refused(officeFailure(error, sheet));
  }
}
