/** The five risk groups, best first. visit-intervals C.2. */
export const riskGroups = ["A", "B", "C", "D", "E"] as const;

export type RiskGroup = (typeof riskGroups)[number];

/** The group as it stands in the ledger's cell. */
export const riskGroupName = {
  A: "A 低风险",
  B: "B 正常",
  C: "C 关注",
  D: "D 高风险",
  E: "E 不良",
} as const satisfies Record<RiskGroup, string>;

/** Signal levels, mildest first. signals F. */
export const levels = ["blue", "yellow", "orange", "red"] as const;

export type Level = (typeof levels)[number];

export const levelName = { blue: "蓝", yellow: "黄", orange: "橙", red: "红" } as const satisfies Record<Level, string>;
