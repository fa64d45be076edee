"""How long the solver takes, and how it compares with the paper's way: ``python -m tests.benchmarks.solver``.

The paper's way is SciPy's SLSQP with eight random starts a point (Sec. D.4), here on the logs of (D_S, N_T, D_T). All
figures are of this run on this machine; the ratio is the one to compare.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from advisor.baseline import train_directly
from advisor.coefficients import built_in_set
from advisor.flops import forward_flops
from advisor.laws import distillation_loss, supervised_loss
from advisor.plan_file import example_plans, load_plan
from advisor.recommend import recommend
from advisor.scenarios import SCENARIO_SHARES
from advisor.solver import FEWEST_TEACHER_TOKENS, best_distillation
from advisor.world import World

from .timing import median_ms

ROOT = Path(__file__).parents[2]
STARTS = 8
STUDENT = 7e9
COMPUTE = np.geomspace(1e20, 1e24, 61)
WORLD = World(built_in_set("busbridge-2025"))


def five_curves() -> np.ndarray:
    """Solve training directly and the four scenarios at every budget."""
    shares = np.array(list(SCENARIO_SHARES.values()))[:, :, None]
    distilled = best_distillation(STUDENT, COMPUTE[None, :], shares[:, 0], shares[:, 1], WORLD).loss
    return np.vstack([train_directly(STUDENT, COMPUTE, WORLD).loss, distilled])


def papers_way(compute: float, shares: tuple[float, float], rng: np.random.Generator) -> float:
    """Return the best L_S that SLSQP finds from random starts for one budget."""
    outputs, training = shares
    student_flops = 3 * float(forward_flops(STUDENT))
    low = np.log([1e6, WORLD.parameters_range[0], FEWEST_TEACHER_TOKENS])
    high = np.log([compute / student_flops, WORLD.parameters_range[1], WORLD.max_training_tokens])

    def loss(x: np.ndarray) -> float:
        d_s, n_t, d_t = np.exp(x)
        teacher = supervised_loss(n_t, d_t, WORLD.coefficients.supervised)
        return float(np.log(distillation_loss(STUDENT, d_s, teacher, WORLD.coefficients)))

    def left(x: np.ndarray) -> float:
        d_s, n_t, d_t = np.exp(x)
        spent = student_flops * d_s + float(forward_flops(n_t)) * (outputs * d_s + 3 * training * d_t)
        return 1 - spent / compute

    best = np.inf
    for _ in range(STARTS):
        start = rng.uniform(low, high)
        found = minimize(
            loss,
            start,
            method="SLSQP",
            bounds=list(zip(low, high, strict=True)),
            constraints=[{"type": "ineq", "fun": left}],
            options={"maxiter": 300, "ftol": 1e-10},
        )
        if np.isfinite(found.fun) and left(found.x) >= -1e-6:
            best = min(best, float(np.exp(found.fun)))
    return best


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=4, help="the paper's way on every n-th of the 61 budgets")
    every = parser.parse_args().every

    print("One recommendation (optimum, direct, ranges, four scenarios, verdict), median")
    for name, path in example_plans():
        plan, _ = load_plan(path)
        print(f"  {name:<52} {median_ms(lambda plan=plan: recommend(plan)):7.2f} ms")

    print("A cold headless answer, process included, median of five")
    command = [sys.executable, "main.py", "--headless", str(example_plans()[0][1])]
    cold = median_ms(lambda: subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True), 5)
    print(f"  {example_plans()[0][0]:<52} {cold:7.0f} ms")

    curves_ms = median_ms(five_curves)
    print(f"Five curves of {COMPUTE.size} budgets, median                 {curves_ms:7.2f} ms")

    ours = five_curves()[1:]
    points = range(0, COMPUTE.size, every)
    rng = np.random.default_rng(0)
    start = time.perf_counter()
    theirs = np.array([[papers_way(COMPUTE[i], shares, rng) for i in points] for shares in SCENARIO_SHARES.values()])
    seconds = time.perf_counter() - start
    per_point = seconds / theirs.size * 1e3
    ours_per_point = curves_ms / (4 * COMPUTE.size)
    difference = ours[:, list(points)] / theirs - 1
    print(f"The paper's way on {theirs.size} of the same points, {STARTS} starts each   {per_point:7.2f} ms a point")
    print(f"This solver on all {4 * COMPUTE.size} points                        {ours_per_point:7.4f} ms a point")
    print(f"Ratio                                                {per_point / ours_per_point:7.0f} x")
    print(f"Loss against the paper's way: at worst {difference.max():+.1e}, at best {difference.min():+.1e} (relative)")

    print("Cost of growth: budgets in a sweep of all scenarios")
    shares = np.array(list(SCENARIO_SHARES.values()))[:, :, None]
    for count in (61, 610, 6100):
        compute = np.geomspace(1e20, 1e24, count)[None, :]
        ms = median_ms(lambda c=compute: best_distillation(STUDENT, c, shares[:, 0], shares[:, 1], WORLD), 5)
        print(f"  {count:>6} budgets {ms:9.1f} ms")


if __name__ == "__main__":
    main()
