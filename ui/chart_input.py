"""Mouse and keyboard on a chart: moving the plan's line, the read-out, zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt

from .chart_heat import nearest_cell
from .chart_read_out import nearest_x

if TYPE_CHECKING:
    from .charts import Chart

GRAB = 7.0
"""How far from the plan's line the mouse may take hold of it, in pixels."""

LEAST_DRAG = 6.0
ZOOM_STEP = 0.85

KEY_STEP = 1.0 / 120.0
KEY_STRIDE = 1.0 / 12.0
"""How far an arrow key, and a page key, move the plan's line or the read-out: a share of what is seen."""

_STEPS = {
    Qt.Key.Key_Left: -KEY_STEP,
    Qt.Key.Key_Right: KEY_STEP,
    Qt.Key.Key_PageDown: -KEY_STRIDE,
    Qt.Key.Key_PageUp: KEY_STRIDE,
}

STRIDE = 5

_CELLS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_PageDown: (0, -STRIDE),
    Qt.Key.Key_PageUp: (0, STRIDE),
}
"""How many cells to the right and up a key moves the read-out of a map."""


class ChartInput(QObject):
    """Turns what the hand does into calls of the chart's methods; holds nothing but what the mouse is holding."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._holding = ""
        self._pressed = QPointF()
        view = chart.view
        view.pressed.connect(self._press)
        view.moved.connect(self._move)
        view.released.connect(self._release)
        view.left.connect(self._leave)
        view.wheel_turned.connect(self._turn_wheel)
        view.double_clicked.connect(self._double_click)

    @property
    def holding(self) -> bool:
        """Whether a mouse button holds the line, a corner of a rectangle, or what is seen."""
        return bool(self._holding)

    def let_go(self) -> None:
        """Forget what the mouse was holding."""
        self._holding = ""

    def key(self, key: Qt.Key) -> bool:
        """Do what a key means on a chart; return whether it means anything."""
        chart = self._chart
        if chart.frame is None:
            return False
        if chart.page is not None and chart.page.heat is not None and key in _CELLS:
            self._step_over_map(*_CELLS[key])
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chart.editing:
            chart.finish_edit()
        elif key == Qt.Key.Key_Escape and chart.editing:
            chart.take_edit_back()
        elif key == Qt.Key.Key_Escape and chart.pointer_x is not None:
            chart.point(None)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by_key(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by_key(1 / ZOOM_STEP)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            chart.reset_view()
        else:
            return False
        return True

    def _on_line(self, at: QPointF) -> bool:
        chart = self._chart
        frame, x, handle = chart.frame, chart.plan_x, chart.handle
        if frame is None or x is None or handle is None:
            return False
        near = abs(at.x() - frame.x(x)) <= GRAB and frame.top <= at.y() <= frame.bottom
        return near or handle.contains(at)

    def _press(self, at: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        chart = self._chart
        chart.setFocus(Qt.FocusReason.MouseFocusReason)
        if chart.frame is None or self._holding:
            return
        self._pressed = at
        left = button == Qt.MouseButton.LeftButton
        if left and self._on_line(at):
            self._holding = "line"
            chart.begin_edit()
        elif chart.frame.rect.contains(at):
            if button == Qt.MouseButton.MiddleButton or (left and modifiers & Qt.KeyboardModifier.ShiftModifier):
                self._holding = "view"
            elif left:
                self._holding = "corner"

    def _move(self, at: QPointF) -> None:
        chart, frame = self._chart, self._chart.frame
        if frame is None:
            return
        if self._holding == "line":
            chart.move_line(frame.x_value(min(max(at.x(), frame.left), frame.right)))
        elif self._holding == "view":
            step = frame.scaled(frame.x_value(self._pressed.x())) - frame.scaled(frame.x_value(at.x()))
            rise = frame.scaled_y(frame.y_value(self._pressed.y())) - frame.scaled_y(frame.y_value(at.y()))
            low, high = frame.scaled(frame.x_low), frame.scaled(frame.x_high)
            bottom, top = frame.scaled_y(frame.y_low), frame.scaled_y(frame.y_high)
            self._pressed = at
            chart.show_part(low + step, high + step, bottom + rise, top + rise)
        elif self._holding == "corner":
            chart.view.pointer.mark_zoom(self._rectangle(at), frame.rect)
            chart.view.refresh()
        else:
            inside = frame.rect.contains(at)
            chart.point(*(frame.x_value(at.x()), frame.y_value(at.y())) if inside else (None, None))
            shape = Qt.CursorShape.SizeHorCursor if self._on_line(at) else Qt.CursorShape.ArrowCursor
            viewport = chart.view.viewport()
            if viewport.cursor().shape() != shape:
                viewport.setCursor(shape)

    def _release(self, at: QPointF, button: Qt.MouseButton) -> None:
        holding, self._holding = self._holding, ""
        chart, frame = self._chart, self._chart.frame
        if frame is None:
            return
        if holding == "line":
            chart.finish_edit()
        elif holding == "corner":
            chart.view.pointer.mark_zoom(None, frame.rect)
            chart.view.refresh()
            rect = self._rectangle(at)
            if rect.width() >= LEAST_DRAG and rect.height() >= LEAST_DRAG:
                chart.show_part(
                    frame.scaled(frame.x_value(rect.left())),
                    frame.scaled(frame.x_value(rect.right())),
                    frame.scaled_y(frame.y_value(rect.bottom())),
                    frame.scaled_y(frame.y_value(rect.top())),
                )

    def _leave(self) -> None:
        if not self._holding:
            self._chart.point(None)

    def _turn_wheel(self, at: QPointF, notches: float) -> None:
        frame = self._chart.frame
        if frame is not None and frame.rect.contains(at):
            self._chart.zoom_at(frame.x_value(at.x()), frame.y_value(at.y()), ZOOM_STEP**notches)

    def _double_click(self, at: QPointF) -> None:
        if not self._on_line(at):
            self._chart.reset_view()

    def _rectangle(self, at: QPointF) -> QRectF:
        frame = self._chart.frame
        rect = QRectF(self._pressed, at).normalized()
        return rect if frame is None else rect.intersected(frame.rect)

    def _step(self, share: float) -> None:
        chart, frame, page = self._chart, self._chart.frame, self._chart.page
        if frame is None or page is None:
            return
        low, high = frame.scaled(frame.x_low), frame.scaled(frame.x_high)
        movable = chart.handle is not None
        at = chart.plan_x if movable else chart.pointer_x
        if at is None:
            at = nearest_x(page, frame.unscaled((low + high) / 2))
        moved = frame.unscaled(min(max(frame.scaled(at) + share * (high - low), low), high))
        if movable:
            chart.begin_edit()
            chart.move_line(moved)
        else:
            chart.point(moved)

    def _step_over_map(self, right: int, up: int) -> None:
        """Move the read-out by cells, within what is seen; it starts at the plan."""
        chart, frame, page = self._chart, self._chart.frame, self._chart.page
        if frame is None or page is None or page.heat is None:
            return
        at = (chart.pointer_x, chart.pointer_y)
        if at[0] is None or at[1] is None:
            start = next((m for m in page.marks if m.kind == "plan" and frame.holds(m.x, m.y)), None)
            middle = frame.rect.center()
            x, y = (start.x, start.y) if start else (frame.x_value(middle.x()), frame.y_value(middle.y()))
            chart.point(x, y)
            return
        row, column = nearest_cell(page, at[0], at[1])
        columns = [j for j, x in enumerate(page.heat.x) if frame.holds(x)]
        rows = [i for i, y in enumerate(page.heat.y) if frame.y_low <= y <= frame.y_high]
        column = min(max(column + right, columns[0]), columns[-1])
        row = min(max(row + up, rows[0]), rows[-1])
        chart.point(float(page.heat.x[column]), float(page.heat.y[row]))

    def _zoom_by_key(self, factor: float) -> None:
        chart, frame = self._chart, self._chart.frame
        if frame is None:
            return
        around = chart.plan_x if chart.plan_x is not None and frame.holds(chart.plan_x) else chart.pointer_x
        middle = frame.x_value((frame.left + frame.right) / 2)
        row = frame.y_value((frame.top + frame.bottom) / 2) if chart.pointer_y is None else chart.pointer_y
        chart.zoom_at(middle if around is None else around, row, factor)
