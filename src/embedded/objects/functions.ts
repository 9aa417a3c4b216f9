import { ExcelObject } from "./excelObject";
import { whole } from "./given";
import type { Host } from "./host";
import type { Scalar } from "../xlsx/model";

/** https://learn.microsoft.com/javascript/api/excel/excel.functionresult */
export class FunctionResult extends ExcelObject {
  readonly className = "FunctionResult";
  private readonly result: Scalar | undefined;

  constructor(host: Host, result: Scalar | undefined) {
    super(host);
    this.result = result;
  }

  get value(): unknown {
    return typeof this.result === "object" ? null : this.result;
  }
  get error(): string | null {
    return typeof this.result === "object" ? this.result.error : null;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.functions */
export class Functions extends ExcelObject {
  readonly className = "Functions";

  date(...given: readonly unknown[]): FunctionResult {
    const parts = given.map((part) => String(whole(part)));
    return new FunctionResult(this.host, this.host.evaluate(`DATE(${parts.join(",")})`));
  }
}
