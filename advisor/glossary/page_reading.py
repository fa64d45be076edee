"""How to read each page: what its axes, lines, shades and handles mean, in three or four sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from advisor.evidence import ChartPage, Page
from advisor.language import translate


def page_reading(page: Page) -> tuple[str, ...]:
    """Return how to read a page as it is drawn now, one sentence or two for each of its parts.

    Raises
    ------
    KeyError
        If there is no page of this name.
    """
    return READINGS[page.name](page)


def reading_title(page: Page) -> str:
    """Return what the button that opens `page_reading` is called."""
    if page.name in ("compare", "check"):
        return translate("How to read", "How to read this table")
    return translate("How to read", "How to read this chart")


def _budget(page: Page) -> tuple[str, ...]:
    return (
        translate(
            "How to read",
            "To the right the compute grows, under it the days it takes on this hardware; to the bottom the student "
            "gets better. Each line is one way of training, at its best for every budget.",
        ),
        translate(
            "How to read",
            "The thick line is this plan's own way, and the band around it holds the true loss in nine of ten cases. "
            "A ring where two lines meet is the budget from which training directly is as good.",
        ),
        translate(
            "How to read",
            "The dashed stretch beside the plan's line, where there is one, is what direct training would need on top "
            "for the same loss.",
        ),
        _shades(),
        _drag("budget"),
    )


def _teacher(page: Page) -> tuple[str, ...]:
    over_loss = isinstance(page, ChartPage) and page.x_kind == "loss"
    across = (
        translate(
            "How to read",
            "Across stands how good the teacher is, the stronger ones on the left; the height is the loss of the "
            "student it makes on this budget, lower is better.",
        )
        if over_loss
        else translate(
            "How to read",
            "Across stands the teacher's size; the height is the loss of the student it makes on this budget, lower is "
            "better.",
        )
    )
    return (
        across,
        translate(
            "How to read",
            "The curve is a U: a weak teacher has little to teach, and a strong one costs too much or is too hard to "
            "imitate. The shaded middle is the good-enough range: no teacher in it is worse than another that the law "
            "could tell.",
        ),
        translate(
            "How to read",
            "Points are your candidates with their ranks, where you have any. A point off the curve was trained on "
            "less text, or more, than the curve assumes.",
        ),
        translate(
            "How to read",
            "The level line is the loss of training directly: a teacher above it makes things worse.",
        ),
    )


def _student(page: Page) -> tuple[str, ...]:
    if isinstance(page, ChartPage) and page.y_kind == "compute":
        return (
            translate(
                "How to read",
                "Across stands the student's size; the height is all the compute of its life, training and serving, "
                "for one and the same loss. Lower is cheaper.",
            ),
            translate(
                "How to read",
                "A small student must be trained for longer to be as good, a large one costs more for every token it "
                "serves; the lowest point balances the two.",
            ),
            _drag("size"),
        )
    return (
        translate(
            "How to read",
            "Across stands the student's size; the height is its loss on this budget, lower is better. Each line is "
            "one way of training.",
        ),
        translate(
            "How to read",
            "A small student learns less from much text, a large one sees too little of it; the lowest point balances "
            "the two. In the shaded middle every size does about as well.",
        ),
        _shades(),
        _drag("size"),
    )


def _map(page: Page) -> tuple[str, ...]:
    tokens = isinstance(page, ChartPage) and page.y_kind == "tokens"
    up = (
        translate("How to read", "Across stands the student's size, upwards the tokens it is trained on.")
        if tokens
        else translate("How to read", "Across stands the student's size, upwards the compute of the whole plan.")
    )
    return (
        up,
        translate(
            "How to read",
            "Each cell compares two ways for one such plan: one colour where distilling gives the lower loss, another "
            "where training directly does, as the scale above says. Stronger colours mean larger differences.",
        ),
        translate(
            "How to read",
            "Pale cells are too close to call. The line between is where both do equally well, the point is this plan, "
            "and the dashed frame holds what the study tested.",
        ),
        translate("How to read", "Point at a cell, or walk over the cells with the arrow keys, to read its numbers."),
    )


def _schedule(page: Page) -> tuple[str, ...]:
    return (
        translate(
            "How to read",
            "Above, each height is a whole budget, split into what trains the student, what runs the teacher over the "
            "text and what trains the teacher; to the right budgets grow.",
        ),
        translate("How to read", "The orange line is this plan: what it cuts are the plan's own shares."),
        translate(
            "How to read",
            "Below, the same shares follow one another as bars in days, with what each phase costs, draws and emits. "
            "The last lines say whether the models fit the accelerators, and what stored outputs take on disk.",
        ),
    )


def _matters(page: Page) -> tuple[str, ...]:
    return (
        translate(
            "How to read",
            "Across stands how much better distilling is than training directly, in nats per token; the upright "
            "line is this plan. Right of zero distilling is better, left of it training directly.",
        ),
        translate(
            "How to read",
            "Each bar shows where the plan would go if that one input took the low and the high end of its likely "
            "range. Longest bars first.",
        ),
        translate(
            "How to read",
            "A bar that leaves the middle zone changes the choice; beside it stands the value from which it does.",
        ),
        translate("How to read", "The bars further down move one number of the law instead, each taken alone."),
    )


def _compare(page: Page) -> tuple[str, ...]:
    return (
        translate("How to read", "Each column is a plan: those you pinned as A, B and so on, and the one you work on."),
        translate(
            "How to read",
            "The best value of a row is semibold where the difference is more than the law could mistake. The sentence "
            "above says in words what one plan has over another.",
        ),
        translate("How to read", "Open a pinned plan to work on it again; the plan you left stays in Undo."),
    )


def _check(page: Page) -> tuple[str, ...]:
    return (
        translate(
            "How to read",
            "Each row is one quantity of this plan: its symbol, its formula, what went in, and what came out.",
        ),
        translate(
            "How to read",
            "The source names the equation or table of arXiv 2502.08606, or the maker's data sheet. Values have more "
            "digits here than elsewhere, so that they can be recomputed.",
        ),
        translate("How to read", "Search narrows the list; copied rows go into a spreadsheet as columns."),
    )


def _shades() -> str:
    return translate(
        "How to read",
        "Shaded parts, named at the top, lie beyond what the study measured: the darker, the more reasons for doubt.",
    )


def _drag(what: str) -> str:
    if what == "size":
        return translate(
            "How to read", "Drag the orange line, or move it with the arrow keys and Enter, to plan another size."
        )
    return translate(
        "How to read", "Drag the orange line, or move it with the arrow keys and Enter, to plan another budget."
    )


READINGS: Mapping[str, Callable[[Page], tuple[str, ...]]] = MappingProxyType(
    {
        "budget": _budget,
        "teacher": _teacher,
        "student": _student,
        "map": _map,
        "schedule": _schedule,
        "matters": _matters,
        "compare": _compare,
        "check": _check,
    }
)
"""How each page is read, by its name."""
