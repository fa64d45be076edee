"""A program that edits and saves is killed at random moments: what is on disk afterwards is whole and not old.

The interval of keeping unsaved edits is a tenth of the real one, and so is the age allowed.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from advisor.plan import Candidate, Hardware, Plan, Student, Teacher
from advisor.plan_file import load_plan, save_plan
from ui.recovery import INTERVAL_MILLISECONDS, left_behind

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork, and kill as Linux has it")

ROOT = Path(__file__).parents[2]
SCALE = 10
OLDEST_SECONDS = 10 / SCALE
ROUNDS = 24

FIRST = Plan(
    name="0",
    hardware=Hardware(accelerator="h100-sxm5", count=1, hours=120.0),
    student=Student(parameters=7e9),
    teacher=Teacher(
        exists=True,
        candidates=tuple(Candidate(name=f"Teacher {i}", parameters=1e9 + i, loss=2.0) for i in range(300)),
    ),
)
"""A plan whose file takes more than one block of the disk to write."""

PROGRAM = """
import os, random, sys, time
from pathlib import Path
import msgspec
from PySide6.QtCore import QCoreApplication, QTimer
from ui.document import Document
from ui.recovery import Autosave

def edit_and_save(target, folder, milliseconds, journal, seed, often):
    app = QCoreApplication([])
    log = os.open(journal, os.O_WRONLY | os.O_APPEND)
    chance = random.Random(seed)

    def note(what):
        os.write(log, f"{what} {document.plan.name} {time.monotonic()}\\n".encode())

    def step():
        plan = msgspec.structs.replace(document.plan, name=str(int(document.plan.name) + 1))
        document.edit(plan, "Rename")
        note("edit")
        if chance.random() < often:
            note("save")
            document.save()
            note("saved")

    document = Document()
    document.open(target)
    autosave = Autosave(document, Path(folder), milliseconds)
    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(5)
    app.exec()

target, folder, milliseconds, journal = sys.argv[1:]
for line in sys.stdin:
    seed, often = line.split()
    child = os.fork()
    if child == 0:
        edit_and_save(target, folder, int(milliseconds), journal, int(seed), float(often))
        os._exit(1)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""


@dataclass
class Journal:
    """What a killed program had done: the number of each plan and when, on the clock all processes share."""

    edits: dict[int, float] = field(default_factory=dict)
    saving: int | None = None
    saved: int | None = None
    saves: int = 0

    @classmethod
    def read(cls, path: Path) -> Journal:
        journal = cls()
        for line in path.read_text().splitlines():
            what, number, when = line.split()
            if what == "edit":
                journal.edits[int(number)] = float(when)
            elif what == "save":
                journal.saving = int(number)
            else:
                journal.saved = int(number)
                journal.saves += 1
        return journal


def plan(number: int) -> Plan:
    return msgspec.structs.replace(FIRST, name=str(number))


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded everything and starts the editing program as often as it is asked to."""
    arguments = ["plan.distill", "recovery", str(INTERVAL_MILLISECONDS // SCALE), "journal"]
    command = [sys.executable, "-c", PROGRAM, *(str(tmp_path / a) if not a.isdigit() else a for a in arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)


def test_killed_at_any_moment_the_file_is_whole_and_the_edits_are_kept(
    tmp_path: Path, program: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    chance = random.Random(6)
    target, journal_path = tmp_path / "plan.distill", tmp_path / "journal"
    save_plan(FIRST, target)
    on_disk, edits, saves, recovered, oldest = 0, 0, 0, 0, 0.0
    for round_number in range(ROUNDS):
        saves_often = round_number % 2 == 0
        journal_path.write_text("")
        print(chance.randrange(10**6), 0.3 if saves_often else 0.002, file=program.stdin, flush=True)
        child = int(program.stdout.readline())
        program_lives = chance.uniform(0.05, 0.6 if saves_often else 2.2)
        ended, _, _ = select.select([program.stdout], [], [], program_lives)
        assert not ended, "the program ended by itself"
        os.kill(child, signal.SIGKILL)
        killed = time.monotonic()
        assert int(program.stdout.readline()) == signal.SIGKILL

        journal = Journal.read(journal_path)
        edits, saves = edits + len(journal.edits), saves + journal.saves
        found, warnings = load_plan(target)
        may_be = {journal.saved if journal.saved is not None else on_disk, journal.saving} - {None}
        on_disk = int(found.name)
        assert on_disk in may_be
        assert (found, warnings) == (plan(on_disk), ())

        kept = left_behind(tmp_path / "recovery")
        newest = on_disk
        for file in kept:
            lost, warnings = file.read()
            assert (lost, warnings) == (plan(int(lost.name)), ())
            assert file.origin()[0] == target
            newest = max(newest, int(lost.name))
            file.remove()
        assert len(kept) <= 1
        recovered += len(kept)
        first_lost = next((when for number, when in journal.edits.items() if number > newest), killed)
        oldest = max(oldest, killed - first_lost)
    assert saves + edits >= 300
    assert saves >= 100
    assert recovered >= ROUNDS // 4
    assert 0 < oldest <= OLDEST_SECONDS
    assert [path.name for path in (tmp_path / "recovery").iterdir() if path.suffix != ".tmp"] == []
    with capsys.disabled():
        print(
            f"\n{ROUNDS} kills, {edits} edits, {saves} saves: every file whole, {recovered} recovered; "
            f"the oldest edit lost was {oldest * 1000:.0f} ms old, keeping every {INTERVAL_MILLISECONDS // SCALE} ms"
        )
