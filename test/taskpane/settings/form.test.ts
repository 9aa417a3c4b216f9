import type { SettingsSeen } from "../../../src/app/saveSettings";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { settingField, settingFields } from "../../../src/domain/settings/fields";
import { parseSettingsFile, settingsFile } from "../../../src/domain/settings/settingsFile";
import {
  changesIn,
  checkForm,
  defaultText,
  editsOf,
  textIn,
  untouchedForm,
  withEdits,
  withText,
} from "../../../src/taskpane/settings/form";

const seen: SettingsSeen = { settings: defaultSettings, problems: [], sheet: undefined, dateSystem: 1900 };
const fieldOf = (id: string) => {
  const field = settingField.get(id);
  if (field === undefined) throw new Error(id);
  return field;
};
const type = (id: string, text: string, form = untouchedForm) => withText(seen, form, { id, text });

test("an untouched form shows what stands there and asks for nothing", () => {
  expect(settingFields.map((field) => textIn(seen, untouchedForm, field))).toEqual(settingFields.map(defaultText));
  expect(changesIn(untouchedForm)).toBe(0);
  expect(checkForm(seen, untouchedForm)).toMatchObject({ settings: defaultSettings, others: [] });
});

test("what is typed is asked for as a number; typing the old text again takes it back", () => {
  const form = type("小额线", "50");
  expect(editsOf(form).values).toEqual(new Map([["小额线", 50]]));
  expect(changesIn(type("小额线", "30", form))).toBe(0);
});

test.each([
  ["小额线", "很多", /应为 0 到 100000 之间的数，现在是“很多”/],
  ["重点客户户数", "1.5", /应为整数/],
  ["抵押率红线", "50", /应小于或等于“抵押率红线”/],
])("a wrong value of %s (%s) is said at the field", (id, text, message) => {
  expect(checkForm(seen, type(id, text)).byField.get(id)).toMatch(message);
});

test("an unusable cell of the sheet is shown as it is, and is put right by typing", () => {
  const problem = { address: "贷后设置!B20", message: "“小额线”不是数", fields: ["小额线"], found: "三十" };
  const broken: SettingsSeen = { ...seen, problems: [problem] };
  expect(textIn(broken, untouchedForm, fieldOf("小额线"))).toBe("三十");
  expect(checkForm(broken, untouchedForm).byField.get("小额线")).toBe("“小额线”不是数");
  const mended = withText(broken, untouchedForm, { id: "小额线", text: "30" });
  expect(checkForm(broken, mended).byField.size).toBe(0);
  expect(editsOf(mended).values).toEqual(new Map([["小额线", 30]]));
});

test("an unusable cell of a list is named by its cell, and where to put it right", () => {
  const problem = { address: "贷后设置!H12", message: "节假日应为日期，现在是“国庆”", fields: [], found: "国庆" };
  expect(checkForm({ ...seen, problems: [problem] }, untouchedForm).others).toEqual([
    "贷后设置!H12 节假日应为日期，现在是“国庆”。请在工作表上改正，再点“重新读取”。",
  ]);
});

test("a file of other settings fills the form, and only what differs counts as changed", () => {
  const other = { ...defaultSettings, wholeRowColour: true };
  const read = parseSettingsFile(settingsFile(other));
  if (!read.ok) throw new Error(read.because.join());
  const form = withEdits(seen, untouchedForm, read.value);
  expect([...form.texts]).toEqual([["整行着色", "是"]]);
  expect(checkForm(seen, form).settings.wholeRowColour).toBe(true);
});
