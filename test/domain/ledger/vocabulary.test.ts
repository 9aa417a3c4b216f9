import type { CustomerType, Guarantee } from "../../../src/domain/ledger/ledger";
import {
  customerType,
  isRemote,
  parseExtensions,
  parseGroup,
  parseGuarantees,
  parseRenewed,
} from "../../../src/domain/ledger/vocabulary";

describe("the words of an English ledger's cells", () => {
  it.each<[string, readonly Guarantee[]]>([
    ["Mortgage", ["抵押"]],
    ["Pledge", ["质押"]],
    ["Credit", ["信用"]],
    ["Unsecured", ["信用"]],
    ["Unguaranteed", ["信用"]],
    ["Guarantee", ["保证"]],
    ["Third-party guaranty", ["保证"]],
    ["Joint guarantee", ["联保"]],
    ["Mortgage and guarantee", ["抵押", "保证"]],
    ["Credit line", []],
  ])("name for the guarantee %s: %s", (text, kinds) => {
    expect([...parseGuarantees(text)]).toEqual(kinds);
  });

  it.each<[string, string, CustomerType]>([
    ["Corporate", "", "corporate"],
    ["SME", "", "smallBusiness"],
    ["Small enterprise", "", "smallBusiness"],
    ["Individual", "", "consumer"],
    ["Individual", "Working capital loan", "soleTrader"],
    ["Individual business", "", "soleTrader"],
    ["Sole proprietor", "", "soleTrader"],
    ["Retail", "Consumer loan", "consumer"],
  ])("name for the customer type %s with the product “%s”: %s", (type, product, expected) => {
    expect(customerType({ type, product, scale: "", id: "", name: "Sample Ltd", purpose: "" })).toBe(expected);
  });

  it.each([
    ["Phone", true],
    ["Video call", true],
    ["E-mail", true],
    ["Off-site visit", true],
    ["On-site", false],
    ["Site visit, then phone call", false],
  ])("say of the visit method %s whether it was remote: %s", (text, expected) => {
    expect(isRemote(text)).toBe(expected);
  });

  it.each([
    ["Extended", 1],
    ["Not extended", 0],
    ["Yes", 1],
    ["No", 0],
  ])("say how often a loan was extended: %s is %s", (text, times) => {
    expect(parseExtensions(text)).toBe(times);
  });

  it.each([
    ["Renewal", true],
    ["Refinanced", true],
    ["Not renewed", false],
    ["No", false],
  ])("say whether a loan renewed another: %s is %s", (text, expected) => {
    expect(parseRenewed(text)).toBe(expected);
  });

  it("name no group by None", () => {
    expect(["None", "nil", "No"].map(parseGroup)).toEqual([undefined, undefined, undefined]);
  });
});
