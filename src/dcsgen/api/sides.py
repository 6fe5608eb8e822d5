"""Reads what can be compared: descriptions, drafts, documents of dcsgen and of others, at a revision of git, too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import msgspec
from msgspec import structs

from dcsgen.api.embedded import LIMITS, extract
from dcsgen.api.importing import importer_of, read_draft
from dcsgen.api.loading import Loaded, in_language, load
from dcsgen.base.draft import Draft
from dcsgen.base.draft_tree import draft_tree
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.tree import Source, Tree
from dcsgen.base.yaml_text import yaml_text
from dcsgen.host import Host
from dcsgen.load.files import read_bytes_of
from dcsgen.load.git import committed
from dcsgen.load.limits import DEFAULT
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import decode
from dcsgen.plugin.importer import HEAD

Progress = Callable[[str, int, int], None]

DOCUMENTS = (".html", ".htm", ".pdf", ".docx", ".md", ".json")
"""What files are called that may carry a description."""

DRAFT = ".draft"
"""How the name of a description ends, before its suffix, that says only a part of what there is."""

HEAD_KEYS = {"dcsgen", "product", "document"}
"""What every draft says, whatever was read."""

READ_FOR_PLACES = 2_000_000
"""Bytes of JSON up to which it is read a second time, for the places of what is in it."""


def read_side(word: str, host: Host, language: str = "", progress: Progress | None = None) -> Loaded:
    """What a word names: `product.yaml`, `statement.pdf`, a folder, `v1.2:product.yaml` or `git:v1.2:product.yaml`.

    A document that dcsgen made gives the description inside it, a folder the description in it. Another document is
    imported; such a draft, one that `dcsgen import` wrote as JSON, and YAML named `NAME.draft.yaml` are partial. With a
    revision, the file and everything below its folder are taken from there; the path is from the current folder. In a
    `language`, texts that a description has in several are in that one.
    `progress` is told what is imported, how many pages of it are read, and of how many.
    Raises `UnreadableInputError` for what cannot be read, or holds no description, `UsageError` for words that are no
    revision, `DcsgenError` if git cannot be run.
    """
    revision, colon, name = word.removeprefix("git:").partition(":")
    # On other systems a colon may be part of a name, or stand after the letter of a drive.
    if colon and revision and name and (word.startswith("git:") or not Path(word).exists()):
        return read_committed(revision, name, Path(), host, language)
    file = Path(word)
    return _read(_description_in(file) if file.is_dir() else file, host, language, progress)


def _description_in(folder: Path) -> Path:
    """The description that a folder stands for: `product.yaml`, that of the folder's name, or the only one in it."""
    for name in ("product.yaml", f"{folder.resolve().name}.yaml"):
        if (folder / name).is_file():
            return folder / name
    # What only is drawn in does not say of which version of the language it is.
    found = [file for file in sorted(folder.glob("*.y*ml")) if file.is_file() and _says_version(file)]
    if len(found) != 1:
        several = f"several descriptions: {', '.join(file.name for file in found)}" if found else "no description"
        raise UnreadableInputError(f"{folder} holds {several}. Name the file that is meant.")
    return found[0]


def _says_version(file: Path) -> bool:
    return b"\ndcsgen:" in b"\n" + read_bytes_of(file, str(file), DEFAULT)


def _read(file: Path, host: Host, language: str, progress: Progress | None = None) -> Loaded:
    suffix = file.suffix.casefold()
    if suffix not in DOCUMENTS:
        if any(suffix in importer.suffixes for _, importer in host.importers):
            return _imported(file, host, language, progress)
        loaded = load(file, host, language=language)
        return structs.replace(loaded, partial=file.stem.endswith(DRAFT))
    try:
        data = extract(file)
    except UnreadableInputError:
        if suffix == ".json":
            # It may be a draft, or a description: JSON is YAML, too.
            draft = _draft_in(file)
            return _of_draft(draft, file, host, language) if draft else load(file, host, language=language)
        if not _is_of_others(file, host):
            raise
        return _imported(file, host, language, progress)
    return Loaded(_tree(file, data), in_language(language, decode(data)), (), {})


def _is_of_others(file: Path, host: Host) -> bool:
    """Whether a document that holds no description can be read like one of somebody else."""
    data = read_bytes_of(file, str(file), LIMITS)
    if b"dcsgen" in data and file.suffix.casefold() != ".pdf":
        # One that dcsgen made, and that was damaged since, says so instead.
        return False
    try:
        importer_of(file, data[:HEAD], host)
    except UnreadableInputError:
        return False
    return True


def _imported(file: Path, host: Host, language: str, progress: Progress | None) -> Loaded:
    tell: Progress = progress or (lambda what, done, pages: None)
    draft = read_draft(file, host, said=lambda done, pages: tell(f"reading {file.name}", done, pages))
    if not draft.description.keys() - HEAD_KEYS:
        # Two documents from which nothing was read would be the same.
        raise UnreadableInputError(
            f"{file} holds no description: it was not made by dcsgen, or was changed since; and as a statement of "
            "others it says nothing that dcsgen understands: `dcsgen import` tells more."
        )
    return _of_draft(draft, file, host, language)


def _draft_in(file: Path) -> Draft | None:
    """The draft that `dcsgen import` wrote as JSON; None if the file holds something else."""
    try:
        return msgspec.json.decode(read_bytes_of(file, str(file), LIMITS), type=Draft)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def _of_draft(draft: Draft, file: Path, host: Host, language: str) -> Loaded:
    """What a draft describes, with places in the document that it was read from."""
    written = file.with_name(f"{file.name}{DRAFT}.yaml")
    text = yaml_text(draft.description).encode("utf-8", "replace")
    loaded = load(written, host, contents={written.resolve(): text}, language=language)
    name = str(file.with_name(draft.origin.file)) if file.suffix.casefold() == ".json" else str(file)
    return structs.replace(loaded, tree=draft_tree(draft, loaded.tree.root, name), partial=True)


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
    return structs.replace(loaded, tree=loaded.tree.called(sources))
