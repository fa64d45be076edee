"""Whether the models fit the accelerators' memory: training state, a teacher beside it, and working memory.

What is assumed, so that it can be checked:

- Training in mixed precision with Adam takes 16 bytes for each parameter, embeddings included: 2 of weights, 2 of
  gradients, 12 of single-precision weights and moments (ZeRO, arXiv 1910.02054; 18 where gradients are kept in single
  precision). They are spread evenly over all accelerators (ZeRO-3, fully sharded data parallel).
- A teacher that only computes outputs takes 2 bytes a parameter. It stands whole on each accelerator where that fits,
  which costs no traffic; else it is spread over all of them like the student.
- Each accelerator works on one text of the full context at a time. Activations take 34 bytes for each token, width
  and layer with fused attention, or 2 where each layer is computed again (Korthikanti et al., arXiv 2205.05198), then
  34 for the one layer at work. Outputs take 8 bytes for each token and entry of the vocabulary, a teacher's another 4,
  and the runtime 2 GB.
- A tenth of the memory stays free for buffers and fragments.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from advisor.flops import layers, model_width, total_parameters
from advisor.plan import Architecture

Verdict = Literal["fits", "tight", "too_large", "unknown"]

STATE_BYTES, STATE_BYTES_SINGLE = 16.0, 18.0
"""Bytes of training state for each parameter; and where gradients are kept in single precision."""

WEIGHT_BYTES = 2.0
"""Bytes of weights for each parameter of a teacher that computes outputs."""

ACTIVATION_BYTES, KEPT_ACTIVATION_BYTES = 34.0, 2.0
OUTPUT_BYTES, TEACHER_OUTPUT_BYTES = 8.0, 4.0
RUNTIME_BYTES = 2e9
USABLE = 0.9
GIGABYTE = 1e9


@dataclass(frozen=True)
class Load:
    """What each of ``count`` accelerators holds in one phase, in bytes.

    Parameters
    ----------
    state : float
        This accelerator's part of the training state.
    teacher : float
        Weights of a teacher beside the model that is trained; 0 without one.
    teacher_whole : bool
        Whether that is all of the teacher, rather than this accelerator's part of it.
    working : float
        Working memory: as much as training takes without computing activations again, where that fits ("fits"), else
        the least.
    memory : float or None
        Of one accelerator; None where it is not known.
    verdict : str
        "fits"; "tight" where activations must be computed again; "too_large"; "unknown" without ``memory``.
    least_count : int or None
        The fewest accelerators of this kind that would do, None where no number would or ``memory`` is not known.
    """

    state: float
    teacher: float
    teacher_whole: bool
    working: float
    memory: float | None
    verdict: Verdict
    count: int
    least_count: int | None

    @property
    def total(self) -> float:
        """All that this accelerator holds."""
        return self.state + self.teacher + self.working


def training_state_bytes(parameters: float, architecture: Architecture) -> float:
    """Return the bytes of the whole training state of a model of ``parameters`` non-embedding parameters."""
    return STATE_BYTES * float(total_parameters(parameters, architecture))


def weights_bytes(parameters: float, architecture: Architecture) -> float:
    """Return the bytes of the weights of a teacher of ``parameters`` non-embedding parameters."""
    return WEIGHT_BYTES * float(total_parameters(parameters, architecture))


def working_bytes(
    parameters: float, teacher_parameters: float | None, architecture: Architecture, recompute: bool
) -> float:
    """Return the bytes one accelerator works with on one text of the full context.

    Parameters
    ----------
    parameters : float
        Non-embedding parameters of the model that is trained.
    teacher_parameters : float or None
        Those of a teacher that computes outputs beside it.
    recompute : bool
        Whether each layer is computed again on the way back, rather than its activations kept.
    """
    tokens = architecture.context
    layer = ACTIVATION_BYTES * tokens * float(model_width(parameters, architecture))
    depth = float(layers(parameters, architecture))
    activations = layer * max(depth, 1.0)
    if recompute:
        activations = min(activations, layer * (1 + depth * KEPT_ACTIVATION_BYTES / ACTIVATION_BYTES))
    outputs = OUTPUT_BYTES * tokens * architecture.vocabulary
    if teacher_parameters is not None:
        outputs += TEACHER_OUTPUT_BYTES * tokens * architecture.vocabulary
        activations += ACTIVATION_BYTES * tokens * float(model_width(teacher_parameters, architecture))
    return activations + outputs + RUNTIME_BYTES


def training_load(
    parameters: float,
    architecture: Architecture,
    count: int,
    memory_gb: float | None,
    teacher_parameters: float | None = None,
    teacher_architecture: Architecture | None = None,
) -> Load:
    """Return what each accelerator holds while a model is trained, with a teacher beside it where one is given.

    Parameters
    ----------
    parameters : float
        Non-embedding parameters of the model that is trained.
    count : int
        Accelerators that train together.
    memory_gb : float or None
        Gigabytes (1e9 bytes) of one accelerator.
    teacher_parameters : float, optional
        Non-embedding parameters of a teacher that computes its outputs meanwhile.
    teacher_architecture : Architecture, optional
        The teacher's, where its vocabulary is another one; by default the student's.
    """
    state = training_state_bytes(parameters, architecture)
    whole = 0.0
    if teacher_parameters is not None:
        whole = weights_bytes(teacher_parameters, teacher_architecture or architecture)
    roomy, least = (working_bytes(parameters, teacher_parameters, architecture, again) for again in (False, True))
    memory = None if memory_gb is None else memory_gb * GIGABYTE

    def load(teacher: float, working: float, verdict: Verdict) -> Load:
        return Load(state / count, teacher, teacher == whole, working, memory, verdict, count, enough)

    enough: int | None = None
    if memory is None:
        return load(whole, roomy, "unknown")
    usable = USABLE * memory
    if usable > least:
        enough = max(math.ceil((state + whole) / (usable - least)), 1)
    # Computing activations again costs time, spreading the teacher only traffic: the first is the last resort.
    attempts: tuple[tuple[float, Verdict], ...] = ((roomy, "fits"), (least, "tight"))
    for working, verdict in attempts:
        for teacher in (whole, whole / count):
            if state / count + teacher + working <= usable:
                return load(teacher, working, verdict)
    return load(whole / count, least, "too_large")
