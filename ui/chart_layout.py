"""Geometry of a chart: from values to pixels, labels apart from one another, and free places for what stands inside."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from advisor.evidence import Curve, FloatArray

CELL = 2.0
"""Edge of the cells in which `Occupancy` remembers what is taken, in pixels."""


LEAST_SHARE = 0.02
"""The most that can be zoomed in: a share of the page's range."""


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle in pixels and the values at its edges; ``log`` and ``log_y`` for logarithmic axes."""

    left: float
    top: float
    width: float
    height: float
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    log: bool = True
    log_y: bool = False

    @property
    def right(self) -> float:
        """The right edge in pixels."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge in pixels."""
        return self.top + self.height

    @property
    def rect(self) -> QRectF:
        """The rectangle in pixels."""
        return QRectF(self.left, self.top, self.width, self.height)

    def x(self, value: float) -> float:
        """Return the pixel column of a value."""
        low, high = self.scaled(self.x_low), self.scaled(self.x_high)
        return self.left + self.width * (self.scaled(value) - low) / (high - low)

    def y(self, value: float) -> float:
        """Return the pixel row of a value."""
        low, high = self.scaled_y(self.y_low), self.scaled_y(self.y_high)
        return self.bottom - self.height * (self.scaled_y(value) - low) / (high - low)

    def x_value(self, pixel: float) -> float:
        """Return the value at a pixel column."""
        low, high = self.scaled(self.x_low), self.scaled(self.x_high)
        return self.unscaled(low + (high - low) * (pixel - self.left) / self.width)

    def y_value(self, pixel: float) -> float:
        """Return the value at a pixel row."""
        low, high = self.scaled_y(self.y_low), self.scaled_y(self.y_high)
        return self.unscaled_y(low + (high - low) * (self.bottom - pixel) / self.height)

    def scaled(self, value: float) -> float:
        """Return the coordinate of a value along the x axis: its decimal logarithm, or itself."""
        return _scaled(value, self.log)

    def unscaled(self, coordinate: float) -> float:
        """Return the value at a coordinate along the x axis."""
        return 10.0**coordinate if self.log else coordinate

    def scaled_y(self, value: float) -> float:
        """Return the coordinate of a value along the y axis."""
        return _scaled(value, self.log_y)

    def unscaled_y(self, coordinate: float) -> float:
        """Return the value at a coordinate along the y axis."""
        return 10.0**coordinate if self.log_y else coordinate

    def pixels(self, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the pixel columns and rows of points, those without a value left out."""
        good = np.isfinite(x) & np.isfinite(y)
        low, high = self.scaled(self.x_low), self.scaled(self.x_high)
        columns = self.left + self.width * (coordinates(x[good], self.log) - low) / (high - low)
        low, high = self.scaled_y(self.y_low), self.scaled_y(self.y_high)
        rows = self.bottom - self.height * (coordinates(y[good], self.log_y) - low) / (high - low)
        return columns, rows

    def holds(self, x: float, y: float | None = None) -> bool:
        """Return whether a value (or a point) lies within the edges."""
        inside = self.x_low * (1 - 1e-9) <= x <= self.x_high * (1 + 1e-9)
        return inside and (y is None or self.y_low <= y <= self.y_high)


def coordinates(values: FloatArray, log: bool) -> FloatArray:
    """Return the coordinates of many values along an axis: their decimal logarithms, or themselves."""
    if not log:
        return np.asarray(values, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log10(values)


def _scaled(value: float, log: bool) -> float:
    return math.log10(max(value, 1e-300)) if log else value


def spread(wanted: Sequence[float], pitch: float, low: float, high: float) -> list[float]:
    """Move positions apart to at least ``pitch``, within ``low`` and ``high``, as little as possible in least squares.

    The order of the positions is kept, that of equal ones is the given order. Where they cannot all fit, the pitch
    gives way, not the limits.
    """
    count = len(wanted)
    if count == 0:
        return []
    if count > 1:
        pitch = min(pitch, max(high - low, 0.0) / (count - 1))
    order = sorted(range(count), key=lambda i: wanted[i])
    # Without the pitch between neighbours the task is: the nearest non-decreasing sequence. Pooling neighbours that
    # violate the order and taking their mean solves it exactly.
    blocks: list[tuple[float, int]] = []
    for rank, i in enumerate(order):
        mean, size = wanted[i] - rank * pitch, 1
        while blocks and blocks[-1][0] > mean:
            before, before_size = blocks.pop()
            mean = (mean * size + before * before_size) / (size + before_size)
            size += before_size
        blocks.append((mean, size))
    level = [mean for mean, size in blocks for _ in range(size)]
    top = high - (count - 1) * pitch
    result = [0.0] * count
    for rank, i in enumerate(order):
        result[i] = min(max(level[rank], low), top) + rank * pitch
    return result


def value_at(x: FloatArray, y: FloatArray, at: float, log: bool, log_y: bool = False) -> float:
    """Return a curve's value between its points, NaN outside them; between them it is straight on the axes' scales."""
    good = np.isfinite(x) & np.isfinite(y)
    if not good.any():
        return math.nan
    known_x, known_y = x[good], y[good]
    if known_x[0] > known_x[-1]:
        known_x, known_y = known_x[::-1], known_y[::-1]
    if not known_x[0] * (1 - 1e-9) <= at <= known_x[-1] * (1 + 1e-9):
        return math.nan
    value = float(np.interp(_scaled(at, log), coordinates(known_x, log), coordinates(known_y, log_y)))
    return 10.0**value if log_y else value


def connected(curve: Curve) -> list[slice]:
    """Return the parts of a curve between points without a value."""
    good = np.concatenate(([False], np.isfinite(curve.x) & np.isfinite(curve.y), [False]))
    starts, ends = np.flatnonzero(good[1:] & ~good[:-1]), np.flatnonzero(good[:-1] & ~good[1:])
    return [slice(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]


def clipped(
    x: FloatArray, y: FloatArray, x_range: tuple[float, float], y_range: tuple[float, float]
) -> list[NDArray[np.float64]]:
    """Return the parts of a line inside a rectangle, each as an array of points of shape (points, 2).

    A line may have gaps, where a coordinate is not finite.
    """
    points = np.stack([x, y], axis=1)
    start, step = points[:-1], np.diff(points, axis=0)
    enter, leave = np.zeros(len(step)), np.ones(len(step))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for axis, (low, high) in enumerate((x_range, y_range)):
            first, last = (low - start[:, axis]) / step[:, axis], (high - start[:, axis]) / step[:, axis]
            still = step[:, axis] == 0
            inside = (start[:, axis] >= low) & (start[:, axis] <= high)
            enter = np.maximum(enter, np.where(still, np.where(inside, 0.0, 2.0), np.minimum(first, last)))
            leave = np.minimum(leave, np.where(still, 1.0, np.maximum(first, last)))
    seen = np.flatnonzero(enter < leave)
    if not seen.size:
        return []
    heads, tails = (start[seen] + share[seen, None] * step[seen] for share in (enter, leave))
    goes_on = (np.diff(seen) == 1) & (leave[seen[:-1]] == 1.0) & (enter[seen[1:]] == 0.0)
    runs = np.split(np.arange(seen.size), np.flatnonzero(~goes_on) + 1)
    return [np.concatenate([heads[run[:1]], tails[run]]) for run in runs]


class Occupancy:
    """What the plot's area already holds, to find free places.

    Text and marks are hard: nothing may cover them. Lines are soft: covering them costs, so that it is avoided where
    there is a choice.
    """

    def __init__(self, area: QRectF) -> None:
        self._area = area
        shape = (max(math.ceil(area.height() / CELL), 1), max(math.ceil(area.width() / CELL), 1))
        self._soft: NDArray[np.int16] = np.zeros(shape, dtype=np.int16)
        self._hard: NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)

    def add_line(self, columns: FloatArray, rows: FloatArray, cost: int = 1) -> None:
        """Let the cells a line passes cost this much more to cover."""
        if len(columns) < 2:
            return
        length = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(columns), np.diff(rows)))))
        along = np.arange(0.0, length[-1], CELL * 0.75)
        i = ((np.interp(along, length, rows) - self._area.top()) / CELL).astype(np.intp)
        j = ((np.interp(along, length, columns) - self._area.left()) / CELL).astype(np.intp)
        inside = (i >= 0) & (i < self._soft.shape[0]) & (j >= 0) & (j < self._soft.shape[1])
        passed = np.zeros(self._soft.shape, dtype=np.bool_)
        passed[i[inside], j[inside]] = True
        self._soft[passed] += cost

    def blocks(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Return whether a straight line would pass through something taken."""
        steps = max(int(math.hypot(end[0] - start[0], end[1] - start[1]) / CELL), 1)
        along = np.linspace(0.0, 1.0, steps + 1)
        i = ((start[1] + (end[1] - start[1]) * along - self._area.top()) / CELL).astype(np.intp)
        j = ((start[0] + (end[0] - start[0]) * along - self._area.left()) / CELL).astype(np.intp)
        inside = (i >= 0) & (i < self._hard.shape[0]) & (j >= 0) & (j < self._hard.shape[1])
        return bool(self._hard[i[inside], j[inside]].any())

    def add_rect(self, rect: QRectF) -> None:
        """Take a rectangle for good."""
        self._hard[self._cells(rect)] = True

    def add_cost(self, rect: QRectF, cost: int) -> None:
        """Let every cell of a rectangle cost this much more to cover."""
        self._soft[self._cells(rect.intersected(self._area))] += cost

    def cost(self, rect: QRectF) -> float:
        """Return what standing in a rectangle costs: infinite if taken or outside, else cells of lines covered."""
        if not self._area.contains(rect):
            return math.inf
        cells = self._cells(rect)
        if self._hard[cells].any():
            return math.inf
        return float(self._soft[cells].sum())

    def place(
        self, width: float, height: float, corners: Iterable[QPointF], most: float = math.inf, fine: float = 0.0
    ) -> QRectF | None:
        """Return the first rectangle that costs at most ``fine``, else the cheapest, None if that costs over ``most``.

        ``corners`` are upper left corners in order of preference.
        """
        best, least = None, math.inf
        for corner in corners:
            rect = QRectF(corner.x(), corner.y(), width, height)
            cost = self.cost(rect)
            if cost <= most and cost < least:
                best, least = rect, cost
                if cost <= fine:
                    break
        return best

    def _cells(self, rect: QRectF) -> tuple[slice, slice]:
        top = max(math.floor((rect.top() - self._area.top()) / CELL), 0)
        left = max(math.floor((rect.left() - self._area.left()) / CELL), 0)
        bottom = max(math.ceil((rect.bottom() - self._area.top()) / CELL), 0)
        right = max(math.ceil((rect.right() - self._area.left()) / CELL), 0)
        return slice(top, bottom), slice(left, right)


def split_in_two(text: str, width: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at the space that makes its longer line shortest; a single word stays whole."""
    return split_into(text, 2, width)


def split_into(text: str, count: int, width: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at spaces into lines, of which the longest is as short as can be; words stay whole.

    Parameters
    ----------
    count : int
        How many lines; there are fewer where the text has fewer words.
    """
    words = text.split(" ")
    breaks = combinations(range(1, len(words)), min(count, len(words)) - 1)
    ends = ((0, *places, len(words)) for places in breaks)
    ways = (tuple(" ".join(words[i:j]) for i, j in pairwise(places)) for places in ends)
    return min(ways, key=lambda lines: max(width(line) for line in lines))


def kept_within(low: float, high: float, whole: tuple[float, float]) -> tuple[float, float]:
    """Return a part of a range, moved inside it: not wider than it, not narrower than `LEAST_SHARE` of it."""
    all_of_it = whole[1] - whole[0]
    span = min(max(high - low, LEAST_SHARE * all_of_it), all_of_it)
    start = min(max((low + high - span) / 2, whole[0]), whole[1] - span)
    return start, start + span
