"""``main.py --headless``: the contract's keys, every example, the minimal plan, and plans that cannot be used."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.headless import answer
from advisor.plan_file import example_plans

from .broken_plans import BROKEN_PLANS

ROOT = Path(__file__).parents[2]
MINIMAL = {"student": {"parameters": 1e9}, "budget_flops": 1e21}
PHASES = {"student_training", "teacher_outputs", "teacher_training"}


def ask(path, curves=False):
    out, err = io.StringIO(), io.StringIO()
    code = answer(path, curves, out, err)
    return code, out.getvalue(), err.getvalue()


def write(path, plan):
    path.write_text(json.dumps(plan))
    return path


def check_contract(result):
    assert result["version"] == 1
    assert set(result) >= {
        "version",
        "compute_flops",
        "coefficients",
        "verdict",
        "distillation",
        "supervised",
        "scenarios",
        "candidates",
        "warnings",
    }
    assert set(result["verdict"]) == {
        "method",
        "headline",
        "probability",
        "loss_difference",
        "compute_equivalent",
    }
    distilled = result["distillation"]
    assert set(distilled) == {
        "loss",
        "loss_interval",
        "teacher",
        "teacher_parameters_range",
        "student_tokens",
        "effective_student_tokens",
        "flops",
        "hours",
        "cost",
    }
    assert set(distilled["teacher"]) == {"name", "parameters", "training_tokens", "loss"}
    assert set(distilled["flops"]) == PHASES
    assert sum(distilled["flops"].values()) <= result["compute_flops"] * (1 + 1e-9)
    assert distilled["hours"] is None or set(distilled["hours"]) == PHASES
    assert distilled["loss_interval"][0] < distilled["loss"] < distilled["loss_interval"][1]
    assert set(result["supervised"]) == {"loss", "loss_interval", "tokens", "effective_tokens", "hours", "cost"}
    assert set(result["scenarios"]) == {
        "best_case",
        "teacher_inference",
        "teacher_pretraining",
        "teacher_pretraining_inference",
    }
    for scenario in result["scenarios"].values():
        assert set(scenario) == {"loss", "teacher", "student_tokens"}
    for candidate in result["candidates"]:
        assert set(candidate) == {"name", "loss", "student_tokens", "rank"}
    for warning in result["warnings"]:
        assert set(warning) == {"code", "message"}


@pytest.mark.parametrize("path", [path for _, path in example_plans()], ids=lambda path: path.stem)
def test_examples_answer(path):
    code, out, err = ask(path)
    assert (code, err) == (0, "")
    result = json.loads(out)
    check_contract(result)
    hours = result["distillation"]["hours"]
    assert hours is not None
    plan = json.loads(path.read_text())
    assert sum(hours.values()) <= plan["hardware"]["hours"] * (1 + 1e-9)


def test_minimal_plan_answers_without_hardware(tmp_path):
    code, out, err = ask(write(tmp_path / "minimal.distill", MINIMAL))
    assert (code, err) == (0, "")
    result = json.loads(out)
    check_contract(result)
    assert result["compute_flops"] == 1e21
    assert result["distillation"]["hours"] is None
    assert result["distillation"]["cost"] is None
    assert result["supervised"]["hours"] is None


def test_curves_are_the_pages_the_window_shows(tmp_path):
    from advisor.advise import advise
    from advisor.evidence import ChartPage
    from advisor.plan_file import load_plan

    path = example_plans()[0][1]
    _, out, _ = ask(path, curves=True)
    curves = json.loads(out)["curves"]
    pages = advise(load_plan(path)[0]).pages
    assert set(curves) == set(pages)
    for name, page in pages.items():
        assert curves[name]["sentence"] == page.sentence
        if not isinstance(page, ChartPage):
            continue
        for made, shown in zip(curves[name]["curves"], page.curves, strict=True):
            assert made["key"] == shown.key
            assert made["x"] == shown.x.tolist()
            assert made["y"] == pytest.approx(shown.y.tolist(), nan_ok=True)
        assert curves[name]["sentence"] == page.sentence


def test_there_are_at_least_fifty_broken_plans():
    assert len(BROKEN_PLANS) >= 50


@pytest.mark.parametrize("name", BROKEN_PLANS)
def test_broken_plan_gives_one_helpful_line(name, tmp_path):
    path = tmp_path / "plan.distill"
    path.write_bytes(BROKEN_PLANS[name])
    code, out, err = ask(path)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert 15 <= len(err) <= 400
    assert "Traceback" not in err


def test_missing_file_and_folder(tmp_path):
    for path in (tmp_path / "nothing.distill", tmp_path):
        code, out, err = ask(path)
        assert (code, out) == (2, "")
        assert str(path) in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
def test_the_answer_is_utf_8_whatever_the_terminal(encoding, tmp_path):
    plan = {"student": {"parameters": 1e9}, "budget_flops": 5.5e20, "name": "Größe"}
    plan["data"] = {"student_tokens": 1e8, "allow_repeats": False}
    path = write(tmp_path / "p.distill", plan)
    done = subprocess.run(
        [sys.executable, "main.py", "--headless", str(path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 0
    check_contract(json.loads(done.stdout.decode("utf-8")))
    assert "10²⁰" in done.stdout.decode("utf-8")


def test_command_line_needs_neither_qt_nor_optimize(tmp_path):
    """A cold call in a process of its own; what it imports decides how long it takes."""
    script = (
        "import sys, main\n"
        f"code = main.main(['--headless', {str(write(tmp_path / 'p.distill', MINIMAL))!r}])\n"
        "loaded = [m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph', 'scipy'))]\n"
        "print(loaded, file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    check_contract(json.loads(done.stdout))
    assert done.stderr.strip() == "[]"
