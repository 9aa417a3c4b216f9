import type { Verb } from "./verb";
import { annotate } from "./verbs/annotate";
import { card } from "./verbs/card";
import { changes } from "./verbs/changes";
import { check } from "./verbs/check";
import { clear } from "./verbs/clear";
import { event } from "./verbs/event";
import { file } from "./verbs/file";
import { health } from "./verbs/health";
import { map } from "./verbs/map";
import { plan } from "./verbs/plan";
import { preview } from "./verbs/preview";
import { settings } from "./verbs/settings";
import { template } from "./verbs/template";
import { undo } from "./verbs/undo";
import { untrace } from "./verbs/untrace";
import { visit } from "./verbs/visit";
import { warn } from "./verbs/warn";

/** All that the command line can do, in the order of the usage. */
export const verbs: readonly Verb[] = [
  check,
  health,
  map,
  preview,
  annotate,
  changes,
  undo,
  clear,
  untrace,
  plan,
  visit,
  template,
  event,
  file,
  warn,
  card,
  settings,
];
