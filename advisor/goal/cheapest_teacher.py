"""The cheapest teacher of a given loss, for a student that needs a given number of tokens (Eq. 1 and 9).

Among the teachers with A / N_T^alpha + B / D_T^beta = r the cheapest one costs least of

    F(N_T) (d_lgt D_S + 3 d_pre D_T).

Where its training is paid for, D_T solves the first-order condition that `solver` states; its left side falls with
log D_T, so that there is one root. Where only its outputs are, or its size is held, it has all the text it may have.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisor.flops import forward_flops, forward_flops_and_elasticity
from advisor.repetition import tokens_for_effective
from advisor.solver import FEWEST_TEACHER_TOKENS
from advisor.world import Text, World

FloatArray = NDArray[np.float64]

NEWTON_STEPS = 60
CLOSE = 1e-7
"""Step of log D_T at which the search ends; the cost is off by its square."""


class Teachers:
    """The teachers that problems of one kind may have; arrays of shape (problems, 1), evaluated on (problems, points).

    Parameters
    ----------
    outputs_share, training_share : ndarray
        d_lgt and d_pre of Eq. 9.
    text : Text
        What they are trained on; `world` bounds size and tokens as well.
    """

    def __init__(self, outputs_share: FloatArray, training_share: FloatArray, text: Text, world: World) -> None:
        self._outputs_share, self._training_passes = outputs_share, 3 * training_share
        self._text, self._world, self._law = text, world, world.coefficients.supervised
        self._smallest, self._largest = world.parameters_range
        self._token_limit = min(world.max_training_tokens, text.token_limit)
        law = self._law
        least_data, most_data = law.B * text.effective([self._token_limit, FEWEST_TEACHER_TOKENS]) ** -law.beta
        self._least = law.A * self._largest**-law.alpha, float(least_data)
        self._most = law.A * self._smallest**-law.alpha, float(most_data)
        self.offset = max(self._least)
        """Subtracted from r before its logarithm, the coordinate of a search, is taken (see `coordinates`)."""

    @property
    def coordinates(self) -> tuple[float, float]:
        """The range of v = log(r - offset) from the strongest teacher to the weakest."""
        return float(np.log(min(self._least))), float(np.log(sum(self._most) - self.offset))

    @property
    def corner(self) -> float:
        """The v of the smallest teacher with all its text, where the cheapest teacher turns a corner."""
        return float(np.log(self._most[0] + self._least[1] - self.offset))

    def loss(self, v: FloatArray) -> FloatArray:
        """Return L_T, nats per token."""
        return np.asarray(self._law.E + (self.offset + np.exp(v)) ** self._law.gamma)

    def flops(self, v: FloatArray, student_tokens: FloatArray) -> FloatArray:
        """Return what the cheapest teacher costs this student for training and outputs."""
        r = self.offset + np.exp(v)
        lowest = np.maximum(self._least[1], r - self._most[0])
        parameters, tokens = self._teacher(r, lowest)
        trained = (self._training_passes > 0) & np.ones(r.shape, dtype=bool)
        if trained.any() and self._smallest < self._largest:
            highest = np.maximum(np.minimum(self._most[1], r - self._least[0]), lowest)
            best = self._balanced(r, lowest, highest, student_tokens)
            parameters = np.where(trained, best[0], parameters)
            tokens = np.where(trained, best[1], tokens)
        forward = forward_flops(parameters, self._world.architecture)
        return np.asarray(forward * (self._outputs_share * student_tokens + self._training_passes * tokens))

    def _teacher(self, r: FloatArray, data_term: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return (N_T, D_T) from r and its data term B / D_T,eff^beta, within the bounds."""
        with np.errstate(divide="ignore"):
            parameters = (self._law.A / np.maximum(r - data_term, 0)) ** (1 / self._law.alpha)
        return np.clip(parameters, self._smallest, self._largest), self._tokens(data_term)

    def _tokens(self, data_term: FloatArray) -> FloatArray:
        effective = (self._law.B / data_term) ** (1 / self._law.beta)
        tokens = tokens_for_effective(effective, self._text.unique_tokens)
        return np.clip(tokens, FEWEST_TEACHER_TOKENS, self._token_limit)

    def _balanced(
        self, r: FloatArray, lowest: FloatArray, highest: FloatArray, student_tokens: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return (N_T, D_T) where another token and another parameter of the teacher are worth their costs."""
        law = self._law
        target = np.log(law.alpha / law.beta)
        fewest, most = np.log(self._tokens(highest)), np.log(self._tokens(lowest))
        low, high = fewest - 1, most + 1  # so that a step may end at a bound
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            rivals = self._outputs_share * student_tokens / self._training_passes
            rivals = np.where(np.isfinite(rivals), rivals, 0)
            y = np.clip(np.log(self._tokens(r * law.alpha / (law.alpha + law.beta))), fewest, most)
            for _ in range(NEWTON_STEPS):
                tokens = np.exp(y)
                effective, stretch, fade = self._text.repetition(tokens)
                data_term = np.clip(law.B * effective**-law.beta, lowest, highest)
                size_term = r - data_term
                parameters = np.clip((law.A / size_term) ** (1 / law.alpha), self._smallest, self._largest)
                elasticity = forward_flops_and_elasticity(parameters, self._world.architecture)[1]
                value = np.log(data_term / size_term * elasticity / stretch) + np.log1p(rivals / tokens) - target
                low, high = np.where(value > 0, y, low), np.where(value > 0, high, y)
                slope = (law.beta * r / size_term + fade) / stretch + rivals / (rivals + tokens)
                proposal = y + value / slope
                inside = (proposal >= low) & (proposal <= high)
                before, y = y, np.clip(np.where(inside, proposal, (low + high) / 2), fewest, most)
                if np.max(np.abs(y - before)) < CLOSE:
                    break
        data_term = np.clip(law.B * self._text.effective(np.exp(y)) ** -law.beta, lowest, highest)
        parameters, _ = self._teacher(r, data_term)
        return parameters, np.exp(y)
