"""What is wrong with a text that is no JSON, in words: where it stands, near which field, and what to do about it."""

from __future__ import annotations

import json
import re

from .language import translate


def json_problem(text: str, error: json.JSONDecodeError) -> str:
    """Return in one sentence where a text stops being JSON, why, and what to write instead."""
    why = _why(text, error)
    names = re.findall(r'"([A-Za-z_]{1,40})"\s*:', text[: error.pos][-2000:])
    if not names:
        where = translate("Plan file", "Line {line}, column {column}: {reason}")
        return where.format(line=error.lineno, column=error.colno, reason=why)
    where = translate("Plan file", 'Line {line}, column {column} near "{name}": {reason}', "name: of a field")
    return where.format(line=error.lineno, column=error.colno, name=names[-1], reason=why)


def _why(text: str, error: json.JSONDecodeError) -> str:
    rest = text[error.pos :].lstrip()
    if error.msg.startswith("Unterminated string"):
        return translate("Plan file", "a text has no closing quote; add it, or choose a whole copy of the file")
    if error.msg.startswith("Invalid control"):
        reason = translate("Plan file", "a text holds a line break or a tab; remove it, or write {code}")
        return reason.format(code="\\n")
    if error.msg.startswith("Invalid \\"):
        return translate("Plan file", "a text holds a single backslash; write two")
    if not rest:
        return translate("Plan file", "the file ends too early; choose a whole copy of it")
    if rest.startswith(("//", "/*", "#")):
        return translate("Plan file", "JSON has no comments; remove the comment")
    if rest.startswith("'"):
        return translate("Plan file", 'texts and names stand in double quotes; write "…"')
    if re.search(r"\d,\s?$", text[max(0, error.pos - 3) : error.pos]) and rest[0].isdigit():
        return translate("Plan file", "a comma stands inside a number; write a decimal point, or remove it")
    if "," in text[max(0, error.pos - 1) : error.pos + 1] and rest[0] in "]},":
        return translate("Plan file", "there is a comma too many; remove it")
    if "delimiter" in error.msg:
        if "," in error.msg:
            return translate("Plan file", "a comma is missing; add it")
        return translate("Plan file", "a colon is missing; add it")
    if error.msg == "Extra data":
        return translate("Plan file", "something follows the closing brace; remove it")
    if "property name" in error.msg:
        return translate("Plan file", 'a field\'s name in double quotes is missing; write "name": value')
    return translate("Plan file", "no value can be read; write a number, true, false, null, or a text in double quotes")
