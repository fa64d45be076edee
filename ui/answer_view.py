"""The right side of the window: the answer card over the pages of evidence, of which one is seen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from advisor.evidence import Advice, Answer
from advisor.language import translate

from .answer_card import AnswerCard
from .pages.budget_page import BudgetPage
from .pages.check_page import CheckPageWidget
from .pages.compare_page import ComparePageWidget
from .pages.map_page import MapPage
from .pages.matters_page import MattersPage
from .pages.page import PageWidget
from .pages.schedule_page import SchedulePage
from .pages.student_page import StudentPage
from .pages.teacher_page import TeacherPage
from .text_size import px
from .theme import Theme

PAGES: tuple[tuple[str, type[PageWidget]], ...] = (
    ("budget", BudgetPage),
    ("teacher", TeacherPage),
    ("student", StudentPage),
    ("map", MapPage),
    ("schedule", SchedulePage),
    ("matters", MattersPage),
    ("compare", ComparePageWidget),
    ("check", CheckPageWidget),
)
TABS_HEIGHT = 40
MARGIN = 16
GAP = 8


def page_titles() -> tuple[tuple[str, str], ...]:
    """Return each page's name and what tabs and menu call it, in their order."""
    titles = {
        "budget": translate("Page titles", "Budget"),
        "teacher": translate("Page titles", "Teacher"),
        "student": translate("Page titles", "Student"),
        "map": translate("Page titles", "Map"),
        "schedule": translate("Page titles", "Schedule"),
        "matters": translate("Page titles", "What matters"),
        "compare": translate("Page titles", "Compare"),
        "check": translate("Page titles", "Check"),
    }
    return tuple((name, titles[name]) for name, _ in PAGES)


class AnswerView(QWidget):
    """Shows an `Advice`; draws only the page that is seen, the others when someone turns to them.

    Signals
    -------
    page_changed(str)
        The page of this name came to the front.
    line_moved(str, float), line_let_go(str, float)
        The plan's line on the page of this name is at this value; it was let go there.
    edit_requested(object, str)
        A page asks for the plan to be changed by this function, and what undoing that is called.
    told(str), failed(str)
        What a page did that leaves no trace in the window, or could not do.
    go_to_problem()
        The user wants to correct what keeps the answer from being current.
    """

    page_changed = Signal(str)
    line_moved = Signal(str, float)
    line_let_go = Signal(str, float)
    edit_requested = Signal(object, str)
    told = Signal(str)
    failed = Signal(str)
    go_to_problem = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self._advice: Advice | None = None
        self._outdated: set[str] = set()
        self.card = AnswerCard()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFixedHeight(px(TABS_HEIGHT))
        self.tabs.setAccessibleName(translate("Main window", "Pages"))
        self.stack = QStackedWidget()
        self.pages = {name: page() for name, page in PAGES}
        for name, title in page_titles():
            self.tabs.addTab(title)
            self.stack.addWidget(self.pages[name])
            self.pages[name].told.connect(self.told)
            self.pages[name].failed.connect(self.failed)
            self.pages[name].edit_requested.connect(self.edit_requested)
            self.pages[name].line_moved.connect(self._line_moved)
            self.pages[name].line_let_go.connect(self._line_let_go)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addSpacing(GAP)
        column.addWidget(self.tabs)
        column.addWidget(rule)
        column.addSpacing(MARGIN)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.card.go_to_problem.connect(self.go_to_problem)

    def least_height(self, width: int, room: int) -> int:
        """Return the height below which something would be cut, in pixels.

        A narrow card breaks its sentences. Where the whole is higher than the ``room`` there is and scrolls, a page is
        as high as fills the room once the reader scrolled to it.
        """
        card = self.card.heightForWidth(width - 2 * MARGIN) - self.card.minimumSizeHint().height()
        least = self.minimumSizeHint().height() + max(card, 0)
        if least <= room:
            return least
        page = self.stack.minimumSizeHint().height()
        return least + max(room - page - 2 * MARGIN - self.tabs.height(), 0)

    @property
    def page(self) -> str:
        """The name of the page that is seen."""
        return PAGES[max(self.tabs.currentIndex(), 0)][0]

    def choose_page(self, name: str) -> None:
        """Bring a page to the front; an unknown name is passed over."""
        names = [page for page, *_ in PAGES]
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def show_advice(self, advice: Advice) -> None:
        """Show a complete answer."""
        before = self._advice.pages if self._advice is not None else {}
        self._advice = advice
        self._outdated |= {name for name, page in advice.pages.items() if page is not before.get(name)}
        self.card.show_answer(advice.answer)
        self._refresh_page()

    def show_without_evidence(self, answer: Answer) -> None:
        """Show that there is no answer; the pages keep what they had."""
        self.card.show_answer(answer)

    def redraw_page(self) -> None:
        """Draw the page that is seen as the last answer has it."""
        self._outdated.add(self.page)
        self._refresh_page()

    def set_stale(self, reason: str | None, field_label: str | None) -> None:
        """Say that the answer is older than the plan, and which field to correct; None: it is not."""
        self.card.set_stale(reason, field_label)
        self.set_page_stale(translate("Main window", "Last good plan") if reason else None)

    def set_page_stale(self, text: str | None) -> None:
        """Say why the page that is seen is older than the plan; None: it is not."""
        for page in self.pages.values():
            page.set_stale(text)

    def show_page_failure(self, text: str) -> None:
        """Say in the place of the page that is seen why there is none; what it had before stays, dimmed."""
        self._outdated.discard(self.page)
        self.pages[self.page].set_stale(text)
        self.pages[self.page].sentence.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Dress in a theme."""
        for part in (self.card, *self.pages.values()):
            part.set_theme(theme)

    def _refresh_page(self) -> None:
        name = self.page
        if self._advice is not None and name in self._outdated and name in self._advice.pages:
            self._outdated.discard(name)
            self.pages[name].show_page(self._advice.pages[name])

    @Slot(float)
    def _line_moved(self, x: float) -> None:
        self.line_moved.emit(self._name_of_sender(), x)

    @Slot(float)
    def _line_let_go(self, x: float) -> None:
        self.line_let_go.emit(self._name_of_sender(), x)

    def _name_of_sender(self) -> str:
        return next(name for name, page in self.pages.items() if page is self.sender())

    @Slot(int)
    def _tab_chosen(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._refresh_page()
        self.page_changed.emit(self.page)
