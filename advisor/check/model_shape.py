"""From a wanted size to a transformer that can be built: whole layers, heads and matrices, and its exact size.

The law's sizes are real numbers with a width of exactly rho times the layers. The study's own models are whole ones:
9, 14, 21 and 40 layers of width 128 per layer, feed-forward blocks rounded up to a multiple of the head size
(Table 13, arXiv 2502.08606v2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from advisor.flops import layers, model_width, width_factor
from advisor.plan import Architecture

HEAD_SIZE = 128
SMALL_HEAD_SIZE = 64
LEAST_WIDTH_OF_LARGE_HEADS = 1024
"""Narrower models, all smaller than the study's, have heads of 64, so that their width can be met more closely."""

DEPTHS_TRIED = 6
WIDTHS_TRIED = 6
GROUP_WEIGHT = 0.5
"""How much a relative change of the queries that share a key counts against one of size."""


@dataclass(frozen=True)
class ModelShape:
    """A transformer that can be built.

    Parameters are counted in matrices; the weights of norms (2 per layer times the width, under 0.1 % from 100M on)
    are left out, as in Eq. 69. Embeddings are shared between input and output.
    """

    layers: int
    width: int
    head_size: int
    heads: int
    key_heads: int
    ffn_width: int
    ffn_matrices: int
    vocabulary: int

    @property
    def parameters(self) -> int:
        """Non-embedding parameters N."""
        attention = 2 * self.width**2 + 2 * self.width * self.head_size * self.key_heads
        return self.layers * (attention + self.ffn_matrices * self.width * self.ffn_width)

    @property
    def total_parameters(self) -> int:
        """Parameters with the embeddings."""
        return self.parameters + self.vocabulary * self.width


def buildable_shape(parameters: float, architecture: Architecture) -> ModelShape:
    """Return the shape nearest to a size: of those with about the wanted proportions, the one nearest in N.

    Parameters
    ----------
    parameters : float
        Wanted non-embedding parameters N.
    architecture : Architecture
        Aspect ratio, feed-forward ratio and matrices, queries per key and vocabulary.
    """
    depth = float(layers(parameters, architecture))
    width = float(model_width(parameters, architecture))
    head_size = HEAD_SIZE if width >= LEAST_WIDTH_OF_LARGE_HEADS * 0.999 else SMALL_HEAD_SIZE
    step = head_size * max(round(architecture.gqa_group), 1)
    # Where the wanted proportions ask for less than one layer, the width that meets N with one is far from `width`.
    met = math.sqrt(parameters / (width_factor(architecture) * max(round(depth), 1)))
    widths = {
        *_near(width / head_size, WIDTHS_TRIED),
        *_near(met / head_size, 2),
        *(k * step // head_size for k in _near(width / step, 2)),
    }
    shapes = (
        _shape(layer_count, heads, head_size, architecture)
        for heads in sorted(widths)
        for layer_count in _near_size(parameters, heads * head_size, depth, architecture)
    )
    return min(shapes, key=lambda shape: _distance(shape, parameters, architecture))


def _near(value: float, count: int) -> range:
    """Return the ``count`` or so whole numbers from 1 on that lie around ``value``."""
    return range(max(1, math.floor(value) - count // 2 + 1), max(1, math.floor(value) + count // 2) + 1)


def _near_size(parameters: float, width: int, depth: float, architecture: Architecture) -> set[int]:
    """Return whole numbers of layers around the wanted one, and around the one that meets N at this width."""
    exact = depth * (float(model_width(parameters, architecture)) / width) ** 2
    return {*_near(depth, DEPTHS_TRIED), *_near(exact, 2)}


def _shape(layer_count: int, heads: int, head_size: int, architecture: Architecture) -> ModelShape:
    width = heads * head_size
    group = architecture.gqa_group
    key_heads = min(_divisors(heads), key=lambda k: abs(math.log(heads / k / group)))
    # Up, not to the nearest: this is how the sizes of Table 13 come out. The hair forgives 8/3 its rounding.
    ffn_width = head_size * math.ceil(architecture.ffn_ratio * width / head_size * (1 - 1e-9))
    return ModelShape(
        layers=layer_count,
        width=width,
        head_size=head_size,
        heads=heads,
        key_heads=key_heads,
        ffn_width=ffn_width,
        ffn_matrices=architecture.ffn_matrices,
        vocabulary=architecture.vocabulary,
    )


@lru_cache(maxsize=512)
def _divisors(number: int) -> tuple[int, ...]:
    small = [k for k in range(1, math.isqrt(number) + 1) if number % k == 0]
    return tuple(sorted({*small, *(number // k for k in small)}))


def _distance(shape: ModelShape, parameters: float, architecture: Architecture) -> float:
    size = abs(math.log(shape.parameters / parameters))
    aspect = abs(math.log(shape.width / shape.layers / architecture.aspect_ratio))
    group = abs(math.log(shape.heads / shape.key_heads / architecture.gqa_group))
    # A tenth more or less width per layer is nothing, half is another kind of model; far out, size counts more.
    return size + aspect**2 / (1 + 2 * aspect) + GROUP_WEIGHT * group
