import { missingColumn } from "../domain/ledger/missingColumn";
import type { Assessment } from "./assessment";
import type { Failure } from "./failure";

const layoutsOf = ({ ledgers }: Pick<Assessment, "ledgers">) => ledgers.map(({ ledger: { layout } }) => layout);

/** Refuses a customer that no ledger has. */
export const noSuchCustomer = (name: string, assessment: Pick<Assessment, "ledgers">): Failure => ({
  ...{ kind: "noSuchCustomer", name, missing: missingColumn(layoutsOf(assessment), "customerName") },
});

/** Refuses a guarantor who stands for nobody in any ledger. */
export const noSuchGuarantor = (name: string, assessment: Pick<Assessment, "ledgers">): Failure => ({
  ...{ kind: "noSuchGuarantor", name, missing: missingColumn(layoutsOf(assessment), "guarantor") },
});
