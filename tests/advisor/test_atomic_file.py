"""Writing a file whole or not at all: what stays as it was, under every failure a disk has."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.atomic_file import remove_leftovers, write_atomically

NOBODY = 65534
linux_root = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="needs Linux and its administrator"
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_an_existing_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "plan.distill"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_gets_the_permissions_any_new_file_gets(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    write_atomically(tmp_path / "plan.distill", b"new")
    assert (tmp_path / "plan.distill").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="links need rights of their own on Windows")
def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "plan.distill").write_bytes(b"old")
    (tmp_path / "link.distill").symlink_to("between.distill")
    (tmp_path / "between.distill").symlink_to("real/plan.distill")
    write_atomically(tmp_path / "link.distill", b"new")
    assert (tmp_path / "link.distill").is_symlink()
    assert (tmp_path / "between.distill").is_symlink()
    assert (tmp_path / "real" / "plan.distill").read_bytes() == b"new"
    (tmp_path / "nowhere.distill").symlink_to("real/not yet.distill")
    write_atomically(tmp_path / "nowhere.distill", b"new")
    assert (tmp_path / "real" / "not yet.distill").read_bytes() == b"new"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    target = tmp_path / "plan.distill"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match=r".") as raised:
        write_atomically(target, b"new")
    assert raised.value.errno == code
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["plan.distill"]


def test_a_folder_is_no_file_and_a_long_name_is_named_so(tmp_path: Path) -> None:
    (tmp_path / "folder.distill").mkdir()
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path / "folder.distill", b"new")
    with pytest.raises(OSError, match=r".") as raised:
        write_atomically(tmp_path / ("x" * 300), b"new")
    assert raised.value.errno in (errno.ENAMETOOLONG, errno.ENOENT)
    longest = "y" * 255
    write_atomically(tmp_path / longest, b"new")
    assert names(tmp_path) == ["folder.distill", longest]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("disks cannot be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@linux_root
def test_a_disk_that_is_really_full(small_disk: Path) -> None:
    target = small_disk / "plan.distill"
    write_atomically(target, b"old")
    with pytest.raises(OSError, match=r".") as raised:
        write_atomically(target, b"n" * 100_000)
    assert raised.value.errno == errno.ENOSPC
    assert target.read_bytes() == b"old"
    assert names(small_disk) == ["plan.distill"]


@linux_root
@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_is_left_alone(tmp_path: Path, locked: str) -> None:
    """As somebody else than the administrator, who may do everything."""
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    folder = tmp_path / "folder"
    folder.mkdir()
    target = folder / "plan.distill"
    target.write_bytes(b"old")
    os.chown(folder, NOBODY, NOBODY)
    os.chown(target, NOBODY, NOBODY)
    (target if locked == "file" else folder).chmod(0o444 if locked == "file" else 0o555)
    os.seteuid(NOBODY)
    try:
        with pytest.raises(PermissionError) as raised:
            write_atomically(target, b"new")
    finally:
        os.seteuid(0)
    assert raised.value.errno == errno.EACCES
    assert target.read_bytes() == b"old"
    assert names(folder) == ["plan.distill"]


def test_only_old_leftovers_of_killed_writers_are_removed(tmp_path: Path) -> None:
    for name in (".distill-0011.tmp", ".distill-2233.tmp", "own.tmp", "plan.distill"):
        (tmp_path / name).write_bytes(b"part")
    for name in (".distill-0011.tmp", "own.tmp", "plan.distill"):
        os.utime(tmp_path / name, (1e9, 1e9))
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [".distill-2233.tmp", "own.tmp", "plan.distill"]
    remove_leftovers(tmp_path / "nowhere")
