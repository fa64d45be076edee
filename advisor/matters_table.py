"""The page on what matters as a table of numbers, for spreadsheets."""

from __future__ import annotations

import csv
import io
import math

from .matters_page import MattersPage

COLUMNS = (
    "Input",
    "Field",
    "Value",
    "In this plan",
    "Loss distilled, nats per token",
    "Loss trained directly, nats per token",
    "Gain of distilling, nats per token",
    "Choice",
    "Best teacher",
)
CHOICES = {"distill": "distil", "tie": "too close to call", "supervised": "train directly"}


def matters_csv(page: MattersPage) -> str:
    """Return one line for each sample of each bar, and one for each place where the choice changes."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for bar in page.bars:
        for i, value in enumerate(bar.values):
            numbers = (bar.distilled[i], bar.direct[i], bar.gains[i])
            writer.writerow(
                [
                    bar.label,
                    bar.key,
                    repr(float(value)),
                    "yes" if i == bar.planned else "",
                    *(repr(float(number)) if math.isfinite(number) else "" for number in numbers),
                    CHOICES[bar.methods[i]],
                    bar.teachers[i],
                ]
            )
    writer.writerow([])
    writer.writerow(["Input", "Field", "The choice changes at", "Gain there", "Below", "Above"])
    for bar in page.bars:
        for flip in bar.flips:
            writer.writerow([bar.label, bar.key, repr(flip.value), repr(flip.gain), flip.before, flip.after])
    return output.getvalue()
