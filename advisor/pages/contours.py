"""Where a function on a grid changes its sign: lines through its zeros, straight from one edge of a cell to another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IndexArray = NDArray[np.intp]


def zero_contour(x: FloatArray, y: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the lines along which ``values`` are zero.

    Parameters
    ----------
    x, y : ndarray
        Coordinates of the grid's columns and rows, ascending. Between them the values are taken as linear.
    values : ndarray
        Shape (len(y), len(x)); no line passes a cell with a corner that is not finite.

    Returns
    -------
    tuple of ndarray
        Coordinates of the lines' points, NaN between one line and the next; empty where nothing changes its sign.
    """
    known = np.isfinite(values)
    above = known & (values > 0)
    rows, columns = values.shape
    # A point lies on every edge between neighbours of different sign. Edges along x come first in the numbering.
    along_x = (above[:, 1:] != above[:, :-1]) & known[:, 1:] & known[:, :-1]
    along_y = (above[1:] != above[:-1]) & known[1:] & known[:-1]
    with np.errstate(invalid="ignore", divide="ignore"):
        share_x = values[:, :-1] / (values[:, :-1] - values[:, 1:])
        share_y = values[:-1] / (values[:-1] - values[1:])
    points_x = np.concatenate([(x[:-1] + share_x * np.diff(x)).ravel(), np.tile(x, rows - 1)])
    points_y = np.concatenate([np.repeat(y, columns - 1), (y[:-1, None] + share_y * np.diff(y)[:, None]).ravel()])

    number_x = np.arange(rows * (columns - 1)).reshape(rows, columns - 1)
    number_y = number_x.size + np.arange((rows - 1) * columns).reshape(rows - 1, columns)
    whole = known[:-1, :-1] & known[:-1, 1:] & known[1:, :-1] & known[1:, 1:]
    # The four edges of each cell, around it: below, right, above, left.
    numbers = np.stack([number_x[:-1], number_y[:, 1:], number_x[1:], number_y[:, :-1]], axis=-1)[whole]
    crossed = np.stack([along_x[:-1], along_y[:, 1:], along_x[1:], along_y[:, :-1]], axis=-1)[whole]
    count = crossed.sum(axis=1)
    simple = count == 2
    first = np.argmax(crossed[simple], axis=1)
    last = 3 - np.argmax(crossed[simple][:, ::-1], axis=1)
    at = np.arange(first.size)
    pairs = [np.stack([numbers[simple][at, first], numbers[simple][at, last]], axis=1)]
    saddle = count == 4
    if saddle.any():
        # The middle of the cell tells which two of its opposite corners belong together.
        middle = (values[:-1, :-1] + values[:-1, 1:] + values[1:, :-1] + values[1:, 1:])[whole][saddle] > 0
        joined = (middle == above[:-1, :-1][whole][saddle])[:, None]
        below, right, over, left = (numbers[saddle][:, i : i + 1] for i in range(4))
        pairs.append(np.concatenate([below, np.where(joined, right, left)], axis=1))
        pairs.append(np.concatenate([over, np.where(joined, left, right)], axis=1))
    order = _chained(np.concatenate(pairs))
    gaps = order < 0
    return np.where(gaps, np.nan, points_x[order]), np.where(gaps, np.nan, points_y[order])


def _chained(pairs: IndexArray) -> IndexArray:
    """Return the numbers of points in the order of the lines through them, -1 between two lines."""
    neighbours: dict[int, list[int]] = {}
    for one, other in pairs.tolist():
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    chains: list[int] = []
    ends = [point for point, beside in neighbours.items() if len(beside) == 1]
    # Open lines are walked from an end; what is left after them are closed ones.
    for start in (*ends, *neighbours):
        if start not in neighbours:
            continue
        if chains:
            chains.append(-1)
        chains.append(start)
        point = start
        beside = neighbours.pop(point)
        while beside:
            step = next((p for p in beside if p in neighbours), None)
            if step is None:
                if start in beside and len(beside) == 2 and point != start:
                    chains.append(start)
                break
            chains.append(step)
            point, beside = step, neighbours.pop(step)
    return np.array(chains, dtype=np.intp)
