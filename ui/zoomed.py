"""Painting at the user's text size: what is laid out at 100 % is enlarged as a whole, its lines with its letters."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from .text_size import zoom


def zoomed(painter: QPainter, rect: QRect | QRectF) -> QRectF:
    """Let ``painter`` enlarge what it draws from now on, and return the rectangle as it is at 100 %.

    The upper left corner becomes the origin; whoever calls saves the painter before and restores it afterwards.
    """
    painter.translate(rect.x(), rect.y())
    painter.scale(zoom(), zoom())
    return QRectF(0, 0, rect.width() / zoom(), rect.height() / zoom())
