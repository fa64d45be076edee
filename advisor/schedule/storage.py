"""What a teacher's outputs take on disk (App. G and I, arXiv 2502.08606v2).

Each token has one output for each entry of the vocabulary. Kept in full that is more than most disks hold; kept for
the likeliest entries only it is a few hundred bytes a token, at some loss of quality.
"""

from __future__ import annotations

from dataclasses import dataclass

FULL_BYTES = 4
"""Bytes of one output in single precision."""

KEPT = 128
"""Likeliest tokens kept in the study's cheaper form."""

KEPT_BYTES = 2
"""Bytes of one kept output, in half precision."""

SHORT_IDS = 65_536
"""Entries of a vocabulary up to which the number of one fits in two bytes."""

LOSS_OF_KEPT_ALONE = 0.11
LOSS_OF_KEPT_MIXED = 0.01
MIXED_SHARE = 0.7
"""Nats lost by keeping 128 outputs (App. G): alone, and where the distillation loss counts 0.7, the next token 0.3."""


@dataclass(frozen=True)
class StoredOutputs:
    """Sizes in bytes of the outputs for ``tokens`` different tokens: in full, and for the ``kept`` likeliest."""

    tokens: float
    kept: int
    full_bytes: float
    kept_bytes: float


def full_bytes_per_token(vocabulary: int) -> int:
    """Return the bytes of all outputs of one token in single precision: 129 KB for 32,168 entries."""
    return vocabulary * FULL_BYTES


def kept_bytes_per_token(vocabulary: int) -> int:
    """Return the bytes of the likeliest 128 outputs of one token: 512, or 768 for large vocabularies.

    Each is a half-precision number with a 16-bit or, for larger vocabularies, a 32-bit one that says which entry it is.
    """
    number = 2 if vocabulary <= SHORT_IDS else 4
    return min(KEPT, vocabulary) * (KEPT_BYTES + number)


def stored_outputs(tokens: float, unique_tokens: float | None, vocabulary: int) -> StoredOutputs:
    """Return what the outputs for a student's text take.

    Text that is seen again has the same outputs again, so each different token is stored once.

    Parameters
    ----------
    tokens : float
        D_S, tokens the student is trained on.
    unique_tokens : float or None
        Different tokens there are; None: no limit.
    vocabulary : int
        Entries of the vocabulary.
    """
    stored = tokens if unique_tokens is None else min(tokens, unique_tokens)
    return StoredOutputs(
        tokens=stored,
        kept=min(KEPT, vocabulary),
        full_bytes=stored * full_bytes_per_token(vocabulary),
        kept_bytes=stored * kept_bytes_per_token(vocabulary),
    )
