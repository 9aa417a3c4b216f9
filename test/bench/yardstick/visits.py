"""How often a customer is to be seen, and the facts from which its clocks run."""

from collections import namedtuple
from functools import lru_cache

from .cells import add_months
from .judge import GROUPS

LONGEST_MONTH = 31
STRICT_MONTHS = 3

Clocks = namedtuple("Clocks", "contact on_site last_contact last_on_site first_check_from maturity_check_for")


class Planner:
    """Holds the bank's numbers for all customers of a ledger."""

    def __init__(self, settings):
        self.settings, self.as_of = settings, settings.as_of
        self.key_balance = settings["重点客户线"] * 1_000_000
        self.near_until = self.as_of + settings["临近到期天数"]
        self.new_since = add_months(self.as_of, -settings["新客户期限"])
        self.short_months = settings["短期贷款期限"]
        self.notice = settings["到期检查提前"]
        words = settings.words("高危行业") + settings.words("退出类行业")
        self.is_high_risk = lru_cache(maxsize=None)(lambda industry: any(word in industry for word in words))

    def is_short(self, drawdown):
        first, last = drawdown.disbursed, drawdown.matures
        if first is None or last is None or last - first > LONGEST_MONTH * self.short_months:
            return False
        return last <= add_months(first, self.short_months)

    def intervals(self, customer, live, judgement):
        """Months between contacts and between visits on site: the matrix, then the strictest modifier."""
        settings, group = self.settings, judgement.group
        contact, on_site = settings.pairs[f"{GROUPS[group]} · {customer.type}"]
        if any(self.is_high_risk(drawdown.industry) for drawdown in live):
            on_site = min(on_site, settings["高危行业上门间隔（C组起）" if group > "B" else "高危行业上门间隔"])
        if judgement.balance >= self.key_balance:
            on_site = min(on_site, settings["重点客户上门间隔"])
        if all(d.disbursed is not None and d.disbursed > self.new_since for d in customer.drawdowns):
            on_site = min(on_site, settings["新客户上门间隔"])
        if any(d.matures is not None and self.as_of <= d.matures <= self.near_until for d in live):
            contact, on_site = (min(months, settings["临近到期间隔"]) for months in (contact, on_site))
        if any(self.is_short(drawdown) for drawdown in live):
            contact, on_site = min(contact, settings["短期贷款联系间隔"]), min(on_site, settings["短期贷款上门间隔"])
        if settings["严格2–3月上门"] == "是":
            on_site = min(on_site, STRICT_MONTHS)
        return contact, on_site

    def clocks(self, customer, live, judgement):
        """Intervals, last days, and the days that still ask for a first check and a check before maturity."""
        every = customer.drawdowns
        on_site = max((d.last_on_site for d in every if d.last_on_site and d.last_on_site <= self.as_of), default=None)
        contact = max((d.last_contact for d in every if d.last_contact and d.last_contact <= self.as_of), default=None)
        unchecked = (d.disbursed for d in live if d.disbursed and d.disbursed > (on_site or 0))
        maturing = (d.matures for d in live if d.matures and d.matures - self.notice > (contact or 0))
        return Clocks(
            *self.intervals(customer, live, judgement),
            *(contact, on_site, min(unchecked, default=None), min(maturing, default=None)),
        )
