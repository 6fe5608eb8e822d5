"""Reads what can be compared: descriptions, documents that dcsgen made, and either at a revision of git."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from dcsgen.api.embedded import LIMITS, extract
from dcsgen.api.loading import Loaded, in_language, load
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.tree import Source, Tree
from dcsgen.host import Host
from dcsgen.load.files import read_bytes_of
from dcsgen.load.git import committed
from dcsgen.load.limits import DEFAULT
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import decode

DOCUMENTS = (".html", ".htm", ".pdf", ".docx", ".md", ".json")
"""What files are called that may carry a description."""

READ_FOR_PLACES = 2_000_000
"""Bytes of JSON up to which it is read a second time, for the places of what is in it."""


def read_side(word: str, host: Host, language: str = "") -> Loaded:
    """What a word names: `product.yaml`, `statement.pdf`, a folder, `v1.2:product.yaml` or `git:v1.2:product.yaml`.

    A document that dcsgen made gives the description inside it, a folder the description in it. With a revision, the
    file and everything below its folder are taken from there; the path is from the current folder. In a `language`,
    texts that a description has in several are in that one.
    Raises `UnreadableInputError` for what cannot be read, or holds no description, `UsageError` for words that are no
    revision, `DcsgenError` if git cannot be run.
    """
    revision, colon, name = word.removeprefix("git:").partition(":")
    # On other systems a colon may be part of a name, or stand after the letter of a drive.
    if colon and revision and name and (word.startswith("git:") or not Path(word).exists()):
        return read_committed(revision, name, Path(), host, language)
    file = Path(word)
    return _read(_description_in(file) if file.is_dir() else file, host, language)


def descriptions_in(folder: Path) -> list[Path]:
    """The description that a folder stands for: `product.yaml`, or that of the folder's name; without, all in it."""
    for name in ("product.yaml", f"{folder.resolve().name}.yaml"):
        if (folder / name).is_file():
            return [folder / name]
    # What only is drawn in does not say of which version of the language it is.
    return [file for file in sorted(folder.glob("*.y*ml")) if file.is_file() and _says_version(file)]


def _description_in(folder: Path) -> Path:
    found = descriptions_in(folder)
    if len(found) != 1:
        several = f"several descriptions: {', '.join(file.name for file in found)}" if found else "no description"
        raise UnreadableInputError(f"{folder} holds {several}. Name the file that is meant.")
    return found[0]


def _says_version(file: Path) -> bool:
    return b"\ndcsgen:" in b"\n" + read_bytes_of(file, str(file), DEFAULT)


def _read(file: Path, host: Host, language: str) -> Loaded:
    if file.suffix.casefold() not in DOCUMENTS:
        return load(file, host, language=language)
    try:
        data = extract(file)
    except UnreadableInputError:
        if file.suffix.casefold() != ".json":
            raise
        # A description may be written in JSON, which is YAML too.
        return load(file, host, language=language)
    return Loaded(_tree(file, data), in_language(language, decode(data)), (), {})


def _tree(file: Path, data: bytes) -> Tree:
    """The places in JSON; in other documents there is only the file."""
    name = str(file)
    if file.suffix.casefold() == ".json" and len(data) <= READ_FOR_PLACES:
        try:
            return read_tree(data, name)[0]
        except UnreadableInputError:
            pass
    return Tree({}, {}, [Source(name, "")])


def read_committed(revision: str, name: str, folder: Path, host: Host, language: str = "") -> Loaded:
    """A file at a revision of git, with all that it draws in; `name` is a path from `folder`."""
    found = committed(revision, name, folder, LIMITS)
    with TemporaryDirectory(prefix="dcsgen-") as place:
        for each, data in found.files.items():
            copy = Path(place, each)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)
        file = Path(place, found.name)
        try:
            loaded = _read(file, host, language)
        except UnreadableInputError as trouble:
            raise UnreadableInputError(str(trouble).replace(str(file), f"{revision}:{name}")) from None
    above = PurePosixPath(name).parent
    inside = f"{revision}:{above}/" if str(above) != "." else f"{revision}:"
    sources = [Source(source.name.replace(f"{place}/", inside, 1), source.text) for source in loaded.tree.sources]
    return Loaded(
        Tree(loaded.tree.root, loaded.tree.marks, sources), loaded.capability, loaded.findings, loaded.providers
    )
