"""Bars that show how far each input moves the answer and where it flips, with their verdicts above and axis below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor.language import translate
from advisor.matters.page import MattersPage

from .chart_items import Measure, Shape, paint_shapes
from .link_button import LinkButton
from .text_size import zoom
from .theme import LIGHT, Theme
from .tornado_bars import TornadoBars
from .tornado_drawing import (
    CAPTION,
    FOOT,
    HEAD,
    INSET,
    LEAST_ROW,
    LOW_ROW,
    ROOMY_ROW,
    ROW,
    TornadoDrawing,
    TornadoLayout,
)

SCROLL_BAR = 12
"""Room at the right of the bars for the scroll bar, so that nothing moves when it comes."""


class Tornado(QWidget):
    """Verdicts and this plan above, the axis below, and the bars between them, which scroll where they are many.

    Up and down move from bar to bar, left and right along one; the mouse reads what it is over.

    Signals
    -------
    read_out_changed(str, str)
        What is read, and what it is about (range and reason); empty where nothing is read.
    """

    read_out_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: MattersPage | None = None
        self._theme = LIGHT
        self._stale = False
        self._measure = Measure()
        self._whole = False
        self._fitting = 0
        self.head = _Strip(round(HEAD), self._measure)
        self.foot = _Strip(round(FOOT), self._measure)
        self.bars = TornadoBars(self._measure)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.bars)
        self.area.viewport().setAutoFillBackground(False)
        self.bars.setAutoFillBackground(False)
        self.more = LinkButton("", "chevron-down", parent=self.bars)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self._toggle)
        self.more.hide()
        self.setMinimumHeight(round((HEAD + FOOT + ROW) * zoom()))  # what is more scrolls
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self.bars.read_out_changed.connect(self.read_out_changed)
        self.bars.row_chosen.connect(self._show_row)

    @property
    def layout_shown(self) -> TornadoLayout | None:
        """Where everything stands."""
        return self.bars.drawing.layout if self.bars.drawing is not None else None

    @property
    def whole(self) -> bool:
        """Whether all coefficients are shown."""
        return self._whole

    def show_page(self, page: MattersPage) -> None:
        """Draw a page from now on; the bar that was read stays read if it is there again."""
        self._page = page
        self._draw()

    def show_whole(self, whole: bool) -> None:
        """Show all coefficients, or only the widest of them."""
        self._whole = whole
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.more.set_theme(theme)
        self._draw()

    def set_stale(self, stale: bool) -> None:
        """Give colour up for muted ink, or take it back."""
        if stale != self._stale:
            self._stale = stale
            self._draw()

    def picture_size(self) -> QSize:
        """Return the size of the whole drawing in pixels, with all that is scrolled away."""
        layout = self._new_layout()
        return QSize(round(layout.width - INSET), round(HEAD + layout.height + FOOT)) if layout is not None else QSize()

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Draw everything into a rectangle of `picture_size`, without what is read at the moment."""
        layout = self._new_layout()
        if layout is None:
            return
        drawing = TornadoDrawing(layout, self._theme)
        top = target.top()
        for shapes, height in ((drawing.head(), HEAD), (drawing.body(), layout.height), (drawing.foot(), FOOT)):
            painter.save()
            painter.translate(target.left() - INSET, top)
            paint_shapes(painter, shapes, self._measure)
            painter.restore()
            top += height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._draw()

    def _new_layout(self) -> TornadoLayout | None:
        if self._page is None:
            return None
        page, width = self._page, max((self.width() - SCROLL_BAR) / zoom(), 200.0)
        count = len(page.group("law"))

        def layout(coefficients: int, pitch: float = ROW) -> TornadoLayout:
            return TornadoLayout(page, width, coefficients, self._measure, pitch)

        least = layout(min(page.law_shown, count))
        room = self.height() / zoom() - HEAD - FOOT
        if least.height > room:  # low rows let more bars be seen before one has to scroll
            self._fitting = least.coefficients
            return layout(count if self._whole else least.coefficients, self._low_pitch(layout, room))
        fitting = next((n for n in range(count, page.law_shown, -1) if layout(n).height <= room), least.coefficients)
        self._fitting = fitting
        made = layout(count if self._whole else fitting)
        spare = room - made.height
        if spare <= 0 or not made.rows:
            return made
        return layout(made.coefficients, ROW + min(float(int(spare / len(made.rows))), ROOMY_ROW - ROW))

    @staticmethod
    def _low_pitch(layout: Callable[[int, float], TornadoLayout], room: float) -> float:
        """Return the height of low rows at which the caption below the inputs is not cut, if that is near enough."""
        pitches = range(int(LOW_ROW), int(LEAST_ROW) - 1, -1)
        whole = (pitch for pitch in map(float, pitches) if layout(0, pitch).caption_top + CAPTION <= room)
        return next(whole, LOW_ROW)

    def _draw(self) -> None:
        layout = self._new_layout()
        if layout is None or self._page is None:
            return
        drawing = TornadoDrawing(layout, self._theme, self._stale)
        self.head.show_shapes(drawing.head())
        self.foot.show_shapes(drawing.foot())
        self.foot.setToolTip(self._page.x_title)
        self.bars.show_drawing(drawing)
        self._place_more(layout)

    def _place_more(self, layout: TornadoLayout) -> None:
        assert self._page is not None
        count = len(self._page.group("law"))
        self.more.setVisible(count > self._fitting)
        if self._whole:
            self.more.setText(translate("What matters page", "Show the widest %n", "", self._fitting))
        else:
            self.more.setText(translate("What matters page", "Show all %n", "", count))
        self.more.setAccessibleDescription(self._page.law_caption)
        self.more.set_icon_name("chevron-up" if self._whole else "chevron-down")
        size, large = self.more.sizeHint(), zoom()
        caption = self._measure.width(self._page.law_caption, "caption")
        left = min(max(layout.columns.changes - 4, INSET + caption + 8) * large, layout.width * large - size.width())
        top = (layout.caption_top + CAPTION / 2) * large - size.height() / 2
        self.more.setGeometry(round(left), round(top), *size.toTuple())

    def _toggle(self) -> None:
        self.show_whole(not self._whole)

    def _show_row(self, index: int) -> None:
        """Scroll so that a row is seen."""
        layout = self.layout_shown
        if layout is not None:
            row = layout.rows[index]
            self.area.ensureVisible(0, round(row.middle * zoom()), 0, round(row.height * zoom()))


class _Strip(QWidget):
    """A drawing of fixed height, in pixels at 100 %."""

    def __init__(self, height: int, measure: Measure) -> None:
        super().__init__()
        self._shapes: list[Shape] = []
        self._measure = measure
        self.setFixedHeight(round(height * zoom()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shapes(self) -> list[Shape]:
        """What is drawn."""
        return self._shapes

    def show_shapes(self, shapes: list[Shape]) -> None:
        self._shapes = shapes
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(zoom(), zoom())
        paint_shapes(painter, self._shapes, self._measure)
