import { daySerial, type Day } from "../loan/day";
import { loanClasses, type LoanClass } from "../loan/loanClass";
import { money, type Money } from "../loan/money";
import { riskGroups } from "../risk/group";
import { visitStatuses } from "../visits/duty";
import type { SnapshotLine } from "./snapshot";
import type { Fall, Rise, StandingChanges } from "./standing";

const statuses = visitStatuses;
const whole = (number: number) => number.toString(36);

/** A line as text: group, class, status, drawdowns, balance, clauses, and what became worse. */
export function lineText({ group, loanClass, status, drawdowns, balance, clauses, fell, rose }: SnapshotLine): string {
  const classAt = loanClass === undefined ? "-" : String(loanClasses.indexOf(loanClass));
  const fallen = fell && [loanClasses.indexOf(fell.from), fell.on, fell.since].map(whole).join("~");
  const risen = rose && [rose.from, rose.drawdowns, rose.on, rose.since].map(whole).join("~");
  const head = `${group}${classAt}${String(statuses.indexOf(status))}${whole(drawdowns)}`;
  const all = [head, whole(balance), clauses.join(","), fallen ?? "", risen ?? ""];
  return all.join(" ").trimEnd();
}

const number = (text: string | undefined): number =>
  /^-?[0-9a-z]{1,11}$/.test(text ?? "") ? parseInt(text ?? "", 36) : NaN;
const day = (text: string | undefined): Day | undefined => {
  const serial = number(text);
  return serial > 0 && serial < 2_958_466 ? daySerial(serial) : undefined;
};
const amount = (text: string | undefined): Money | undefined => {
  const fen = number(text);
  return Number.isSafeInteger(fen) ? money(fen) : undefined;
};
const classAt = (sign: string | undefined): LoanClass | undefined => loanClasses[Number(sign)];

function fallIn(text: string): Fall | undefined {
  const [at, was, first] = text.split("~");
  const [from, on, since] = [classAt(at), day(was), day(first)];
  return from === undefined || on === undefined || since === undefined ? undefined : { from, on, since };
}

function riseIn(text: string): Rise | undefined {
  const [was, many, seen, first] = text.split("~");
  const [from, drawdowns, on, since] = [amount(was), number(many), day(seen), day(first)];
  if (from === undefined || on === undefined || since === undefined || Number.isNaN(drawdowns)) return undefined;
  return { from, drawdowns, on, since };
}

/** Group, class, status and drawdowns; undefined where one of them was broken. */
function headIn(head: string) {
  const group = riskGroups.find((one) => one === head[0]);
  const [status, drawdowns] = [statuses[Number(head[2])], number(head.slice(3))];
  if (group === undefined || status === undefined || Number.isNaN(drawdowns)) return undefined;
  return { group, loanClass: classAt(head[1]), status, drawdowns };
}

/** The line that a text holds; undefined where it was broken. */
export function parseLine(text: string): SnapshotLine | undefined {
  const [head = "", sum, clauses = "", fallen = "", risen = ""] = text.split(" ");
  const [known, balance] = [headIn(head), amount(sum)];
  if (known === undefined || balance === undefined) return undefined;
  return { ...known, balance, clauses: clauses === "" ? [] : clauses.split(","), ...worseIn(fallen, risen) };
}

function worseIn(fallen: string, risen: string): StandingChanges {
  const [fell, rose] = [fallIn(fallen), riseIn(risen)];
  return { ...(fell === undefined ? {} : { fell }), ...(rose === undefined ? {} : { rose }) };
}
