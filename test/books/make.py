"""Writes workbooks as banks have them: a small loan ledger each, among what else Excel and WPS put into a file.

Usage: python3 make.py FOLDER [--seed N] [--rows N] [BOOK ...]
The same seed and rows give the same workbooks. All names in them are invented.
"""

import argparse
import io
import random
import struct
import zlib
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

import parts as hand

AS_OF = date(2026, 11, 23)
CLASSES = ["正常", "正常", "正常", "关注", "次级"]
PLACES = ["云岭", "溪口", "松台", "梅坪", "石桥", "青浦", "东塘", "北山"]
TRADES = ["样品商行", "样品加工厂", "样品贸易公司", "样品农机站", "样品茶社"]


class Ledger:
    """The rows of a ledger, drawn anew for each workbook."""

    def __init__(self, rnd, rows):
        self.headings = [
            rnd.choice(["客户名称", "借款人名称"]),
            "借据号",
            "五级分类",
            "贷款余额(元)",
            "发放日期",
            "到期日期",
            "逾期天数",
            "上次回访日期",
        ]
        self.rows = [self.row(rnd, index) for index in range(rows)]

    @staticmethod
    def row(rnd, index):
        loan_class = rnd.choice(CLASSES)
        late = 0 if loan_class == "正常" else rnd.randint(1, 200)
        maturity = AS_OF - timedelta(days=late) if late else AS_OF + timedelta(days=rnd.randint(5, 700))
        return [
            rnd.choice(PLACES) + rnd.choice(TRADES) + str(index + 1),
            f"JJ{index + 1:06d}",
            loan_class,
            rnd.randint(5, 900) * 10_000 + rnd.choice([0, 0, 1234.56]),
            maturity - timedelta(days=rnd.randint(60, 900)),
            maturity,
            late,
            AS_OF - timedelta(days=rnd.randint(1, 300)),
        ]

    def write(self, sheet, book, first=0, days_as_text=False):
        """Puts heading and rows on a sheet, from a row on; tells the last row, 0-based."""
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        money = book.add_format({"num_format": "#,##0.00"})
        bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
        sheet.write_row(first, 0, self.headings, bold)
        for down, row in enumerate(self.rows, first + 1):
            for right, value in enumerate(row):
                if isinstance(value, date) and days_as_text:
                    sheet.write_string(down, right, value.isoformat())
                elif isinstance(value, date):
                    sheet.write_datetime(down, right, datetime.combine(value, datetime.min.time()), day)
                elif right == 3:
                    sheet.write_number(down, right, value, money)
                else:
                    sheet.write(down, right, value)
        sheet.set_column(0, 0, 22)
        return first + len(self.rows)


def picture():
    """A PNG of two by two points."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    lines = b"".join(b"\x00" + bytes([200, 30, 30, 30, 30, 200]) for _ in range(2))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def rules(book, rnd, ledger):
    """Every kind of conditional format, every kind of validation."""
    sheet = book.add_worksheet("台账")
    lists = book.add_worksheet("名单")
    lists.write_column(0, 0, ["正常", "关注", "次级"])
    last = ledger.write(sheet, book)
    red = book.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE"})
    kinds = [
        (3, {"type": "cell", "criteria": "between", "minimum": 100_000, "maximum": 900_000, "format": red}),
        (5, {"type": "time_period", "criteria": "last month", "format": red}),
        (3, {"type": "average", "criteria": "above", "format": red}),
        (0, {"type": "duplicate", "format": red}),
        (1, {"type": "unique", "format": red}),
        (3, {"type": "top", "value": 3, "format": red}),
        (3, {"type": "bottom", "value": 10, "criteria": "%", "format": red}),
        (0, {"type": "text", "criteria": "containing", "value": "云岭", "format": red}),
        (0, {"type": "text", "criteria": "not containing", "value": "商行", "format": red}),
        (0, {"type": "text", "criteria": "begins with", "value": "溪", "format": red}),
        (0, {"type": "text", "criteria": "ends with", "value": "1", "format": red}),
        (7, {"type": "blanks", "stop_if_true": True, "format": red}),
        (7, {"type": "no_blanks", "format": red}),
        (6, {"type": "errors", "format": red}),
        (6, {"type": "no_errors", "format": red}),
        (3, {"type": "2_color_scale"}),
        (6, {"type": "3_color_scale", "mid_type": "percentile", "mid_value": rnd.randint(30, 70)}),
        (3, {"type": "data_bar"}),
        (6, {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_negative_color": "#FF0000"}),
        (6, {"type": "icon_set", "icon_style": "3_traffic_lights"}),
        (2, {"type": "formula", "criteria": '=AND($C2="次级",$G2>90)', "format": red}),
    ]
    for column, kind in kinds:
        sheet.conditional_format(1, column, last, column, kind)
    checks = [
        (2, {"validate": "list", "source": ["正常", "关注", "次级", "可疑", "损失"]}),
        (3, {"validate": "decimal", "criteria": ">=", "value": 0, "error_title": "余额", "error_message": "不能是负数"}),
        (4, {"validate": "date", "criteria": "between", "minimum": date(2000, 1, 1), "maximum": date(2100, 1, 1)}),
        (6, {"validate": "integer", "criteria": ">=", "value": 0, "input_title": "逾期", "input_message": "整天数"}),
        (1, {"validate": "length", "criteria": "<=", "value": 20}),
        (0, {"validate": "custom", "value": "=LEN(A2)>1"}),
    ]
    for column, check in checks:
        sheet.data_validation(1, column, last, column, check)
    return lambda parts: hand.newer_rules(parts, "xl/worksheets/sheet1.xml", "名单")


def drawings(book, rnd, ledger):
    """Charts, a chart sheet, a picture, a text box, sparklines, notes."""
    sheet = book.add_worksheet("台账")
    last = ledger.write(sheet, book)
    side = book.add_worksheet("图")
    for place, kind in enumerate(["column", "line", "pie"]):
        chart = book.add_chart({"type": kind})
        chart.add_series({"categories": ["台账", 1, 0, last, 0], "values": ["台账", 1, 3, last, 3]})
        side.insert_chart(place * 16, 0, chart)
    own = book.add_chartsheet("余额图")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": ["台账", 1, 3, last, 3]})
    own.set_chart(chart)
    side.insert_image(0, 12, "mark.png", {"image_data": io.BytesIO(picture())})
    side.insert_textbox(6, 12, "内部资料，注意保密")
    side.write_row(50, 0, [rnd.randint(1, 9) for _ in range(6)])
    side.add_sparkline(50, 8, {"range": "图!A51:F51", "type": "column"})
    sheet.write_comment(1, 3, "按月末余额", {"author": "样本"})
    sheet.set_header("&L贷款台账&R&D")
    sheet.freeze_panes(1, 1)
    return None


def tables(book, rnd, ledger):
    """The ledger as a table with slicer buttons, and another table with totals."""
    sheet = book.add_worksheet("台账")
    last = ledger.write(sheet, book)
    columns = [{"header": heading} for heading in ledger.headings]
    sheet.add_table(0, 0, last, len(columns) - 1, {"name": "台账表", "columns": columns, "style": "Table Style Light 9"})
    other = book.add_worksheet("机构")
    branches = [["东支行", rnd.randint(1, 9)], ["西支行", rnd.randint(1, 9)]]
    total = sum(count for _, count in branches)
    other.add_table(
        1,
        1,
        4,
        2,
        {
            "name": "机构表",
            "total_row": True,
            "data": branches,
            "columns": [
                {"header": "机构", "total_string": "合计"},
                {"header": "户数", "total_function": "sum", "total_value": total},
            ],
        },
    )
    return lambda parts: hand.slicer(parts, "xl/worksheets/sheet1.xml", 1, ledger.headings[2])


def pivots(book, _rnd, ledger):
    """A pivot table over the ledger."""
    sheet = book.add_worksheet("台账")
    last = ledger.write(sheet, book)
    sheet.autofilter(0, 0, last, len(ledger.headings) - 1)
    counts = book.add_worksheet("透视")
    kinds = sorted({row[2] for row in ledger.rows})
    counts.write_row(2, 0, ["五级分类", "户数"])
    for down, kind in enumerate(kinds, 3):
        counts.write_row(down, 0, [kind, sum(row[2] == kind for row in ledger.rows)])
    counts.write_row(3 + len(kinds), 0, ["总计", len(ledger.rows)])
    rows = [[line[1], line[2]] for line in [ledger.headings, *ledger.rows]]
    return lambda parts: hand.pivot(parts, "xl/worksheets/sheet2.xml", ("台账", f"B1:C{last + 1}"), rows)


def comments(book, _rnd, ledger):
    """Notes and threads of comments on cells of the ledger."""
    sheet = book.add_worksheet("台账")
    ledger.write(sheet, book)
    text = "[线程批注]\n\n你的 Excel 版本可读取此线程批注。\n\n注释:\n    请核对余额"
    sheet.write_comment("D2", text, {"author": "tc={BBBBBBBB-0001-0000-0000-000000000001}"})
    sheet.write_comment("A3", "老客户")
    return lambda parts: hand.threads(parts, "xl/worksheets/sheet1.xml", "D2")


def guarded(book, rnd, ledger):
    """Protection, names of every scope, hidden and very hidden sheets, print areas, merged titles."""
    sheet = book.add_worksheet("台账")
    title = book.add_format({"bold": True, "align": "center", "font_size": 16})
    sheet.merge_range(0, 0, 0, len(ledger.headings) - 1, "样本银行贷款台账", title)
    last = ledger.write(sheet, book, first=1)
    sheet.autofilter(1, 0, last, len(ledger.headings) - 1)
    sheet.print_area(0, 0, last, 7)
    sheet.repeat_rows(0, 1)
    sheet.set_column(1, 1, 12, None, {"hidden": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    locked = book.add_worksheet("参数")
    locked.write_row(0, 0, ["利率", 0.0435])
    locked.protect("样本密码", {"format_cells": True})
    locked.unprotect_range("B1", "可改", None)
    for name in ["隐藏", "深藏"]:
        hidden = book.add_worksheet(name)
        hidden.write(0, 0, rnd.randint(1, 99))
        hidden.hide()
    book.define_name("利率", "=参数!$B$1")
    book.define_name("台账!本页合计", f"=SUM(台账!$D$3:$D${last + 1})")
    book.define_name("_隐名", "=1+1")
    book.define_name("常数", '="甲""乙"')
    return lambda parts: very_hidden(parts)


def very_hidden(parts):
    hand.change(parts, hand.WORKBOOK, 'name="深藏" sheetId="4" state="hidden"', 'name="深藏" sheetId="4" state="veryHidden"')
    hand.change(parts, hand.WORKBOOK, '<definedName name="_隐名">', '<definedName name="_隐名" hidden="1">')


def formulas(book, rnd, ledger):
    """Shared, array and dynamic formulas, rich and phonetic text, a calculation chain, text that looks like something else."""
    sheet = book.add_worksheet("台账")
    last = ledger.write(sheet, book)
    for row, line in enumerate(ledger.rows, 2):
        sheet.write_formula(f"I{row}", f"=D{row}*2", None, line[3] * 2)
    sheet.write(0, 8, "两倍余额")
    side = book.add_worksheet("计算")
    total = sum(line[3] for line in ledger.rows)
    side.write_array_formula("A1:A1", f"{{=SUM(台账!D2:D{last + 1}*1)}}", None, total)
    side.write_array_formula("B1:B2", "{=ROW(1:2)*10}", None, 10)
    side.write_number("B2", 20)
    side.write_dynamic_array_formula("C1", f"=LEN(台账!A2:A{last + 1})", None, len(ledger.rows[0][0]))
    for row, line in enumerate(ledger.rows[1:], 1):
        side.write_number(row, 2, len(line[0]))
    side.write_formula("D1", '=IFERROR(1/0,"错")', None, "错")
    side.write_formula("D2", "=1/0", None, "#DIV/0!")
    side.write_formula("D3", "=TRUE", None, True)
    bold, green = book.add_format({"bold": True}), book.add_format({"color": "green"})
    side.write_rich_string("E1", "前", bold, "粗体", green, "绿色", " 后 ")
    side.write_string("E2", "拓")
    side.write_string("E3", "0012")
    side.write_string("E4", "=不是公式")
    side.write_string("E5", " 前后空格 ")
    side.write_string("E6", "两\n行")
    side.write_string("E7", "_x000D_ 原样 <&>\"'")
    side.write_number("F1", rnd.random())
    side.write_number("F2", 1e-300)
    side.write_number("F3", 123456789012345678)
    side.write_url("G1", "https://bank.invalid/台账?a=1&b=2", None, "网址")

    def finish(parts):
        hand.shared_formulas(parts, "xl/worksheets/sheet1.xml", "I", 2, last + 1)
        hand.phonetic(parts, "拓")
        hand.calculation_chain(parts)

    return finish


def custom(book, _rnd, ledger):
    """Custom XML, properties, parts of WPS, a link to another workbook, what nobody knows."""
    sheet = book.add_worksheet("台账")
    ledger.write(sheet, book)
    book.set_custom_property("档案号", "2026-001")
    return hand.kept_apart


def days1904(book, _rnd, ledger):
    """Days that count from 1904."""
    ledger.write(book.add_worksheet("台账"), book)
    return None


def plain(book, _rnd, ledger):
    """Cells without address, shared text or format."""
    ledger.write(book.add_worksheet("台账"), book, days_as_text=True)
    return hand.plainest


def prefixed(book, _rnd, ledger):
    """Elements with a prefix."""
    sheet = book.add_worksheet("台账")
    last = ledger.write(sheet, book)
    sheet.conditional_format(1, 3, last, 3, {"type": "cell", "criteria": ">", "value": 5, "format": book.add_format({"bold": True})})
    sheet.data_validation(1, 2, last, 2, {"validate": "list", "source": CLASSES[2:]})
    book.define_name("甲", "=台账!$A$1")
    return hand.prefixed


def strict(book, _rnd, ledger):
    """Strict Open XML."""
    ledger.write(book.add_worksheet("台账"), book)
    return hand.strict


BOOKS = [rules, drawings, tables, pivots, comments, guarded, formulas, custom, days1904, plain, prefixed, strict]


def make(kind, seed, rows):
    """One workbook's bytes."""
    rnd = random.Random(f"{kind.__name__} {seed}")
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "date_1904": kind is days1904})
    book.set_properties({"created": datetime(2026, 1, 2), "author": "样本"})
    finish = kind(book, rnd, Ledger(rnd, rows))
    book.close()
    parts = hand.read(data.getvalue())
    if finish is not None:
        finish(parts)
    return hand.write(parts)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("folder", type=Path)
    words.add_argument("--seed", type=int, default=0)
    words.add_argument("--rows", type=int, default=5)
    words.add_argument("books", nargs="*")
    given = words.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for kind in BOOKS:
        if not given.books or kind.__name__ in given.books:
            (given.folder / f"{kind.__name__}.xlsx").write_bytes(make(kind, given.seed, given.rows))


main()
