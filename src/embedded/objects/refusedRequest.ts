import type { ResponseBody, ResponseError } from "../client/protocol";
import { Refusal, type ErrorCode } from "./refusal";

/** A refusal in the words of the protocol. */
export function described(refusal: Refusal): Pick<ResponseError, "Code" | "Message" | "HttpStatusCode"> {
  return { Code: refusal.code, Message: refusal.message, HttpStatusCode: refusal.status };
}

/** The answer to a request that is refused as a whole. */
export function refusedRequest(code: ErrorCode): ResponseBody {
  return { Results: [], Error: { ...described(new Refusal(code)), Location: "", ActionIndex: -1 } };
}
