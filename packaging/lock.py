"""Rewrite requirements.txt and requirements-dev.txt, the lock, from pyproject.toml.

Needs uv (``pip install uv``). Both files work with plain pip, hold the hashes of every platform's files, and name no
index, so that they work behind a mirror too. Run ``python packaging/lock.py``, add ``--upgrade`` for newer releases.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [
    *("uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-config", "--default-index", "https://pypi.org/simple"),
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python packaging/lock.py"),
]


def main() -> int:
    """Write both files; what users run is locked first and binds what developers run."""
    extra = sys.argv[1:]
    for output, options in (
        ("requirements.txt", []),
        ("requirements-dev.txt", ["--group", "dev", "--constraint", "requirements.txt"]),
    ):
        subprocess.run([*COMMAND, *options, *extra, "--output-file", output], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
