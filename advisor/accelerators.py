"""The catalogue of accelerators: dense peaks, memory, power, default prices, and how much of the peak training reaches.

All peaks are dense; makers' larger figures with sparsity are not used. Each row names its source. Its note starts with
how well it is founded: [A] the maker's documents, [B] two or more agreeing sources, [C] one source or conflicting ones.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from functools import cache

from .errors import InputError
from .field_words import alternatives
from .language import translate
from .resource_files import shipped_file

CATALOGUE_DATE = "2026-11"
DEFAULT_UTILIZATION = 0.35
"""For an accelerator outside the catalogue."""

FP8_SPEED_UP = 1.2
"""FP8 end to end against BF16 in published training runs (1.05–1.3); its peak is never reached in that proportion."""

SMALL_STUDENT_PARAMETERS = 350e6

_PRESETS = {1: (0.20, 0.40, 0.50), 8: (0.25, 0.40, 0.50), 64: (0.22, 0.38, 0.45), 512: (0.15, 0.30, 0.42)}
_PEAK_CELLS = {
    "bf16": ("bf16", "fp16"),
    "fp16": ("fp16", "bf16"),
    "fp8": ("bf16", "fp16"),
    "tf32": ("tf32", "fp32"),
}


@dataclass(frozen=True)
class Accelerator:
    """One row of the catalogue; None where a source gives no figure.

    Peaks are dense TFLOP/s of one accelerator, by precision ("bf16", "fp16", "fp8", "tf32", "fp32"); ``memory_gb`` in
    GB, ``tdp_w`` in watts.
    """

    id: str
    name: str
    vendor: str
    year: int | None
    memory_gb: float | None
    peaks: dict[str, float] = field(hash=False)
    tdp_w: float | None
    interconnect: str
    source_url: str
    source_note: str

    def peak_for(self, precision: str) -> tuple[float, str] | None:
        """Return the dense peak to plan with, in TFLOP/s, and the precision it belongs to; None without a figure.

        BF16 and FP16 stand in for each other, FP32 for TF32; FP8 is planned from the BF16 peak (see `FP8_SPEED_UP`).
        """
        for cell in _PEAK_CELLS[precision]:
            if cell in self.peaks:
                return self.peaks[cell], cell
        return None


@dataclass(frozen=True)
class Price:
    """A default price of one accelerator-hour in US dollars, the range seen, and the month (``as_of``)."""

    id: str
    default: float
    low: float
    high: float
    as_of: str
    note: str


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def catalogue() -> tuple[Accelerator, ...]:
    """Return all accelerators, in the order of the file."""
    with shipped_file("accelerators.csv") as path, path.open(encoding="utf-8", newline="") as file:
        return tuple(_from_row(row) for row in csv.DictReader(file))


def _from_row(row: dict[str, str]) -> Accelerator:
    cells = {precision: row[f"peak_dense_{precision}_tflops"] for precision in ("bf16", "fp16", "fp8")}
    cells[row["tf32_or_fp32"]] = row["peak_tf32_or_fp32_tflops"]
    return Accelerator(
        id=row["id"],
        name=row["name"],
        vendor=row["vendor"],
        year=int(row["year"]) if row["year"] else None,
        memory_gb=_number(row["memory_gb"]),
        peaks={precision: float(cell) for precision, cell in cells.items() if cell},
        tdp_w=_number(row["tdp_w"]),
        interconnect=row["interconnect"],
        source_url=row["source_url"],
        source_note=row["source_note"],
    )


@cache
def _by_id() -> dict[str, Accelerator]:
    return {entry.id: entry for entry in catalogue()}


def accelerator(accelerator_id: str) -> Accelerator:
    """Return the accelerator with this id.

    Raises
    ------
    InputError
        For an id that is not in the catalogue; names the nearest ones.
    """
    found = _by_id().get(accelerator_id)
    if found is None:
        import difflib

        wanted = accelerator_id[:60].lower()
        near = [known for known in _by_id() if wanted and wanted in known]
        near = near or difflib.get_close_matches(wanted, _by_id(), n=3, cutoff=0.5) or ["h100-sxm5"]
        text = translate(
            "Plan file",
            "the catalogue has no {name}; write one such as {known}, "
            "or null with peak_tflops for any other accelerator",
        )
        raise InputError("hardware.accelerator", text.format(name=_shown(accelerator_id), known=alternatives(near[:3])))
    return found


def _shown(text: str) -> str:
    printable = "".join(character if character.isprintable() else "?" for character in text[:40])
    return f'"{printable}…"' if len(text) > 40 else f'"{printable}"'


@cache
def _prices() -> dict[str, Price]:
    with shipped_file("prices.csv") as path, path.open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: Price(
                id=row["id"],
                default=float(row["default_usd_per_hour"]),
                low=float(row["low_seen"]),
                high=float(row["high_seen"]),
                as_of=row["as_of"],
                note=row["note"],
            )
            for row in csv.DictReader(file)
        }


def price(accelerator_id: str) -> Price | None:
    """Return the default price of an accelerator-hour; None where none was collected."""
    return _prices().get(accelerator_id)


def utilization_preset(
    accelerator_id: str | None, count: int, student_parameters: float, precision: str = "bf16"
) -> tuple[float, float, float] | None:
    """Return the low, typical and high share of the dense peak that training reaches; None outside the catalogue.

    Judged from published training runs of dense models of 0.3B to 3B parameters on H100-class accelerators, for 1, 8,
    64 and 512 of them; linear in log2(count) between.

    Parameters
    ----------
    accelerator_id : str or None
        A100s reach 1.3 times the shares (at most 0.60), MI300X-class ones 0.7 times.
    count : int
        How many accelerators train together.
    student_parameters : float
        Non-embedding parameters; models under 350M reach 0.8 times the shares.
    precision : str
        With "fp8" the shares are those of the BF16 peak, 1.2 times higher.
    """
    if accelerator_id is None:
        return None
    low, typical, high = (
        _adjusted(share, accelerator_id, student_parameters, precision) for share in _preset_for_count(count)
    )
    return low, typical, high


def _preset_for_count(count: int) -> tuple[float, ...]:
    counts = list(_PRESETS)
    if count >= counts[-1]:
        return _PRESETS[counts[-1]]
    upper = next(i for i, listed in enumerate(counts) if count < listed)
    below, above = counts[upper - 1], counts[upper]
    weight = (math.log2(count) - math.log2(below)) / (math.log2(above) - math.log2(below))
    return tuple(a + weight * (b - a) for a, b in zip(_PRESETS[below], _PRESETS[above], strict=True))


def _adjusted(share: float, accelerator_id: str, student_parameters: float, precision: str) -> float:
    if accelerator_id.startswith("a100-"):
        share = min(1.3 * share, 0.60)
    elif accelerator_id in {"mi300x", "mi325x", "mi355x"}:
        share *= 0.7
    if student_parameters < SMALL_STUDENT_PARAMETERS:
        share *= 0.8
    return share * FP8_SPEED_UP if precision == "fp8" else share
