"""What holds for every test: no screen, no user's settings, nothing written to the home folder.

Set before Qt is imported, and in the environment, so that programs started by tests inherit it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import hypothesis

os.environ["QT_QPA_PLATFORM"] = "offscreen"

_home = tempfile.mkdtemp(prefix="advisor-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for _variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_variable] = os.path.join(_home, _variable.removeprefix("XDG_").lower())

# A slow machine fails no property; where a change is checked before it lands, everybody's examples are the same.
hypothesis.settings.register_profile("advisor", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("advisor")
