"""An optimum found without the solver's ideas: dense grids over (log N_T, log D_T), zoomed around the best points.

Uses the laws, Eq. 9 and the repetition formula directly, nothing of `advisor.solver` but its input types.
"""

import numpy as np

from advisor.flops import forward_flops
from advisor.laws import distillation_loss, supervised_loss
from advisor.solver import FEWEST_TEACHER_TOKENS
from advisor.world import World


def objective(n_t, d_t, n_s, compute, outputs_share, training_share, world: World):
    """Return L_S for teachers (n_t, d_t), D_S being what the budget and the text allow; inf where unpayable."""
    forward = forward_flops(n_t, world.architecture)
    d_s = (compute - 3 * training_share * forward * d_t) / (
        3 * forward_flops(n_s, world.architecture) + outputs_share * forward
    )
    d_s = np.minimum(d_s, world.student_text.token_limit)
    seen = world.teacher_text.effective(d_t) if training_share > 0 else d_t
    loss_t = supervised_loss(n_t, seen, world.coefficients.supervised)
    with np.errstate(invalid="ignore", divide="ignore"):
        loss = distillation_loss(n_s, world.student_text.effective(np.abs(d_s)), loss_t, world.coefficients)
    return np.where(d_s > 0, loss, np.inf)


def brute_force(n_s, compute, outputs_share, training_share, world: World, points=121, zooms=14, keep=4):
    """Return the least loss found on grids of ``points`` a side, zoomed ``zooms`` times around the ``keep`` best."""
    limit = world.max_training_tokens
    if training_share > 0:
        limit = min(limit, world.teacher_text.token_limit)
    low = np.log([world.parameters_range[0], FEWEST_TEACHER_TOKENS])
    high = np.log([world.parameters_range[1], limit])

    def scan(start, stop, side):
        grid_n, grid_d = np.meshgrid(np.linspace(start[0], stop[0], side), np.linspace(start[1], stop[1], side))
        loss = objective(np.exp(grid_n), np.exp(grid_d), n_s, compute, outputs_share, training_share, world)
        return grid_n.ravel(), grid_d.ravel(), loss.ravel()

    grid_n, grid_d, loss = scan(low, high, points)
    # Seeds: the best of several sizes of teacher, so that a narrow valley is entered at more than one place.
    order = np.argsort(loss)
    seeds = []
    for index in order:
        if all(abs(grid_n[index] - n) > 0.3 for n, _ in seeds):
            seeds.append((grid_n[index], grid_d[index]))
        if len(seeds) == keep:
            break
    best = loss[order[0]]
    for seed in seeds:
        centre = np.array(seed)
        width = (high - low) / (points - 1) * 2
        for _ in range(zooms):
            start, stop = np.maximum(centre - width, low), np.minimum(centre + width, high)
            grid_n, grid_d, loss = scan(start, stop, 33)
            at = np.argmin(loss)
            moved = np.abs(np.array([grid_n[at], grid_d[at]]) - centre) > width * 0.7
            centre = np.array([grid_n[at], grid_d[at]])
            best = min(best, loss[at])
            width = np.where(moved, width, width * 0.4)
    return best
