"""A program that edits and saves is killed at random moments: what is on disk afterwards is whole and not old.

Most rounds keep unsaved edits ten times as often as the program does, and allow a tenth of the age. One program more
keeps them as often as the real one, edits without saving all the while, and is killed last.
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
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from advisor.plan import Candidate, Hardware, Plan, Student, Teacher
from advisor.plan_file import load_plan, save_plan
from ui.recovery import INTERVAL_MILLISECONDS, left_behind

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork, and kill as Linux has it")

ROOT = Path(__file__).parents[2]
OLDEST_SECONDS = 10.0
"""How old what recovery offers may be, which is the promise of the product."""

SCALE = 10
ROUNDS = 24
TIMER_TOLERANCE = 1.05
"""Qt may let a timer of seconds be late by a twentieth."""

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

def edit_and_save(target, folder, milliseconds, journal, seed, often, pause):
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
    timer.start(pause)
    app.exec()

target, folder, milliseconds, journal = sys.argv[1:]
for line in sys.stdin:
    seed, often, pause = line.split()
    child = os.fork()
    if child == 0:
        edit_and_save(target, folder, int(milliseconds), journal, int(seed), float(often), int(pause))
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


@contextmanager
def program(folder: Path, milliseconds: int) -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded everything and starts the editing program as often as it is asked to."""
    command = [sys.executable, "-c", PROGRAM, str(folder / "plan.distill"), str(folder / "recovery")]
    command += [str(milliseconds), str(folder / "journal")]
    save_plan(FIRST, folder / "plan.distill")
    (folder / "journal").write_text("")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)


def start(process: subprocess.Popen[str], seed: int, often: float, pause: int) -> int:
    """Start editing, saving every so ``often`` of an edit, with ``pause`` milliseconds between edits."""
    assert process.stdin is not None
    assert process.stdout is not None
    print(seed, often, pause, file=process.stdin, flush=True)
    return int(process.stdout.readline())


def kill(process: subprocess.Popen[str], child: int) -> float:
    """Kill what was started and return when."""
    assert process.stdout is not None
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    assert int(process.stdout.readline()) == signal.SIGKILL
    return killed


def wait_for_the_worst_moment(folder: Path, process: subprocess.Popen[str]) -> None:
    """Return when what is kept is nearly as old as it gets: just before it is kept anew."""
    (kept,) = (folder / "recovery").glob("*.distill")
    while time.time() - kept.stat().st_mtime < 0.9 * INTERVAL_MILLISECONDS / 1000:
        ended, _, _ = select.select([process.stdout], [], [], 0.05)
        assert not ended, "the program ended by itself"


def check_recovery(folder: Path, journal: Journal, on_disk: int, killed: float) -> tuple[int, float]:
    """Return how many plans are offered, and how old the newest state is that the user gets back."""
    kept = left_behind(folder / "recovery")
    newest = on_disk
    for file in kept:
        lost, warnings = file.read()
        assert (lost, warnings) == (plan(int(lost.name)), ())
        assert file.origin()[0] == folder / "plan.distill"
        newest = max(newest, int(lost.name))
        file.remove()
    assert len(kept) <= 1
    # That state was the plan until the first edit that is lost.
    first_lost = next((when for number, when in journal.edits.items() if number > newest), killed)
    return len(kept), killed - first_lost


def test_killed_at_any_moment_the_file_is_whole_and_the_edits_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(6)
    real, fast = tmp_path / "real", tmp_path / "fast"
    real.mkdir()
    fast.mkdir()
    on_disk, edits, saves, recovered, while_saving, oldest = 0, 0, 0, 0, 0, 0.0
    with (
        program(real, INTERVAL_MILLISECONDS) as real_program,
        program(fast, INTERVAL_MILLISECONDS // SCALE) as fast_program,
    ):
        assert fast_program.stdout is not None
        real_child = start(real_program, 0, 0.0, 50)
        for round_number in range(ROUNDS):
            saves_often = round_number % 2 == 0
            (fast / "journal").write_text("")
            child = start(fast_program, chance.randrange(10**6), 0.9 if saves_often else 0.002, 5)
            program_lives = chance.uniform(0.2, 0.9) if saves_often else chance.uniform(0.05, 1.8)
            ended, _, _ = select.select([fast_program.stdout], [], [], program_lives)
            assert not ended, "the program ended by itself"
            killed = kill(fast_program, child)

            journal = Journal.read(fast / "journal")
            edits, saves = edits + len(journal.edits), saves + journal.saves
            while_saving += journal.saving is not None and journal.saving != journal.saved
            found, warnings = load_plan(fast / "plan.distill")
            may_be = {journal.saved if journal.saved is not None else on_disk, journal.saving} - {None}
            on_disk = int(found.name)
            assert on_disk in may_be
            assert (found, warnings) == (plan(on_disk), ())
            offered, age = check_recovery(fast, journal, on_disk, killed)
            recovered += offered
            oldest = max(oldest, age)
        wait_for_the_worst_moment(real, real_program)
        killed = kill(real_program, real_child)
        journal = Journal.read(real / "journal")
        assert load_plan(real / "plan.distill")[0] == FIRST, "it was never saved"
        offered, real_age = check_recovery(real, journal, 0, killed)
    with capsys.disabled():
        print(
            f"\n{ROUNDS} kills, {while_saving} of them during a save; {edits} edits, {saves} saves: every file whole, "
            f"{recovered} recovered; the oldest edit lost was {oldest * 1000:.0f} ms old, keeping every "
            f"{INTERVAL_MILLISECONDS // SCALE} ms. Keeping every {INTERVAL_MILLISECONDS} ms as the program does, after "
            f"{len(journal.edits)} edits: {real_age:.1f} s"
        )
    assert saves >= 300
    assert edits >= 300
    assert while_saving >= 3
    assert recovered >= ROUNDS // 4
    assert 0 < oldest <= OLDEST_SECONDS / SCALE
    assert offered == 1
    assert journal.edits[max(journal.edits)] - min(journal.edits.values()) > OLDEST_SECONDS, "it lived long enough"
    assert 0.8 * INTERVAL_MILLISECONDS / 1000 < real_age <= OLDEST_SECONDS
    for folder in (real, fast):
        assert [path.name for path in (folder / "recovery").iterdir() if path.suffix != ".tmp"] == []


def test_the_interval_leaves_room_for_a_slow_disk() -> None:
    """A state is kept one interval after the first edit; where the disk is still busy with the last one, after two."""
    seconds = INTERVAL_MILLISECONDS / 1000 * TIMER_TOLERANCE
    assert 2 * seconds < OLDEST_SECONDS
