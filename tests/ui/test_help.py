"""Help: what the program says of itself is true, and every text opens."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from advisor import __version__
from tests.ui.panel_bench import EXAMPLE
from ui.about import LICENCES, HelpDialog, about_text, reading_text
from ui.compute_runner import ComputeRunner
from ui.document import Document
from ui.icons import APP_ICON_EDGES, app_icon
from ui.main_window import MainWindow
from ui.settings import MemoryStore, Settings

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_about_names_law_set_and_everything_it_uses(qapp: QApplication) -> None:
    said = about_text("My set <1>")
    assert "2502.08606" in said
    assert "My set &lt;1&gt;" in said
    assert f" {__version__}<" in said
    used = " ".join(name.lower() for name, _ in LICENCES)
    for requirement in PROJECT["dependencies"]:
        name = requirement.split(";")[0].split(">")[0].split("=")[0].split("-")[0].strip().lower()
        assert name in used, name
    for _, licence in LICENCES:
        assert licence in said


@pytest.mark.parametrize(("action", "words"), [("about", "2502.08606"), ("reading", reading_text()[3:40])])
def test_help_opens_beside_the_work(qtbot: Any, action: str, words: str) -> None:
    window = MainWindow(Document(EXAMPLE), ComputeRunner(lambda plan, should_stop: None), Settings(MemoryStore()))
    qtbot.addWidget(window)
    window.show()
    getattr(window.actions_by_name, action).trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert words in dialog.text.text()
    dialog.close()
    assert window.runner.shut_down()


def test_the_programs_icon_is_drawn_in_every_size(qapp: QApplication) -> None:
    icon = app_icon()
    assert [size.width() for size in sorted(icon.availableSizes(), key=lambda size: size.width())] == [*APP_ICON_EDGES]
    for edge in APP_ICON_EDGES:
        picture = icon.pixmap(edge, edge).toImage()
        middle = picture.pixelColor(edge * 6 // 16, edge * 9 // 16)
        assert middle.alpha() == 255
