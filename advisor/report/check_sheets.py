"""The sheets for who checks the answer: what would change it, and every quantity with its formula and source."""

from __future__ import annotations

from advisor.check.rows import CheckPage
from advisor.check.text import cells, headings
from advisor.matters.page import Bar, MattersPage
from advisor.matters.table import choices, columns

from ..evidence import Advice
from ..language import translate
from .colors import GRID, INK, MUTED, line_color
from .sheets import UPRIGHT_COLUMN, Book, Cell, Label, Number

CHART_WIDTH = 616
BAR_HEIGHT, LEAST_HEIGHT = 26, 260
"""Pixels of a chart's bar with its gap, and the least of a whole chart."""


def matters_sheet(book: Book, advice: Advice) -> None:
    """Write how far each input moves the gain of distilling, where the choice changes, and every sample of it."""
    page = advice.pages["matters"]
    assert isinstance(page, MattersPage)
    sheet = book.sheet(
        translate("Workbook", "What matters", "name of a sheet"),
        (UPRIGHT_COLUMN, 3, 34, 14, 14, 20, 14, 20, 14, 14, 46, 60),
        upright=True,
    )
    sheet.words(page.question, "title")
    sheet.words(page.sentence, "sentence")
    sheet.skip()
    top = sheet.row
    moved, there = translate("Workbook", "Input, moved alone"), translate("Workbook", "Input there")
    heads = (
        moved,
        translate("Workbook", "Kind"),
        translate("Workbook", "Gain at worst, nats per token"),
        there,
        translate("Workbook", "Gain at best, nats per token"),
        there,
        translate("Workbook", "Change at worst, against this plan"),
        translate("Workbook", "Change at best, against this plan"),
        translate("Workbook", "The choice changes"),
        translate("Workbook", "Its range and why"),
    )
    first = sheet.table(heads, [_bar(bar, page.plan_gain) for bar in page.bars], 2)
    sheet.freeze(first, repeated=False)
    below = sheet.row
    if page.bars:
        chart = book.workbook.add_chart({"type": "bar"})
        last = first + len(page.bars) - 1
        for column, key in ((8, "supervised"), (9, page.key)):
            chart.add_series(
                {
                    "name": [sheet.name, first - 1, column],
                    "categories": [sheet.name, first, 2, last, 2],
                    "values": [sheet.name, first, column, last, column],
                    "fill": {"color": line_color(key)},
                    "border": {"none": True},
                    "overlap": 100,
                    "gap": 40,
                }
            )
        chart.set_title({"name": page.question, "overlay": False, "name_font": {"size": 12, "color": INK}})
        chart.set_x_axis(
            {
                "name": translate("Workbook", "Change of the gain of distilling, nats per token (zero: this plan)"),
                "name_font": {"size": 10, "bold": False, "color": MUTED},
                "num_format": "0.000",
                "num_font": {"size": 9, "color": MUTED},
                "major_gridlines": {"visible": True, "line": {"color": GRID}},
            }
        )
        chart.set_y_axis(
            {
                "name": moved,
                "name_font": {"size": 10, "bold": False, "color": MUTED},
                "num_font": {"size": 9, "color": INK},
                "reverse": True,
                "crossing": "max",
                "label_position": "low",
                "major_gridlines": {"visible": False},
            }
        )
        chart.set_legend({"position": "bottom", "font": {"size": 9, "color": INK}})
        height = max(LEAST_HEIGHT, 130 + BAR_HEIGHT * len(page.bars))
        chart.set_size({"width": CHART_WIDTH, "height": height})
        options = {"description": page.sentence[:250], "object_position": 3}
        sheet.worksheet.insert_chart(top, 0, chart, options)
    # On paper the chart and its sentence; the numbers are for the screen.
    sheet.worksheet.print_area(0, 0, max(sheet.row, top + 30), 0)
    sheet.row = below + 1
    label = translate("Workbook", "Gain of distilling in this plan")
    gain = (Label(label, "strong"), "", Number(page.plan_gain, "loss", strong=True))
    sheet.cells(sheet.row, 2, gain)
    sheet.row += 1
    for region in page.regions:
        ends = (Number(region.low, "loss"), "", Number(region.high, "loss"))
        label = translate("Workbook", "{choice}: gain from and to").format(choice=region.label)
        sheet.cells(sheet.row, 2, (label, "", *ends))
        sheet.row += 1
    for note in (page.law_caption, *page.footer):
        sheet.cells(sheet.row, 2, (Label(f"{note.rstrip('.')}.", "muted"),))
        sheet.row += 1
    sheet.skip()
    sheet.cells(sheet.row, 2, (Label(translate("Workbook", "Every sample"), "section"),))
    sheet.row += 1
    rows = [row for bar in page.bars for row in _samples(bar)]
    label, field, *numbers = columns()
    sheet.table((label, *numbers, field), rows, 2)


def _bar(bar: Bar, gain: float) -> tuple[Cell, ...]:
    return (
        Label(bar.label, "strong" if bar.changes else "body"),
        translate("Workbook", "Plan") if bar.group == "plan" else translate("Workbook", "Law"),
        Number(bar.least.gain, "loss"),
        bar.least.text,
        Number(bar.most.gain, "loss"),
        bar.most.text,
        Number(bar.least.gain - gain, "loss"),
        Number(bar.most.gain - gain, "loss"),
        "; ".join(bar.changes) or translate("Workbook", "No"),
        bar.detail,
    )


def _samples(bar: Bar) -> list[tuple[Cell, ...]]:
    return [
        (
            bar.label,
            Number(float(value)),
            translate("Workbook", "yes") if i == bar.planned else "",
            Number(float(bar.distilled[i]), "loss"),
            Number(float(bar.direct[i]), "loss"),
            Number(float(bar.gains[i]), "loss"),
            choices()[bar.methods[i]],
            bar.teachers[i],
            Label(bar.key, "muted"),
        )
        for i, value in enumerate(bar.values)
    ]


def check_sheet(book: Book, advice: Advice) -> None:
    """Write every quantity with its symbol, value, formula, inputs and source."""
    page = advice.pages["check"]
    assert isinstance(page, CheckPage)
    sheet = book.sheet(translate("Workbook", "Check", "name of a sheet"), (26, 12, 44, 24, 20, 16, 44, 60, 50, 26))
    sheet.words(page.question, "title", 6)
    sheet.words(page.sentence, "sentence", 6)
    sheet.skip()
    rows: list[tuple[Cell, ...]] = []
    for group in page.groups:
        rows += [(Label(group.title, "muted"), "", Label(text)) for text in group.text.splitlines()]
        for one in group.rows:
            symbol, meaning, text, _, unit, *rest = cells(one)
            rows.append((Label(group.title, "muted"), symbol, meaning, text, Number(one.value), unit, *rest))
    sheet.freeze(sheet.table(headings(), rows), 3)
