"""The chart of a page: pyqtgraph draws the curves; zooming, the plan's line and the read-out are worked from here."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor.evidence import ChartPage
from advisor.language import translate

from .chart_areas import drawn_curves
from .chart_axes import is_log, is_log_y, margins
from .chart_colors import curve_colors
from .chart_drawing import compose, without_ring
from .chart_export import Picture, csv_text, write_file
from .chart_heat import nearest_cell
from .chart_input import ChartInput
from .chart_items import Drawing, Measure
from .chart_layout import Frame, kept_within, value_at
from .chart_read_out import description, read_out
from .chart_setting import Setting
from .chart_view import PlotView
from .theme import LIGHT, Theme


class Chart(QWidget):
    """Shows a `ChartPage`.

    The plan's line is dragged with the mouse, or moved with the arrow keys while the chart has the keyboard: Enter (or
    leaving) ends the edit, Escape takes it back. Without such a line the arrow keys move the read-out, on a map in all
    four directions. The wheel, plus and minus zoom, a dragged rectangle is zoomed to, the middle button (or Shift)
    moves what is seen; Home and a double click reset.

    Signals
    -------
    plan_x_changed (float) : the plan's line is being moved to this value of x
    plan_x_edit_finished (float) : the line was let go of
    read_out_changed (object) : tuple of texts at the crosshair, most telling first; empty without a crosshair
    zoomed_changed (bool) : the chart shows a part of its page, or all of it again
    """

    plan_x_changed = Signal(float)
    plan_x_edit_finished = Signal(float)
    read_out_changed = Signal(object)
    zoomed_changed = Signal(bool)
    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None, measure: Measure | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._page: ChartPage | None = None
        self._stale: str | None = None
        self._frame: Frame | None = None
        self._zoom: tuple[float, float, float, float] | None = None
        self._held_ranges: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._plan_x: float | None = None
        self._start_x: float | None = None
        self._handle: QRectF | None = None
        self._drawing = Drawing()
        self._pointer_x: float | None = None
        self._pointer_y: float | None = None
        self._measure = Measure() if measure is None else measure  # paper needs other fonts than a screen
        self.view = PlotView(self._measure, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._input = ChartInput(self)
        self.view.resized.connect(self._redraw)
        self.set_theme(LIGHT)

    # What is shown -------------------------------------------------------------------------------------------------

    @property
    def page(self) -> ChartPage | None:
        """The page shown."""
        return self._page

    @property
    def frame(self) -> Frame | None:
        """The plot's rectangle and ranges; None before anything is shown."""
        return self._frame

    @property
    def drawing(self) -> Drawing:
        """Everything drawn around the curves."""
        return self._drawing

    @property
    def handle(self) -> QRectF | None:
        """The rectangle by which the plan's line is dragged; None where it cannot be."""
        return self._handle

    @property
    def plan_x(self) -> float | None:
        """Where the plan's line stands, while it is moved too."""
        return self._plan_x

    @property
    def pointer_x(self) -> float | None:
        """Where the crosshair stands; None while it does not show."""
        return self._pointer_x

    @property
    def pointer_y(self) -> float | None:
        """Where the crosshair stands on the y axis of a map; None elsewhere, and while it does not show."""
        return self._pointer_y

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the page is seen."""
        return self._zoom is not None

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would have no room."""
        return QSize(480, 140) * self._measure.enlarged

    def sizeHint(self) -> QSize:
        """Return the size at which everything has room."""
        return QSize(850, 400) * self._measure.enlarged

    def show_page(self, page: ChartPage) -> None:
        """Show a page. While the plan's line is held, the ranges stay and the line stays under the hand."""
        other = self._page is None or _axes(self._page) != _axes(page)
        self._page = page
        if other:
            self._input.let_go()
            self._start_x, self._held_ranges = None, None
            self._set_zoom(None)
        if self._start_x is None:
            self._plan_x = page.plan_x
        self.setAccessibleName(page.question)
        self._describe()
        self._show_curves(page)
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.view.setBackground(theme.card)
        self.view.pointer.set_colors(theme.muted, theme.ink if theme.dark else theme.card)
        if self._page is not None:
            self._show_curves(self._page)
        self._redraw()

    def set_stale(self, text: str | None) -> None:
        """Say that this is the last good plan and why the text gives; None: it is up to date."""
        if text == self._stale:
            return
        self._stale = text
        if text is not None:
            self.finish_edit()
        self._describe()
        self._redraw()

    # Pictures and numbers ------------------------------------------------------------------------------------------

    def copy_image(self) -> None:
        """Put the chart with its sentence and notes on the clipboard."""
        picture = self._picture()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture.image())

    def save_image(self, path: str | Path) -> None:
        """Write the chart with its sentence and notes as ``.svg``, else as PNG.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        picture = self._picture()
        if picture is not None:
            write_file(path, picture.svg() if Path(path).suffix.lower() == ".svg" else picture.png())

    def save_csv(self, path: str | Path) -> None:
        """Write the curves as comma-separated values that spreadsheets open.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        if self._page is not None:
            write_file(path, csv_text(self._page).encode("utf-8-sig"))

    def _picture(self) -> Picture | None:
        if self._page is None:
            return None
        return Picture(self._page, self._theme, self.picture_size(), self.paint_onto)

    def picture_size(self) -> QSize:
        """Return how large the chart is in a picture: as on the screen, at 100 %."""
        return self.view.size() / self._measure.enlarged

    def paint_onto(self, painter: QPainter, target: QRectF) -> None:
        """Draw the chart as it is seen, without the crosshair, into a rectangle of a picture."""
        pointer, above = self.view.pointer, self.view.above
        whole = QRectF(0, 0, self.view.width() / self._measure.enlarged, self.view.height() / self._measure.enlarged)
        above.show_shapes(without_ring(self._drawing, self._theme), whole)
        pointer.setVisible(False)
        try:
            self.view.render(painter, target, self.view.viewport().rect(), Qt.AspectRatioMode.KeepAspectRatio)
        finally:
            pointer.setVisible(True)
            above.show_shapes(self._drawing.above, whole)

    # Zooming -------------------------------------------------------------------------------------------------------

    def reset_view(self) -> None:
        """Show the whole page again."""
        self._set_zoom(None)
        self._redraw()

    def zoom_at(self, x: float, y: float, factor: float) -> None:
        """Zoom around a point: a factor below one shows less."""
        frame = self._frame
        if frame is None or self._start_x is not None:
            return
        at = frame.scaled(x)
        low, high = frame.scaled(frame.x_low), frame.scaled(frame.x_high)
        at_y = frame.scaled_y(y)
        bottom, top = frame.scaled_y(frame.y_low), frame.scaled_y(frame.y_high)
        self.show_part(
            at + (low - at) * factor,
            at + (high - at) * factor,
            at_y + (bottom - at_y) * factor,
            at_y + (top - at_y) * factor,
        )

    def show_part(self, low: float, high: float, bottom: float, top: float) -> None:
        """Show a part, given in coordinates along the axes (`Frame.scaled`), as far as the page reaches."""
        if self._page is None or self._frame is None:
            return
        frame, page = self._frame, self._page
        whole_x = (frame.scaled(page.x_range[0]), frame.scaled(page.x_range[1]))
        low, high = kept_within(low, high, whole_x)
        whole_y = (frame.scaled_y(page.y_range[0]), frame.scaled_y(page.y_range[1]))
        bottom, top = kept_within(bottom, top, whole_y)
        all_x = low <= whole_x[0] + 1e-9 and high >= whole_x[1] - 1e-9
        all_y = bottom <= whole_y[0] + 1e-9 and top >= whole_y[1] - 1e-9
        zoom = frame.unscaled(low), frame.unscaled(high), frame.unscaled_y(bottom), frame.unscaled_y(top)
        self._set_zoom(None if all_x and all_y else zoom)
        self._redraw()

    def _set_zoom(self, zoom: tuple[float, float, float, float] | None) -> None:
        changed = (zoom is None) != (self._zoom is None)
        self._zoom = zoom
        if changed:
            self.zoomed_changed.emit(zoom is not None)

    # Drawing -------------------------------------------------------------------------------------------------------

    def _redraw(self) -> None:
        page = self._page
        enlarged = self._measure.enlarged  # everything is laid out at 100 %, and shown larger
        width, height = self.view.width() / enlarged, self.view.height() / enlarged
        if page is None or width < 120 or height < 80:
            return
        room = margins(page, width, self._measure)
        x_range, y_range = self._held_ranges or (page.x_range, page.y_range)
        if self._zoom is not None:
            x_range, y_range = self._zoom[:2], self._zoom[2:]
        frame = Frame(
            room.left,
            room.top,
            max(width - room.left - room.right, 40.0),
            max(height - room.top - room.bottom, 40.0),
            *x_range,
            *y_range,
            log=is_log(page),
            log_y=is_log_y(page),
        )
        if frame != self._frame:
            self._frame = frame
            self.view.show_frame(frame, room.right, room.bottom)
        setting = Setting(
            page if page.plan_x == self._plan_x else replace(page, plan_x=self._plan_x),
            self._theme,
            frame,
            self._measure,
            width,
            stale=self._stale is not None,
            short_labels=room.short_labels,
            plan_x=self._plan_x,
        )
        self._drawing, self._handle = compose(setting, translate("Charts", "Last good plan"), self.hasFocus())
        whole = QRectF(0, 0, width, height)
        self.view.below.show_shapes(self._drawing.below, whole, frame.rect)
        self.view.above.show_shapes(self._drawing.above, whole)
        self.point(self._pointer_x, self._pointer_y)

    def _show_curves(self, page: ChartPage) -> None:
        lines = (*drawn_curves(page), *page.outlines)
        self.view.show_curves(lines, self._theme, is_log(page), is_log_y(page), edges=page.stacked)

    def _describe(self) -> None:
        if self._page is not None:
            self.setAccessibleDescription(description(self._page, self._stale))

    def point(self, x: float | None, y: float | None = None) -> None:
        """Show the crosshair at a value of x, or none, and tell what stands there; on a map, at the cell of x and y."""
        frame, page = self._frame, self._page
        if frame is None or page is None:
            return
        if page.heat is None:
            y = None
        elif x is not None and y is not None:
            row, column = nearest_cell(page, x, y)
            x, y = float(page.heat.x[column]), float(page.heat.y[row])
        else:
            x = y = None
        if x is not None and not frame.holds(x, y):
            x = y = None
        self._pointer_x, self._pointer_y = x, y
        dots: list[tuple[float, str]] = []
        if x is not None:
            for curve in drawn_curves(page):
                value = value_at(curve.x, curve.y, x, frame.log, frame.log_y)
                if math.isfinite(value) and frame.y_low <= value <= frame.y_high:
                    dots.append((frame.y(value), curve_colors(self._theme, curve.key)[0]))
        column, row = None if x is None else frame.x(x), None if y is None else frame.y(y)
        self.view.pointer.point_at(column, tuple(dots), frame.rect, row)
        self.view.refresh()
        self.read_out_changed.emit(() if x is None else read_out(page, x, frame.log, y))

    # The plan's line -----------------------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether the plan's line is being moved."""
        return self._start_x is not None

    def begin_edit(self) -> None:
        """Take hold of the plan's line; until it is let go, the ranges stay as they are."""
        if self._start_x is None and self._page is not None:
            self._start_x = self._plan_x
            self._held_ranges = (self._page.x_range, self._page.y_range)
            self.point(None)

    def move_line(self, x: float) -> None:
        """Move the plan's line to a value of x."""
        if x != self._plan_x:
            self._plan_x = x
            self._redraw()
            self.plan_x_changed.emit(x)

    def finish_edit(self) -> None:
        """Let go of the line; the page's own ranges come with the next page."""
        start, x = self._start_x, self._plan_x
        self._start_x, self._held_ranges = None, None
        self._input.let_go()
        if start is not None and x is not None and x != start:
            self.plan_x_edit_finished.emit(x)

    def take_edit_back(self) -> None:
        """Put the plan's line back where it stood when it was taken hold of."""
        if self._start_x is not None:
            self.move_line(self._start_x)
            x = self._start_x
            self._input.let_go()
            self._start_x, self._held_ranges = None, None
            self.plan_x_edit_finished.emit(x)

    # Events of the widget ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the plan's line or the read-out, end or take back the edit, zoom, reset."""
        if not self._input.key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End an edit by keyboard."""
        super().focusOutEvent(event)
        if not self._input.holding:
            self.finish_edit()
        self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was given while nobody looked."""
        super().showEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again where words may have changed their language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self._redraw()


def _axes(page: ChartPage) -> tuple[str, str, str]:
    """Return what decides whether a zoom into one page can be kept in another."""
    return page.name, page.x_kind, page.y_kind
