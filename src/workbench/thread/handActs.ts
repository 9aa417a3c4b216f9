import type { CellPlace, Hand } from "../../embedded/hand";
import type { ErrorCode } from "../../embedded/objects/refusal";
import type { HandAct } from "./messages";

type Act = (hand: Hand, place: CellPlace) => ErrorCode | undefined;

/** What the hand does at a cell without a word of text. */
export const handActs: Readonly<Record<Exclude<HandAct["does"], "type">, Act>> = {
  sortUp: (hand, place) => hand.sort(place, true),
  sortDown: (hand, place) => hand.sort(place, false),
  filter: (hand, place) => hand.filter(place),
  showAll: (hand, place) => hand.showAll(place),
  protectSheet: (hand, { sheet }) => hand.toggleProtection(sheet),
};
