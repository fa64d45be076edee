"""The computation stands alone: no Qt, and no more imports than an answer as text needs."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import advisor

ROOT = Path(__file__).parents[2]
MODULES = ["advisor", *(module.name for module in pkgutil.walk_packages(advisor.__path__, "advisor."))]
WINDOW_MODULES = {"PySide6", "shiboken6", "pyqtgraph", "ui"}


def modules_loaded_by(statements: str) -> set[str]:
    """Return the names in sys.modules after ``statements`` ran in a fresh Python, its own output apart."""
    code = f"{statements}\nimport json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_there_are_modules_to_look_at() -> None:
    assert {"advisor.plan", "advisor.laws", "advisor.headless"} <= set(MODULES)


def test_importing_every_module_of_the_computation_loads_no_qt() -> None:
    loaded = modules_loaded_by(f"import {', '.join(MODULES)}")
    assert set(MODULES) <= loaded
    assert not {name.split(".")[0] for name in loaded} & WINDOW_MODULES


def test_an_answer_as_text_needs_neither_qt_nor_optimisers() -> None:
    plan = sorted((ROOT / "resources" / "examples").iterdir())[0]
    loaded = modules_loaded_by(f"import main; assert main.main(['--headless', {str(plan)!r}]) == 0")
    assert "advisor.headless" in loaded
    assert not {name.split(".")[0] for name in loaded} & WINDOW_MODULES
    assert "scipy.optimize" not in loaded


def test_the_layers_hold() -> None:
    """Checks the contract in pyproject.toml, which also sees imports inside functions."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
