"""What to tell someone whose plan cannot be used: the field's path, what stands there, and what would be right.

What belongs in a field comes from the titles in `plan`, found by following a path through its types.
"""

from __future__ import annotations

import json
import re
import types
import typing
from functools import cache
from typing import Any

import msgspec

from .errors import InputError
from .field_words import what_belongs
from .language import translate
from .plan import Plan, Section

FieldPath = tuple[str | int, ...]
"""Names of fields and positions in lists, from the plan down."""

_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")


@cache
def field_types(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the annotated type of each field of the file's section, in order, without "unknown" and with no null."""
    hints = typing.get_type_hints(struct, include_extras=True)
    names = [name for name in struct.__struct_fields__ if not (name == "unknown" and issubclass(struct, Section))]
    return {name: _without_null(hints[name]) for name in names}


@cache
def nested_struct(annotated: Any) -> type[msgspec.Struct] | None:
    """Return the section that a field holds, directly or as a list; None for a plain value."""
    bare = _bare(annotated)
    if typing.get_origin(bare) is tuple:
        bare = _bare(typing.get_args(bare)[0])
    return bare if isinstance(bare, type) and issubclass(bare, msgspec.Struct) else None


@cache
def number_type(annotated: Any) -> type[int] | type[float] | None:
    """Return int or float for a field that holds one number, else None."""
    bare = _bare(annotated)
    return bare if bare is int or bare is float else None


def _bare(annotated: Any) -> Any:
    return annotated.__origin__ if hasattr(annotated, "__metadata__") else annotated


def _without_null(annotated: Any) -> Any:
    if typing.get_origin(annotated) in (typing.Union, types.UnionType):
        (annotated,) = (part for part in typing.get_args(annotated) if part is not type(None))
    return annotated


def path_text(path: FieldPath) -> str:
    """Return a path as the file's reader writes it: "teacher.candidates[1].name"; long or odd names are shortened."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{_printable(step)}"
    return text.removeprefix(".")


def shown(value: Any) -> str:
    """Return a value as it stands in the file, on one line and shortened."""
    if isinstance(value, dict):
        return translate("Plan file", "an object in braces")
    if isinstance(value, list | tuple):
        return translate("Plan file", "a list of %n", "so many things", len(value))
    if isinstance(value, str):
        return f'"{_printable(value)}"'
    return _printable(json.dumps(value))


def _printable(text: str, length: int = 40) -> str:
    text = "".join(character if character.isprintable() else "?" for character in text[: length + 1])
    return f"{text[: length - 1]}…" if len(text) > length else text


def wanted(path: FieldPath) -> str:
    """Return what belongs at a path, such as "a share from 0 to 1, such as 0.4"."""
    annotated: Any = Plan
    for step in path:
        bare = _bare(annotated)
        if typing.get_origin(bare) is tuple:
            annotated = typing.get_args(bare)[0]
        elif isinstance(bare, type) and issubclass(bare, msgspec.Struct) and step in field_types(bare):
            annotated = field_types(bare)[str(step)]
        else:
            return translate("Plan file", "a finite number")
    return _description(annotated)


def _description(annotated: Any) -> str:
    for meta in getattr(annotated, "__metadata__", ()):
        if meta.title:
            return what_belongs(meta.title, meta.max_length or 0)
    bare = _bare(annotated)
    if typing.get_origin(bare) is typing.Literal:
        choices = [json.dumps(choice) for choice in typing.get_args(bare)]
        if len(choices) == 1:
            return choices[0]
        return translate("Plan file", "one of {choices}").format(choices=", ".join(choices))
    if typing.get_origin(bare) is tuple:
        parts = typing.get_args(bare)
        if parts[-1] is ...:
            return translate("Plan file", "a list in square brackets")
        return translate("Plan file", "a list of two numbers, such as [1e6, 1e13]")
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        text = translate("Plan file", 'an object in braces with fields such as "{name}"')
        return text.format(name=next(iter(field_types(bare))))
    if bare is bool:
        return translate("Plan file", "true or false", "as they stand in the file, in English")
    if bare is str:
        return translate("Plan file", "a text in quotes")
    return translate("Plan file", "a finite number")


def wrong_value(path: FieldPath, value: Any) -> InputError:
    """Return the error for a value that does not belong at ``path``."""
    text = translate("Plan file", "{value} is not {expected}", "expected: such as a share from 0 to 1, such as 0.4")
    if isinstance(value, str) and re.fullmatch(r"\s*[-+]?[\d.]+(e[-+]?\d+)?\s*", value, re.IGNORECASE):
        text = translate(
            "Plan file", "{value} is not {expected}; write it without quotes", "it: the value, a number in quotes"
        )
    return InputError(path_text(path), text.format(value=shown(value), expected=wanted(path)))


def missing_value(path: FieldPath) -> InputError:
    """Return the error for a required field that is absent; for an absent section, of its first required field."""
    annotated: Any = Plan
    for step in path:
        annotated = field_types(_struct(annotated))[str(step)] if isinstance(step, str) else annotated
    while isinstance(_bare(annotated), type) and issubclass(_bare(annotated), msgspec.Struct):
        struct = _bare(annotated)
        required = [field.encode_name for field in msgspec.structs.fields(struct) if field.required]
        path, annotated = (*path, required[0]), field_types(struct)[required[0]]
    text = translate("Plan file", "missing; write {expected}", "expected: such as a share from 0 to 1, such as 0.4")
    return InputError(path_text(path), text.format(expected=_description(annotated)))


def _struct(annotated: Any) -> type[msgspec.Struct]:
    struct = nested_struct(annotated)
    assert struct is not None, "a path only leads through sections"
    return struct


def explained(error: msgspec.ValidationError, tree: Any) -> InputError:
    """Return the schema library's error as one that names the field and the fix.

    Parameters
    ----------
    error : msgspec.ValidationError
        From converting ``tree`` to a `Plan`.
    tree : object
        What was converted, for the value to show.
    """
    reason, _, place = str(error).partition(" - at `$")
    path: FieldPath = tuple(name or int(index) for name, index in _STEP.findall(place.rstrip("`")))
    absent = _MISSING.match(reason)
    if absent:
        return missing_value((*path, absent[1]))
    value = tree
    for step in path:
        value = value[step]
    return wrong_value(path, value)
