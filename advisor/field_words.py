"""What belongs in a field of a plan's file, in words: "a share from 0 to 1, such as 0.4".

The types of `plan` and `coefficients` state their range and, as their title, one of the keys here. Numbers stand as a
file has them, with a decimal point, in every language.
"""

from __future__ import annotations

from collections.abc import Sequence

from .language import translate


def what_belongs(title: str, most: int) -> str:
    """Return what belongs in a field.

    Parameters
    ----------
    title : str
        The title of the field's type.
    most : int
        The longest text or list it takes, where it has a limit.
    """
    return (_of_plan() | _of_hardware() | _of_models() | _of_coefficients())[title].format(most=most)


def alternatives(names: Sequence[str]) -> str:
    """Return "A or B or C": identifiers of which one is to be written."""
    text = names[0]
    for name in names[1:]:
        text = translate("Plan file", "{first} or {second}", "one of which is to be written").format(
            first=text, second=name
        )
    return text


def _of_plan() -> dict[str, str]:
    return {
        "name": translate("Plan file", "a name of 1 to {most} characters"),
        "plan_name": translate("Plan file", "a name of at most {most} characters"),
        "currency": translate("Plan file", "a currency label of at most {most} characters, such as USD"),
        "set_name": translate("Plan file", "the name of a coefficient set, such as busbridge-2025"),
        "pins": translate("Plan file", "a list of at most {most} pinned plans"),
        "candidates": translate("Plan file", "a list of at most 1,000 candidates"),
        "share": translate("Plan file", "a share from 0 to 1, such as 0.4"),
        "tokens": translate("Plan file", "a number of tokens from 1 to 1e18, such as 2e11"),
        "served_tokens": translate("Plan file", "a number of tokens from 0 to 1e24, such as 1e12"),
        "students": translate("Plan file", "a number of students from 1 to 1,000,000, such as 4"),
        "loss": translate("Plan file", "a cross-entropy in nats per token from 0.01 to 100, such as 1.95"),
    }


def _of_hardware() -> dict[str, str]:
    return {
        "flops": translate("Plan file", "a number of FLOPs from 1e12 to 1e32, such as 2e23"),
        "hours": translate("Plan file", "a number of hours from 0 to 1e6, such as 504"),
        "count": translate("Plan file", "a whole number from 1 to 10,000,000, such as 64"),
        "tflops": translate("Plan file", "TFLOP/s of one accelerator from 0.001 to 1,000,000, such as 989"),
        "price": translate("Plan file", "a price from 0 to 1,000,000, such as 3.5"),
        "power_usage_effectiveness": translate("Plan file", "a power usage effectiveness from 1 to 10, such as 1.2"),
        "carbon": translate("Plan file", "grams of CO2e per kWh from 0 to 10,000, such as 400"),
        "memory": translate("Plan file", "a memory in GB from 0.001 to 1,000,000, such as 8"),
        "bits": translate("Plan file", "bits per weight from 1 to 32, such as 4"),
    }


def _of_models() -> dict[str, str]:
    return {
        "parameters": translate("Plan file", "a number of parameters from 1e5 to 1e15, such as 1e9"),
        "vocabulary": translate("Plan file", "a whole number of entries from 2 to 10,000,000, such as 32168"),
        "context": translate("Plan file", "a whole number of tokens from 1 to 10,000,000, such as 4096"),
        "aspect_ratio": translate("Plan file", "a width-to-depth ratio from 1 to 10,000, such as 128"),
        "feed_forward_ratio": translate("Plan file", "a feed-forward ratio from 0.01 to 100, such as 2.67"),
        "feed_forward_matrices": translate("Plan file", "a whole number from 1 to 10, such as 3"),
        "queries_per_key": translate("Plan file", "queries per key from 1 to 1,000, such as 8"),
    }


def _of_coefficients() -> dict[str, str]:
    return {
        "positive": translate("Plan file", "a positive number"),
        "exponent": translate("Plan file", "an exponent from 0.01 to 10, such as 0.4"),
        "signed_exponent": translate("Plan file", "an exponent from -20 to 20, such as 2.5"),
        "entropy": translate("Plan file", "a loss in nats from 0 to 20, such as 1.22"),
        "width": translate("Plan file", "a width from 0.001 to 10, such as 0.09"),
        "identifier": translate("Plan file", "an identifier of 1 to {most} characters"),
        "relative_error": translate("Plan file", "a share above 0 and at most 1"),
    }
