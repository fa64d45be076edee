"""Icons from the product's own drawings: 16-pixel grid, line 1.35, coloured by the theme where they are used."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from advisor.resource_files import shipped_file

from .text_size import px

RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Device pixel ratios an icon is drawn for; Qt takes the nearest."""

APP_ICON_EDGES = (16, 24, 32, 48, 64, 128, 256)
"""The sizes that desktops ask the program's own icon for, in pixels."""


def icon(name: str, color: str, size: int = 16, disabled: str | None = None) -> QIcon:
    """Return an icon in one colour.

    Parameters
    ----------
    name : str
        A drawing in ``resources/icons``, without ``.svg``.
    color : str
        Colour as ``"#RRGGBB"``.
    size : int
        Edge in pixels at 100 %: 16, or 12 for small ones.
    disabled : str or None
        Colour while the action cannot be used; None leaves it to the style.

    Raises
    ------
    FileNotFoundError
        If there is no such drawing.
    """
    result, size = QIcon(), px(size)
    for ratio in RATIOS:
        result.addPixmap(_pixmap(name, color, size, ratio))
        if disabled is not None:
            result.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return result


def app_icon() -> QIcon:
    """Return the program's own icon, drawn for every place a desktop shows one in."""
    result = QIcon()
    for edge in APP_ICON_EDGES:
        result.addPixmap(_pixmap("app", "", edge, 1.0))
    return result


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str) -> None:
    """Draw an icon into a rectangle as lines, so that it stays sharp at any scale and in vector files."""
    QSvgRenderer(QByteArray(_drawing(name, color))).render(painter, rect)


def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    drawing = _drawing(name, color)  # before the painter, which must end whatever happens
    edge = round(size * ratio)
    result = QPixmap(edge, edge)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=256)
def _drawing(name: str, color: str) -> bytes:
    with shipped_file("icons", f"{name}.svg") as path:
        text = path.read_text(encoding="utf-8")
    return text.replace("currentColor", color).encode("utf-8")
