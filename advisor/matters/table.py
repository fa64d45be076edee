"""The page on what matters as a table of numbers, for spreadsheets."""

from __future__ import annotations

import csv
import io
import math

from advisor.language import translate

from .page import MattersPage


def columns() -> tuple[str, ...]:
    """Return the headings of the samples."""
    return (
        translate("What matters page", "Input"),
        translate("What matters page", "Field"),
        translate("What matters page", "Value"),
        translate("What matters page", "In this plan"),
        translate("What matters page", "Loss distilled, nats per token"),
        translate("What matters page", "Loss trained directly, nats per token"),
        translate("What matters page", "Gain of distilling, nats per token"),
        translate("What matters page", "Choice"),
        translate("What matters page", "Best teacher"),
    )


def _flip_columns() -> tuple[str, ...]:
    """Return the headings of the places where the choice changes."""
    return (
        translate("What matters page", "Input"),
        translate("What matters page", "Field"),
        translate("What matters page", "The choice changes at"),
        translate("What matters page", "Gain there"),
        translate("What matters page", "Below"),
        translate("What matters page", "Above"),
    )


def choices() -> dict[str, str]:
    """Return what each verdict is called."""
    return {
        "distill": translate("What matters page", "distil"),
        "tie": translate("What matters page", "too close to call"),
        "supervised": translate("What matters page", "train directly"),
    }


def matters_csv(page: MattersPage) -> str:
    """Return one line for each sample of each bar, and one for each place where the choice changes."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(columns())
    yes, called = translate("What matters page", "yes"), choices()
    for bar in page.bars:
        for i, value in enumerate(bar.values):
            numbers = (bar.distilled[i], bar.direct[i], bar.gains[i])
            writer.writerow(
                [
                    bar.label,
                    bar.key,
                    repr(float(value)),
                    yes if i == bar.planned else "",
                    *(repr(float(number)) if math.isfinite(number) else "" for number in numbers),
                    called[bar.methods[i]],
                    bar.teachers[i],
                ]
            )
    writer.writerow([])
    writer.writerow(_flip_columns())
    for bar in page.bars:
        for flip in bar.flips:
            writer.writerow([bar.label, bar.key, repr(flip.value), repr(flip.gain), flip.before, flip.after])
    return output.getvalue()
