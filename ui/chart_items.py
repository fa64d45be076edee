"""What a chart is drawn of besides its curves: two items, one below and one above them, each drawn in a single paint.

pyqtgraph's own axes, grids and labels are not used: its logarithmic grid costs more than everything else together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from .icons import paint_icon
from .text_size import zoom
from .theme import FontRole, drawn_font, drawn_line_height

HALO = ((-1.5, -1.5), (0.0, -2.0), (1.5, -1.5), (-2.0, 0.0), (2.0, 0.0), (-1.5, 1.5), (0.0, 2.0), (1.5, 1.5))
"""Shifts in pixels of the copies that make a letter stand out from a line behind it."""

SEAM = 0.3
"""How far the cells of a vector file reach over one another in pixels, so that nothing shines through between them."""

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True)
class Text:
    """A line of text in a rectangle. ``kind`` says what it is for; ``halo`` is the colour around letters over lines."""

    kind: str
    text: str
    rect: QRectF
    role: FontRole
    color: str
    align: str = "left"
    halo: str | None = None


@dataclass(frozen=True)
class Line:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    color: str
    width: float = 1.0
    style: Qt.PenStyle = Qt.PenStyle.SolidLine


@dataclass(frozen=True)
class Dot:
    """A circle with an outline."""

    x: float
    y: float
    radius: float
    fill: str
    line: str
    width: float = 2.0


@dataclass(frozen=True)
class Box:
    """A rectangle, with rounded corners where ``radius`` is given; ``alpha`` is that of the fill."""

    rect: QRectF
    fill: str | None
    line: str | None = None
    radius: float = 0.0
    alpha: float = 1.0
    width: float = 1.0


@dataclass(frozen=True)
class Area:
    """A filled polygon, such as the 90 % range around a curve."""

    polygon: QPolygonF
    fill: str
    alpha: float


@dataclass(frozen=True)
class Sign:
    """An icon."""

    rect: QRectF
    name: str
    color: str


@dataclass(frozen=True)
class Cells:
    """A rectangle of equal cells. ``colors`` are 0xAARRGGBB, of shape (rows, columns), the upper row first."""

    rect: QRectF
    colors: NDArray[np.uint32]


Shape = Text | Line | Dot | Box | Area | Sign | Cells


@dataclass
class Drawing:
    """Everything around the curves: shapes below (clipped to the plot) and above, in the order they are drawn."""

    below: list[Shape] = field(default_factory=list)
    above: list[Shape] = field(default_factory=list)

    def texts(self, kind: str = "") -> list[Text]:
        """Return the texts drawn, all or of one kind."""
        return [s for s in self.above if isinstance(s, Text) and (not kind or s.kind == kind)]


class Measure:
    """Fonts and text widths by role at 100 %, measured once; ``enlarged`` is how many times larger they are shown."""

    def __init__(self) -> None:
        self.enlarged = zoom()
        self._fonts: dict[FontRole, QFont] = {}
        self._metrics: dict[FontRole, QFontMetricsF] = {}
        self._widths: dict[tuple[FontRole, str], float] = {}

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role."""
        if role not in self._fonts:
            self._fonts[role] = drawn_font(role)
            self._metrics[role] = QFontMetricsF(self._fonts[role])
        return self._fonts[role]

    def width(self, text: str, role: FontRole) -> float:
        """Return the width of a text in pixels."""
        key = (role, text)
        if key not in self._widths:
            if len(self._widths) > 2000:  # dragging makes new labels without end
                self._widths.clear()
            self.font(role)
            self._widths[key] = self._metrics[role].horizontalAdvance(text)
        return self._widths[key]

    @staticmethod
    def height(role: FontRole) -> int:
        """Return the height of a line of text in pixels."""
        return drawn_line_height(role)


class Layer(QGraphicsItem):
    """Draws a list of shapes in scene coordinates, which are pixels of the view."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self._shapes: Sequence[Shape] = ()
        self._bounds = QRectF()
        self._clip: QRectF | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_shapes(self, shapes: Sequence[Shape], bounds: QRectF, clip: QRectF | None = None) -> None:
        """Draw these shapes from now on."""
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = QRectF(bounds)
        self._shapes = shapes
        self._clip = clip
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole view."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the shapes in order."""
        if self._clip is not None:
            painter.setClipRect(self._clip)
        paint_shapes(painter, self._shapes, self._measure)


def paint_shapes(painter: QPainter, shapes: Sequence[Shape], measure: Measure) -> None:
    """Draw shapes in order."""
    for shape in shapes:
        if isinstance(shape, Text):
            _paint_text(painter, shape, measure)
        elif isinstance(shape, Line):
            _paint_line(painter, shape)
        elif isinstance(shape, Box):
            _paint_box(painter, shape)
        elif isinstance(shape, Dot):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(shape.line), shape.width))
            painter.setBrush(QColor(shape.fill))
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        elif isinstance(shape, Area):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_translucent(shape.fill, shape.alpha))
            polygon = shape.polygon
            if painter.hasClipping() and painter.paintEngine().type() == QPaintEngine.Type.SVG:
                polygon = polygon.intersected(QPolygonF(painter.clipBoundingRect()))  # a vector file is not clipped
            painter.drawPolygon(polygon)
        elif isinstance(shape, Cells):
            _paint_cells(painter, shape)
        else:
            paint_icon(painter, shape.rect, shape.name, shape.color)


def _paint_text(painter: QPainter, shape: Text, measure: Measure) -> None:
    text_font = measure.font(shape.role)
    painter.setFont(text_font)
    flags = _ALIGN[shape.align] | Qt.TextFlag.TextDontClip
    if shape.halo is not None and painter.paintEngine().type() == QPaintEngine.Type.Pdf:
        _paint_outline(painter, shape, text_font)
    elif shape.halo is not None and painter.paintEngine().type() != QPaintEngine.Type.SVG:
        # Shifted copies cost a tenth of a stroked outline; a vector file would show them as so many words.
        painter.setPen(QColor(shape.halo))
        for dx, dy in HALO:
            painter.drawText(shape.rect.translated(dx, dy), flags, shape.text)
    painter.setPen(QColor(shape.color))
    painter.drawText(shape.rect, flags, shape.text)


def _paint_outline(painter: QPainter, shape: Text, text_font: QFont) -> None:
    """Draw the halo of a text as a broad line around its letters: on paper every copy of a word could be selected."""
    assert shape.halo is not None
    metrics = QFontMetricsF(text_font)
    width, left = metrics.horizontalAdvance(shape.text), shape.rect.left()
    if shape.align != "left":
        left = shape.rect.right() - width if shape.align == "right" else shape.rect.center().x() - width / 2
    outline = QPainterPath()
    middle = shape.rect.center().y()
    outline.addText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text_font, shape.text)
    pen = QPen(QColor(shape.halo), 5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, pen)


def _paint_line(painter: QPainter, shape: Line) -> None:
    straight = len(shape.points) == 2 and shape.style == Qt.PenStyle.SolidLine
    (x1, y1), (x2, y2) = shape.points[0], shape.points[-1]
    if straight and (x1 == x2 or y1 == y2):  # whole pixels stay sharp
        half = shape.width / 2
        if x1 == x2:
            rect = QRectF(round(x1 - half), min(y1, y2), shape.width, abs(y2 - y1))
        else:
            rect = QRectF(min(x1, x2), round(y1 - half), abs(x2 - x1), shape.width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(rect, QColor(shape.color))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(shape.color), shape.width)
    if shape.style == Qt.PenStyle.DotLine:
        pen.setDashPattern([2.0, 2.0])
    else:
        pen.setStyle(shape.style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))


def _paint_box(painter: QPainter, shape: Box) -> None:
    fill = QBrush(Qt.BrushStyle.NoBrush) if shape.fill is None else QBrush(_translucent(shape.fill, shape.alpha))
    if shape.line is None and shape.radius == 0:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(shape.rect, fill)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(shape.line), shape.width) if shape.line else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill)
    painter.drawRoundedRect(shape.rect, shape.radius, shape.radius)


def _paint_cells(painter: QPainter, shape: Cells) -> None:
    rows, columns = shape.colors.shape
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if painter.paintEngine().type() != QPaintEngine.Type.SVG:
        pixels = np.ascontiguousarray(shape.colors)
        image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(shape.rect, image)
        return
    # A small picture in a vector file would be blurred by whoever shows it: rectangles of one colour are not.
    width, height = shape.rect.width() / columns, shape.rect.height() / rows
    for i, row in enumerate(shape.colors):
        starts = np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1])))
        ends = np.append(starts[1:], columns)
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            color = QColor.fromRgba(int(row[start]))
            if color.alpha():
                left, top = shape.rect.left() + start * width, shape.rect.top() + i * height
                run = QRectF(left, top, (end - start) * width + SEAM, height + SEAM)
                painter.fillRect(run.intersected(painter.clipBoundingRect()) if painter.hasClipping() else run, color)


def _translucent(color: str, alpha: float) -> QColor:
    result = QColor(color)
    result.setAlphaF(alpha)
    return result
