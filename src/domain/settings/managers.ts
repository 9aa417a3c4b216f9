import { normalisedName } from "../ledger/customers";
import type { Customer, Drawdown, Ledger } from "../ledger/ledger";
import { plainText } from "../ledger/text";
import type { Settings } from "./settings";

type Aliases = Settings["managerAliases"];

/** One line of the list of aliases. */
export interface AliasPair {
  readonly alias: string;
  readonly name: string;
}

const tidy = (name: string): string => normalisedName(plainText(name));

function wrongPair(alias: string, name: string, known: string | undefined): string | undefined {
  if (name === "") return `客户经理别名“${alias}”没有写对应姓名`;
  if (alias === "") return `对应姓名“${name}”旁边没有写别名`;
  return known === undefined || known === name
    ? undefined
    : `客户经理别名“${alias}”已对应“${known}”，不能再对应“${name}”`;
}

/** The aliases of a list, and its lines that cannot be used. A name beside itself says nothing. */
export function aliasesFrom<Pair extends AliasPair>(
  pairs: readonly Pair[],
): { readonly aliases: Aliases; readonly wrong: readonly { readonly pair: Pair; readonly message: string }[] } {
  const aliases = new Map<string, string>();
  const wrong: { pair: Pair; message: string }[] = [];
  for (const pair of pairs) {
    const [alias, name] = [tidy(pair.alias), tidy(pair.name)];
    if (alias === name) continue;
    const message = wrongPair(alias, name, aliases.get(alias));
    if (message === undefined) aliases.set(alias, name);
    else wrong.push({ pair, message });
  }
  return { aliases, wrong };
}

/** Whose name is meant: the person's that an alias stands for, else the name as it stands. */
export function managerMeant(name: string, { managerAliases }: Pick<Settings, "managerAliases">): string {
  return managerAliases.size === 0 ? name : (managerAliases.get(tidy(name)) ?? name);
}

/** The ledger with the account managers' own names in the place of their aliases. */
export function withManagers(ledger: Ledger, settings: Settings): Ledger {
  if (settings.managerAliases.size === 0) return ledger;
  const meant = (drawdown: Drawdown): Drawdown =>
    drawdown.manager === undefined ? drawdown : { ...drawdown, manager: managerMeant(drawdown.manager, settings) };
  const customers = ledger.customers.map((customer): Customer => ({
    ...customer,
    drawdowns: customer.drawdowns.map(meant),
  }));
  return { ...ledger, customers };
}
