"""The bars of the page on what matters as a widget: read by the mouse and by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor.language import translate
from advisor.matters.page import Bar

from .chart_items import Measure, Shape, paint_shapes
from .text_size import zoom
from .tornado_drawing import TornadoDrawing
from .zoomed import zoomed

STEP_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ROW_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class TornadoBars(QWidget):
    """The bars themselves: one stop of the keyboard, along which the arrow keys move.

    Signals
    -------
    read_out_changed(str, str)
        As `Tornado`.
    row_chosen(int)
        The keyboard moved to this row.
    """

    read_out_changed = Signal(str, str)
    row_chosen = Signal(int)

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self.drawing: TornadoDrawing | None = None
        self._chosen: tuple[str, int] | None = None
        self._hovered: tuple[str, int] | None = None
        self._shapes: list[Shape] | None = None
        self._told = ("", "")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("What matters page", "What matters, one bar for each input"))
        self.setAccessibleDescription(
            translate("What matters page", "Up and down move from bar to bar, left and right along a bar")
        )

    @property
    def current(self) -> tuple[Bar, int] | None:
        """The bar that is read and the sample along it: the mouse goes before the keyboard."""
        place = self._place()
        if place is None or self.drawing is None:
            return None
        return self.drawing.layout.rows[place[0]].bar, place[1]

    def show_drawing(self, drawing: TornadoDrawing) -> None:
        """Draw this from now on."""
        self.drawing = drawing
        self.setFixedHeight(round(drawing.layout.height * zoom()))
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return the height that all bars take."""
        return QSize(400, round(self.drawing.layout.height * zoom()) if self.drawing is not None else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, and the ring of the keyboard around the one that has it."""
        if self.drawing is None:
            return
        place = self._place()
        if self._shapes is None:
            self._shapes = self.drawing.body(*(place or (None, None)))
        painter = QPainter(self)
        inside = zoomed(painter, self.rect())
        paint_shapes(painter, self._shapes, self._measure)
        if self.hasFocus():
            layout = self.drawing.layout
            row = layout.rows[place[0]] if place is not None and self._hovered is None else None
            ring = QRectF(0, row.top, layout.width, row.height) if row is not None else inside
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.drawing.theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from bar to bar or along one; Escape reads nothing."""
        rows = self.drawing.layout.rows if self.drawing is not None else ()
        key = Qt.Key(event.key())
        if not rows:
            super().keyPressEvent(event)
            return
        index, sample = self._find(self._chosen) or (None, 0)
        if key in ROW_KEYS:
            index = 0 if index is None else min(max(index + ROW_KEYS[key], 0), len(rows) - 1)
            self._choose(index, rows[index].bar.planned)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            index = 0 if key == Qt.Key.Key_Home else len(rows) - 1
            self._choose(index, rows[index].bar.planned)
        elif key in STEP_KEYS:
            index = 0 if index is None else index
            sample = rows[index].bar.planned if self._chosen is None else sample
            bar = rows[index].bar
            # As the eye sees it: a bar whose gain falls with its input is walked from its high values on.
            step = STEP_KEYS[key] if bar.rises else -STEP_KEYS[key]
            self._choose(index, min(max(sample + step, 0), len(bar.values) - 1))
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self._chosen = None
            self._refresh()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the first bar when the keyboard comes."""
        super().focusInEvent(event)
        arrived = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if arrived and self._find(self._chosen) is None and self.drawing is not None and self.drawing.layout.rows:
            self._choose(0, self.drawing.layout.rows[0].bar.planned)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read nothing when the keyboard goes."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._chosen = None
        self._refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read what the mouse is over."""
        super().mouseMoveEvent(event)
        self._hover(event.position() / zoom())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the keyboard go on from the bar that is clicked."""
        super().mousePressEvent(event)
        self._hover(event.position() / zoom())
        self._chosen = self._hovered or self._chosen

    def event(self, event: QEvent) -> bool:
        """Tell the whole name of a bar, which may be shortened, where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().event(event)

    def tip_at(self, y: float) -> str:
        """Return the name of the bar at a height, in pixels of the window; "" where there is none."""
        index = self.drawing.layout.row_at(y / zoom()) if self.drawing is not None else None
        return self.drawing.layout.rows[index].bar.label if self.drawing is not None and index is not None else ""

    def leaveEvent(self, event: QEvent) -> None:
        """Read what the keyboard is at again."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self._refresh()

    def _hover(self, at: QPointF) -> None:
        hovered = None
        if self.drawing is not None:
            layout = self.drawing.layout
            index = layout.row_at(at.y())
            if index is not None:
                hovered = (layout.rows[index].bar.key, layout.sample_at(index, at.x()))
        if hovered != self._hovered:
            self._hovered = hovered
            self._refresh()

    def _choose(self, index: int, sample: int) -> None:
        assert self.drawing is not None
        self._hovered = None
        self._chosen = (self.drawing.layout.rows[index].bar.key, sample)
        self._refresh()
        self.row_chosen.emit(index)

    def _find(self, what: tuple[str, int] | None) -> tuple[int, int] | None:
        """Return row and sample of a bar by its key, if it is shown."""
        if what is None or self.drawing is None:
            return None
        for index, row in enumerate(self.drawing.layout.rows):
            if row.bar.key == what[0]:
                return index, min(what[1], len(row.bar.values) - 1)
        return None

    def _place(self) -> tuple[int, int] | None:
        return self._find(self._hovered) or self._find(self._chosen)

    def _refresh(self) -> None:
        self._shapes = None
        self.update()
        current = self.current
        told = ("", "") if current is None else (current[0].read_out[current[1]], current[0].detail)
        if told != self._told:
            self._told = told
            if told[0]:
                self.setAccessibleDescription(f"{told[0]}. {told[1]} {self._spoken_changes(current)}".strip())
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.read_out_changed.emit(*told)

    def _spoken_changes(self, current: tuple[Bar, int] | None) -> str:
        if current is None or self.drawing is None:
            return ""
        page = self.drawing.layout.page
        return f"{page.changes_title}: {'; '.join(current[0].changes) or page.no_change}."
