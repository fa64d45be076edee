"""The answer on standard output: ``main.py --headless PLAN [--curves]``."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import IO, Any

import msgspec

from .errors import InputError
from .language import translate
from .plan_file import load_plan
from .recommend import recommendation_of
from .recommendation import Warning
from .solution import Solution, solve_plan

BAD_PLAN = 2


def answer(path: str | Path, curves: bool = False, out: IO[str] | None = None, err: IO[str] | None = None) -> int:
    """Print the recommendation for the plan file ``path`` as one JSON object and return the exit code.

    A plan that cannot be used gives exit code 2, one line on ``err`` that names field and fix, and nothing on ``out``.
    """
    if out is None and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever a pipe or an old terminal would choose
    out, err = out or sys.stdout, err or sys.stderr
    try:
        plan, warnings = load_plan(path)
        solution = solve_plan(plan)
    except InputError as problem:
        print(_one_line(str(problem)), file=err)
        return BAD_PLAN
    except OSError as problem:
        text = translate("Command line", "{file}: cannot be read: {reason}", "reason: the system's own words")
        print(_one_line(text.format(file=path, reason=problem.strerror or problem)), file=err)
        return BAD_PLAN
    print(answer_json(solution, warnings, curves), file=out)
    return 0


def answer_json(solution: Solution, warnings: tuple[Warning, ...] = (), curves: bool = False, stale: str = "") -> str:
    """Return the answer to a solved plan as one JSON object, without a final line break.

    Parameters
    ----------
    solution : Solution
    warnings : tuple of Warning
        What reading the plan's file warned of.
    curves : bool
        Whether to add the data behind every page.
    stale : str
        Where this is an older plan's answer: the sentence that says so. It stands first, under the key "stale".
    """
    result: dict[str, Any] = msgspec.to_builtins(recommendation_of(solution, warnings))
    if curves:
        # Imported here: a plain answer does not need the charts.
        from .curves import PAGES, page_as_json

        result["curves"] = {name: page_as_json(make(solution)) for name, make in PAGES.items()}
    if stale:
        result = {"stale": stale, **result}
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def _one_line(text: str) -> str:
    return " ".join(text.split())
