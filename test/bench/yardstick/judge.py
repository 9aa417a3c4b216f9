"""The risk group of a customer with its reasons, and its warnings: the strictest of its drawdowns decides.

Rules whose facts have no column in this ledger (interest in arrears, extensions, restructuring) are left out:
they cost our program a look at a column that is not there.
"""

from collections import namedtuple
from decimal import ROUND_HALF_UP, Decimal

from .cells import CLASSES

GROUPS = {"A": "A 低风险", "B": "B 正常", "C": "C 关注", "D": "D 高风险", "E": "E 不良"}
BLUE, YELLOW, ORANGE, RED = range(4)
LEVELS = "蓝黄橙红"
GROUP_BY_LEVEL = {YELLOW: "C", ORANGE: "D", RED: "E"}
SUBSTANDARD = 2
TECHNICAL_DAYS = 7
LONGEST = 200
MONEY = ("存单", "国债", "保证金", "存款")
HOMES = ("住宅", "住房", "商品房", "公寓")

Reason = namedtuple("Reason", "level clause text")
Judgement = namedtuple("Judgement", "group reasons warnings balance")


def level_of(reason):
    return reason.level


def keep_worst(by_clause, reason):
    known = by_clause.setdefault(reason.clause, reason)
    if known.level < reason.level:
        by_clause[reason.clause] = reason


def percent(share):
    rounded = Decimal(share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded.normalize():f}"


def joined(reasons):
    """Weightiest first, no longer than a cell can be read."""
    said = ""
    for index, reason in enumerate(reasons):
        longer = f"{said};{reason.clause} {reason.text}" if index else f"{reason.clause} {reason.text}"
        if len(longer) > LONGEST and index:
            return f"{said};等{len(reasons)}项"
        said = longer
    return said


def days_past_due(drawdown, as_of):
    """As the ledger says, else counted from the maturity."""
    if drawdown.overdue is not None or drawdown.matures is None:
        return drawdown.overdue or 0
    return max(0, as_of - drawdown.matures)


def class_floor(days, is_renewed):
    """At least this class, by 风险分类办法: the boundaries are exclusive."""
    if days > 360:
        return 4
    if days > 270:
        return 3
    if days > 90:
        return 2
    return 1 if days > 0 or is_renewed else 0


class Judge:
    """Holds the bank's numbers for all customers of a ledger."""

    def __init__(self, settings):
        self.as_of = settings.as_of
        self.small = settings["小额线"] * 1_000_000
        self.yellows = settings["黄色信号升级数"]
        self.maturing, self.maturing_soon = settings["到期预警"], settings["到期黄色预警"]
        self.bad_share = settings["不良债权占比线"] / 100
        self.home, self.other = settings["抵押率上限（住宅）"] / 100, settings["抵押率上限（其他）"] / 100
        self.red_line = settings["抵押率红线"] / 100
        spans = zip(("逾期一段（黄）", "逾期二段（黄）", "逾期三段（橙）"), ("L01", "L02", "L03"), (YELLOW, YELLOW, ORANGE))
        self.spans = [(*settings.pairs[label], clause, level) for label, clause, level in spans]
        self.spans += [(91, 270, "L04", RED), (271, 360, "L05", RED), (361, float("inf"), "L05", RED)]

    def judge(self, customer, live):
        """Group, reasons, warnings and balance of a customer by its live drawdowns."""
        balance = sum(drawdown.owed for drawdown in live)
        days = [days_past_due(drawdown, self.as_of) for drawdown in live]
        floors = [class_floor(past, drawdown.is_renewed) for drawdown, past in zip(live, days)]
        credit = []
        share = self.non_performing(live, floors) if customer.type == "法人(大中型)" else 0
        if share > self.bad_share:
            floors = [max(floor, SUBSTANDARD) for floor in floors]
            said = f"R7.2 不良债权占{percent(share)}%(>{percent(self.bad_share)}%)，建议全部至少次级"
            credit.append(Reason(RED, "L12", said))
        signals, process = self.worst_signals(live, days, floors)
        credit += signals
        classes = list(dict.fromkeys(d.loan_class for d in live if d.loan_class is not None))
        if len(classes) > 1:
            said = "同一客户分类不一致：" + "、".join(CLASSES[one] for one in classes)
            credit.append(Reason(YELLOW, "L13", said))
        group, reasons = self.group(customer, live, balance, sorted(credit, key=level_of, reverse=True))
        told = sorted([*credit, *process], key=level_of, reverse=True)
        warnings = f"【{LEVELS[told[0].level]}】{joined(told)}" if told else None
        return Judgement(group, joined(reasons), warnings, balance)

    @staticmethod
    def non_performing(live, floors):
        total = sum(drawdown.owed for drawdown in live)
        bad = sum(d.owed for d, floor in zip(live, floors) if max(d.loan_class or 0, floor) >= SUBSTANDARD)
        return bad / total if total > 0 else 0

    def worst_signals(self, live, days, floors):
        """Of each clause the worst alone, the drawdown longest past due first: those that decide the group, and the others."""
        credit, process = {}, {}
        for drawdown, past, floor in sorted(zip(live, days, floors), key=lambda fact: -fact[1]):
            for reason in self.signals(drawdown, past, floor):
                keep_worst(credit, reason)
            maturing = self.maturity(drawdown)
            if maturing:
                keep_worst(process, maturing)
        return credit.values(), process.values()

    def signals(self, drawdown, past, floor):
        """The credit signals of one drawdown, in the order of their clauses."""
        for first, last, clause, level in self.spans:
            if first <= past <= last:
                yield Reason(level, clause, f"逾期{past}天(>{first - 1})")
        if drawdown.matures is not None and drawdown.matures < self.as_of and drawdown.owed > 0:
            yield Reason(ORANGE, "L07", f"到期{self.as_of - drawdown.matures}天未还(>0)")
        loan_class = drawdown.loan_class
        if loan_class is not None:
            if loan_class < floor:
                is_technical = 0 < past <= TECHNICAL_DAYS and floor == 1 and not drawdown.is_renewed
                excepted = f"（{TECHNICAL_DAYS}天内技术性逾期可除外）" if is_technical else ""
                said = f"台账分类{CLASSES[loan_class]}，建议至少{CLASSES[floor]}{excepted}"
                yield Reason(YELLOW if is_technical else RED, "L09", said)
            if loan_class == 1:
                yield Reason(YELLOW, "L10", "已列关注")
            elif loan_class >= SUBSTANDARD:
                yield Reason(RED, "L11", f"已列{CLASSES[loan_class]}")
        if drawdown.is_renewed:
            yield Reason(YELLOW, "L19", "借新还旧")
        if drawdown.collateral_value and drawdown.balance is not None:
            ratio = drawdown.balance / drawdown.collateral_value
            limit = self.home if any(word in drawdown.collateral for word in HOMES) else self.other
            if ratio > limit or ratio > self.red_line:
                level, limit = (RED, self.red_line) if ratio > self.red_line else (YELLOW, limit)
                yield Reason(level, "L22", f"抵押率{percent(ratio)}%(>{percent(limit)}%)")

    def maturity(self, drawdown):
        """A process signal: it warns, and leaves the group alone."""
        if drawdown.matures is None or not 0 <= drawdown.matures - self.as_of <= self.maturing:
            return None
        days = drawdown.matures - self.as_of
        level = YELLOW if days <= self.maturing_soon else BLUE
        return Reason(level, "L08", f"{days}天后到期(≤{self.maturing})")

    def group(self, customer, live, balance, credit):
        """The group by the worst credit signal; without one A where the whole is small or secured by money, else B."""
        if credit:
            yellows = len({reason.clause for reason in credit})
            if credit[0].level == YELLOW and yellows >= self.yellows:
                credit = [Reason(ORANGE, "F4", f"黄色信号{yellows}个(≥{self.yellows})"), *credit]
            return GROUP_BY_LEVEL[credit[0].level], credit
        is_known = all(d.loan_class is not None or d.overdue is not None for d in live)
        if is_known and all("质押" in d.guarantee and any(word in d.collateral for word in MONEY) for d in live):
            return "A", [Reason(BLUE, "A1", "存单、国债或保证金质押")]
        if is_known and balance <= self.small:
            return "A", [Reason(BLUE, "A2", f"无信号，余额不超过{self.small // 1_000_000}万元")]
        said = "无信号，个人消费或按揭" if customer.type == "个人消费/按揭" else "无信号"
        return "B", [Reason(BLUE, "B1", said)]
