"""The ledger of a sheet: its heading row and columns, its drawdowns, customer by customer."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from .cells import CellReader, day_of, text

FIELDS = [
    "客户名称", "客户号", "客户类型", "所属行业", "借据号", "贷款品种", "贷款金额", "贷款余额", "发放日", "到期日",
    "担保方式", "抵押物", "评估价值", "五级分类", "逾期天数", "是否借新还旧", "上次回访日期", "回访方式",
]  # fmt: skip
YUAN_IN = {"元": 1, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
UNIT = re.compile(r"[(（](.*?)[)）]")
NO_DRAWDOWN = ("合计", "小计", "总计", "其中")
COMPANY = re.compile("有限责任公司|股份有限公司|有限公司")


@dataclass(slots=True)
class Drawdown:
    row: int
    amount: int | None
    balance: int | None
    disbursed: int | None
    matures: int | None
    loan_class: int | None
    overdue: int | None
    collateral_value: int | None
    collateral: str
    guarantee: str
    industry: str
    is_renewed: bool
    last_contact: int | None
    last_on_site: int | None

    @property
    def is_live(self):
        return self.balance != 0

    @property
    def owed(self):
        return self.amount or 0 if self.balance is None else self.balance


@dataclass(slots=True)
class Customer:
    name: str
    number: str | None
    type: str
    drawdowns: list = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    sheet: object
    header: int
    last_column: int
    name_column: int
    last_row: int
    customers: list
    problems: list


@lru_cache(maxsize=None)
def customer_type(said, product):
    """The type as 贷后设置 calls it, by what the ledger says of the customer."""
    if re.search("小微企业主|个体|农户|商户", said):
        return "个人经营"
    if re.search("小微|小型|微型|小企业", said):
        return "小微法人"
    if not re.search("个人|自然人|对私|零售", said):
        return "法人(大中型)"
    if re.search("经营|生产", said):
        return "个人经营"
    if re.search("消费|按揭|住房", said):
        return "个人消费/按揭"
    return "个人经营" if re.search("经营|生产|周转|种植|养殖|流动资金", product) else "个人消费/按揭"


@lru_cache(maxsize=None)
def is_remote(method):
    return re.search("电话|微信|视频|短信|线上|非现场|远程", method) is not None and "上门" not in method


def find_header(sheet):
    """The row of headings, and each field's column and unit."""
    for row, values in enumerate(sheet.iter_rows(max_row=30, values_only=True), 1):
        headings = [str(value or "") for value in values]
        plain = [UNIT.sub("", heading) for heading in headings]
        if all(name in plain for name in FIELDS):
            columns = {name: plain.index(name) + 1 for name in FIELDS}
            units = {name: UNIT.search(headings[column - 1]) for name, column in columns.items()}
            factors = {name: YUAN_IN.get(unit[1], 1) if unit else 1 for name, unit in units.items()}
            return row, columns, factors
    raise SystemExit("没有找到台账：前 30 行中没有一行含有 " + "、".join(FIELDS))


class Customers:
    """Gathers drawdowns by customer number, else by name; says what looks like a slip."""

    def __init__(self, reader, columns):
        self.reader, self.columns = reader, columns
        self.by_key, self.by_name, self.by_loose_name, self.notes = {}, {}, {}, {}

    def add(self, drawdown, name, number, kind, product):
        key = number or name
        customer = self.by_key.get(key)
        if customer is None:
            customer = self.by_key[key] = Customer(name, number, customer_type(kind or "", product or ""))
            self.compare_names(customer, drawdown.row)
        customer.drawdowns.append(drawdown)

    def compare_names(self, customer, row):
        other = self.by_name.setdefault(customer.name, customer)
        if other is not customer:
            sentence = f"“{customer.name}”还有另一个客户号（{other.number}），按两户判断，请核实。"
            self.reader.complain(row, self.columns["客户号"], sentence)
        alike = self.by_loose_name.setdefault(COMPANY.sub("公司", customer.name), customer)
        if alike.name != customer.name:
            sentence = f"“{customer.name}”与“{alike.name}”可能是同一客户，暂按两户判断，请核实。"
            self.reader.complain(row, self.columns["客户名称"], sentence)

    def note(self, note, row):
        first = self.notes.setdefault(note, row) if note else row
        if first != row:
            self.reader.complain(row, self.columns["借据号"], f"借据号“{note}”与第 {first} 行重复，请核实。")


def compare_cells(reader, columns, drawdown, balance, as_of):
    """What is odd between the cells of one row; its balance is quoted as it stands there."""
    row = drawdown.row
    if drawdown.disbursed and drawdown.matures and drawdown.matures < drawdown.disbursed:
        reader.complain(row, columns["到期日"], f"到期日 {day_of(drawdown.matures)} 早于发放日，请核实。")
    if drawdown.amount and drawdown.balance and drawdown.balance > drawdown.amount:
        reader.complain(row, columns["贷款余额"], f"余额 {balance} 大于贷款金额，请核实。")
    if drawdown.last_contact and drawdown.last_contact > as_of:
        sentence = f"回访日期 {day_of(drawdown.last_contact)} 晚于基准日，未计入。"
        reader.complain(row, columns["上次回访日期"], sentence)


def read_ledger(sheet, as_of):
    """The drawdowns below the headings, customer by customer, and what is wrong with cells."""
    header, columns, factors = find_header(sheet)
    reader = CellReader(sheet.title)
    customers = Customers(reader, columns)
    pick = itemgetter(*(columns[name] - 1 for name in FIELDS))
    last_column, last_row = sheet.max_column, header

    def amount(name, value, row):
        return reader.amount(value, row, columns[name], factors[name])

    for row, values in enumerate(sheet.iter_rows(min_row=header + 1, values_only=True), header + 1):
        (
            name, number, kind, industry, note, product, paid, balance, disbursed, matures,
            guarantee, collateral, worth, loan_class, overdue, renewed, visit, method,
        ) = pick(values)  # fmt: skip
        name = text(name)
        if name is None or name.startswith(NO_DRAWDOWN):
            continue
        last_row = row
        last_visit = reader.day(visit, row, columns["上次回访日期"])
        drawdown = Drawdown(
            row=row,
            amount=amount("贷款金额", paid, row),
            balance=amount("贷款余额", balance, row),
            disbursed=reader.day(disbursed, row, columns["发放日"]),
            matures=reader.day(matures, row, columns["到期日"]),
            loan_class=reader.loan_class(loan_class, row, columns["五级分类"]),
            overdue=reader.days(overdue, row, columns["逾期天数"]),
            collateral_value=amount("评估价值", worth, row),
            collateral=collateral or "",
            guarantee=guarantee or "",
            industry=industry or "",
            is_renewed=text(renewed) in ("是", "续贷", "借新还旧"),
            last_contact=last_visit,
            last_on_site=None if method and is_remote(method) else last_visit,
        )
        compare_cells(reader, columns, drawdown, balance, as_of)
        customers.add(drawdown, name, text(number), kind, product)
        customers.note(text(note), row)
    problems = [sentence for *_, sentence in sorted(reader.problems)]
    found = list(customers.by_key.values())
    return Ledger(sheet, header, last_column, columns["客户名称"], last_row, found, problems)
