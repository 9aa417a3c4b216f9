import type { SettingsSeen } from "../../app/saveSettings";
import type { CellValue } from "../../domain/ledger/cells";
import { defaultSettings } from "../../domain/settings/defaults";
import { applyEdits, type Edits } from "../../domain/settings/edits";
import { typed, type SettingField } from "../../domain/settings/field";
import { settingField } from "../../domain/settings/fields";
import type { Settings } from "../../domain/settings/settings";

/** What was changed in the form and is not saved yet: texts of fields by their ids, and whole lists. */
export interface Form {
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: Omit<Edits, "values">;
}

export const untouchedForm: Form = { texts: new Map(), lists: {} };

/** What a field says before anything is typed: what stands in its cell, usable or not. */
function standing({ settings, problems }: SettingsSeen, { id, shown }: SettingField): CellValue {
  const problem = problems.find(({ fields, found }) => found !== undefined && fields.includes(id));
  return problem?.found ?? shown(settings);
}

/** The text that a field shows. */
export function textIn(seen: SettingsSeen, { texts }: Form, field: SettingField): string {
  return texts.get(field.id) ?? String(standing(seen, field));
}

/** The form with another text in a field; a text that says what stands there is no change. */
export function withText(seen: SettingsSeen, form: Form, { id, text }: { id: string; text: string }): Form {
  const field = settingField.get(id);
  const texts = new Map(form.texts);
  if (field !== undefined && String(standing(seen, field)) === text) texts.delete(id);
  else texts.set(id, text);
  return { ...form, texts };
}

/** The default of a field as it is shown. */
export const defaultText = ({ shown }: SettingField): string => String(shown(defaultSettings));

/** What the form asks to be set. */
export function editsOf({ texts, lists }: Form): Edits {
  const values = [...texts].map(([id, text]): [string, CellValue] => {
    const field = settingField.get(id);
    return [id, field === undefined ? text : typed(field, text)];
  });
  return { ...lists, values: new Map(values) };
}

/** How many things the form changes. */
export const changesIn = ({ texts, lists }: Form): number => texts.size + Object.keys(lists).length;

/** The settings that the form asks for, and what is wrong with them: by field, and for the whole. */
export interface Checked {
  readonly settings: Settings;
  readonly byField: ReadonlyMap<string, string>;
  /** What is wrong in the lists, by its cell where it stands on the sheet, and what concerns no single field. */
  readonly others: readonly string[];
}

/** Checks what the form asks for, as saving will. */
export function checkForm(seen: SettingsSeen, form: Form): Checked {
  const edits = editsOf(form);
  const { settings, wrong } = applyEdits(seen.settings, edits);
  const standingWrong = seen.problems.filter(
    ({ found, fields }) => found !== undefined && !fields.some((id) => edits.values.has(id)),
  );
  const byField = new Map<string, string>();
  for (const { fields, message } of [...standingWrong, ...wrong]) for (const id of fields) byField.set(id, message);
  const inLists = standingWrong.filter(({ fields }) => fields.length === 0);
  const ofAll = wrong.filter(({ fields }) => fields.length === 0);
  const others = [
    ...inLists.map(({ address, message }) => `${address} ${message}。请在工作表上改正，再点“重新读取”。`),
    ...ofAll.map(({ message }) => message),
  ];
  return { settings, byField, others };
}

/** A form with the edits of a file laid over it. */
export function withEdits(seen: SettingsSeen, form: Form, { values, ...lists }: Edits): Form {
  const filled = [...values].reduce((next, [id, value]) => withText(seen, next, { id, text: String(value) }), form);
  return { texts: filled.texts, lists: { ...filled.lists, ...lists } };
}
