"""The catalogue of known teachers: its rows are sound, can be checked and found, and become candidates of a plan."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from advisor.advise import advise
from advisor.cautions import cautions
from advisor.coefficients import built_in_set
from advisor.curves import PAGES
from advisor.known_teachers import (
    COLUMNS,
    KnownTeacher,
    candidate_of,
    estimated_loss,
    estimated_losses,
    fits_vocabulary,
    is_listed,
    known_teachers,
    read_known_teachers,
    search_known_teachers,
    vocabulary_advice,
    with_known_teachers,
    with_vocabulary_of,
)
from advisor.laws import supervised_loss
from advisor.names import estimated
from advisor.plan import Candidate
from advisor.plan_edit import NEW_PLAN, with_value
from advisor.plan_file import check_plan
from advisor.resource_files import resource_path
from advisor.solution import solve_plan
from tests.advisor.plans import CLEAR_DISTIL

LAW = built_in_set("busbridge-2025")
BY_ID = {teacher.id: teacher for teacher in known_teachers()}
MIXTURES = (
    "mixtral",
    "moe",
    "deepseek-v",
    "grok",
    "dbrx",
    "arctic",
    "llama-4",
    "kimi",
    "glm",
    "a3b",
    "a22b",
    "qwen3.5",
)
UNPUBLISHED = ("mistral", "internlm", "opt-", "phi-")
"""Makers that do not state one number of training tokens for each model."""


def decoder(
    *, vocabulary: int, width: int, layers: int, hidden: int, heads: int, groups: int, head: int, tables: int
) -> tuple[int, int]:
    """Return total and non-embedding parameters of a Llama-shaped decoder, counted matrix by matrix."""
    attention = 2 * width * heads * head + 2 * width * groups * head
    block = attention + 3 * width * hidden + 2 * width
    without = layers * block + width
    return without + tables * vocabulary * width, without


SHAPES: dict[str, dict[str, int]] = {
    "llama-2-7b": {"vocabulary": 32000, "width": 4096, "layers": 32, "hidden": 11008, "heads": 32, "groups": 32},
    "llama-3-8b": {"vocabulary": 128256, "width": 4096, "layers": 32, "hidden": 14336, "heads": 32, "groups": 8},
    "llama-3.1-405b": {"vocabulary": 128256, "width": 16384, "layers": 126, "hidden": 53248, "heads": 128, "groups": 8},
    "llama-3.2-1b": {"vocabulary": 128256, "width": 2048, "layers": 16, "hidden": 8192, "heads": 32, "groups": 8},
    "tinyllama-1.1b": {"vocabulary": 32000, "width": 2048, "layers": 22, "hidden": 5632, "heads": 32, "groups": 4},
    "smollm2-1.7b": {"vocabulary": 49152, "width": 2048, "layers": 24, "hidden": 8192, "heads": 32, "groups": 32},
    "yi-34b": {"vocabulary": 64000, "width": 7168, "layers": 60, "hidden": 20480, "heads": 56, "groups": 8},
    "deepseek-llm-67b": {"vocabulary": 102400, "width": 8192, "layers": 95, "hidden": 22016, "heads": 64, "groups": 8},
    "map-neo-7b": {
        "vocabulary": 64256, "width": 3072, "layers": 28, "hidden": 24576, "heads": 16, "groups": 16, "head": 192,
    },
    "gemma-1-7b": {
        "vocabulary": 256000, "width": 3072, "layers": 28, "hidden": 24576, "heads": 16, "groups": 16, "head": 256,
    },
}  # fmt: skip
TIED = frozenset({"llama-3.2-1b", "smollm2-1.7b", "gemma-1-7b"})


class TestRows:
    def test_there_are_many_of_many_makers(self):
        assert len(known_teachers()) >= 45
        assert len({teacher.organisation for teacher in known_teachers()}) >= 15

    def test_ids_and_names_are_unique(self):
        for column in ("id", "name"):
            texts = [getattr(teacher, column).casefold() for teacher in known_teachers()]
            assert len(set(texts)) == len(texts)

    @pytest.mark.parametrize("teacher", known_teachers(), ids=lambda teacher: teacher.id)
    def test_a_row_is_sound(self, teacher: KnownTeacher):
        assert 0 < teacher.non_embedding_parameters < teacher.total_parameters
        embeddings = teacher.vocabulary * teacher.hidden_size * teacher.embedding_tables
        assert teacher.total_parameters - embeddings == teacher.non_embedding_parameters
        assert 1e8 < teacher.total_parameters < 1e12
        assert (
            teacher.training_tokens > teacher.total_parameters
        )  # every model listed saw more tokens than it has weights
        assert 2019 <= teacher.year <= 2026
        assert teacher.source_url.startswith("https://")
        assert teacher.source_note.startswith(("[A] ", "[B] ", "[C] "))
        assert "config.json" in teacher.source_note
        assert str(teacher.hidden_size) in teacher.source_note
        assert not teacher.id.startswith(UNPUBLISHED)
        assert not any(word in teacher.id for word in MIXTURES)

    @pytest.mark.parametrize("teacher", known_teachers(), ids=lambda teacher: teacher.id)
    def test_the_name_states_its_size(self, teacher: KnownTeacher):
        """ "8B" in the name is the total of 8.03B, within what makers round."""
        number, unit = re.findall(r"\b([0-9.]+)([BM])\b", teacher.name)[-1]
        stated = float(number) * {"B": 1e9, "M": 1e6}[unit]
        assert teacher.total_parameters == pytest.approx(stated, rel=0.5 if stated < 4e9 else 0.25)

    def test_distilled_models_say_so(self):
        distilled = {teacher.id for teacher in known_teachers() if teacher.distilled}
        assert {"gemma-2-2b", "gemma-2-9b", "llama-3.2-1b", "llama-3.2-3b", "gemma-3-27b"} <= distilled
        assert "gemma-2-27b" not in distilled
        assert all("istilled" in BY_ID[key].caution for key in distilled)
        assert all("istil" in BY_ID[key].source_note for key in distilled)

    @pytest.mark.parametrize("key", SHAPES)
    def test_sizes_follow_from_the_published_shape(self, key: str):
        shape = dict(SHAPES[key])
        shape.setdefault("head", shape["width"] // shape["heads"])
        total, without = decoder(**shape, tables=1 if key in TIED else 2)
        assert BY_ID[key].total_parameters == total
        assert BY_ID[key].non_embedding_parameters == without

    @pytest.mark.parametrize(
        ("key", "total", "without", "tokens"),
        [
            ("llama-3-8b", 8.03e9, 6.98e9, 15e12),
            ("gemma-2-9b", 9.24e9, 8_324_201_984, 8e12),  # Table 2, arXiv 2408.00118
            ("gemma-3-12b", 11.77e9, 10_759e6, 12e12),  # Table 1, arXiv 2503.19786
            ("pythia-12b", 11.85e9, 11_327_027_200, 299_892_736_000),  # Table 1, arXiv 2304.01373
            ("qwen3-8b", 8.19e9, 6.95e9, 36e12),
            ("nemotron-4-340b", 341e9, 331.6e9, 9e12),
            ("bloom-176b", 176_247_271_424, 172.65e9, 366e9),
        ],
    )
    def test_what_papers_print(self, key: str, total: float, without: float, tokens: float):
        teacher = BY_ID[key]
        assert teacher.total_parameters == pytest.approx(total, rel=0.001)
        assert teacher.non_embedding_parameters == pytest.approx(without, rel=0.001)
        assert teacher.training_tokens == tokens


class TestStrictness:
    def rows(self) -> list[dict[str, str]]:
        with resource_path("known_teachers.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, path: Path, rows: list[dict[str, str]], columns: tuple[str, ...] = COLUMNS) -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore", restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    def test_the_shipped_file_survives_a_round_trip(self, tmp_path: Path):
        assert read_known_teachers(self.write(tmp_path / "t.csv", self.rows())) == known_teachers()

    @pytest.mark.parametrize(
        ("column", "cell", "named"),
        [
            ("name", "", "name"),
            ("name", " Llama", "name"),
            ("training_tokens", "15T", "training_tokens"),
            ("training_tokens", "-5", "training_tokens"),
            ("training_tokens", "0", "training_tokens"),
            ("training_tokens", "1e13", "training_tokens"),
            ("total_parameters", "9" * 30, "total_parameters"),
            ("vocabulary", "1", "vocabulary"),
            ("vocabulary", "32001", "non_embedding_parameters"),
            ("non_embedding_parameters", "7000000000", "non_embedding_parameters"),
            ("embedding_tables", "3", "embedding_tables"),
            ("year", "1999", "year"),
            ("distilled", "maybe", "distilled"),
            ("source_url", "a blog", "source_url"),
            ("source_note", "somebody said so", "source_note"),
            ("source_note", "", "source_note"),
            ("licence", "", "licence"),
        ],
    )
    def test_a_bad_cell_is_named(self, tmp_path: Path, column: str, cell: str, named: str):
        rows = self.rows()
        rows[3][column] = cell
        with pytest.raises(ValueError, match=rf"line 5.*{named}"):
            read_known_teachers(self.write(tmp_path / "t.csv", rows))

    @pytest.mark.parametrize("column", ["id", "name"])
    def test_what_stands_twice_is_named(self, tmp_path: Path, column: str):
        rows = self.rows()
        rows[3][column] = rows[0][column].upper()
        with pytest.raises(ValueError, match=rf"{column} .* stands twice"):
            read_known_teachers(self.write(tmp_path / "t.csv", rows))

    def test_other_columns_are_refused(self, tmp_path: Path):
        with pytest.raises(ValueError, match="columns must be"):
            read_known_teachers(self.write(tmp_path / "t.csv", self.rows(), COLUMNS[:-1]))

    def test_a_short_row_is_refused(self, tmp_path: Path):
        path = self.write(tmp_path / "t.csv", self.rows())
        path.write_text(path.read_text(encoding="utf-8") + "x,y\n", encoding="utf-8")
        with pytest.raises(ValueError, match="needs 15 cells"):
            read_known_teachers(path)


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "there", "not_there"),
        [
            ("8b", {"Llama 3 8B", "Qwen3 8B"}, {"Pythia 2.8B", "OLMo 7B"}),
            ("LLAMA 3 8B", {"Llama 3 8B", "Llama 3.1 8B"}, {"Llama 3 70B"}),
            ("8b llama", {"Llama 3 8B", "Llama 3.1 8B"}, {"Qwen3 8B"}),
            ("llama3", {"Llama 3 8B", "Llama 3.2 1B"}, {"Llama 2 7B"}),
            ("gemma-2-9b", {"Gemma 2 9B"}, {"Gemma 2 2B"}),
            ("google", {"Gemma 1 2B", "Gemma 3 27B"}, {"Llama 3 8B"}),
            ("meta 70b", {"Llama 2 70B", "Llama 3 70B"}, {"Apertus 70B"}),
            ("olmo 2", {"OLMo 2 7B"}, {"OLMo 7B", "Olmo 3 7B"}),
            ("apache 2025", {"Qwen3 8B"}, {"Qwen2.5 7B", "Gemma 3 4B"}),
            ("  ", {"GPT-J 6B"}, set()),
        ],
    )
    def test_words_in_any_order(self, text: str, there: set[str], not_there: set[str]):
        found = {teacher.name for teacher in search_known_teachers(text)}
        assert there <= found
        assert not found & not_there

    def test_no_text_finds_all_in_order(self):
        assert search_known_teachers("") == known_teachers()

    def test_nonsense_finds_none(self):
        assert search_known_teachers("zebra") == ()

    @pytest.mark.parametrize("teacher", known_teachers(), ids=lambda teacher: teacher.id)
    def test_every_name_finds_its_model(self, teacher: KnownTeacher):
        assert teacher in search_known_teachers(teacher.name)
        assert teacher in search_known_teachers(teacher.id)


class TestLaw:
    def test_the_loss_is_the_supervised_laws(self):
        losses = estimated_losses(known_teachers(), LAW)
        sizes = np.array([teacher.non_embedding_parameters for teacher in known_teachers()])
        tokens = np.array([teacher.training_tokens for teacher in known_teachers()])
        np.testing.assert_array_equal(losses, supervised_loss(sizes, tokens, LAW.supervised))
        assert estimated_loss(BY_ID["llama-3-8b"], LAW) == pytest.approx(1.851, abs=5e-4)
        assert np.all(losses > LAW.supervised.E)

    def test_it_is_what_the_plan_uses(self):
        plan = with_known_teachers(with_value(CLEAR_DISTIL, "teacher.candidates", ()), [BY_ID["llama-3-8b"]])
        solution = solve_plan(check_plan(plan))
        assert solution.distillation.teacher.loss == estimated_loss(BY_ID["llama-3-8b"], LAW)


class TestPlan:
    @pytest.mark.parametrize("teacher", known_teachers(), ids=lambda teacher: teacher.id)
    def test_a_candidate_is_within_the_plan_files_ranges(self, teacher: KnownTeacher):
        plan = check_plan(with_known_teachers(NEW_PLAN, [teacher]))
        assert plan.teacher.candidates == (candidate_of(teacher),)
        assert plan.teacher.candidates[0].loss is None

    def test_all_can_be_added_at_once(self):
        plan = with_known_teachers(NEW_PLAN, known_teachers())
        assert check_plan(plan) == plan
        assert plan.teacher.exists
        assert len(plan.teacher.candidates) == len(known_teachers())
        assert len(solve_plan(plan).candidates) == len(known_teachers())

    def test_what_is_listed_is_passed_over(self):
        plan = with_known_teachers(NEW_PLAN, search_known_teachers("qwen3"))
        assert all(is_listed(teacher, plan) for teacher in search_known_teachers("qwen3"))
        assert not is_listed(BY_ID["llama-3-8b"], plan)
        assert with_known_teachers(plan, search_known_teachers("qwen3")) == plan

    def test_a_taken_name_gets_a_number(self):
        own = Candidate(name="Llama 3 8B", parameters=5e9, loss=1.9)
        plan = with_value(NEW_PLAN, "teacher.candidates", (own, msgspec.structs.replace(own, name="Llama 3 8B 2")))
        assert not is_listed(BY_ID["llama-3-8b"], plan)
        added = with_known_teachers(plan, [BY_ID["llama-3-8b"]])
        assert [candidate.name for candidate in added.teacher.candidates] == [
            "Llama 3 8B",
            "Llama 3 8B 2",
            "Llama 3 8B 3",
        ]
        assert is_listed(BY_ID["llama-3-8b"], added)

    def test_the_vocabulary(self):
        teacher = BY_ID["llama-3-8b"]
        assert not fits_vocabulary(teacher, NEW_PLAN)
        assert "128,256 entries, the student 32,168" in vocabulary_advice(teacher, NEW_PLAN)
        plan = with_vocabulary_of(NEW_PLAN, teacher)
        assert plan.architecture.vocabulary == 128256
        assert fits_vocabulary(teacher, plan)
        assert "check that it uses this model's tokenizer" in vocabulary_advice(teacher, plan)

    def test_nothing_added_changes_nothing(self):
        assert with_known_teachers(NEW_PLAN, []) == NEW_PLAN


def notes(plan: Any) -> dict[str, str]:
    return {note.code: note.message for note in cautions(solve_plan(check_plan(plan)))}


class TestEstimatesAreNamed:
    """Wherever an estimated loss of a teacher shows or decides, it says what it is."""

    def with_losses(self, *losses: float | None) -> Any:
        listed = tuple(
            msgspec.structs.replace(candidate, loss=loss)
            for candidate, loss in zip(CLEAR_DISTIL.teacher.candidates, losses, strict=True)
        )
        return with_value(CLEAR_DISTIL, "teacher.candidates", listed)

    def test_the_note_of_the_best_teacher(self):
        assert notes(CLEAR_DISTIL)["teacher_loss_estimated"] == f"The loss of the 8B is {estimated()}"

    def test_the_note_where_only_others_are_estimated(self):
        said = notes(self.with_losses(1.85, None, None))["teacher_loss_estimated"]
        assert said == f"The losses of 3B and 70B are {estimated()}"
        said = notes(self.with_losses(1.85, 1.96, None))["teacher_loss_estimated"]
        assert said == f"The loss of the 70B is {estimated()}"

    def test_no_note_where_all_losses_are_measured(self):
        assert "teacher_loss_estimated" not in notes(self.with_losses(1.85, 1.96, 1.66))

    def test_many_teachers_of_another_vocabulary_are_counted(self):
        said = notes(with_known_teachers(NEW_PLAN, search_known_teachers("qwen2.5")))["candidate_vocabulary"]
        assert said.startswith("7 of your teachers have another vocabulary than the student")

    def test_the_teacher_page_says_it_on_both_axes(self):
        page = PAGES["teacher"](solve_plan(CLEAR_DISTIL))
        for shown in (page, *page.variants):
            assert f"Losses of your teachers: {estimated()}." in shown.footer
        some = PAGES["teacher"](solve_plan(self.with_losses(1.85, None, None)))
        assert f"Losses of 2 of your 3 teachers: {estimated()}." in some.footer
        none = PAGES["teacher"](solve_plan(self.with_losses(1.85, 1.96, 1.66)))
        assert not any(estimated() in note for shown in (none, *none.variants) for note in shown.footer)

    def test_known_teachers_reach_the_whole_answer(self):
        plan = check_plan(with_known_teachers(NEW_PLAN, search_known_teachers("llama 3 8b")))
        advice = advise(plan, ("teacher",))
        assert {result.name for result in advice.recommendation.candidates} == {"Llama 3 8B", "Llama 3.1 8B"}
        assert any(estimated() in note.message for note in advice.answer.notes)
