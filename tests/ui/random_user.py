"""Somebody who presses, clicks, drags, types and closes at random, the same way for the same seed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QUndoCommand, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from advisor.plan_file import example_plans, save_plan
from tests.advisor.random_plans import random_plan
from ui.charts import Chart
from ui.settings import TEXT_SIZES, Settings
from ui.windows import Windows

MOST_WINDOWS = 2
LONGEST_POPUP_MILLISECONDS = 150
TEXTS = (
    "", " ", "0", "-5", "nan", "inf", "1e308", "1e-308", "2e23", "7B", "300M", "1.5B", "2,5T", "3 weeks", "500 h", "64",
    "1.2.3", "1,234,567", "40 %", "١٢٣", "🦙", "中文", "é", "<b>%n</b>{x}", "=1+1", "'", "h100", "a100", "x" * 300,
    "\u202e12",
)  # fmt: skip
KEYS = (
    *(Qt.Key.Key_Tab,) * 4, *(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape) * 2, Qt.Key.Key_Backtab,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F1, Qt.Key.Key_F2,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_Comma, Qt.Key.Key_Period,
    Qt.Key.Key_E, Qt.Key.Key_B, Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_Menu,
)  # fmt: skip
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class RandomUser:
    """Uses windows at random; call `prepare` first, so that no question waits for an answer that never comes.

    Parameters
    ----------
    windows : Windows
        The program's windows, at least one of them open.
    settings : Settings
        What they remember.
    seed : int
        The same seed does the same, as far as the time that computations take allows.
    folder : Path
        Where files may be written.
    """

    def __init__(self, windows: Windows, settings: Settings, seed: int, folder: Path) -> None:
        self.windows = windows
        self.settings = settings
        self.folder = folder
        self.random = random.Random(seed)
        self.done: list[str] = []
        """What was done, step by step, for whoever looks for the step that broke something."""
        self.slow: list[tuple[float, str]] = []
        """Seconds of every single action, with its name."""
        self._hurry = QTimer()  # a tool button's menu waits for its choice before anything else can be done
        self._hurry.setInterval(LONGEST_POPUP_MILLISECONDS)
        self._hurry.timeout.connect(self._close_popup)
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (14, self._press),
            (14, self._click),
            (10, self._type),
            (10, self._drag),
            (6, self._wheel),
            (8, self._turn_page),
            (4, self._open_plan),
            (6, self._undo_or_redo),
            (4, self._resize),
            (2, self._change_looks),
            (9, self._menu),
            (6, self._close_something),
            (6, self._wait),
        )

    def prepare(self, replace: Callable[[object, str, object], None]) -> None:
        """Answer every question of the system's at random, by ``replace(owner, name, value)``."""

        def choose(*_: object, **__: object) -> tuple[str, str]:
            names = ("plan.distill", "report.pdf", "chart.svg", "chart.png", "chart.csv", "answer.json", "answer.xlsx")
            return ("" if self.random.random() < 0.5 else str(self.folder / self.random.choice(names)), "")

        def answer(*_: object, **__: object) -> QMessageBox.StandardButton:
            buttons = QMessageBox.StandardButton
            return self.random.choice((buttons.Discard, buttons.Cancel, buttons.Yes, buttons.No))

        replace(QFileDialog, "getSaveFileName", choose)
        replace(QFileDialog, "getOpenFileName", choose)
        replace(QMessageBox, "exec", answer)
        replace(QMessageBox, "question", answer)
        replace(QPrintDialog, "exec", lambda *_: 0)

    def stop(self) -> None:
        """Let go of what still waits to happen."""
        self._hurry.stop()

    def step(self) -> None:
        """Do one thing."""
        self._hurry.start()
        weights, ways = zip(*self._ways, strict=True)
        if not any(window.isVisible() for window in self.windows.open):
            self.windows.another()
        for window in self.windows.open[MOST_WINDOWS:]:
            window.document.undo_stack.setClean()
            window.close()
        (way,) = self.random.choices(ways, weights)
        start = time.perf_counter()
        self.done.append(way.__name__)
        self.done[-1] = f"{way.__name__[1:]} {way()}"
        self.slow.append((time.perf_counter() - start, self.done[-1]))
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no event loop runs that would do it

    # What can be done

    def _press(self) -> str:
        target = QApplication.focusWidget() or self._widget()
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        QTest.keyClick(target, key, modifier)
        return f"{modifier.name} {key.name} on {_name(target)}" if isValid(target) else f"{key.name} on what is gone"

    def _click(self) -> str:
        target = self._widget(*(((QAbstractButton, QTabBar, QAbstractItemView, QComboBox),) if self._often() else ()))
        if target is None:
            return "nothing"
        name = _name(target)
        button = Qt.MouseButton.LeftButton if self.random.random() < 0.9 else Qt.MouseButton.RightButton
        press = QTest.mouseDClick if self.random.random() < 0.1 else QTest.mouseClick
        press(target, button, Qt.KeyboardModifier.NoModifier, self._place(target))
        return name

    def _type(self) -> str:
        target = self._widget((QLineEdit,))
        if not isinstance(target, QLineEdit):
            return "nowhere"
        name, text = _name(target), self.random.choice(TEXTS)
        target.setFocus()
        if self.random.random() < 0.7:
            target.selectAll()
        if self.random.random() < 0.5:
            target.insert(text)
            target.textEdited.emit(target.text())
        else:
            for letter in text[:12]:
                if isValid(target) and letter.isascii():
                    QTest.keyClick(target, letter)
        if isValid(target) and self.random.random() < 0.5:
            QTest.keyClick(target, Qt.Key.Key_Return)
        return f"{text[:20]!r} into {name}"

    def _drag(self) -> str:
        target = self._widget((Chart,)) if self._often() else self._widget()
        if target is None:
            return "nothing"
        name = _name(target)
        if isinstance(target, Chart):
            target = target.childAt(target.rect().center()) or target
        button = Qt.MouseButton.LeftButton if self.random.random() < 0.8 else Qt.MouseButton.RightButton
        QTest.mousePress(target, button, Qt.KeyboardModifier.NoModifier, self._place(target))
        for _ in range(self.random.randrange(1, 8)):
            if not isValid(target):
                return f"{name}, which went"
            QTest.mouseMove(target, self._place(target))
            QApplication.processEvents()
        if isValid(target) and self.random.random() < 0.9:
            QTest.mouseRelease(target, button, Qt.KeyboardModifier.NoModifier, self._place(target))
        return name

    def _wheel(self) -> str:
        target = self._widget((Chart,)) if self._often() else self._widget()
        if target is None:
            return "nothing"
        name = _name(target)
        place = QPointF(self._place(target))
        QApplication.sendEvent(
            target,
            QWheelEvent(
                place,
                QPointF(target.mapToGlobal(place.toPoint())),
                QPoint(),
                QPoint(0, self.random.choice((-1200, -120, 120, 1200))),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        return name

    def _turn_page(self) -> str:
        view = self._window().view
        name = self.random.choice(list(view.pages))
        view.choose_page(name)
        return name

    def _open_plan(self) -> str:
        window, seed = self._window(), self.random.randrange(10_000)
        kind = self.random.randrange(3)
        if kind == 0:
            window.files.open_example(self.random.choice(example_plans())[1])
            return "example"
        plan = random_plan(seed, candidates=self.random.random() < 0.5)
        if kind == 1:
            window.document.edit(plan, "Change")
            return f"edit to {seed}"
        path = self.folder / f"{seed}.distill"
        if self.random.random() < 0.2:
            path.write_bytes(self.random.randbytes(200))
        else:
            save_plan(plan, path)
        window.files.open_file(path)
        return f"file {seed}"

    def _undo_or_redo(self) -> str:
        stack, times = self._window().document.undo_stack, self.random.randrange(1, 9)
        for _ in range(times):
            self.random.choice((stack.undo, stack.undo, stack.redo))()
        command = stack.command(0)
        return f"{times} times, {stack.count()} steps{'' if isinstance(command, QUndoCommand) else ', none left'}"

    def _resize(self) -> str:
        window = self._window()
        width, height = self.random.randrange(300, 2200), self.random.randrange(200, 1400)
        window.resize(width, height)
        return f"{width} x {height}"

    def _change_looks(self) -> str:
        kind = self.random.randrange(3)
        if kind == 0:
            mode = self.random.choice(("system", "light", "dark"))
            self._window().themes.set_mode(mode)
            return mode
        if kind == 1:
            self.settings.text_size = self.random.choice(TEXT_SIZES)
        else:
            self.settings.number_style = self.random.choice(("system", "1.234,5", "1 234,5", "1,234.5"))
        self.windows.make_again()
        return f"{self.settings.text_size} % {self.settings.number_style}"

    def _menu(self) -> str:
        known = self._window().actions_by_name
        values = list(vars(known).values())
        values += [action for group in values if isinstance(group, dict) for action in group.values()]
        actions = [action for action in values if isinstance(action, QAction)]
        action = self.random.choice(actions)
        full = len(self.windows.open) >= MOST_WINDOWS
        if not action.isEnabled() or action is known.quit or (full and action is known.new_window):
            return "left alone"
        text = action.text()
        action.trigger()
        return text

    def _close_something(self) -> str:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        others = [top for top in tops if top not in self.windows.open]
        if not others and self.random.random() < 0.7:
            return "nothing"
        top = self.random.choice(others or tops)
        name = _name(top)
        if self.random.random() < 0.5:
            QTest.keyClick(top, Qt.Key.Key_Escape)
        if isValid(top):
            top.close()
        return name

    def _wait(self) -> str:
        milliseconds = self.random.choice((0, 0, 5, 20, 60, 200))
        QTest.qWait(milliseconds)
        return str(milliseconds)

    # With what

    def _close_popup(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _often(self) -> bool:
        return self.random.random() < 0.7

    def _window(self):  # type: ignore[no-untyped-def]
        return self.random.choice([window for window in self.windows.open if window.isVisible()] or self.windows.open)

    def _widget(self, kinds: tuple[type, ...] = ()) -> QWidget | None:
        """Return a widget that is seen: of what lies on top where something does, as a hand would reach it."""
        popup = QApplication.activePopupWidget()
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        top = popup if popup is not None and self.random.random() < 0.8 else self.random.choice(tops)
        if isinstance(top, QMenu):
            return top
        seen = [child for child in top.findChildren(QWidget) if child.isVisible() and child.isEnabled()]
        chosen = [child for child in seen if isinstance(child, kinds)] if kinds else seen
        return self.random.choice(chosen) if chosen else None

    def _place(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(widget.width(), 1)), self.random.randrange(max(widget.height(), 1)))


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName() or widget.windowTitle()}”"
