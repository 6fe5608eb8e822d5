"""Result files appear whole or not at all."""

from __future__ import annotations

import errno
import os
import shlex
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dcsgen.base.errors import OutputError, UsageError
from dcsgen.base.output import spare, write_all, write_atomically


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder: names with the content of files, None for folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def failing(monkeypatch: pytest.MonkeyPatch, function: str, number: int, at_call: int) -> None:
    """Make a function of `os` raise an error at its n-th call; later calls work."""
    real, calls = getattr(os, function), []

    def stand_in(*args: object) -> object:
        calls.append(args)
        if len(calls) == at_call:
            raise OSError(number, os.strerror(number))
        return real(*args)

    monkeypatch.setattr(os, function, stand_in)


def test_a_new_file_has_the_usual_permissions_and_no_company(tmp_path: Path) -> None:
    umask = os.umask(0o022)
    try:
        write_atomically(tmp_path / "a.html", b"text")
    finally:
        os.umask(umask)
    assert tree(tmp_path) == {"a.html": b"text"}
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o644


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    old = tmp_path / "a.html"
    old.write_bytes(b"old")
    old.chmod(0o600)
    write_atomically(old, b"new")
    assert tree(tmp_path) == {"a.html": b"new"}
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


def test_a_reader_keeps_the_old_content_until_it_opens_again(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"old")
    with file.open("rb") as reader:
        write_atomically(file, b"new")
        assert reader.read() == b"old"
    assert file.read_bytes() == b"new"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_all({tmp_path / "x" / "y" / "a": b"1", tmp_path / "x" / "b": b"2"})
    assert tree(tmp_path) == {"x": None, "x/b": b"2", "x/y": None, "x/y/a": b"1"}


def test_a_relative_path_without_a_folder_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("a"), b"1")
    assert tree(tmp_path) == {"a": b"1"}


def test_a_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()))
    reader.start()
    write_all({pipe: b"text", tmp_path / "a": b"1"})
    reader.join(timeout=10)
    assert received == [b"text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_full_device_is_an_output_error_and_undoes_the_files_beside_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"^cannot write /dev/full: the disk is full$"):
        write_all({Path("/dev/full"): b"text", tmp_path / "a": b"1"})
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "there is no permission to write there"),
        (errno.EXDEV, os.strerror(errno.EXDEV)),
    ],
)
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int, sentence: str
) -> None:
    old = tmp_path / "a.html"
    old.write_bytes(b"old")
    failing(monkeypatch, function, number, at_call=1)
    with pytest.raises(OutputError) as caught:
        write_atomically(old, b"new")
    assert str(caught.value) == f"cannot write {old}: {sentence}"
    assert caught.value.exit_code == 3
    assert tree(tmp_path) == {"a.html": b"old"}


@pytest.mark.parametrize("hard_links", [True, False])
@pytest.mark.parametrize(("function", "at_call"), [("fsync", 3), ("replace", 1), ("replace", 2), ("replace", 3)])
def test_of_several_files_all_are_new_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, at_call: int, hard_links: bool
) -> None:
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "c").write_bytes(b"old c")
    before = tree(tmp_path)
    if not hard_links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "no links")))
    failing(monkeypatch, function, errno.ENOSPC, at_call)
    files = {tmp_path / "a": b"new a", tmp_path / "new" / "b": b"new b", tmp_path / "c": b"new c"}
    with pytest.raises(OutputError):
        write_all(files)
    assert tree(tmp_path) == before
    write_all(files)
    assert tree(tmp_path) == {"a": b"new a", "c": b"new c", "new": None, "new/b": b"new b"}


def test_an_old_file_that_cannot_be_kept_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr("shutil.copy2", full)
    with pytest.raises(OutputError, match="the disk is full"):
        write_atomically(tmp_path / "a", b"new")
    assert tree(tmp_path) == {"a": b"old"}


def test_a_folder_that_was_there_before_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    failing(monkeypatch, "fsync", errno.ENOSPC, at_call=1)
    with pytest.raises(OutputError):
        write_atomically(tmp_path / "there" / "made" / "a", b"1")
    assert tree(tmp_path) == {"there": None}


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "made" / "a", b"1")
    assert tree(tmp_path) == {}


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "file" / "a", tmp_path / "file" / "b" / "a"):
        with pytest.raises(OutputError, match="a part of its path is a file and not a folder"):
            write_atomically(path, b"1")
    assert tree(tmp_path) == {"file": b""}


def test_a_folder_is_not_replaced_and_the_other_files_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match="it is a folder"):
        write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert tree(tmp_path) == {"b": None}


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the name is too long"):
        write_atomically(tmp_path / ("a" * 300), b"1")
    write_atomically(tmp_path / ("a" * 255), b"1")
    assert list(tree(tmp_path)) == ["a" * 255]


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that refuses every new file")
def test_a_file_system_that_takes_no_files_is_refused() -> None:
    with pytest.raises(OutputError, match=r"^cannot write /proc/dcsgen-test/a: "):
        write_atomically(Path("/proc/dcsgen-test/a"), b"1")


def test_a_leftover_of_a_killed_run_is_not_in_the_way(tmp_path: Path) -> None:
    leftover = tmp_path / f".dcsgen-{os.getpid()}-1.part"
    leftover.write_bytes(b"other")
    write_atomically(tmp_path / "a", b"1")
    assert tree(tmp_path) == {leftover.name: b"other", "a": b"1"}


def test_what_was_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("dcsgen: 1")
    (tmp_path / "b").symlink_to("a.yaml")
    spare(["a.yaml", "gone.yaml", "odd\0name"], [tmp_path / "c", Path("/dev/stdout")])
    for output in (tmp_path / "a.yaml", Path("./a.yaml"), Path("b")):
        with pytest.raises(UsageError, match="would be written over"):
            spare(["gone.yaml", "a.yaml"], [output])


def in_shell(command: str, *args: object) -> str:
    """Run Python in a shell with `{python}` writing `b"text"` to its first argument; gives what the shell printed."""
    code = "import sys; from pathlib import Path; from dcsgen.base.output import write_atomically as w; "
    code += "print('before'); w(Path(sys.argv[1]), b'text\\n'); print('after')"
    full = command.replace("{python}", f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}")
    return subprocess.run(["sh", "-c", full, "sh", *map(str, args)], check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there is no /dev/stdout")
def test_what_is_open_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    file, link = tmp_path / "log", tmp_path / "link"
    file.write_bytes(b"old\n")
    number = file.stat().st_ino
    link.symlink_to("/dev/stdout")
    in_shell('{python} /dev/stdout >> "$1"', file)
    in_shell('{python} "$2" >> "$1"', file, link)
    in_shell('{python} /dev/fd/3 3>> "$1"', file)
    assert file.read_text() == "old\n" + "before\ntext\nafter\n" * 2 + "text\n"
    assert file.stat().st_ino == number
    assert sorted(tree(tmp_path)) == ["link", "log"]
    assert in_shell("{python} /dev/stdout") == "before\ntext\nafter\n"
    assert in_shell("{python} /dev/stderr 2>&1 >/dev/null") == "text\n"
