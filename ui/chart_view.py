"""The pyqtgraph view inside a chart: it draws the curves and hands the mouse on; pyqtgraph's mouse modes are off."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPaintEngine, QPainter, QPen, QPolygonF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from advisor.evidence import Curve, FloatArray

from .chart_colors import curve_colors
from .chart_items import Layer, Measure
from .chart_layout import Frame, clipped, coordinates
from .theme import Theme

CURVE_WIDTH = 2.0
OWN_CURVE_WIDTH = 3.0
EDGE_WIDTH = 1.35


class CurveItem(pg.PlotCurveItem):
    """A curve whose width is in pixels at 100 %: a pen that ignores zooming would ignore the screen's scale too."""

    def __init__(self) -> None:
        super().__init__(antialias=True, connect="finite", skipFiniteCheck=False)
        self.width = CURVE_WIDTH
        self.enlarged = 1.0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Draw the curve as wide as the scale of screen or picture asks."""
        self.opts["pen"].setWidthF(self.width * self.enlarged * painter.device().devicePixelRatioF())
        if painter.paintEngine().type() != QPaintEngine.Type.SVG:
            super().paint(painter, option, widget)
            return
        # A vector file keeps what lies outside the plot, however the painter is told to clip.
        x, y = self.getData()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.opts["pen"])
        if x is not None and len(x) > 1:
            for part in clipped(x, y, *self.getViewBox().viewRange()):
                painter.drawPolyline(QPolygonF([QPointF(*point) for point in part.tolist()]))


class PlotView(pg.PlotWidget):
    """Curves in data coordinates between two layers in pixels at 100 %, enlarged as ``measure`` says.

    Signals
    -------
    pressed, moved, released (QPointF, Qt.MouseButton) : the mouse, in pixels of the view
    left : the mouse went away
    wheel_turned (QPointF, float) : notches, positive away from the user
    double_clicked (QPointF)
    resized : the view has another size
    """

    pressed = Signal(QPointF, object, object)
    moved = Signal(QPointF)
    released = Signal(QPointF, object)
    left = Signal()
    wheel_turned = Signal(QPointF, float)
    double_clicked = Signal(QPointF)
    resized = Signal()

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._enlarged = measure.enlarged
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart around it takes the keyboard, and has a name
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        # The scene reports changes a turn of the event loop late, and would have them painted a second time.
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.layout.setSpacing(0)
        for side in ("left", "bottom"):
            item.hideAxis(side)
        box = item.getViewBox()
        box.setMouseEnabled(False, False)
        box.setMenuEnabled(False)
        box.disableAutoRange()
        box.setDefaultPadding(0.0)
        self._curves: dict[str, CurveItem] = {}
        self.below = Layer(measure)
        self.above = Layer(measure)
        self.pointer = Pointer()
        self.below.setZValue(-10)
        self.above.setZValue(10)
        self.pointer.setZValue(5)
        for layer in (self.below, self.above, self.pointer):
            layer.setScale(self._enlarged)
            self.scene().addItem(layer)

    def show_curves(
        self, curves: Sequence[Curve], theme: Theme, log: bool, log_y: bool = False, edges: bool = False
    ) -> None:
        """Feed the curves; a curve is made once for each key and kept. ``edges`` are those of areas, and thin."""
        keys = [curve.key for curve in curves]
        for key, item in self._curves.items():
            if key not in keys:
                item.setData([], [])
        for order, curve in enumerate(curves):
            if curve.key not in self._curves:
                self._curves[curve.key] = CurveItem()
                self._curves[curve.key].enlarged = self._enlarged
                self.addItem(self._curves[curve.key], ignoreBounds=True)
            item = self._curves[curve.key]
            item.width = EDGE_WIDTH if edges else OWN_CURVE_WIDTH if curve.emphasised else CURVE_WIDTH
            pen = QPen(QColor(curve_colors(theme, curve.key)[0]), item.width)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if curve.dashed:
                pen.setDashPattern([3.0, 2.0])
            item.setPen(pen)
            item.setZValue(100 if curve.emphasised else order)
            item.setData(coordinates(curve.x, log), coordinates(curve.y, log_y))

    def show_frame(self, frame: Frame, right: float, bottom: float) -> None:
        """Put the plot into its rectangle and show its ranges."""
        item = self.getPlotItem()
        margins = (side * self._enlarged for side in (frame.left, frame.top, right, bottom))
        item.layout.setContentsMargins(*margins)
        item.layout.activate()
        low, high = frame.scaled(frame.x_low), frame.scaled(frame.x_high)
        bottom, top = frame.scaled_y(frame.y_low), frame.scaled_y(frame.y_high)
        item.getViewBox().setRange(
            xRange=(low, high), yRange=(bottom, top), padding=0.0, update=True, disableAutoRange=True
        )

    def refresh(self) -> None:
        """Paint what was changed; nothing else does."""
        self.viewport().update()

    def curve_data(self, key: str) -> tuple[FloatArray, FloatArray]:
        """Return what is drawn for a key: coordinates along both axes; empty arrays where nothing is."""
        item = self._curves.get(key)
        if item is None or item.getData()[0] is None:
            return np.empty(0), np.empty(0)
        x, y = item.getData()
        return x, y

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is more or less room."""
        super().resizeEvent(event)
        if hasattr(self, "pointer"):  # pyqtgraph resizes while it is being made
            self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse on."""
        self.pressed.emit(event.position() / self._enlarged, event.button(), event.modifiers())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse on."""
        self.moved.emit(event.position() / self._enlarged)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse on."""
        self.released.emit(event.position() / self._enlarged, event.button())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand the mouse on."""
        self.double_clicked.emit(event.position() / self._enlarged)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on."""
        self.wheel_turned.emit(event.position() / self._enlarged, event.angleDelta().y() / 120.0)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse went away."""
        self.left.emit()


class Pointer(QGraphicsItem):
    """What follows the mouse: a dotted line with a dot on every curve, or the rectangle that will be zoomed to."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._x: float | None = None
        self._y: float | None = None
        self._dots: tuple[tuple[float, str], ...] = ()
        self._zoom: QRectF | None = None
        self._line = self._fill = "#000000"
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_colors(self, line: str, fill: str) -> None:
        """Set the colour of line and outline, and that inside the dots."""
        self._line, self._fill = line, fill
        self.update()

    def point_at(
        self, x: float | None, dots: tuple[tuple[float, str], ...], bounds: QRectF, y: float | None = None
    ) -> None:
        """Show the line at a pixel column with dots at rows, each in its curve's colour; None hides it.

        On a map a second line shows the row ``y``.
        """
        self._become(bounds)
        self._x, self._dots, self._y = x, dots, y

    def mark_zoom(self, rect: QRectF | None, bounds: QRectF) -> None:
        """Show the rectangle that will be zoomed to, or none."""
        self._become(bounds)
        self._zoom = rect

    def boundingRect(self) -> QRectF:
        """Return the plot's rectangle."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw line and dots, or the rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._line), 1.0)
        if self._zoom is not None:
            fill = QColor(self._line)
            fill.setAlphaF(0.08)
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawRect(self._zoom)
        elif self._x is not None:
            pen.setDashPattern([1.0, 2.0])
            painter.setPen(pen)
            column = round(self._x) + 0.5
            painter.drawLine(QPointF(column, self._bounds.top()), QPointF(column, self._bounds.bottom()))
            if self._y is not None:
                row = round(self._y) + 0.5
                painter.drawLine(QPointF(self._bounds.left(), row), QPointF(self._bounds.right(), row))
            for row, color in self._dots:
                painter.setPen(QPen(QColor(color), 1.6))
                painter.setBrush(QColor(self._fill))
                painter.drawEllipse(QPointF(column, row), 3.2, 3.2)

    def _become(self, bounds: QRectF) -> None:
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(bounds)
        self.update()
