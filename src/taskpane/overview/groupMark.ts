import type { RiskGroup } from "../../domain/risk/group";

/** A shape for each group, so that a black-and-white print and every eye tells them apart. */
export const groupMark = { A: "○", B: "○", C: "◔", D: "◑", E: "●" } as const satisfies Record<RiskGroup, string>;
