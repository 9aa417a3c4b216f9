const LIMITS_PAGE =
  "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins";

/** Excel's error codes with its own English messages. */
const messages = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound:
    "The API you are trying to use could not be found. It may be available in a newer version of Excel. Please refer to the documentation: https://docs.microsoft.com/office/dev/add-ins/reference/requirement-sets/excel-api-requirement-sets.",
  ApiNotImplemented: "The requested feature isn't implemented.",
  ConnectionFailure: "A network connection error occurred. Please check your network connection, and then try again.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  RequestPayloadSizeLimitExceeded: `The request payload size has exceeded the limit. Please refer to the documentation: ${LIMITS_PAGE}.`,
  ResponsePayloadSizeLimitExceeded: `The response payload size has exceeded the limit. Please refer to the documentation: ${LIMITS_PAGE}.`,
} as const;

export type ErrorCode = keyof typeof messages;

const statuses: Partial<Record<ErrorCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  GeneralException: 500,
  RequestPayloadSizeLimitExceeded: 413,
};

/** What Excel refuses: it ends the request, and what was done before it stays done. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  /** `detail` takes the place of Excel's usual message for the code. */
  constructor(code: ErrorCode, detail?: string) {
    super(detail ?? messages[code]);
    this.code = code;
  }

  /** The HTTP status that Excel's service gives with the code. */
  get status(): number {
    return statuses[this.code] ?? 400;
  }
}

/** The refusal of a member that the embedded Excel does not serve, such as "Range.sort". */
export function notServed(member: string): Refusal {
  return new Refusal("ApiNotImplemented", `${messages.ApiNotImplemented} (${member})`);
}
