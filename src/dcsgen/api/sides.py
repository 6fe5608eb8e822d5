"""Reads what can be compared: descriptions, documents that dcsgen made, and either at a revision of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from dcsgen.api.embedded import extract
from dcsgen.api.loading import Loaded, load
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.text import quoted
from dcsgen.base.tree import Source, Tree
from dcsgen.host import Host
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import decode

DOCUMENTS = (".html", ".htm", ".pdf", ".docx", ".md", ".json")
"""What files are called that may carry a description."""

READ_FOR_PLACES = 2_000_000
"""Bytes of JSON up to which it is read a second time, for the places of what is in it."""


def read_side(word: str, host: Host) -> Loaded:
    """What a word names: `product.yaml`, `statement.pdf`, `v1.2:product.yaml` or `git:v1.2:product.yaml`.

    A document that dcsgen made gives the description inside it. With a revision, the file and everything below its
    folder are taken from there; the path is from the current folder.
    Raises `UnreadableInputError` for what cannot be read, or holds no description.
    """
    revision, colon, name = word.removeprefix("git:").partition(":")
    # On other systems a colon may be part of a name, or stand after the letter of a drive.
    if colon and revision and name and (word.startswith("git:") or not Path(word).exists()):
        return _at_revision(revision, name, host)
    return _read(Path(word), host)


def _read(file: Path, host: Host) -> Loaded:
    if file.suffix.casefold() not in DOCUMENTS:
        return load(file, host)
    try:
        data = extract(file)
    except UnreadableInputError:
        if file.suffix.casefold() != ".json":
            raise
        # A description may be written in JSON, which is YAML too.
        return load(file, host)
    return Loaded(_tree(file, data), decode(data), (), {})


def _tree(file: Path, data: bytes) -> Tree:
    """The places in JSON; in other documents there is only the file."""
    name = str(file)
    if file.suffix.casefold() == ".json" and len(data) <= READ_FOR_PLACES:
        try:
            return read_tree(data, name)[0]
        except UnreadableInputError:
            pass
    return Tree({}, {}, [Source(name, "")])


def _at_revision(revision: str, name: str, host: Host) -> Loaded:
    path = PurePosixPath(name)
    tree = f"{revision}:./{path.parent}"
    with TemporaryDirectory(prefix="dcsgen-") as folder:
        archive = _git("archive", "--format=tar", tree, what=f"{revision}:{name}")
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        file = Path(folder) / path.name
        if not file.is_file():
            raise UnreadableInputError(f"there is no file {quoted(name)} in the revision {quoted(revision)}.")
        try:
            loaded = _read(file, host)
        except UnreadableInputError as trouble:
            raise UnreadableInputError(str(trouble).replace(str(file), f"{revision}:{name}")) from None
    inside = f"{revision}:{path.parent}/" if str(path.parent) != "." else f"{revision}:"
    sources = [Source(source.name.replace(f"{folder}/", inside, 1), source.text) for source in loaded.tree.sources]
    return Loaded(
        Tree(loaded.tree.root, loaded.tree.marks, sources), loaded.capability, loaded.findings, loaded.providers
    )


def _git(*words: str, what: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)
    except OSError as trouble:
        raise UnreadableInputError(f"{what} cannot be read, because git cannot be run: {trouble.strerror}.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else "no reason given"
        raise UnreadableInputError(f"{what} cannot be read from git: {reason}.")
    return done.stdout
