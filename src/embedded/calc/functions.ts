import { dateFunctions } from "./dateFunctions";
import type { Functions } from "./excelFunction";
import { logicFunctions } from "./logicFunctions";
import { lookupFunctions } from "./lookupFunctions";
import { mathFunctions } from "./mathFunctions";
import { subtotalFunctions } from "./subtotal";
import { textFunctions } from "./textFunctions";

/** The functions that are computed; IF and the like, which look at only some of what they are given, stand with the compiler. */
export const functions: Functions = {
  ...mathFunctions,
  ...textFunctions,
  ...logicFunctions,
  ...dateFunctions,
  ...lookupFunctions,
  ...subtotalFunctions,
};
