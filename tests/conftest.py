"""What holds for every test: no screen, no user's settings, nothing written to the home folder.

Set before Qt is imported, and in the environment, so that programs started by tests inherit it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

_home = tempfile.mkdtemp(prefix="advisor-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for _variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = os.path.join(_home, _variable.removeprefix("XDG_").lower())

# A slow machine fails no property; where a change is checked before it lands, everybody's examples are the same.
hypothesis.settings.register_profile("advisor", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("advisor")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[Any]:
    """Let windows that a test closed be gone: Qt deletes them in an event loop, and between tests there is none.

    Tens of thousands of widgets would be left at the end, and changing the theme of all of them takes a minute.
    """
    result = yield
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None and qt.QCoreApplication.instance() is not None:
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete.value)
    return result
