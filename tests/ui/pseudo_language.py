"""A language for tests: every text in marks, its letters accented, two fifths longer, so that what is missing shows."""

from __future__ import annotations

import re

from advisor.language import Language, in_english

START, END = "⟦", "⟧"
LONGER = 0.4

_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_KEPT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w+;|\(\*[^()]*\)|%n")
"""Places that are filled in, tags, entities, and patterns of file names."""

_FILLER = "lörem ïpsüm dölör sït ämët cönsëctëtür ädïpïscïng ëlït "


def pseudo(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """Return a text as the pseudo-language tells it: "⟦Ópéñ lör⟧" for "Open"."""
    english = in_english(context, text, comment, n)
    if not english.strip():
        return english
    parts, at = [], 0
    for kept in _KEPT.finditer(english):
        parts += [english[at : kept.start()].translate(_ACCENTS), kept.group()]
        at = kept.end()
    parts.append(english[at:].translate(_ACCENTS))
    wanted = round(len(_KEPT.sub("", english)) * LONGER) + 1
    filler = (_FILLER * (wanted // len(_FILLER) + 1))[:wanted].rstrip()
    return f"{START}{''.join(parts)} {filler}{END}"


def outside_marks(text: str) -> str:
    """Return what of a text was not told in the pseudo-language; marks may stand within marks."""
    depth, left = 0, []
    for letter in text:
        depth += letter == START
        if depth == 0:
            left.append(letter)
        depth -= letter == END and depth > 0
    return "".join(left)


PSEUDO = Language(translation=pseudo)
