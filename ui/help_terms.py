"""The "?" beside a term: it opens the term's explanation, and is quiet until someone is near."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from advisor.glossary.terms import term
from advisor.language import translate

from .help_button import SignButton
from .help_glossary import open_glossary
from .help_popover import Popover


class TermButton(SignButton):
    """Opens the explanation of a term that stands for a part of the window.

    Parameters
    ----------
    key : str
        A term of the glossary; "" hides the button until there is one.
    area : QWidget
        F1 anywhere in it opens the same explanation.
    height : int
        Of what can be clicked, in pixels of the window; 0 for as much as the width.
    below : bool
        Whether the explanation opens below what it explains rather than to the right.
    """

    def __init__(
        self, key: str, area: QWidget, parent: QWidget | None = None, *, height: int = 0, below: bool = False
    ) -> None:
        super().__init__("help", "", parent or area, height)
        self._area = area
        self._below = below
        self.term = ""
        self.hide()
        self.set_term(key)
        self.clicked.connect(self.explain)

    @property
    def area(self) -> QWidget:
        """The part of the window that the term stands for."""
        return self._area

    @property
    def beside(self) -> QWidget:
        """What the explanation opens beside."""
        return self

    def set_term(self, key: str) -> None:
        """Stand for another term."""
        if key == self.term:
            return
        self.term = key
        if key:
            says = translate("Help", "What does “{term}” mean?").format(term=term(key).name)
            self.setAccessibleName(says)
            self.setToolTip(says)
        self._appear()

    def explain(self) -> Popover:
        """Open the explanation."""
        return show_term(self.term, self.beside, below=self._below)

    def _appear(self) -> None:
        self.setVisible(bool(self.term))


class QuietTermButton(TermButton):
    """A `TermButton` in the margin left of its area, drawn while the pointer or the keyboard is there.

    It is a child of the area's parent, follows the area, and takes no room of its own: a panel of forty terms stays
    calm, and words of any length leave it its place.

    Parameters
    ----------
    key : str
        A term of the glossary.
    area : QWidget
        F1 anywhere in it opens the same explanation.
    line : int
        Height of what can be clicked, in pixels of the window.
    below : bool
        Whether the explanation opens below what it explains rather than to the right.
    stop : bool
        Whether Tab stops at it. It need not where the area takes the keyboard, and with it F1.
    """

    def __init__(self, key: str, area: QWidget, line: int, *, below: bool = False, stop: bool = True) -> None:
        super().__init__(key, area, area.parentWidget(), height=line, below=below)
        if not stop:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._appear()

    @property
    def beside(self) -> QWidget:
        """What the explanation opens beside: the area, which stays in sight."""
        return self._area

    @property
    def shows(self) -> bool:
        """Whether the pointer or the keyboard is near."""
        pointed_at = self.underMouse() or self._area.underMouse()
        return pointed_at or self.hasFocus() or self._holds(QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the area goes."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._appear()
        elif kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return False

    def _appear(self) -> None:
        self.move(self._area.pos() - QPoint(self.width(), 0))
        self.setVisible(bool(self.term) and not self._area.isHidden())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._area):
            return  # it went first, as a window is taken apart
        if self._holds(old) or self._holds(new):
            self.update()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._area or self._area.isAncestorOf(widget))


def show_term(key: str, beside: QWidget, *, below: bool = False) -> Popover:
    """Open the explanation of a term beside a part of a window, or below it."""
    found = term(key)
    paragraphs = [(found.says, ""), (found.matters, "")]
    paragraphs += [(text, "muted") for text in (found.other_names, found.source) if text]
    window = beside.window()
    popover = Popover(beside, found.name, paragraphs, translate("Help", "All terms"))
    popover.link_followed.connect(lambda: open_glossary(window, key))
    popover.open_beside(beside, below=below)
    return popover


def explain(window: QWidget) -> None:
    """Explain what has the keyboard in a window; where nothing there is a term, open the glossary."""
    buttons = {button.area: button for button in window.findChildren(TermButton) if button.term}
    widget = window.focusWidget()
    while widget is not None and widget not in buttons:
        widget = None if widget.isWindow() else widget.parentWidget()
    if widget is None:
        open_glossary(window)
    else:
        buttons[widget].explain()
