"""Finds text that cannot be read: cut off, written over other text, or shortened with nothing that tells the whole.

Whatever writes text, be it a label, a style, a table's cell or a chart, writes it through a painter. So every widget is
painted once more onto a device that keeps no picture, only what was written where and what it was clipped to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QMainWindow,
    QMenuBar,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)

from ui.text_size import zoom
from ui.tornado_bars import TornadoBars

TOLERANCE = 1.5
"""Pixels by which a letter may reach beyond its room: the room around a letter is not ink."""

OVERLAP = 2.0
"""Pixels by which two texts may reach into one another in either direction."""

HALO = 7.0
"""Pixels at 100 % between a text and the copies that make it stand out from lines behind it."""

ELLIPSIS = "…"


@dataclass(frozen=True)
class Written:
    """A run of text, in pixels of its widget: where its letters are and what they were clipped to."""

    text: str
    ink: QRectF
    clip: QRectF
    widget: QWidget


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[tuple[str, QRectF, QRectF | None]] = []

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Nothing is kept: the painter is asked when text is written."""

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        text = item.text()
        tight = QFontMetricsF(item.font()).tightBoundingRect(text)
        ink = QRectF(at.x(), at.y() + tight.top(), item.width(), tight.height())
        transform = painter.transform()
        clip = transform.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        self.runs.append((text, transform.mapRect(ink), clip))

    def _nothing(self, *_: Any) -> None:
        """Only text is looked at."""

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _nothing
    drawRects = drawLines = drawEllipse = drawPoints = _nothing


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._size = size

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        kinds = QPaintDevice.PaintDeviceMetric
        return {
            kinds.PdmWidth: self._size.width(),
            kinds.PdmHeight: self._size.height(),
            kinds.PdmNumColors: 2**24,
            kinds.PdmDepth: 32,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: 2**16,
        }.get(metric, 96)


def written_by(widget: QWidget) -> tuple[Written, ...]:
    """Return what a widget by itself, without its children, writes."""
    device = _Device(widget.size())
    QWidget.render(widget, device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    whole = QRectF(widget.rect())
    runs: dict[str, list[Written]] = {}
    for text, ink, clip in device.engine.runs:
        if not text.strip():
            continue
        run = Written(text, ink, whole if clip is None else whole.intersected(clip), widget)
        near = (r for r in runs.get(text, ()) if (r.ink.center() - ink.center()).manhattanLength() < HALO * zoom())
        before = next(near, None)
        if before is not None:  # a halo is the same text, written all around before it is written itself
            runs[text].remove(before)
        runs.setdefault(text, []).append(run)
    return tuple(run for same in runs.values() for run in same)


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Yield a shown widget and all that is shown in it; windows of their own are not in it."""
    yield root
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield from visible_widgets(child)


def unreadable(root: QWidget) -> list[str]:
    """Return what of a shown window cannot be read, each with where it stands and by how much it does not fit."""
    found: list[str] = []
    texts: list[tuple[Written, QRectF]] = []
    telling: set[QWidget] = set()
    widgets = tuple(visible_widgets(root))
    for widget in widgets:
        runs = written_by(widget)
        if runs or isinstance(widget, QAbstractButton | QComboBox):
            telling |= set(_up_to(widget, root))
        for run in runs:
            fault = _cut(run) or _shortened(run)
            if fault:
                found.append(f"{place_of(widget)}: {run.text!r} {fault}")
            seen = _seen(run, root)
            if seen is not None:
                texts.append((run, seen))
        if isinstance(widget, QMenuBar):
            found += _left_out(widget)
    for widget in widgets:
        if widget in telling:
            found += _outside(widget, root)
    return [*found, *_over_one_another(texts, root)]


def _up_to(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None and at is not root:
        yield at
        at = at.parentWidget()


def place_of(widget: QWidget) -> str:
    """Return where a widget stands, by the names of the classes around it."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(at.objectName() if at.objectName() not in ("", "qt_scrollarea_viewport") else type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def _scrolls(widget: QWidget) -> tuple[bool, bool]:
    """Return whether what is beyond the edges of a widget can be scrolled to, across and down."""
    if isinstance(widget, QTabBar):
        return any(button.isVisible() for button in widget.findChildren(QToolButton)), False
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or widget is not area.viewport():
        return False, False
    if isinstance(area, QHeaderView):
        view = area.parentWidget()
        if isinstance(view, QAbstractScrollArea):
            lying = area.orientation() == Qt.Orientation.Horizontal
            return lying and _moves(view, across=True), not lying and _moves(view, across=False)
    return _moves(area, across=True), _moves(area, across=False)


def _moves(area: QAbstractScrollArea, *, across: bool) -> bool:
    bar = area.horizontalScrollBar() if across else area.verticalScrollBar()
    hidden = area.horizontalScrollBarPolicy() if across else area.verticalScrollBarPolicy()
    return bar.maximum() > bar.minimum() and hidden != Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _beyond(ink: QRectF, room: QRectF, across: bool = True, down: bool = True) -> str:
    """Return by how much letters reach beyond their room, "" where they do not."""
    sides = []
    if across and (ink.left() < room.left() - TOLERANCE or ink.right() > room.right() + TOLERANCE):
        sides.append(f"is {ink.width():.0f} wide in {room.width():.0f}")
    if down and (ink.top() < room.top() - TOLERANCE or ink.bottom() > room.bottom() + TOLERANCE):
        sides.append(f"is {ink.height():.0f} high, from {ink.top():.0f} in {room.top():.0f} to {room.bottom():.0f}")
    return ", ".join(sides)


def _cut(run: Written) -> str:
    across, down = _scrolls(run.widget)
    return _beyond(run.ink, run.clip, not across, not down)


def _shortened(run: Written) -> str:
    """Return that a text was shortened where no tool tip tells the whole of it."""
    if ELLIPSIS not in run.text:
        return ""
    if isinstance(run.widget, QAbstractButton) and ELLIPSIS in run.widget.text():
        return ""  # its name: it asks for more before anything happens
    told = " ".join(_tips(run).split())
    kept, rest = (" ".join(part.split()) for part in run.text.split(ELLIPSIS, 1))
    if rest and run.text in told:
        return ""  # its name, or within it one that asks for more
    if kept in told and f"{kept}{ELLIPSIS}" not in told:
        return ""
    return "is shortened, and no tool tip tells the whole"


def _tips(run: Written) -> str:
    widget, at = run.widget, run.ink.center().toPoint()
    tips = [widget.toolTip()]
    if isinstance(widget, TornadoBars):
        tips.append(widget.tip_at(at.y()))
    view = widget.parentWidget()
    if isinstance(widget, QTabBar):
        tips.append(widget.tabToolTip(widget.tabAt(at)))
    if isinstance(view, QHeaderView):
        section = view.logicalIndexAt(at)
        tips.append(str(view.model().headerData(section, view.orientation(), Qt.ItemDataRole.ToolTipRole) or ""))
    elif isinstance(view, QAbstractItemView):
        tips.append(str(view.indexAt(at).data(Qt.ItemDataRole.ToolTipRole) or ""))
    return " ".join(tips)


def _outside(widget: QWidget, root: QWidget) -> list[str]:
    """Return that a widget reaches out of the one it is in, where that does not scroll."""
    parent = widget.parentWidget()
    if widget is root or parent is None:
        return []
    across, down = _scrolls(parent)
    fault = _beyond(QRectF(widget.geometry()), QRectF(parent.rect()), not across, not down)
    return [f"{place_of(widget)}: widget {fault}"] if fault else []


def _seen(run: Written, root: QWidget) -> QRectF | None:
    """Return where in the window a text is seen; None where it is scrolled away."""
    seen = run.ink.intersected(run.clip)
    for at in _up_to(run.widget, root):
        seen = seen.intersected(QRectF(at.rect())).translated(QPointF(at.pos()))
    seen = seen.intersected(QRectF(root.rect()))
    return None if seen.isEmpty() else seen


def _over_one_another(texts: list[tuple[Written, QRectF]], root: QWidget) -> list[str]:
    found = []
    for i, (one, first) in enumerate(texts):
        for other, second in texts[i + 1 :]:
            common = first.intersected(second)
            if min(common.width(), common.height()) > OVERLAP and not _in_front(one.widget, other.widget, root):
                where = f"{place_of(one.widget)} and {place_of(other.widget)}"
                found.append(f"{where}: {one.text!r} and {other.text!r} lie over one another")
    return found


def _in_front(one: QWidget, other: QWidget, root: QWidget) -> bool:
    """Return whether one of two widgets is in something laid over the window on purpose, with its own ground."""
    return any(_laid_over(widget, rest, root) for widget, rest in ((one, other), (other, one)))


def _laid_over(widget: QWidget, rest: QWidget, root: QWidget) -> bool:
    *_, top = [widget, *_up_to(widget, root)]
    if top is root or top is rest or top.isAncestorOf(rest) or isinstance(top, QAbstractButton):
        return False
    if isinstance(root, QMainWindow):
        return top not in (root.centralWidget(), root.menuBar(), root.statusBar()) and not isinstance(top, QToolBar)
    layout = root.layout()
    return layout is not None and layout.indexOf(top) < 0


def _left_out(bar: QMenuBar) -> list[str]:
    """Return that a menu bar has more menus than it shows."""
    hidden = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    return [f"{place_of(bar)}: menus have no room" for _ in hidden]
