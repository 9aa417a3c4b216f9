import { createRequire } from "node:module";
import { parseApiVersion } from "../../../src/embedded/client/apiSets";
import { connect } from "../../../src/embedded/client/node";
import { embeddedExcel } from "../../../src/embedded/excel";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import { opened, TODAY } from "../workbooks";

const library = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");

type Script = (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown;

/** One behaviour of Excel: a script, and what it is to show. */
export interface Behaviour {
  /** The requirement set of the newest member that the script uses: nothing newer is there while it runs. */
  readonly set: string;
  /** The page of Microsoft's reference, below https://learn.microsoft.com/javascript/api/excel/. */
  readonly page: string;
  /** What the first sheet holds from A1 on. */
  readonly cells?: unknown[][];
  readonly does?: Script;
  /** What is looked at, once after the script and once after saving and opening again. */
  readonly shows: Script;
  readonly expected: unknown;
  /** For what Excel does not keep in the file, such as the selection. */
  readonly isOfTheSession?: boolean;
}

function run(script: Script): Promise<unknown> {
  return Excel.run(async (context) => {
    const answer = await script(context, context.workbook.worksheets.getFirst());
    await context.sync();
    return answer;
  });
}

/** States a behaviour as a test: played in its own set, and looked at again after saving and opening. */
export function conforms(title: string, behaviour: Behaviour): void {
  const { set, page, cells, does, shows, expected, isOfTheSession = false } = behaviour;
  it(`${title} [ExcelApi ${set}, ${page}]`, async () => {
    const book = blankBook();
    const api = Math.max(5, parseApiVersion(set) ?? 0);
    connect(embeddedExcel(book, { today: () => TODAY, api }), library);
    if (cells !== undefined) {
      await run((_context, sheet) => {
        const range = sheet.getRange("A1").getResizedRange(cells.length - 1, (cells[0]?.length ?? 1) - 1);
        range.values = cells;
      });
    }
    if (does !== undefined) await run(does);
    expect(await run(shows)).toEqual(expected);
    if (isOfTheSession) return;
    connect(embeddedExcel(opened(book.save()), { today: () => TODAY, api }), library);
    expect(await run(shows)).toEqual(expected);
  });
}

/** States that Excel refuses a script, and with which code. */
export function refuses(
  title: string,
  { set, page, cells, does }: Omit<Behaviour, "shows" | "expected">,
  code: string,
): void {
  it(`${title} [ExcelApi ${set}, ${page}]`, async () => {
    connect(embeddedExcel(blankBook(), { today: () => TODAY, api: parseApiVersion(set) ?? 0 }), library);
    if (cells !== undefined) {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("A1").getResizedRange(cells.length - 1, (cells[0]?.length ?? 1) - 1).values = cells;
        await context.sync();
      });
    }
    const refused = Excel.run(async (context) => {
      await does?.(context, context.workbook.worksheets.getItem("Sheet1"));
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code });
  });
}

type Loadable<Item> = Item & { load(names: string): unknown };

/** Loads properties of an object and gives them as a plain one. */
export async function look<Item extends object, Name extends keyof Item & string>(
  context: Excel.RequestContext,
  item: Loadable<Item>,
  ...names: readonly Name[]
): Promise<Pick<Item, Name>> {
  item.load(names.join(","));
  await context.sync();
  return Object.fromEntries(names.map((name) => [name, item[name]])) as Pick<Item, Name>;
}

/** One property of an object. */
export async function lookAt<Item extends object, Name extends keyof Item & string>(
  context: Excel.RequestContext,
  item: Loadable<Item>,
  name: Name,
): Promise<Item[Name]> {
  return (await look(context, item, name))[name];
}
