import { tables, testSources } from "./testSources";

/** Which tests show each practice of the articles on visits, by their titles. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  A03: ["[A03] licence, executions and lawsuits, by whom and when"],
  A04: ["[A04] name the borrower, who leads it, its shareholders and its guarantors"],
  A05: ["has the next number, last time's answers and what was left open"],
  A06: [
    "[A06] tells identity, loans, guarantees, look-ups, open signals and missing documents",
    "is brought up to date on the same sheet, with notes and what stands beside it kept",
  ],
  A07: ["[C.2] the matrix of group and customer type", "makes the clock's formula say a later day"],
  A08: [
    "moves the contact clock alone",
    "make the ledger itself ask for a visit on site",
    "[A08] ask of “%s” where “%s” was due, with “%s”, why nobody went there",
  ],
  A09: ["[A09] papers that prove the business goes on"],
  A10: ["[A10] whether owner, accountant, staff and neighbours agree", "[A10][A12] counts the sources that were asked"],
  A11: ["[A11][A35] lines to talk by, for each who is asked, that may be left out"],
  A12: ["[A10][A12] says that one source is not enough"],
  A13: ["[A13] trade and address", "[R62] another trade"],
  A14: [
    "[A14] staff, wages, space and other addresses",
    "[A14] counts who is at work",
    "[R54] fewer than 60 % at work",
  ],
  A15: [
    "[A15] cash, receivables, payables and stock",
    "[A15] for how many months the cash lasts",
    "[R58] cash for less than three months",
  ],
  A16: ["[A16] asks what large receivables are made of"],
  A17: ["[A17] suppliers, buyers and the share of the largest", "[R63] one buyer above half"],
  A18: [
    "[A18] turnover, season and margin",
    "[A18] compares the turnover with as much of last year",
    "[R51] a turnover of a fifth less",
  ],
  A19: ["[A19][A44] what the loan was used for", "[R64] money used for something else"],
  A20: [
    "[A20] other debts, investments and guarantees",
    "[A20] how much of the assets is owed",
    "[R59] debts above 70 %",
    "[R73] money in shares",
  ],
  A21: ["[A21] collateral with place, value, state, occupant and seizure", "[A21] the loan to today's value"],
  A22: ["[A22] from what it is repaid, and how hard that is", "[R66] repaid from a bridge loan"],
  A23: ["[A23] what the customer needs"],
  A24: ["are written onto the record, and raise the group at once when they are taken up"],
  A25: ["[A25] warnings that are reported"],
  A26: [
    "[A26][A27] lists by week and day who is due, by area, with the investigations on the way, to be printed",
    "[A26] hold no more calls than a manager makes a day, each manager's on its own",
  ],
  A27: [
    "[A27] begin with the most urgent and take along who is due soon in the same area",
    "[A26][A27] lists by week and day who is due, by area, with the investigations on the way, to be printed",
  ],
  A28: ["[C.2] the matrix of group and customer type"],
  A29: ["[L34] which industries it leaves: told and visited more often, in the same group"],
  A30: ["[C.2] the matrix of group and customer type", "asks a company, a trader and a household different things"],
  A31: ["[A31] %s asks for %s"],
  A32: ["[A32] on site, by telephone, by video, through a third person"],
  A33: ["[A33] news from social media is a source of an event, told by a person"],
  A34: [
    "makes a visit due within two working days for the whole guarantee circle, in the ledger's own clocks",
    "[A34] an event lists whom else it hits",
  ],
  A35: ["[A11][A35] lines to talk by, for each who is asked, that may be left out"],
  A36: ["[A36] “%s” for %s is %s: nobody talks a visit on site away", "[A36] stands on the record of %s as “%s”"],
  A37: ["[A37] before a maturity, whether it will be repaid"],
  A38: [
    "of a new drawdown are the first check, seven working days after it was paid out",
    "end the first check with a visit on site on that day or later, not before",
  ],
  A39: ["[A39] each payment of the loan"],
  A40: [
    "[A40] a payment marks itself as large by the settings' amount and share of the loan",
    "[A40][A42] marks large payments, counts them and what is not used yet, and says when to look again",
  ],
  A41: ["[A41] the vouchers, and that they are filed"],
  A42: ["[A40][A42] marks large payments, counts them and what is not used yet, and says when to look again"],
  A43: ["[A43] how each payment was checked"],
  A44: ["[A19][A44] what the loan was used for"],
  A45: ["[A45] what has to be put right, by when, and who was told"],
  A46: ["[A42][A46] counts what is not used yet, and lists what the account shows", "[R74] an account emptied"],
  A48: ["[A48] is that of a guarantee company by its name, seen every month; another form may be chosen"],
  A50: ["[A50] is filed as a guarantor's, moves no clock, and its signals reach those it stands for"],
  A51: ["[A50][A51] holds all that it stands for, the total, its own debts, and asks for willingness and ability"],
  A60: ["[A60] puts the last visits side by side, and a second update changes nothing"],
  A85: ["[A85] use, business and security, part by part"],
  A86: ["[A86] the loan called in early"],
  A88: ["[A88] a person is asked for what befell him", "[M94] the owner has died", "[M95] a divorce"],
  A91: ["go step by step where that is asked for, and never back"],
  A92: ["is submitted until the co-inspector confirms it, and then filed on the same line", "[R09] one person twice"],
};

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `A${String(from + index).padStart(2, "0")}`);

describe("the practices of visits", () => {
  const sources = testSources(tables);

  it.each(Object.entries(shownBy))("%s is shown by tests that exist", (_practice, titles) => {
    expect(titles.filter((title) => !sources.includes(`"${title}"`))).toEqual([]);
  });

  it("are all shown", () => {
    const wanted = [...range(3, 46), "A85", "A88", "A91", "A92"];
    expect(wanted.filter((practice) => !(practice in shownBy))).toEqual([]);
  });
});
