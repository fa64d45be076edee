"""Files that are not usable plans, and the field each must be refused for.

``BROKEN_PLANS`` maps a name to the bytes of a file; ``BLAMED_FIELDS`` the same name to the field that the message must
name, empty where the file as a whole is wrong.
"""

import json
from typing import Any

GOOD: dict[str, Any] = {
    "format": "distillation-plan",
    "version": 1,
    "name": "Good",
    "hardware": {"accelerator": "h100-sxm5", "count": 64, "hours": 504},
    "student": {"parameters": 1e9},
}
COEFFICIENT_SET: dict[str, Any] = {
    "format": "distillation-coefficients",
    "version": 1,
    "id": "mine",
    "name": "Mine",
    "relative_error": 0.004,
    "supervised": {"E": 1.22, "A": 3355, "B": 18186, "alpha": 0.408, "beta": 0.431, "gamma": 0.452},
    "distillation": {
        "A": 2243,
        "B": 24181,
        "alpha": 0.321,
        "beta": 0.637,
        "gamma": 0.764,
        "c0": 2.549,
        "c1": 522.6,
        "f1": 0.09,
        "d1": 1.315,
    },
}
CANDIDATE = {"name": "A", "parameters": 7e9, "loss": 1.95}

BROKEN_PLANS: dict[str, bytes] = {}
BLAMED_FIELDS: dict[str, str] = {}


def file_with(path: str, value: Any) -> bytes:
    """Return the good plan's file with one field set, such as ``file_with("student.parameters", -5)``."""
    tree = json.loads(json.dumps(GOOD))
    owner = tree
    *sections, name = path.split(".")
    for section in sections:
        owner = owner.setdefault(section, {})
    owner[name] = value
    return json.dumps(tree).encode()


def file_without(path: str) -> bytes:
    """Return the good plan's file without one field."""
    tree = json.loads(json.dumps(GOOD))
    owner = tree
    *sections, name = path.split(".")
    for section in sections:
        owner = owner[section]
    del owner[name]
    return json.dumps(tree).encode()


def _add(name: str, field: str, data: bytes) -> None:
    BROKEN_PLANS[name] = data
    BLAMED_FIELDS[name] = field


def _add_value(path: str, value: Any, name: str = "", field: str | None = None) -> None:
    _add(f"{path} {name or json.dumps(value)[:30]}", path if field is None else field, file_with(path, value))


# The file as a whole
_good = json.dumps(GOOD, indent=2).encode()
_add("empty", "", b"")
_add("blank", "", b" \n\t\n")
_add("truncated", "", _good[:60])
_add("truncated in a text", "", _good[:22])
_add("50 MB", "", _good + b" " * 50_000_000)
_add("50 MB of brackets", "", b"[" * 50_000_000)
_add("1 MB of brackets", "", b"[" * 1_000_000)
_add("many nested objects", "", b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
_add("nested a hundred deep", "extra", b'{"extra":' + b"[" * 100 + b"]" * 100 + b"," + _good[1:])
_add("UTF-16", "", _good.decode().encode("utf-16"))
_add("UTF-16 without a mark", "", _good.decode().encode("utf-16-le"))
_add("UTF-32", "", _good.decode().encode("utf-32"))
_add("Latin-1", "", '{"name": "Modèle"}'.encode("latin-1"))
_add("binary", "", bytes(range(256)))
_add("zip", "", b"PK\x03\x04\x14\x00\x00\x00\x08\x00")
_add("a list", "", b"[1, 2]")
_add("a number", "", b"5")
_add("null", "", b"null")
_add("web page", "", b"<!DOCTYPE html><html></html>")
_add("plain text", "", b"64 H100 for three weeks")
_add("comment", "", b'{"student": {"parameters": 1e9}, // small\n "budget_flops": 1e21}')
_add("thousands", "", b'{"student": {"parameters": 1,000,000,000}, "budget_flops": 1e21}')
_add("trailing comma", "", b'{"student": {"parameters": 1e9}, "budget_flops": 1e21,}')
_add("missing comma", "", b'{"student": {"parameters": 1e9} "budget_flops": 1e21}')
_add("missing colon", "", b'{"student" {"parameters": 1e9}, "budget_flops": 1e21}')
_add("single quotes", "", b"{'student': {'parameters': 1e9}}")
_add("bare word", "", b'{"student": {"parameters": one}, "budget_flops": 1e21}')
_add("two plans", "", _good + _good)
_add("decimal comma", "", b'{"student": {"parameters": 1e9}, "budget_flops": 2,5e21}')
_add("backslash in a text", "", b'{"name": "C:\\plans"}')
_add("line break in a text", "", b'{"name": "two\nlines"}')

# Names and numbers that JSON readers let pass
_add(
    "written twice",
    "student",
    b'{"student": {"parameters": 1e9}, "student": {"parameters": 2e9}, "budget_flops": 1e21}',
)
_add("NaN", "student.parameters", b'{"student": {"parameters": NaN}, "budget_flops": 1e21}')
_add("Infinity", "budget_flops", b'{"student": {"parameters": 1e9}, "budget_flops": Infinity}')
_add("1e400", "budget_flops", b'{"student": {"parameters": 1e9}, "budget_flops": 1e400}')
_add("a thousand digits", "budget_flops", b'{"student": {"parameters": 1e9}, "budget_flops": 1' + b"0" * 1000 + b"}")
_add("a million digits", "student.parameters", b'{"student": {"parameters": ' + b"9" * 1_000_000 + b"}}")
_add("310 digits", "student.parameters", b'{"student": {"parameters": 1' + b"0" * 309 + b'}, "budget_flops": 1e21}')
_add(
    "NaN in an unknown field", "extra.a", b'{"extra": {"a": NaN}, "student": {"parameters": 1e9}, "budget_flops": 1e21}'
)
_add("half a character", "name", b'{"name": "\\ud800", "student": {"parameters": 1e9}, "budget_flops": 1e21}')
_add("half a character in a name", "extra", b'{"extra": {"\\udc00": 1}, "student": {"parameters": 1e9}}')

# Format and version
_add_value("format", "distillation-coefficients")
_add_value("format", "something else")
_add_value("version", 2)
_add_value("version", 10**30, "of thirty digits")
_add_value("version", 0)
_add_value("version", "1")
_add_value("version", True)
_add_value("version", None)

# Missing
_add("empty object", "student.parameters", b"{}")
_add("no student", "student.parameters", file_without("student"))
_add("no size", "student.parameters", file_without("student.parameters"))
_add("no budget", "budget_flops", file_without("hardware"))
_add("no accelerator", "hardware.accelerator", file_without("hardware.accelerator"))
_add("no count", "hardware.count", file_without("hardware.count"))
_add("no hours", "hardware.hours", file_without("hardware.hours"))

# Wrong types and ranges
for _path, _values in {
    "name": (5, None, "x" * 201, ["a"]),
    "hardware": (5, [], "h100"),
    "hardware.accelerator": ("h100", "", 5, "x" * 10_000, "h100-sxm5\n"),
    "hardware.count": (0, -1, 2.5, "64", True, 1e8, None, 10**40),
    "hardware.precision": ("int8", None, "BF16"),
    "hardware.peak_tflops": (0, -5, "989", 1e7),
    "hardware.utilization": (-0.1, 40, "40 %", True),
    "hardware.measured_tflops": (0, "fast"),
    "hardware.hours": (-1, 1e7, "3 weeks", None, [504]),
    "hardware.price_per_hour": (-1, "$3"),
    "hardware.contingency": (1.5, None),
    "hardware.pue": (0.5,),
    "hardware.carbon_g_per_kwh": (-1,),
    "currency": (5, "x" * 50),
    "budget_flops": (0, 1, 1e33, "2e23", -1e23, {}),
    "data": (None, 5, []),
    "data.student_tokens": (0, 1e19, "2T"),
    "data.teacher_tokens": (-1,),
    "data.allow_repeats": (1, "yes", None),
    "student": (None, 1e9, [1e9]),
    "student.parameters": (-5, 0, 1e4, 1e308, "1e9", None, True, [], {}),
    "student.bits": (0, "4"),
    "student.memory_gb": (0,),
    "student.served_tokens": (-1,),
    "teacher": ("70B",),
    "teacher.exists": ("true", 1),
    "teacher.students": (0, "two"),
    "teacher.max_training_tokens": (None, 0),
    "teacher.parameters_range": ([1e6], [1e13, 1e6], "any", [1e6, 1e9, 1e12]),
    "teacher.candidates": ({}, "8B", [CANDIDATE] * 1001),
    "architecture.context": (0, 4096.5),
    "architecture.vocabulary": (1,),
    "architecture.ffn_matrices": (0,),
    "architecture.aspect_ratio": (0,),
    "coefficients": ("busbridge", "", 5, "x" * 1000),
    "coefficient_set": (5, []),
}.items():
    for _value in _values:
        _add_value(_path, _value)
_add_value("teacher.parameters_range", [1e6, 1e99], "far", "teacher.parameters_range[1]")

# Across fields
_add_value("hardware.hours", 0)
_add_value("hardware.hours", 1e-12)
_add_value("hardware.utilization", 0)
_add_value("hardware.contingency", 1)
_add_value("hardware", {"accelerator": "tpu-v4", "precision": "tf32", "count": 1, "hours": 1}, "", "hardware.precision")
_add_value(
    "hardware", {"peak_tflops": 1e6, "count": 10**7, "hours": 1e6, "utilization": 1}, "too much", "hardware.hours"
)


def _add_candidates(name: str, field: str, *candidates: Any) -> None:
    _add_value("teacher", {"exists": True, "candidates": list(candidates)}, name, f"teacher.candidates{field}")


_add_candidates("no loss nor tokens", "[1].training_tokens", CANDIDATE, {"name": "B", "parameters": 3e9})
_add_candidates("same name", "[1].name", CANDIDATE, CANDIDATE)
_add_candidates("no name", "[0].name", {"parameters": 3e9, "loss": 2})
_add_candidates("empty name", "[0].name", {**CANDIDATE, "name": ""})
_add_candidates("no size", "[0].parameters", {"name": "B", "loss": 2})
_add_candidates("bad size", "[0].parameters", {**CANDIDATE, "parameters": "7B"})
_add_candidates("bad loss", "[0].loss", {**CANDIDATE, "loss": -1})
_add_candidates("bad vocabulary", "[0].vocabulary", {**CANDIDATE, "vocabulary": 0.5})
_add_candidates("not an object", "[1]", CANDIDATE, "8B")


def _add_set(name: str, field: str, **changes: Any) -> None:
    _add_value("coefficient_set", {**COEFFICIENT_SET, **changes}, name, f"coefficient_set{field}")


_add_set("no id", ".id", id="")
_add_set("newer", ".version", version=2)
_add_set("other format", ".format", format="plan")
_add_set("half", ".supervised.E", supervised={})
_add_set("bad exponent", ".distillation.beta", distillation={**COEFFICIENT_SET["distillation"], "beta": -1})
_add_set("relative error", ".relative_error", relative_error=0)
_add_value("coefficient_set", {"id": "mine"}, "only an id", "coefficient_set.name")
