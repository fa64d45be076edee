"""Geometry of charts: labels apart, free places found, values and pixels told from one another."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from advisor.evidence import Curve
from ui.chart_layout import Frame, Occupancy, clipped, connected, kept_within, split_in_two, spread, value_at

positions = st.lists(st.floats(-500, 1500), min_size=1, max_size=9)


@given(positions)
def test_labels_are_apart_inside_and_in_order(wanted: list[float]) -> None:
    placed = spread(wanted, 20.0, 0.0, 400.0)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    rows = [placed[i] for i in order]
    assert all(later - earlier >= 20.0 - 1e-9 for earlier, later in itertools.pairwise(rows))
    assert min(rows) >= -1e-9
    assert max(rows) <= 400.0 + 1e-9


@given(positions)
def test_labels_move_no_more_than_needed(wanted: list[float]) -> None:
    placed = spread(wanted, 20.0, 0.0, 400.0)
    moved = sum((a - b) ** 2 for a, b in zip(placed, wanted, strict=True))
    for step in (-1.0, 1.0):  # shifting all by a pixel, where they may go, is never better
        shifted = [p + step for p in placed]
        if min(shifted) >= 0 and max(shifted) <= 400:
            assert sum((a - b) ** 2 for a, b in zip(shifted, wanted, strict=True)) >= moved - 1e-6


def test_labels_that_have_room_stay() -> None:
    assert spread([10.0, 50.0, 90.0], 20.0, 0.0, 100.0) == [10.0, 50.0, 90.0]


def test_where_there_is_no_room_the_pitch_gives_way() -> None:
    assert spread([5.0, 5.0, 5.0], 20.0, 0.0, 10.0) == pytest.approx([0.0, 5.0, 10.0])


def test_two_crowded_labels_share_the_move() -> None:
    assert spread([100.0, 104.0], 20.0, 0.0, 400.0) == pytest.approx([92.0, 112.0])


@given(st.floats(1e19, 1e25), st.floats(1.5, 3.0))
def test_values_come_back_from_pixels(x: float, y: float) -> None:
    frame = Frame(48, 40, 600, 300, 1e20, 1e24, 1.8, 2.6)
    assert frame.x_value(frame.x(x)) == pytest.approx(x, rel=1e-9)
    assert frame.y_value(frame.y(y)) == pytest.approx(y)


def test_pixels_of_a_decade_are_even_on_a_logarithmic_axis() -> None:
    frame = Frame(0, 0, 400, 300, 1e20, 1e24, 0, 1)
    assert [frame.x(10.0**n) for n in range(20, 25)] == pytest.approx([0, 100, 200, 300, 400])
    linear = Frame(0, 0, 400, 300, 0, 4, 0, 1, log=False)
    assert [linear.x(n) for n in range(5)] == pytest.approx([0, 100, 200, 300, 400])


@given(st.floats(1e19, 1e25), st.floats(1e17, 1e27))
def test_values_come_back_from_pixels_of_two_logarithmic_axes(x: float, y: float) -> None:
    frame = Frame(48, 40, 600, 300, 1e20, 1e24, 1e19, 1e25, log_y=True)
    assert frame.x_value(frame.x(x)) == pytest.approx(x, rel=1e-9)
    assert frame.y_value(frame.y(y)) == pytest.approx(y, rel=1e-9)
    columns, rows = frame.pixels(np.array([x, math.nan]), np.array([y, 1e20]))
    assert (columns[0], rows[0]) == pytest.approx((frame.x(x), frame.y(y)))
    assert len(columns) == 1


def test_decades_are_even_on_a_logarithmic_y_axis() -> None:
    frame = Frame(0, 0, 400, 300, 0, 1, 1e20, 1e23, log=False, log_y=True)
    assert [frame.y(10.0**n) for n in range(20, 24)] == pytest.approx([300, 200, 100, 0])


def test_a_curve_is_straight_between_its_points_on_the_scales_of_its_axes() -> None:
    x, y = np.array([1.0, 100.0]), np.array([1e20, 1e22])
    assert value_at(x, y, 10.0, log=True, log_y=True) == pytest.approx(1e21)
    assert value_at(x, y, 10.0, log=True) == pytest.approx(5.05e21)


def test_a_line_is_clipped_to_a_rectangle_and_parted_where_it_leaves_it() -> None:
    x, y = np.array([-2.0, 2.0, 2.0, 0.5, 0.5]), np.array([0.0, 0.0, 0.5, 0.5, 9.0])
    first, second = clipped(x, y, (-1.0, 1.0), (-1.0, 1.0))
    assert first.tolist() == [[-1.0, 0.0], [1.0, 0.0]]
    assert second.tolist() == [[1.0, 0.5], [0.5, 0.5], [0.5, 1.0]]
    assert clipped(x + 10.0, y, (-1.0, 1.0), (-1.0, 1.0)) == []


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3) | st.just(math.nan)), min_size=2, max_size=12))
@example([(0.0, math.nan), (2e-311, math.nan)])
@example([(0.0, 0.5), (2e-311, 0.5), (1.0, 0.5)])
def test_what_is_clipped_is_inside_and_all_that_is(points: list[tuple[float, float]]) -> None:
    x, y = (np.array(values) for values in zip(*points, strict=True))
    parts = clipped(x, y, (-1.0, 1.0), (-1.0, 1.0))
    assert all((np.abs(part) <= 1 + 1e-9).all() for part in parts)
    pairs = itertools.pairwise(points)
    whole = [a for pair in pairs if pair[0] != pair[1] for a in pair if np.isfinite([*pair[0], *pair[1]]).all()]
    kept = np.concatenate(parts) if parts else np.empty((0, 2))
    for point in whole:
        if max(map(abs, point)) < 0.999 and len(kept):
            assert np.abs(kept - point).sum(axis=1).min() < 1e-9


def test_parts_of_a_curve_end_where_a_value_is_missing() -> None:
    y = np.array([math.nan, 1.0, 2.0, math.nan, 3.0])
    assert connected(Curve("x", "", np.arange(5.0), y)) == [slice(1, 3), slice(4, 5)]


def test_a_curve_is_read_between_its_points_and_nowhere_else() -> None:
    x, y = np.array([1.0, 10.0, 100.0]), np.array([3.0, 2.0, math.nan])
    assert value_at(x, y, math.sqrt(10), log=True) == pytest.approx(2.5)
    assert value_at(x[:2], y[:2], 5.5, log=False) == pytest.approx(2.5)
    assert value_at(x[:2][::-1], y[:2][::-1], 5.5, log=False) == pytest.approx(2.5)
    assert math.isnan(value_at(x, y, 50.0, log=True))
    assert math.isnan(value_at(np.array([]), np.array([]), 1.0, log=True))


def test_a_place_avoids_words_always_and_lines_where_it_can() -> None:
    area = Occupancy(QRectF(0, 0, 200, 100))
    area.add_line(np.array([0.0, 200.0]), np.array([10.0, 10.0]))
    corners = [QPointF(0, 0), QPointF(50, 40), QPointF(100, 80)]
    assert area.place(60, 16, corners) == QRectF(50, 40, 60, 16)
    area.add_rect(QRectF(60, 45, 10, 10))
    assert area.place(60, 16, corners) == QRectF(100, 80, 60, 16)
    area.add_rect(QRectF(100, 80, 90, 16))
    covering = area.place(60, 16, corners)
    assert covering == QRectF(0, 0, 60, 16)
    assert area.place(60, 16, corners, most=5.0) is None
    assert area.place(60, 16, [QPointF(150, 0)]) is None  # would leave the area


def test_a_line_of_sight_is_blocked_by_words_only() -> None:
    area = Occupancy(QRectF(0, 0, 200, 100))
    area.add_line(np.array([0.0, 200.0]), np.array([50.0, 50.0]))
    assert not area.blocks((100, 0), (100, 99))
    area.add_rect(QRectF(90, 40, 20, 20))
    assert area.blocks((100, 0), (100, 99))
    assert not area.blocks((10, 0), (10, 99))


def test_a_part_of_a_range_stays_inside_and_wide_enough() -> None:
    assert kept_within(2.0, 4.0, (0.0, 10.0)) == (2.0, 4.0)
    assert kept_within(-2.0, 4.0, (0.0, 10.0)) == (0.0, 6.0)
    assert kept_within(-20.0, 40.0, (0.0, 10.0)) == (0.0, 10.0)
    low, high = kept_within(5.0, 5.0, (0.0, 10.0))
    assert high - low == pytest.approx(0.2)


def test_texts_break_where_both_halves_are_short() -> None:
    assert split_in_two("Good enough: 2.7B–12.6B", len) == ("Good enough:", "2.7B–12.6B")
    assert split_in_two("Tested", len) == ("Tested",)
