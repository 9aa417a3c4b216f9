import fc from "fast-check";
import { similarity } from "../../../src/domain/filing/similarity";

describe("how alike two texts are", () => {
  it.each([
    ["生产正常库存平稳", "生产正常，库存平稳。", 1],
    ["生产正常库存平稳", "完全不同的另一句话", 0],
    ["甲乙丙丁", "甲乙丙戊", 1 / 3],
    ["", "", 0],
    ["短", "短", 0],
  ])("%j and %j: %d", (one, other, wanted) => {
    expect(similarity(one, other)).toBeCloseTo(wanted, 12);
  });

  it("is the same both ways, between 0 and 1, and 1 with itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (one, other) => {
        const alike = similarity(one, other);
        expect(alike).toBe(similarity(other, one));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(similarity(one, one));
      }),
    );
  });
});
