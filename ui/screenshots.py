"""Draws the window as pictures, every page in both themes, for documentation and for eyes that check them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QObject, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from advisor.language import translate
from advisor.plan import Plan
from advisor.plan_file import example_plans, load_plan

from .settings import MemoryStore, Settings, ThemeMode

DEFAULT_SIZE = (1440, 900)
LIMIT_MILLISECONDS = 20_000


class ScreenshotError(RuntimeError):
    """No picture could be made; the text says why."""


class _Answered(QObject):
    """Waits, by the window's own signals, until its plan is answered."""

    def __init__(self, window: object) -> None:
        super().__init__()
        self._window = window
        self._loop = QEventLoop()
        window.flow.state_changed.connect(self._look)

    def wait(self) -> None:
        """Return when the answer is fresh.

        Raises
        ------
        ScreenshotError
            If the plan has no answer, or none within twenty seconds.
        """
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(LIMIT_MILLISECONDS)
        if self._pending():
            self._loop.exec()
        flow = self._window.flow
        failure = flow.failure or flow.page_failure
        if failure or flow.problems:
            raise ScreenshotError(failure or f"{flow.problems[0].label}: {flow.problems[0].fix}")
        if self._pending():
            raise ScreenshotError(translate("Pictures of the pages", "the plan was not answered within twenty seconds"))

    def _pending(self) -> bool:
        return self._window.flow.state.value in ("waiting", "slow")

    @Slot()
    def _look(self) -> None:
        if not self._pending():
            self._loop.quit()


def write_screenshots(
    directory: str | Path, plan_path: str | Path | None = None, size: tuple[int, int] = DEFAULT_SIZE
) -> tuple[Path, ...]:
    """Write one PNG for every page and theme, such as ``budget-light.png``, and return their paths.

    Parameters
    ----------
    directory : path
        Where to write; made if it is not there.
    plan_path : path, optional
        The plan to show, by default the first example.
    size : (int, int)
        Width and height of the window in pixels.

    Raises
    ------
    InputError, OSError
        If the plan cannot be used, or a picture cannot be written.
    ScreenshotError
        If the plan has no answer.
    """
    source = Path(plan_path) if plan_path is not None else example_plans()[0][1]
    plan, _ = load_plan(source)
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_say)
    from .app import create_application

    app = create_application()
    pictures: list[Path] = []
    modes: tuple[ThemeMode, ...] = ("light", "dark")
    for mode in modes:
        pictures += _draw(app, plan, None if plan_path is None else source, mode, size, folder)
    return tuple(pictures)


def _say(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt has to say, but for the remark that a window without a screen has no size limits."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def _draw(
    app: QApplication, plan: Plan, path: Path | None, mode: ThemeMode, size: tuple[int, int], folder: Path
) -> list[Path]:
    from .answer_view import PAGES
    from .compute_runner import ComputeRunner
    from .document import Document
    from .main_window import MainWindow

    settings = Settings(MemoryStore())
    settings.theme_mode = mode
    document, runner = Document(), ComputeRunner()
    window = MainWindow(document, runner, settings)
    try:
        window.resize(*size)
        window.show()
        answered = _Answered(window)
        if path is None:
            document.new(plan)
        else:
            document.open(path)
        answered.wait()
        pictures = []
        for name, *_ in PAGES:
            window.view.choose_page(name)
            answered.wait()
            app.processEvents()
            target = folder / f"{name}-{mode}.png"
            if not window.grab().save(str(target)):
                raise OSError(
                    translate("Pictures of the pages", "the picture {file} cannot be written").format(file=target)
                )
            pictures.append(target)
        return pictures
    finally:
        runner.shut_down()
        window.hide()
        window.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    print(*write_screenshots(*sys.argv[1:3]), sep="\n")
