"""The same annotation by openpyxl, the way a bank's own programmer would write it: the yardstick of the benchmark.

Usage: python3 annotate.py IN.xlsx OUT.xlsx 2026-11-23

Of the benchmark's ledger it leaves what our program leaves, cell by cell: the thirteen columns with their values,
formulas, formats, widths and hints, the conditional formats, the names, and the sheet 贷后设置; a test compares them.
It names the cells that it cannot read, and reads again what it wrote before it saves.

What it need not do, all in its favour: it knows its headings instead of recognising any ledger; it computes no
formula (Excel does, on opening) and therefore cannot count who is overdue; it keeps no record to undo the run by,
and no history of it; its sheet 贷后设置 does not check what somebody types into it.
"""

import gc
import sys
from collections import Counter
from datetime import date

from openpyxl import load_workbook

from yardstick.columns import annotate_columns
from yardstick.judge import GROUPS, Judge
from yardstick.ledger import read_ledger
from yardstick.rules import add_rules
from yardstick.settings import Settings, write_settings
from yardstick.visits import Planner

SHOWN_PROBLEMS = 20


def judged(ledger, settings):
    """Each customer with its judgement and its clocks; without them where nothing is owed any more."""
    judge, planner = Judge(settings), Planner(settings)
    for customer in ledger.customers:
        live = [drawdown for drawdown in customer.drawdowns if drawdown.is_live]
        if live:
            judgement = judge.judge(customer, live)
            yield customer, judgement, planner.clocks(customer, live, judgement)
        else:
            yield customer, None, None


def say(ledger, judgements, as_of):
    drawdowns = [drawdown for customer in ledger.customers for drawdown in customer.drawdowns]
    settled = sum(not drawdown.is_live for drawdown in drawdowns)
    groups = Counter(judgement.group for _, judgement, _ in judgements if judgement)
    print(f"基准日 {as_of}")
    print(f"{ledger.sheet.title}：{len(drawdowns)} 笔 / {len(ledger.customers)} 户（已结清 {settled} 笔）")
    for problem in ledger.problems[:SHOWN_PROBLEMS]:
        print(f"  {problem}")
    if len(ledger.problems) > SHOWN_PROBLEMS:
        print(f"  还有 {len(ledger.problems) - SHOWN_PROBLEMS} 处问题。")
    print("，".join(f"{said} {groups[group]} 户" for group, said in GROUPS.items()))


def main(source, target, day):
    # Nothing of a workbook becomes free before it is saved: looking for it again and again costs a fifth of the time.
    gc.disable()
    as_of = date.fromisoformat(day)
    settings = Settings(as_of)
    book = load_workbook(source)
    ledger = read_ledger(book.worksheets[0], settings.as_of)
    judgements = list(judged(ledger, settings))
    letters = annotate_columns(ledger, judgements)
    add_rules(ledger, letters)
    write_settings(book, settings)
    book.save(target)
    say(ledger, judgements, as_of)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(*sys.argv[1:4])
