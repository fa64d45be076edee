"""How long each page of evidence takes to compute: ``python -m tests.benchmarks.pages [PLAN ...]``.

The window computes the answer with the page that is looked at, on the worker; the figures are those of the worker's
parts, medians in milliseconds. Aims: the page that is looked at 16, the Map 100 with a first look before, What matters
300, all the other pages together 50.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor.curves import FIRST_LOOKS, PAGES
from advisor.plan_file import example_plans, load_plan
from advisor.solution import solve_plan

from .timing import median_ms

NAME = 44


def main() -> None:
    """Print a row for every plan."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", nargs="*", type=Path, help="plan files, by default the examples")
    parser.add_argument("--repeats", type=int, default=15)
    arguments = parser.parse_args()
    plans = [(path.name, path) for path in arguments.plans] or list(example_plans())
    first_looks = {name: make for name, make in FIRST_LOOKS.items() if make is not None}
    quick = [name for name in PAGES if name not in FIRST_LOOKS]
    columns = [*PAGES, *(f"{name} 1st" for name in first_looks), "quick", "answer"]
    print("".ljust(NAME) + "".join(column.rjust(11) for column in columns))
    for name, path in plans:
        plan, _ = load_plan(path)
        solution = solve_plan(plan)
        makers = [*PAGES.values(), *first_looks.values()]
        times = [
            median_ms(lambda make=make, solved=solution: make(solved), arguments.repeats)  # type: ignore[misc]
            for make in makers
        ]
        together = sum(time for page, time in zip(PAGES, times, strict=False) if page in quick)
        answer = median_ms(lambda plan=plan: solve_plan(plan), arguments.repeats)  # type: ignore[misc]
        print(name[: NAME - 1].ljust(NAME) + "".join(f"{time:11.1f}" for time in (*times, together, answer)))


if __name__ == "__main__":
    main()
