"""FLOPs, shapes and parameter counts of the study's transformer (App. H, arXiv 2502.08606v2).

Sizes are non-embedding parameters N unless a name says total. All functions accept scalars or arrays and broadcast.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .plan import Architecture

FloatArray = NDArray[np.float64]

STUDY_ARCHITECTURE = Architecture()


def width_factor(architecture: Architecture = STUDY_ARCHITECTURE) -> float:
    """Return omega, parameters of one layer over d_model^2: 2 + 2/g_size + n_ffn * rho_ffn (12 in the paper)."""
    return 2 + 2 / architecture.gqa_group + architecture.ffn_matrices * architecture.ffn_ratio


def overheads(architecture: Architecture = STUDY_ARCHITECTURE) -> tuple[float, float]:
    """Return s1 * n_ctx and s2 * n_vocab of Eq. 69, all that F(N) depends on besides N."""
    omega = width_factor(architecture)
    rho = architecture.aspect_ratio
    s1 = (1 / (rho * omega**2)) ** (1 / 3)
    s2 = (rho / omega) ** (1 / 3)
    return s1 * architecture.context, s2 * architecture.vocabulary


def forward_flops(parameters: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE) -> FloatArray:
    """Return forward FLOPs per token, F(N) of Eq. 69; a training step costs three times that.

    Parameters
    ----------
    parameters : array_like
        Non-embedding parameters N.
    """
    return forward_flops_and_elasticity(parameters, architecture)[0]


def forward_flops_and_elasticity(
    parameters: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE
) -> tuple[FloatArray, FloatArray]:
    """Return F(N) and d log F / d log N, both with the shape of ``parameters``."""
    return forward_flops_from_overheads(parameters, overheads(architecture))


def forward_flops_from_overheads(
    parameters: ArrayLike, context_and_vocabulary: tuple[float, float]
) -> tuple[FloatArray, FloatArray]:
    """Return F(N) and d log F / d log N from what `overheads` returns."""
    n = np.asarray(parameters, dtype=np.float64)
    context, vocabulary = context_and_vocabulary
    root = np.cbrt(n)
    context_share = context / root
    vocabulary_share = vocabulary / (root * root)
    bracket = 1 + context_share + vocabulary_share
    elasticity = 1 - (context_share / 3 + vocabulary_share * (2 / 3)) / bracket
    return 2 * n * bracket, elasticity


def layers(parameters: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE) -> FloatArray:
    """Return the (fractional) number of layers (N / (rho^2 omega))^(1/3)."""
    n = np.asarray(parameters, dtype=np.float64)
    return np.cbrt(n / (architecture.aspect_ratio**2 * width_factor(architecture)))


def model_width(parameters: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE) -> FloatArray:
    """Return the (fractional) width d_model = rho * n_layers."""
    return architecture.aspect_ratio * layers(parameters, architecture)


def total_parameters(parameters: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE) -> FloatArray:
    """Return N + n_vocab * d_model: the count people quote, embeddings included once."""
    n = np.asarray(parameters, dtype=np.float64)
    return n + architecture.vocabulary * model_width(n, architecture)


def non_embedding_parameters(total: ArrayLike, architecture: Architecture = STUDY_ARCHITECTURE) -> FloatArray:
    """Return the N whose `total_parameters` is ``total``: the real root of x^3 + k x - total with x = N^(1/3)."""
    target = np.asarray(total, dtype=np.float64)
    k = architecture.vocabulary * float(model_width(1.0, architecture))
    # sinh form of Cardano's formula: one real root, no cancellation at any size.
    scale = 2 * np.sqrt(k / 3)
    x = scale * np.sinh(np.arcsinh(3 * target / (k * scale)) / 3)
    return np.asarray(x**3)
