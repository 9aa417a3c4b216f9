import fc from "fast-check";
import { isFormula } from "../../../src/domain/change/content";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { addDays, day, daySerial, formatDay, OFFSET_1904, weekday, type Day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { applyEdits, fieldsBetween, noEdits, type Edits } from "../../../src/domain/settings/edits";
import { settingFields } from "../../../src/domain/settings/fields";
import type { SettingField } from "../../../src/domain/settings/field";
import { parseHolidays } from "../../../src/domain/settings/parseHolidays";
import { planSheet } from "../../../src/domain/settings/planSheet";
import { readSettings, readSettingsSheet } from "../../../src/domain/settings/readSettings";
import type { Settings } from "../../../src/domain/settings/settings";
import { parseSettingsFile, settingsFile } from "../../../src/domain/settings/settingsFile";
import { settingsSheet } from "../../../src/domain/settings/settingsSheet";

const TODAY = day("2026-11-23");

function shown(settings: Settings, dateSystem: 1900 | 1904 = 1900): CellValue[][] {
  const today: number = dateSystem === 1904 ? TODAY - OFFSET_1904 : TODAY;
  return settingsSheet(settings, dateSystem).cells.map((row) => row.map((cell) => (isFormula(cell) ? today : cell)));
}

function valueOf({ shape, unit }: SettingField): fc.Arbitrary<CellValue> {
  if (shape.kind === "switch") return fc.constantFrom("是", "否");
  if (shape.kind === "words") {
    return fc
      .uniqueArray(fc.constantFrom("建筑", "钢贸", "煤炭", "光伏制造"), { maxLength: 4 })
      .map((words) => words.join("、"));
  }
  const { least, most, whole } = shape;
  const from = unit === "%" ? Math.max(least, 1) : least;
  if (whole === "no") return fc.integer({ min: from * 100, max: most * 100 }).map((hundredths) => hundredths / 100);
  const integers = fc.integer({ min: Math.ceil(least), max: most });
  return whole === "yes" ? integers : fc.oneof(integers, fc.constantFrom(0.1, 0.5, 0.9));
}

const SATURDAY = daySerial(46_354);
const days = (from: Day): fc.Arbitrary<ReadonlySet<Day>> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 40 })
    .map((weeks) => new Set(weeks.map((week) => addDays(from, 7 * week))));

/** Any settings that contradict themselves nowhere. */
const someEdits: fc.Arbitrary<Edits> = fc
  .record({
    values: fc.uniqueArray(
      fc
        .constantFrom(...settingFields)
        .chain((field) => valueOf(field).map((value): [string, CellValue] => [field.id, value])),
      { selector: ([id]) => id, maxLength: 60 },
    ),
    holidays: days(addDays(SATURDAY, 2)),
    workedWeekends: days(SATURDAY),
    managerAliases: fc.constantFrom(
      new Map(),
      new Map([
        ["小张", "张三"],
        ["张三(二部)", "张三"],
      ]),
    ),
  })
  .map(({ values, ...lists }) => ({ ...lists, values: new Map(values) }));

const someSettings: fc.Arbitrary<Settings> = someEdits
  .map((edits) => applyEdits(defaultSettings, edits))
  .filter(({ wrong }) => wrong.length === 0)
  .map(({ settings }) => settings);

function lists({ calendar, managerAliases }: Settings): unknown {
  const sorted = (of: ReadonlySet<Day>) => [...of].sort();
  return [sorted(calendar.holidays), sorted(calendar.workedWeekends), [...calendar.years].sort(), [...managerAliases]];
}

function expectSame(read: Settings, wanted: Settings): void {
  expect(fieldsBetween(read, wanted)).toEqual([]);
  expect(lists(read)).toEqual(lists(wanted));
}

describe("settings", () => {
  it("are what their sheet says, in both date systems", () => {
    expect(weekday(SATURDAY)).toBe(6);
    fc.assert(
      fc.property(someSettings, fc.constantFrom<1900 | 1904>(1900, 1904), (settings, dateSystem) => {
        const read = readSettings(shown(settings, dateSystem), dateSystem);
        if (!read.ok) throw new Error(JSON.stringify(read.because));
        expectSame(read.value, settings);
      }),
      { numRuns: 60 },
    );
  });

  it("are what their file says", () => {
    fc.assert(
      fc.property(someSettings, someSettings, (settings, other) => {
        const parsed = parseSettingsFile(settingsFile(settings));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.because));
        const { settings: read, wrong } = applyEdits(other, parsed.value);
        expect(wrong).toEqual([]);
        expectSame(read, settings);
      }),
      { numRuns: 60 },
    );
  });

  it("are put into a sheet that says something else, cell by cell, and a second time nothing is left to do", () => {
    fc.assert(
      fc.property(someSettings, someSettings, (before, after) => {
        const cells = shown(before);
        const fields = new Set(fieldsBetween(before, after));
        for (const change of planSheet({ values: cells, contents: cells }, { settings: after, fields }, 1900)) {
          if (change.kind !== "cells") throw new Error(change.kind);
          change.after.forEach((content, index) => {
            const row = (cells[change.firstRow + index] ??= []);
            if (!isFormula(content)) row[change.column] = content;
          });
        }
        const read = readSettings(cells, 1900);
        if (!read.ok) throw new Error(JSON.stringify(read.because));
        expectSame(read.value, after);
        expect(planSheet({ values: cells, contents: cells }, { settings: after, fields }, 1900)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("of an older sheet take the defaults for lines it lacks, and gain them below the others", () => {
    const isNew = /^逾期|退出类行业|重点客户户数|集团客户/;
    const old = shown(defaultSettings).map((row) =>
      row.slice(0, 9).map((cell, column) => (column < 6 && isNew.test(String(row[0])) ? "" : cell)),
    );
    expect(readSettings(old, 1900)).toMatchObject({ ok: true, value: { pastDue: defaultSettings.pastDue } });
    const changes = planSheet({ values: old, contents: old }, { settings: defaultSettings, fields: new Set() }, 1900);
    const added = changes.flatMap((change) => (change.kind === "cells" && change.column === 0 ? change.after : []));
    expect(added).toEqual([
      ...["补充的设置", "逾期一段（黄）", "逾期二段（黄）", "逾期三段（橙）"],
      ...["补充的设置", "重点客户户数", "退出类行业", "补充的设置", "集团客户算重点"],
    ]);
    expect(changes.every((change) => change.kind === "cells" && change.before.every((cell) => cell === ""))).toBe(true);
  });
});

describe("values that contradict each other are refused by name", () => {
  const said = (values: readonly (readonly [string, CellValue])[]) =>
    applyEdits(defaultSettings, { values: new Map(values) }).wrong.map(({ message }) => message);
  it.each([
    ["a gap between spans", [["逾期二段（黄） 至", 20]], "“逾期二段（黄）”与“逾期三段（橙）”之间空缺第 21 至 30 天"],
    ["an overlap of spans", [["逾期二段（黄） 从", 6]], "“逾期一段（黄）”与“逾期二段（黄）”重叠第 6 至 7 天"],
    [
      "a gap before what regulation sets",
      [["逾期三段（橙） 至", 60]],
      "“逾期三段（橙）”与“逾期 91 天以上（红）”之间空缺第 61 至 90 天",
    ],
    ["days before the first span", [["逾期一段（黄） 从", 3]], "“逾期 0 天”与“逾期一段（黄）”之间空缺第 1 至 2 天"],
    ["a span that ends before it begins", [["逾期一段（黄） 从", 8]], "“逾期一段（黄）”的起始天数大于截止天数"],
    ["reminders that overlap", [["近期提醒", 30]], "“近期提醒”应小于“远期提醒”，否则两段重叠"],
    ["warnings of maturity", [["到期预警", 5]], "“到期黄色预警”应小于或等于“到期预警”，否则两段重叠"],
    ["limits of loan to value", [["抵押率红线", 65]], "“抵押率上限（住宅）”应小于或等于“抵押率红线”，否则两段重叠"],
  ] as const)("%s", (_name, values, message) => {
    expect(said(values)).toContain(message);
  });

  it.each([
    ["B 正常 · 小微法人 上门", 1.5, "满 1 个月的应为整月数"],
    ["近期提醒", 2.5, "应为整数"],
    ["小额线", "三十", "应为 0 到 100000 之间的数"],
    ["整行着色", "好", "应填 是 或 否"],
    ["没有的项", 1, "没有“没有的项”这一项设置"],
  ])("%s = %s", (id, value, message) => {
    expect(said([[id, value]]).join()).toContain(message);
  });

  it("names the cell on the sheet", () => {
    const cells = shown({ ...defaultSettings, pastDue: { ...defaultSettings.pastDue, middle: { from: 8, to: 20 } } });
    const row = cells.findIndex(([label]) => label === "逾期二段（黄）");
    expect(readSettingsSheet(cells, 1900).problems.map(({ address }) => address)).toEqual([
      `贷后设置!C${String(row + 1)}`,
    ]);
  });

  it("a chain of aliases, and a worked day that is a holiday or no weekend", () => {
    const edits: Edits = {
      ...noEdits,
      managerAliases: new Map([
        ["小张", "张三"],
        ["张三", "张三丰"],
      ]),
      holidays: new Set([day("2027-01-02")]),
      workedWeekends: new Set([day("2027-01-02"), day("2027-01-05")]),
    };
    expect(applyEdits(defaultSettings, edits).wrong.map(({ message }) => message)).toEqual([
      "2027-01-02 既在“节假日”又在“调休上班日”中",
      "“调休上班日”中的 2027-01-05 不是周六或周日",
      expect.stringContaining("请直接对应到最终的姓名"),
    ]);
  });
});

describe("a file of settings", () => {
  it.each([
    ["text", "不是导出的贷后设置"],
    ["[1]", "不是导出的贷后设置"],
    ['{"贷后设置": 9}', "第 9 版"],
    ['{"贷后设置": 1, "近期题醒": 5}', "没有“近期题醒”这一项设置"],
    ['{"贷后设置": 1, "近期提醒": "五"}', "“近期提醒”应为 0 到 60 之间的数，现在是“五”"],
    ['{"贷后设置": 1, "近期提醒": null}', "“近期提醒”应为"],
    ['{"贷后设置": 1, "节假日": ["2027-02-30"]}', "“2027-02-30”不是日期"],
    ['{"贷后设置": 1, "客户经理别名": {"小张": 3}}', "没有写对应姓名"],
  ])("%s is refused by name", (text, message) => {
    const parsed = parseSettingsFile(text);
    expect(parsed.ok ? "" : parsed.because.join()).toContain(message);
  });
});

describe("[C.2] a pasted list of holidays", () => {
  const list = (text: string, year?: number) => {
    const { free, worked, problems } = parseHolidays(text, year);
    const sorted = (of: ReadonlySet<Day>) =>
      [...of].sort((one, other) => one - other).map((one) => formatDay(one).slice(2));
    return { free: sorted(free), worked: sorted(worked), problems };
  };
  const newYear = { free: ["26-01-01", "26-01-02", "26-01-03"], worked: ["26-01-04"], problems: [] };
  it.each([
    ["一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。", 2026],
    ["2026年1月1日至3日放假，1月4日（星期日）上班", undefined],
    ["2026-01-01至2026-01-03\n调休上班：2026-01-04", undefined],
    ["2026.1.1-1.3 休；2026.1.4 班", undefined],
    ["2026/1/1~2026/1/3\n2026/1/4 上班", undefined],
    ["20260101-20260103\n补班 20260104", undefined],
    ["2026-01-01\t休\n2026-01-02\t休\n2026-01-03\t休\n2026-01-04\t班", undefined],
    ["元旦\t2026-01-01\t2026-01-03\n2026-01-04 上班", undefined],
    ["1月1日—1月3日放假\n1月4日上班", 2026],
    ["2026年\n1月1日、1月2日、1月3日放假。1月4日上班", 2026],
    ["２０２６年１月１日－３日放假，１月４日补班", undefined],
  ])("%j", (text, year) => {
    expect(list(text, year)).toEqual(newYear);
  });

  it("takes the year's notice whole and finds what the built-in table holds", () => {
    const notice = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;
    const { free, worked, problems, years } = parseHolidays(notice, 2026);
    const in2026 = (of: ReadonlySet<Day>) => [...of].filter((one) => formatDay(one).startsWith("2026")).sort();
    expect([problems, years]).toEqual([[], [2026]]);
    expect([...free].sort()).toEqual(in2026(defaultSettings.calendar.holidays));
    expect([...worked].sort()).toEqual(in2026(defaultSettings.calendar.workedWeekends));
  });

  it.each([
    ["2月30日放假", 2026, "不是有效的日期"],
    ["1月1日放假", undefined, "不是有效的日期"],
    ["1月3日至1日放假", 2026, "不是有效的日期"],
    ["1月1日放假，1月5日上班", 2026, "不是周六或周日"],
    ["", 2026, "没有读到放假日期"],
    ["12345", 2026, "看不懂"],
  ])("names what it cannot take: %s", (text, year, message) => {
    expect(list(text, year).problems.join("；")).toContain(message);
  });
});
