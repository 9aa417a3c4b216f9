import fs from "node:fs";
import path from "node:path";
import { tables, testSources } from "./testSources";

/** Which tests show that a way in which real Excel bites does not bite us, by their titles. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  P01: [
    "[P01] what is written, as one step of Excel's own undo",
    "[P01] gives back %s after saving and opening, part by part",
  ],
  P02: ["[P02] is done without where Excel cannot keep so much, whichever request says so"],
  P04: ["[P04] merged cells, asking for which empties Excel's undo"],
  P07: ["[P07] where Ctrl+Z took the run back and left what is kept beside the sheets"],
  P09: ["[P09][P26] a rule of a person's own whose properties Excel cannot tell"],
  P11: ["[P11][P12] a filtered sheet", "[P11] filters the ledger"],
  P12: ["[P11][P12] a filtered sheet"],
  P13: ["[P13] has one formula in each live column, the same in every row"],
  P15: [
    "[P15][P51] what Excel refuses while it writes",
    "[P15] is refused where the sheet has no room, or anything stands in the way",
    "[P15] a ledger with merged cells beside its rows",
  ],
  P16: [
    "[P16] names a heading that did not come to stand, for by it the column is found again",
    "[P16] takes everything back where a cell holds something else than was written, and names it",
  ],
  P17: [
    "[P17] reads back whatever way a day is written",
    "[P17] judges a workbook of the 1904 date system as the same workbook of 1900",
    "[P17] shows its days as days once the ledger is annotated again",
  ],
  P18: ["[P18] are problems where Excel has rounded the id already", "[P18] stays text: %j"],
  P19: ["[P19] takes no more requests than six and one for 20,000 cells, none above 4 MB"],
  P20: ["[P20] cells that hold more than one answer of Excel may carry"],
  P21: ["[P21] is read in a dozen requests where one cell strayed %s"],
  P23: [
    "[P23] use allowed functions alone, and are short enough for the formula bar",
    "[P23][P28] of the conditional formats parse and use allowed functions alone where they colour %s",
  ],
  P24: ["[P24] moves the clocks on by themselves: tomorrow shows one day less, without another run"],
  P25: ["[P25][P27] that are equal stay, copies and fragments go, missing ones come"],
  P26: ["[P09][P26] a rule of a person's own whose properties Excel cannot tell"],
  P27: ["[P25][P27] that are equal stay, copies and fragments go, missing ones come"],
  P28: ["[P23][P28] of the conditional formats parse and use allowed functions alone where they colour %s"],
  P29: [
    "[P29] is refused while the user is typing in a cell",
    "[P29][P31] %s loses nothing of an annotation, and reads why",
  ],
  P30: ["[P30] comes while another workbook is in front"],
  P31: ["[P31] a protected sheet", "[P29][P31] %s loses nothing of an annotation, and reads why"],
  P32: ["[P32] an old .xls"],
  P33: ["[P33] says that there is nothing to take back, whatever the part holds", "[P33] where %s"],
  P38: [
    "[P38] prints on A4 with its number at the head and pages at the foot, as wide as the paper without being fitted",
  ],
  P42: [
    "[P42] an old web view is told which version is needed",
    "[P42] so is one that cannot read patterns which look behind: it would not even read the pane's script",
    "[P42] an Excel with too few members gets the same page",
  ],
  P43: [
    "[P43] Office that never becomes ready is reported after two reloads",
    "[P43] Office that is not ready in time is given two more starts by itself",
  ],
  P44: ["[P44] brings all that Office.js looks for in Excel on Windows, Mac and the web"],
  P45: ["[P45] writes for a share what has Windows trust it, and refuses a path on a disk"],
  P46: ["[P46] asks for its guard by a name that changes with what the guard does"],
  P47: ["[P47] after %s leaves a workbook that equals the one that never met us"],
  P48: ["[P48] says so before it writes, and goes on without undo where the reader wants that"],
  P49: ["[P49] reaches nothing but its own server, and for Office.js of %s %s"],
  P50: ["[P50] a web view that refuses to keep anything gets no automatic start, but is told"],
  P51: ["[P15][P51] what Excel refuses while it writes"],
  P52: ["[P52] is worked by keys alone"],
  P53: ["[P53] shows the customer of the row that was right-clicked"],
  P54: ["[P54] is refused for an address without a certificate, and leads its manifest to one that has one"],
};

/** What the add-in never asks of Excel, Office or the web view, because it bites. */
const avoided: Readonly<Record<string, RegExp>> = {
  P03: /\.(unprotect|protect)\(|\b(sheet|worksheet)\.(name|position|visibility) = |\.(copy|save)\(\)|insertWorksheets/,
  P05: /requestUpdate|ribbon\.request/,
  P06: /Office\.context\.document\.(?!url\b)|bindings\b|setSelectedDataAsync/,
  P08: /\.visibility = |"VeryHidden"/,
  P10: /CustomFunctions|customFunctions/,
  P12: /clearCriteria|clearColumnCriteria|clearFilters|reapply/,
  P14: /\.rows\.add\(/,
  P15: /\.insert\("|InsertShiftDirection/,
  P21: /getEntireColumn|getRange\("[A-Z]+:[A-Z]+"\)/,
  P22: /\.track\(|trackedObjects/,
  P27: /conditionalFormats\.clearAll/,
  P28: /(formulas?|numberFormat)Local\b/,
  P34: /\.on[A-Z]\w*\.add\(|enableEvents/,
  P35: /\b(window\.)?(alert|confirm|prompt)\(/,
  P36: /createObjectURL|window\.open\(|\bdownload=/,
  P37: /window\.print\(/,
  P39: /FromBase64/,
  P41: /pushState|replaceState/,
  P47: /workbook\.settings|Office\.context\.document\.settings|AutoShowTaskpane/,
  P50: /localStorage/,
  P51: /error\.message|debugInfo/,
};

const root = path.resolve(__dirname, "..");

function filesUnder(folder: string): readonly string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(name) : [name];
  });
}

describe("the pitfalls of real Excel", () => {
  const titles = testSources(tables);
  const addIn = ["excel", "app", "taskpane", "commands", "domain"].flatMap((layer) => filesUnder(`src/${layer}`));
  const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

  it.each(Object.entries(shownBy))("%s is kept from us, as tests show that exist", (_pitfall, wanted) => {
    expect(wanted.filter((title) => !titles.includes(`"${title}"`))).toEqual([]);
  });

  it.each(Object.entries(avoided))("%s is kept from us, for nothing of ours asks for it", (_pitfall, asked) => {
    expect(addIn.filter((file) => asked.test(read(file)))).toEqual([]);
  });

  it("P30 meets a person's click alone: nothing else selects or turns to a sheet", () => {
    const selecting = addIn.filter((file) => file.startsWith("src/excel/") && /\.(select|activate)\(/.test(read(file)));
    expect(selecting).toEqual(["src/excel/goTo.ts"]);
  });

  it("P40 leaves lists with a bar to scroll by that web views show", () => {
    expect(read("src/taskpane/parts/LongList.tsx")).toContain('overflowY: "scroll"');
  });

  it("P32 P45 P46 are told to whoever installs: no .xls, a share by its network path, one manifest for good", () => {
    const readme = read("README.md");
    expect(readme).toMatch(/\.xls Excel greys add-ins out: save it as \.xlsx/);
    expect(readme).toMatch(/`\\\\server\\share`/);
    expect(readme).toMatch(/support(s|ed) this for testing alone/);
    expect(read("manifest.xml")).toContain("<Id>7d3c0f52-8b0e-4a57-9c1e-5f6a2e9b41d8</Id>");
  });

  it("are all looked at, and a test that names one is in the table", () => {
    const looked = new Set([...Object.keys(shownBy), ...Object.keys(avoided), "P30", "P40"]);
    const all = Array.from({ length: 54 }, (_, index) => `P${String(index + 1).padStart(2, "0")}`);
    expect(all.filter((pitfall) => !looked.has(pitfall))).toEqual([]);
    const named = [...titles.matchAll(/"((?:\[P\d\d\])+[^"]*)"/g)].map(([, title]) => title ?? "");
    const missing = named.filter((title) =>
      [...title.matchAll(/\[(P\d\d)\]/g)].some(([, pitfall]) => shownBy[pitfall ?? ""]?.includes(title) !== true),
    );
    expect(missing).toEqual([]);
  });
});
