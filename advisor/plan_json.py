"""The JSON under a plan file: strict about the text, tolerant about how it was saved.

Refuses, with what to do about it, everything JSON readers let pass or explain badly: other encodings, names written
twice, NaN, endless numbers, deep nesting, files that are no plans, and versions from the future.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from .errors import InputError
from .json_words import json_problem
from .language import translate
from .plan_messages import FieldPath, path_text, shown, wrong_value

FORMAT = "distillation-plan"
VERSION = 1
UNSAID_VERSION = 1
"""The version of a file that does not say one, whatever version is the newest: such files are written by hand."""

SUFFIX = ".distill"
MAX_BYTES = 8_000_000
"""Plans are a few kilobytes; anything this large is another kind of file."""

MAX_DEPTH = 50
PIN_DEPTH = 3
"""How much deeper everything in a plan stands once it is pinned: in "pins", one of them, its "plan"."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: Mapping[int, Migration] = {}
"""From a version's number to what turns its JSON object into the next version's; version 1 is the first."""


def plan_tree(data: bytes) -> dict[str, Any]:
    """Return the JSON object of a plan file as the current version has it, without "format" and "version".

    Raises
    ------
    InputError
        If the bytes are not the file of a plan this version can read.
    """
    tree = _json_object(data)
    version = tree.get("version", UNSAID_VERSION)
    tree = _with_pins_migrated(_migrated(tree), version)
    _reject_unusable(tree, ())
    return tree


def _json_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object in ``data``, with numbers that no float can hold as infinities."""
    if len(data) > MAX_BYTES:
        large = translate("Plan file", "The file is larger than {size} MB; choose a plan ({suffix}) instead")
        raise InputError("", large.format(size=MAX_BYTES // 1_000_000, suffix=SUFFIX))
    text = _text(data)
    try:
        tree: dict[str, Any] = json.loads(text, object_pairs_hook=_object_without_duplicates, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise InputError("", json_problem(text, error)) from None
    except RecursionError:
        raise _too_deep("") from None
    return tree


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in data[:200] and data.lstrip(b"\0")[:1] in b"{[ \r\n"):
        raise InputError("", translate("Plan file", "The file is UTF-16 or UTF-32 text; save it as UTF-8"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02X}"
        reason = translate("Plan file", "The file is not UTF-8 text (byte {byte} in line {line}); save it as UTF-8")
        raise InputError("", reason.format(byte=byte, line=line)) from None
    if not text.strip():
        empty = translate("Plan file", "The file is empty; choose a plan ({suffix}) instead")
        raise InputError("", empty.format(suffix=SUFFIX))
    if not text.lstrip().startswith("{"):
        other = translate(
            "Plan file", 'The file does not start with "{brace}" as plans do; choose a plan ({suffix}) instead'
        )
        raise InputError("", other.format(brace="{", suffix=SUFFIX))
    return text


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                twice = translate("Plan file", "written twice in the same object; remove one of the two")
                raise InputError(path_text((name,)), twice)
            seen.add(name)
    return result


def _integer(digits: str) -> int | float:
    """Return a JSON integer; one of over 300 digits is beyond every field, and slow to convert."""
    return int(digits) if len(digits) <= 300 else math.inf


def _migrated(tree: dict[str, Any], migrations: Mapping[int, Migration] | None = None) -> dict[str, Any]:
    """Return the JSON object of this version, without "format" and "version"."""
    tree = dict(tree)
    file_format = tree.pop("format", FORMAT)
    if file_format == "distillation-coefficients":
        reason = translate("Plan file", "this is a coefficient set; put it into a plan under coefficient_set")
        raise InputError("format", reason)
    if file_format != FORMAT:
        reason = translate("Plan file", '{value} is not "{format}"; choose a plan ({suffix}) instead')
        raise InputError("format", reason.format(value=shown(file_format), format=FORMAT, suffix=SUFFIX))
    version = tree.pop("version", UNSAID_VERSION)
    if isinstance(version, float) and version.is_integer():
        version = int(version)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        reason = translate("Plan file", "{value} is not the version of a plan; write {version}")
        raise InputError("version", reason.format(value=shown(version), version=VERSION))
    if version > VERSION:
        reason = translate(
            "Plan file",
            "the plan was saved by a newer version of this program (file version {value}, "
            "this one reads up to {version}); open it there, or update this program",
        )
        raise InputError("version", reason.format(value=shown(version), version=VERSION))
    for older in range(version, VERSION):
        tree = (MIGRATIONS if migrations is None else migrations)[older](tree)
    return tree


def _with_pins_migrated(tree: dict[str, Any], version: Any) -> dict[str, Any]:
    """Return a plan's tree with its pinned plans as this version has them.

    A pinned plan is of its file's version; one that was copied from a file of its own says its own.
    """
    pins = tree.get("pins")
    if not isinstance(pins, list):
        return tree
    migrated = list(pins)
    for i, pin in enumerate(pins):
        plan = pin.get("plan") if isinstance(pin, dict) else None
        if isinstance(plan, dict):
            try:
                migrated[i] = {**pin, "plan": _migrated({"version": version, **plan})}
            except InputError as error:
                raise error.within(path_text(("pins", i, "plan"))) from None
    return {**tree, "pins": migrated}


def _too_deep(field: str) -> InputError:
    reason = translate(
        "Plan file", "objects or lists stand inside each other more than {depth} deep; write fewer levels"
    )
    return InputError(field, reason.format(depth=MAX_DEPTH))


def _reject_unusable(value: Any, path: FieldPath) -> None:
    """Refuse what JSON readers accept but no plan can hold: NaN, infinities, half characters, deep nesting."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise wrong_value(path, value)
    elif isinstance(value, str):
        _reject_half_characters(value, path)
    elif isinstance(value, dict | list):
        above = PIN_DEPTH if path[:1] == ("pins",) else 0
        if len(path) > MAX_DEPTH + above:
            raise _too_deep(path_text(path[: above + 1]))
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in items:
            if isinstance(step, str):
                _reject_half_characters(step, path)
            _reject_unusable(item, (*path, step))


def _reject_half_characters(text: str, path: FieldPath) -> None:
    if not text.isascii() and re.search("[\ud800-\udfff]", text):
        reason = translate("Plan file", "{value} holds half a character ({first} to {last}); remove it")
        raise InputError(path_text(path), reason.format(value=shown(text), first="\\ud800", last="\\udfff"))
