"""A window beside the work in which well-known open models are found and taken into the plan as teachers."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from advisor.known_teachers import (
    CATALOGUE_DATE,
    KnownTeacher,
    fits_vocabulary,
    is_listed,
    vocabulary_advice,
    with_known_teachers,
    with_vocabulary_of,
)
from advisor.language import translate
from advisor.names import capital, estimated
from advisor.plan import Plan
from advisor.plan_edit import NEW_PLAN
from advisor.quantities import exact_number, format_parameters

from .icons import icon
from .known_teachers_model import LISTED_ROLE, NAME, Index, KnownTeachersModel
from .plain_table import PlainTable, draw_ground, draw_text, inside
from .screen_room import room_on_screen
from .text_size import px
from .theme import LIGHT, Theme, font, set_state

FIRST_SIZE = QSize(1000, 640)
ROW_HEIGHT = 24
COLUMN_WIDTHS = (152, 64, 80, 84, 108, 240, 56, 156)
FORWARDED = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KnownTeachersDialog(QDialog):
    """Type to search, arrows to move, Shift to choose several, Enter to add, Escape to close.

    Signals
    -------
    edit_requested(object, str)
        The user wants the plan changed: a function from the old plan to the new one, and the step's text.
    """

    edit_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = NEW_PLAN
        self.setWindowTitle(translate("Known models", "Known models"))
        self.search_field = _SearchField(self)
        self.search_field.setPlaceholderText(
            translate("Known models", "Search: name, maker, size or licence, such as llama 8b")
        )
        self.search_field.setAccessibleName(translate("Known models", "Search known models"))
        self.model = KnownTeachersModel(self._plan, self)
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.fit_columns()
        self._delegate = _Delegate(self)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(translate("Known models", "Known models"))
        self.search_field.forward_to(self.view)
        self.caption = QLabel(self)
        self.details = _Details(self)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.status.setAccessibleName(translate("Known models", "What adding does"))
        self.vocabulary_button = QPushButton(translate("Known models", "Use this vocabulary for the student"), self)
        self.close_button = QPushButton(translate("Known models", "Close"), self)
        self.add_button = QPushButton(translate("Known models", "Add to the plan"), self)
        self.add_button.setDefault(True)
        for button in (self.vocabulary_button, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.search_field.textChanged.connect(self._search)
        self.search_field.enter_pressed.connect(self.add)
        self.view.enter_pressed.connect(self.add)
        self.view.doubleClicked.connect(self.add)
        self.view.selectionModel().selectionChanged.connect(self._choice_changed)
        self.view.selectionModel().currentChanged.connect(self._choice_changed)
        self.model.modelReset.connect(self._first_row)
        self.vocabulary_button.clicked.connect(self.use_vocabulary)
        self.close_button.clicked.connect(self.close)
        self.add_button.clicked.connect(self.add)
        self._first_row()

    def _lay_out(self) -> None:
        for label in (self.caption, self.status):
            label.setFont(font("caption"))
            set_state(label, tone="muted")
        self.caption.setText(
            translate("Known models", "Size without embeddings. * {estimated}. Catalogue {date}.").format(
                estimated=capital(estimated()), date=CATALOGUE_DATE
            )
        )
        self.caption.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.vocabulary_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.search_field)
        column.addWidget(self.view, 1)
        column.addWidget(self.caption)
        column.addWidget(self.details)
        column.addWidget(self.status)
        column.addLayout(buttons)
        first = QSize(px(FIRST_SIZE.width()), px(FIRST_SIZE.height()))
        self.resize(first.boundedTo(room_on_screen(self) - QSize(16, 48)))

    # What it is told

    def show_plan(self, plan: Plan) -> None:
        """Say what each model would mean for this plan."""
        if plan != self._plan:
            self._plan = plan
            self.model.show_plan(plan)
            self._choice_changed()

    def set_theme(self, theme: Theme) -> None:
        """Draw the table in the colours of a theme."""
        self._delegate.theme = theme
        self.search_field.set_theme(theme)
        self.view.viewport().update()

    def open_for(self, plan: Plan) -> None:
        """Show the window for a plan, ready to search."""
        self.show_plan(plan)
        self.show()
        self.activateWindow()
        self.search_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_field.selectAll()

    # What is chosen

    @property
    def chosen(self) -> tuple[KnownTeacher, ...]:
        """The models that are marked, in the table's order."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows(NAME))
        return tuple(self.model.teacher(row) for row in rows)

    @property
    def current(self) -> KnownTeacher | None:
        """The model that has the keyboard; None where nothing was found."""
        row = self.view.currentIndex().row()
        return self.model.teacher(row) if 0 <= row < self.model.rowCount() else None

    def add(self) -> None:
        """Take the marked models into the plan, as one step."""
        chosen = tuple(teacher for teacher in self.chosen if not is_listed(teacher, self._plan))
        if not chosen:
            return
        existed = self._plan.teacher.exists
        text = translate("Known models", "Add {name}").format(name=chosen[0].name)
        if len(chosen) > 1:
            text = translate("Known models", "Add %n known model(s)", "", len(chosen))
        self.edit_requested.emit(lambda plan: with_known_teachers(plan, chosen), text)
        if all(is_listed(teacher, self._plan) for teacher in chosen):
            self._show_added(chosen, existed)

    def use_vocabulary(self) -> None:
        """Give the student the vocabulary of the model that has the keyboard."""
        teacher = self.current
        if teacher is not None and not fits_vocabulary(teacher, self._plan):
            text = translate("Known models", "Use the vocabulary of {name}").format(name=teacher.name)
            self.edit_requested.emit(lambda plan: with_vocabulary_of(plan, teacher), text)

    def _search(self, text: str) -> None:
        self.model.search(text)

    def _first_row(self) -> None:
        if self.model.rowCount():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.model.index(0, NAME), select)
            self.view.scrollToTop()
        self._choice_changed()

    def _choice_changed(self, *_: object) -> None:
        teacher = self.current
        self.details.show_teacher(teacher, self._plan)
        new = sum(not is_listed(chosen, self._plan) for chosen in self.chosen)
        self.add_button.setEnabled(new > 0)
        text = (
            translate("Known models", "Add to the plan")
            if new < 2
            else translate("Known models", "Add %n to the plan", "", new)
        )
        self.add_button.setText(text)
        other = teacher is not None and not fits_vocabulary(teacher, self._plan)
        self.vocabulary_button.setEnabled(other)
        self.vocabulary_button.setToolTip(
            translate("Known models", "Sets Vocabulary under Student, More, to {entries}; its costs follow").format(
                entries=exact_number(teacher.vocabulary)
            )
            if other and teacher is not None
            else translate("Known models", "The student's vocabulary has this size already")
        )
        self.status.setText(self._what_adding_does(new))

    def _what_adding_does(self, new: int) -> str:
        if not self.model.rowCount():
            return translate("Known models", "No known model fits these words.")
        if not new:
            return translate("Known models", "What is marked is in the plan already.")
        if not self._plan.teacher.exists:
            return translate(
                "Known models", "Adding also sets Exists to Yes under Teacher, as the plan says none exists."
            )
        return translate("Known models", "Added models stand under Teacher as candidates and are ranked at once.")

    def _show_added(self, added: tuple[KnownTeacher, ...], existed: bool) -> None:
        sentences = [translate("Known models", "Added {model}.").format(model=added[0].name)]
        if len(added) > 1:
            sentences = [translate("Known models", "Added %n model(s).", "", len(added))]
        if not existed:
            sentences.append(translate("Known models", "The plan now says that a teacher exists."))
        self.status.setText(" ".join(sentences))

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was searched for, unless the window is only minimised."""
        if not event.spontaneous():
            self.search_field.clear()
        super().hideEvent(event)


class _SearchField(QLineEdit):
    """Passes the keys that move in the table on to it, so that the keyboard may stay here."""

    enter_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: _View | None = None
        self._icon = self.addAction(icon("search", LIGHT.muted, 16), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)

    def forward_to(self, view: _View) -> None:
        """Say which table is searched."""
        self._view = view

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        self._icon.setIcon(icon("search", theme.muted, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in FORWARDED and self._view is not None:
            self._view.keyPressEvent(event)
        elif event.key() in ENTER:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


class _View(PlainTable):
    """The table: rows of 24 pixels, whole rows chosen, several with Shift or Ctrl; Tab leaves it."""

    enter_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumHeight(4 * px(ROW_HEIGHT))

    def fit_columns(self) -> None:
        """Give each column its width, and the last one what is left."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(COLUMN_WIDTHS):
            header.resizeSection(column, self.heading_room(column, width))
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Hairlines between rows; models that are in the plan step back to muted ink."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self.theme, option.rect
        painter.save()
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, rect, theme.selected if marked else theme.card, theme.hairline)
        painter.setFont(font("body"))
        painter.setPen(QColor(theme.muted if index.data(LISTED_ROLE) else theme.ink))
        draw_text(painter, inside(rect), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, px(ROW_HEIGHT))


class _Details(QFrame):
    """What is to be known of the model that has the keyboard: cautions, what to do about its vocabulary, its source."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_state(self, role="tint")
        self.title = self._label("body_strong")
        self.advice = self._label("body")
        self.source = self._label("caption")
        set_state(self.source, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for label in (self.title, self.advice, self.source):
            column.addWidget(label)
        column.addStretch(1)
        # As high as the longest texts need, so that the table stays where it is while rows are looked through.
        self.setMinimumHeight(px(128))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the texts are in the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the texts are in the width it is shown with."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():  # before, it has no width of its own
            self.setMinimumHeight(max(px(128), self.layout().heightForWidth(self.width())))

    def show_teacher(self, teacher: KnownTeacher | None, plan: Plan) -> None:
        """Show what is known of a model."""
        for label in (self.title, self.advice, self.source):
            label.setText("")
        if teacher is None:
            return
        self.title.setText(
            translate("Known models", "{name}, by {maker}: {total} parameters with embeddings").format(
                name=teacher.name, maker=teacher.organisation, total=format_parameters(teacher.total_parameters)
            )
        )
        self.advice.setText(" ".join(part for part in (teacher.caution, vocabulary_advice(teacher, plan)) if part))
        self.source.setText(
            translate("Known models", "Source: {url}\n{note}.").format(
                url=teacher.source_url, note=teacher.source_note.rstrip(".")
            )
        )
        self._fit()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setFont(font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label
