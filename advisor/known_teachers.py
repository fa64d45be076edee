"""The catalogue of known teachers: well-known open-weight dense base models and what their makers say of them.

Only models whose training tokens are published by their makers are listed, and no mixture of experts. Each row names
its source. Its note starts with how well the training tokens are founded: [A] read in the maker's model card, project
page or paper, [B] the same as quoted elsewhere, [C] from general knowledge. Sizes are counted from the published shape.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .coefficients import CoefficientSet
from .language import translate
from .laws import supervised_loss
from .plan import Candidate, Parameters, Plan, Tokens, Vocabulary
from .plan_edit import with_value
from .quantities import exact_number
from .resource_files import shipped_file

FloatArray = NDArray[np.float64]

CATALOGUE_DATE = "2026-11"
TIERS = ("[A] ", "[B] ", "[C] ")
COLUMNS = (
    "id",
    "name",
    "organisation",
    "total_parameters",
    "non_embedding_parameters",
    "hidden_size",
    "embedding_tables",
    "training_tokens",
    "vocabulary",
    "year",
    "licence",
    "distilled",
    "caution",
    "source_url",
    "source_note",
)

_MAY_BE_EMPTY = frozenset({"caution"})
_FIRST_YEAR = 2018
_WORD = re.compile(r"[^\s\-_/]+")


@dataclass(frozen=True)
class KnownTeacher:
    """One row of the catalogue.

    ``non_embedding_parameters`` are all weights but the token embeddings, as the study counts: ``total_parameters``
    less ``vocabulary`` times ``hidden_size``, once where input and output share one table (``embedding_tables`` 1) and
    twice where they do not (2). ``vocabulary`` is the number of rows of that table, padding included.
    ``training_tokens`` are all tokens read, repeated ones included. ``distilled`` models learnt from a larger one.
    ``caution`` says in one sentence why the law fits this model less well, or what its licence forbids; often empty.
    """

    id: str
    name: str
    organisation: str
    total_parameters: float
    non_embedding_parameters: float
    hidden_size: int
    embedding_tables: int
    training_tokens: float
    vocabulary: int
    year: int
    licence: str
    distilled: bool
    caution: str
    source_url: str
    source_note: str


@cache
def known_teachers() -> tuple[KnownTeacher, ...]:
    """Return all known teachers, in the order of the file.

    Raises
    ------
    ValueError
        As `read_known_teachers`; the shipped file has none of these faults.
    """
    with shipped_file("known_teachers.csv") as path:
        return read_known_teachers(path)


def read_known_teachers(path: Path) -> tuple[KnownTeacher, ...]:
    """Read a catalogue of teachers.

    Raises
    ------
    ValueError
        For other columns, an empty cell, a number that is none or lies outside the plan's range, a size that does not
        follow from the table of embeddings, a source that is no address, or an id or name that stands twice. The
        message names line and column.
    OSError
        If the file cannot be read.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.name}: the columns must be {', '.join(COLUMNS)}")
        rows = [_from_row(row, f"{path.name}, line {reader.line_num}") for row in reader]
    for column in ("id", "name"):
        seen: set[str] = set()
        for row in rows:
            text = str(getattr(row, column)).casefold()
            if text in seen:
                raise ValueError(f"{path.name}: {column} {getattr(row, column)!r} stands twice")
            seen.add(text)
    return tuple(rows)


def _from_row(row: dict[str, str], where: str) -> KnownTeacher:
    if None in row or None in row.values():
        raise ValueError(f"{where}: needs {len(COLUMNS)} cells")
    for column, cell in row.items():
        if cell != cell.strip() or (not cell and column not in _MAY_BE_EMPTY):
            raise ValueError(f"{where}: {column} is empty or has space around it")

    def whole(column: str, low: float, high: float) -> int:
        cell = row[column]
        if not re.fullmatch(r"[0-9]{1,18}", cell) or not low <= int(cell) <= high:
            raise ValueError(f"{where}: {column} must be a whole number from {low:g} to {high:g}, not {cell!r}")
        return int(cell)

    total = whole("total_parameters", *_limits(Parameters))
    without = whole("non_embedding_parameters", *_limits(Parameters))
    width, tables = whole("hidden_size", 1, 1e6), whole("embedding_tables", 1, 2)
    vocabulary = whole("vocabulary", *_limits(Vocabulary))
    if total - vocabulary * width * tables != without:
        raise ValueError(f"{where}: non_embedding_parameters must be total_parameters less the embeddings")
    if row["distilled"] not in {"yes", "no"}:
        raise ValueError(f"{where}: distilled must be yes or no")
    if not row["source_url"].startswith("https://"):
        raise ValueError(f"{where}: source_url must start with https://")
    if not row["source_note"].startswith(TIERS):
        raise ValueError(f"{where}: source_note must start with one of {', '.join(TIERS)}")
    return KnownTeacher(
        id=row["id"],
        name=row["name"],
        organisation=row["organisation"],
        total_parameters=float(total),
        non_embedding_parameters=float(without),
        hidden_size=width,
        embedding_tables=tables,
        training_tokens=float(whole("training_tokens", *_limits(Tokens))),
        vocabulary=vocabulary,
        year=whole("year", _FIRST_YEAR, 2100),
        licence=row["licence"],
        distilled=row["distilled"] == "yes",
        caution=row["caution"],
        source_url=row["source_url"],
        source_note=row["source_note"],
    )


def _limits(annotated: object) -> tuple[float, float]:
    """Return the range of one of the plan's number types."""
    meta = annotated.__metadata__[0]  # type: ignore[attr-defined]
    return meta.ge, meta.le


# Finding


def search_known_teachers(text: str) -> tuple[KnownTeacher, ...]:
    """Return the teachers that every word of ``text`` fits, in the catalogue's order; all for no text.

    A word fits where a word of name, organisation or licence begins with it, so that "8b" finds Llama 3 8B but not
    Pythia 2.8B; or where it is the year. A mere number speaks of the name: the "2" of "olmo 2" is not the licence's.
    Case, hyphens and the space inside "llama 3" do not matter.
    """
    words = _WORD.findall(text.casefold())
    return tuple(teacher for teacher in known_teachers() if all(_fits(word, teacher) for word in words))


def _fits(word: str, teacher: KnownTeacher) -> bool:
    texts = [teacher.name]
    if any(character.isalpha() for character in word):
        texts += [teacher.organisation, teacher.licence]
    return word == str(teacher.year) or any(part.startswith(word) for text in texts for part in _beginnings(text))


@cache
def _beginnings(text: str) -> tuple[str, ...]:
    """Return what a word may begin: the text from each of its words on, written without spaces."""
    words = _WORD.findall(text.casefold())
    return tuple("".join(words[i:]) for i in range(len(words)))


# What the law says


def estimated_losses(teachers: Iterable[KnownTeacher], coefficients: CoefficientSet) -> FloatArray:
    """Return L(N_T, D_T) of Eq. 1 (arXiv 2502.08606v2) for each teacher, in nats per token, shape (teachers,).

    It is what the model would reach on the text the coefficients were fitted on, had it been trained on that text.
    """
    listed = tuple(teachers)
    sizes = np.array([teacher.non_embedding_parameters for teacher in listed], dtype=np.float64)
    tokens = np.array([teacher.training_tokens for teacher in listed], dtype=np.float64)
    return supervised_loss(sizes, tokens, coefficients.supervised)


def estimated_loss(teacher: KnownTeacher, coefficients: CoefficientSet) -> float:
    """Return the loss of one teacher, as `estimated_losses`."""
    return float(estimated_losses((teacher,), coefficients)[0])


# What it means for a plan


def candidate_of(teacher: KnownTeacher) -> Candidate:
    """Return the teacher as a candidate of a plan: its name, size without embeddings, tokens and vocabulary."""
    return Candidate(
        name=teacher.name,
        parameters=teacher.non_embedding_parameters,
        training_tokens=teacher.training_tokens,
        vocabulary=teacher.vocabulary,
    )


def fits_vocabulary(teacher: KnownTeacher, plan: Plan) -> bool:
    """Return whether teacher and student have vocabularies of the same size, without which outputs cannot match."""
    return teacher.vocabulary == plan.architecture.vocabulary


def vocabulary_advice(teacher: KnownTeacher, plan: Plan) -> str:
    """Return what the teacher's vocabulary means for the plan's student, and what to do about it."""
    own, other = exact_number(plan.architecture.vocabulary), exact_number(teacher.vocabulary)
    if fits_vocabulary(teacher, plan):
        text = translate(
            "Known teachers",
            "The student has as many vocabulary entries, {own}: check that it uses this model's tokenizer.",
        )
        return text.format(own=own)
    text = translate(
        "Known teachers",
        "It has another vocabulary: {other} entries, the student {own}. Its outputs can only be matched with its own "
        "tokenizer, so give the student this vocabulary.",
    )
    return text.format(other=other, own=own)


def is_listed(teacher: KnownTeacher, plan: Plan) -> bool:
    """Return whether the plan has this teacher among its candidates, under whatever name."""
    own = candidate_of(teacher)
    return any(
        (listed.parameters, listed.training_tokens, listed.vocabulary)
        == (own.parameters, own.training_tokens, own.vocabulary)
        and (listed.name == own.name or listed.name.startswith(f"{own.name} "))
        for listed in plan.teacher.candidates
    )


def with_known_teachers(plan: Plan, teachers: Iterable[KnownTeacher]) -> Plan:
    """Return the plan with these teachers as candidates; a teacher exists then.

    One that is listed already is passed over; one whose name is taken by another candidate gets a number.
    """
    for teacher in teachers:
        if is_listed(teacher, plan):
            continue
        taken = {candidate.name for candidate in plan.teacher.candidates}
        candidate = candidate_of(teacher)
        number = 2
        while candidate.name in taken:
            candidate = Candidate(
                name=f"{teacher.name} {number}",
                parameters=candidate.parameters,
                training_tokens=candidate.training_tokens,
                vocabulary=candidate.vocabulary,
            )
            number += 1
        plan = with_value(plan, "teacher.candidates", (*plan.teacher.candidates, candidate))
        plan = with_value(plan, "teacher.exists", True)
    return plan


def with_vocabulary_of(plan: Plan, teacher: KnownTeacher) -> Plan:
    """Return the plan whose student has as many vocabulary entries as the teacher; its costs follow."""
    return with_value(plan, "architecture.vocabulary", teacher.vocabulary)
