"""Where the files that ship with the program lie, from source, installed, and frozen alike."""

from pathlib import Path

import resources


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, such as ``resource_path("accelerators.csv")``."""
    return Path(resources.__file__).parent.joinpath(*parts)
