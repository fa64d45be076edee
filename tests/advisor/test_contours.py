"""Lines through the zeros of a function on a grid."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.pages.contours import FloatArray, zero_contour

X, Y = np.linspace(-2.0, 2.0, 81), np.linspace(-1.5, 1.5, 61)


def lines(x: FloatArray, y: FloatArray) -> list[FloatArray]:
    """Return the lines as arrays of points."""
    points = np.stack([x, y], axis=1)
    breaks = np.flatnonzero(np.isnan(x))
    return [part[~np.isnan(part[:, 0])] for part in np.split(points, breaks)]


def test_a_circle_is_one_closed_line_of_its_radius() -> None:
    found = lines(*zero_contour(X, Y, X[None, :] ** 2 + Y[:, None] ** 2 - 1.0))
    assert len(found) == 1
    assert np.hypot(*found[0].T) == pytest.approx(1.0, abs=1e-3)
    assert (found[0][0] == found[0][-1]).all()
    assert np.hypot(*np.diff(found[0], axis=0).T).max() < 0.08  # neighbours in the line are neighbours in the plane


def test_a_plane_is_met_exactly_from_edge_to_edge() -> None:
    (line,) = lines(*zero_contour(X, Y, X[None, :] - 2 * Y[:, None] + 0.3))
    assert line[:, 0] - 2 * line[:, 1] + 0.3 == pytest.approx(0.0, abs=1e-12)
    ends = sorted([tuple(line[0]), tuple(line[-1])])
    assert ends[0][0] == pytest.approx(-2.0)
    assert ends[1][0] == pytest.approx(2.0)


def test_both_branches_of_a_hyperbola_are_found_and_kept_apart() -> None:
    found = lines(*zero_contour(X, Y, X[None, :] * Y[:, None] - 0.01))
    assert len(found) == 2
    assert sorted(float(np.sign(line[0, 0])) for line in found) == [-1.0, 1.0]


def test_a_saddle_is_parted_by_the_sign_of_its_middle() -> None:
    corners = np.array([[1.0, -0.5], [-0.5, 1.0]])  # its middle is positive: the positive corners belong together
    found = lines(*zero_contour(np.array([0.0, 1.0]), np.array([0.0, 1.0]), corners))
    assert len(found) == 2
    for line in found:
        assert len({*np.round(line.sum(axis=1), 9)}) == 2
        assert (abs(line[:, 0] - line[:, 1]) > 0.1).all()  # neither line crosses the diagonal of the positive corners


def test_nothing_is_drawn_where_nothing_changes_or_is_known() -> None:
    assert zero_contour(X, Y, np.ones((61, 81)))[0].size == 0
    assert zero_contour(X, Y, np.full((61, 81), np.nan))[0].size == 0
    half = np.broadcast_to(X[None, :] - 0.01, (61, 81)).copy()
    half[:30] = np.nan
    y = zero_contour(X, Y, half)[1]
    assert np.nanmin(y) >= Y[30]
    half[:30] = np.inf
    assert np.nanmin(zero_contour(X, Y, half)[1]) >= Y[30]
