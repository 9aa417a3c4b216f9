"""Tells what openpyxl reads in workbooks, as JSON: cells, formats, rules, validations, merges and names.

Usage: python3 read.py WORKBOOK ...
"""

import json
import sys
import warnings
from datetime import date, datetime, time, timedelta

import openpyxl
from openpyxl.utils.datetime import to_excel

warnings.filterwarnings("ignore")


def plain(value, epoch):
    """A value as the file has it."""
    if isinstance(value, (date, datetime, time, timedelta)):
        return to_excel(value, epoch)
    return getattr(value, "text", value)


def names(book):
    """Names of the whole workbook; openpyxl lists them otherwise since 3.1."""
    listed = getattr(book.defined_names, "definedName", None)
    found = book.defined_names.values() if listed is None else listed
    return {name.name: name.attr_text for name in found if name.localSheetId is None and not name.name.startswith("_xlnm.")}


def colour(found):
    """#RRGGBB of a colour that is written out; anything else is not compared."""
    return "#" + found.rgb[2:] if found is not None and found.type == "rgb" else None


def look(cell):
    font, fill = cell.font, cell.fill
    return {
        "numberFormat": cell.number_format,
        "fontName": font.name,
        "fontSize": font.sz,
        "bold": bool(font.b),
        "italic": bool(font.i),
        "fontColor": colour(font.color),
        "fill": colour(fill.fgColor) if fill.patternType == "solid" else None,
    }


def cells(shown, said, epoch):
    found = {}
    for row in said.iter_rows():
        for cell in row:
            value = plain(cell.value, epoch)
            if value is None:
                continue
            formula = value if cell.data_type == "f" else None
            result = plain(shown[cell.coordinate].value, epoch)
            found[cell.coordinate] = {"value": result, "formula": formula, "look": look(cell)}
    return found


def sheet(shown, said, epoch):
    rules = [
        {"areas": sorted(str(area).split()[0] for area in found.sqref.ranges), "type": rule.type, "priority": rule.priority, "formulas": rule.formula}
        for found in said.conditional_formatting
        for rule in found.rules
    ]
    checks = [
        {"areas": sorted(str(area) for area in check.sqref.ranges), "type": check.type or "none", "formula": check.formula1}
        for check in said.data_validations.dataValidation
    ]
    return {
        "cells": cells(shown, said, epoch),
        "rules": sorted(rules, key=lambda rule: rule["priority"]),
        "checks": checks,
        "merges": sorted(str(area) for area in said.merged_cells.ranges),
        "state": said.sheet_state,
    }


def read(file):
    said = openpyxl.load_workbook(file)
    shown = openpyxl.load_workbook(file, data_only=True)
    sheets = {one.title: sheet(shown[one.title], one, said.epoch) for one in said.worksheets}
    return {"sheets": sheets, "names": names(said)}


print(json.dumps([read(file) for file in sys.argv[1:]], ensure_ascii=False))
