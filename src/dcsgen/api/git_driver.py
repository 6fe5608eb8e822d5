"""What git shows of a description: between two versions of one file, and of one version of it as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from dcsgen.api.comparing import diff
from dcsgen.api.embedded import LIMITS
from dcsgen.api.flat import as_lines
from dcsgen.api.loading import Loaded, load
from dcsgen.api.sides import DOCUMENTS, read_side
from dcsgen.base.errors import DcsgenError, UnreadableInputError
from dcsgen.base.finding import Severity
from dcsgen.base.tree import Source, Tree, harmless
from dcsgen.check.configuration import DEFAULT, Configuration
from dcsgen.host import Host
from dcsgen.load.compose import compose
from dcsgen.load.files import read_bytes_of
from dcsgen.plugin.change_rule import Difference

NOTHING = "/dev/null"
"""What git names where a file is not there."""

_MOST_FILES = 100
"""Files of a folder that are asked whether they draw in another one."""


class Version(NamedTuple):
    """One side: what the file is called in the repository, and where git has put its content."""

    name: str
    file: Path

    @property
    def there(self) -> bool:
        """Whether there is a file at all on this side."""
        return str(self.file) != NOTHING


class Shown(NamedTuple):
    """A line to begin with, and what differs: of a description, or as text of a file that is none."""

    title: str
    difference: Difference | None = None
    text: str = ""


def git_differences(
    old: Version, new: Version, host: Host, *, configuration: Configuration = DEFAULT, today: date | None = None
) -> Iterator[Shown]:
    """What differs between two versions of a file, as git hands them to a driver: the content alone.

    Names are paths from the current folder, the top of the working tree. What a version draws in is taken from there. A
    file that is no description by itself is shown as a part of those that draw it in, in its folder or in the nearest
    one above. What can be no description is compared as text: git would stop at an error.
    """
    name = harmless(new.name if new.there else old.name)
    if not old.there or not new.there:
        yield Shown(f"{name} is {'new' if new.there else 'gone'}{_product(new if new.there else old, host)}")
        return
    title = name if old.name == new.name else f"{harmless(old.name)} → {name}"

    def between(before: Loaded, after: Loaded, title: str) -> Shown:
        found = diff(before, after, host, configuration=configuration, today=today)
        # Whether versions go far enough, and what is accepted in vain, is asked of versions, not of single edits.
        return Shown(title, structs.replace(found, findings=()))

    try:
        yield between(_by_itself(old, "a", host), _by_itself(new, "b", host), title)
        return
    except DcsgenError as error:
        trouble = str(error)
    place = Path(new.name)
    found = False
    for around in _drawing_in(place):
        try:
            before, after = (_inside(around, place, each, letter, host) for each, letter in ((old, "a"), (new, "b")))
            yield between(before, after, f"{title}, in {harmless(str(around))}")
            found = True
        except DcsgenError:
            continue
    if not found:
        yield Shown(f"{title} is compared as text: {harmless(trouble)}", text=_as_text(old, new))


def facts_for_git(file: Path, host: Host) -> str:
    """A description as text, a line for each fact; a file that is none by itself is given as it is.

    Raises `UnreadableInputError` if the file cannot be read at all.
    """
    try:
        loaded = read_side(str(file.resolve()), host)
        if loaded.capability is not None:
            return as_lines(loaded.capability)
    except UnreadableInputError:
        pass
    text = _text(read_bytes_of(file, str(file), LIMITS))
    return f"{harmless(file.name)} holds no description.\n" if text is None else text


def _by_itself(version: Version, letter: str, host: Host) -> Loaded:
    """A version that is a description, or a document that holds one."""
    shown = f"{letter}/{version.name}"
    if Path(version.name).suffix.casefold() in DOCUMENTS:
        file = str(version.file.resolve())
        try:
            return _called(read_side(file, host), file, shown)
        except UnreadableInputError as error:
            # Git puts the content into a file of its own, whose name says nothing.
            raise UnreadableInputError(str(error).replace(file, shown)) from None
    place = Path(version.name)
    return _inside(place, place, version, letter, host)


def _inside(around: Path, place: Path, version: Version, letter: str, host: Host) -> Loaded:
    """A description with a version of the file that it has at a place."""
    shown = f"{letter}/{version.name}"
    data = read_bytes_of(version.file, shown, LIMITS)
    loaded = _called(load(around, host, contents={place.resolve(): data}), str(place), shown)
    if loaded.capability is None:
        errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
        raise UnreadableInputError(f"it is no description by itself: {errors[0].message}")
    return loaded


def _called(loaded: Loaded, file: str, shown: str) -> Loaded:
    """The same, with another name for one of its files."""
    tree = loaded.tree
    sources = [Source(shown if source.name == file else source.name, source.text) for source in tree.sources]
    return structs.replace(loaded, tree=Tree(tree.root, tree.marks, sources))


def _drawing_in(file: Path) -> Iterator[Path]:
    """The descriptions that draw a file in: in its folder or above, since nothing draws in what is above itself."""
    for folder in file.parents:
        found = [each for each in sorted(folder.glob("*.y*ml"))[:_MOST_FILES] if each != file and _draws_in(each, file)]
        yield from found
        if found:
            return


def _draws_in(file: Path, other: Path) -> bool:
    try:
        data = file.read_bytes()
        if b"include" not in data and b"extends" not in data:
            return False
        sources = compose(file).tree.sources
    except (DcsgenError, OSError):
        return False
    return any(Path(source.name).resolve() == other.resolve() for source in sources)


def _product(version: Version, host: Host) -> str:
    try:
        capability = _by_itself(version, "", host).capability
    except DcsgenError:
        return ""
    return harmless(f": {capability.product.name} {capability.product.version}") if capability is not None else ""


def _as_text(old: Version, new: Version) -> str:
    before, after = (_text(read_bytes_of(each.file, each.name, LIMITS)) for each in (old, new))
    if before is None or after is None:
        return "Binary files differ\n"
    lines = unified_diff(before.splitlines(), after.splitlines(), f"a/{old.name}", f"b/{new.name}", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _text(data: bytes) -> str | None:
    """The text of a file; None if it is binary."""
    return None if b"\0" in data or data.startswith(b"%PDF-") else data.decode("utf-8", "replace")
