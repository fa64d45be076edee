"""How long a goal takes, every mode on every example plan: ``python -m tests.benchmarks.goal``. Aim: 50 ms."""

from __future__ import annotations

from advisor.goal.seek import first_goals, goal_seek
from advisor.plan_file import example_plans, load_plan

from .timing import median_ms


def main() -> None:
    """Print the median time of each mode, in milliseconds."""
    kinds = ("loss", "model", "money", "time")
    print(f"{'plan':<28}" + "".join(f"{kind:>8}" for kind in kinds))
    for name, path in example_plans():
        plan = load_plan(path)[0]
        goals = first_goals(plan)
        times = [median_ms(lambda goal=goals[kind], plan=plan: goal_seek(plan, goal), 11) for kind in kinds]
        print(f"{name:<28}" + "".join(f"{time:>8.1f}" for time in times))


if __name__ == "__main__":
    main()
