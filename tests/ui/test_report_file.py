"""The PDF as other programs find it: who made it, its fonts; and the layout with longer words and decimal commas."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtGui import QPageSize

from advisor.language import Language, use
from advisor.plan_file import example_plans, load_plan
from advisor.report.document import ReportRequest, make_report
from advisor.report.plain_text import PROGRAM
from tests.ui.pseudo_language import PSEUDO
from ui.report_layout import ReportLayout
from ui.report_pdf import A4, DPI, LETTER, pdf_bytes
from ui.report_pieces import RANGE_ROW, RangesPiece

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def longer() -> Any:
    """The pseudo-language with a decimal comma."""
    use(replace(PSEUDO, decimal_mark=",", group_mark="."))
    yield
    use(Language())


def test_title_author_and_fonts_are_in_the_file(qapp: Any) -> None:
    plan = load_plan(example_plans()[0][1])[0]
    report = make_report(ReportRequest(plan, DAY))
    data = pdf_bytes(report)
    author = re.search(rb"/Author \((.*?)\)\n", data)
    title = re.search(rb"/Title \((.*?)\)\n", data, re.DOTALL)
    assert author is not None and title is not None
    assert author.group(1).removeprefix(b"\xfe\xff").replace(b"\0", b"").decode("latin-1") == PROGRAM
    assert report.title.split()[0].encode("utf-16-be") in title.group(1)
    descriptors = data.count(b"/Type /FontDescriptor")
    assert descriptors and len(re.findall(rb"/FontFile[23]? ", data)) == descriptors


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_longer_words_and_decimal_commas_keep_the_layout(qapp: Any, longer: Any, paper: Any) -> None:
    size = QPageSize(paper).size(QPageSize.Unit.Inch) * DPI
    for _, path in example_plans():
        layout = ReportLayout(make_report(ReportRequest(load_plan(path)[0], DAY)), size)
        for number, page in enumerate(layout.pages):
            rects = [placed.rect for placed in page.placed]
            assert all(above.bottom() <= below.top() + 0.01 for above, below in pairwise(rects))
            assert rects[-1].bottom() <= size.height() - 54, (path, number)
            for placed in page.placed:
                if isinstance(placed.piece, RangesPiece):
                    assert all(text.height <= RANGE_ROW for text in placed.piece.texts[:-1])
        assert re.search(r"\d,\d{3}", " ".join(layout.pages[0].texts()))
