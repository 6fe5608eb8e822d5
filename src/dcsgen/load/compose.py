"""One tree out of several files: what a description extends, what it includes, what plug-ins give it by name."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import structs

from dcsgen.base import schema as schemas
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, Kind, Path, Problem, dotted
from dcsgen.base.tree import Mark, Tree
from dcsgen.load import compose_kinds as kinds
from dcsgen.load.files import read_bytes_of, without_links
from dcsgen.load.languages import IN_MAIN, is_text
from dcsgen.load.limits import DEFAULT, Limits
from dcsgen.load.unreadable import shown
from dcsgen.load.yaml_reader import read_tree

MAX_FILES = 200
"""Files that one description may be made of."""


class NamedRecord(NamedTuple):
    """A record that a plug-in offers: the collection and name it has in a description, and its file."""

    collection: str
    name: str
    file: FilePath
    provider: str


class Composed(NamedTuple):
    """The tree of all files together, and which plug-in gave which record."""

    tree: Tree
    findings: tuple[Finding, ...]
    providers: Mapping[Path, str]


def compose(
    file: FilePath,
    records: Sequence[NamedRecord] = (),
    limits: Limits = DEFAULT,
    contents: Mapping[FilePath, bytes] = MappingProxyType({}),
) -> Composed:
    """The description in a file with everything that it draws in.

    Paths of `include` and `extends` are relative to the file that names them and must stay in the folder of
    the description. `contents` has bytes that take the place of what files hold, by their resolved paths.
    Raises `UnreadableInputError` if the file itself, or one that it draws in, cannot be read.
    """
    return _Composition(file, limits, contents).run(file, records)


class _Composition:
    """The files read so far; lives while one description is composed."""

    def __init__(self, file: FilePath, limits: Limits, contents: Mapping[FilePath, bytes]) -> None:
        self.project = without_links(file).parent
        self.limits = limits
        self.contents = contents
        self.tree = Tree({}, {}, [])
        self.findings: list[Finding] = []
        self.providers: dict[Path, str] = {}
        self.roots: list[Any] = []
        """What was read, kept alive while marks go by identity."""

    def run(self, file: FilePath, records: Sequence[NamedRecord]) -> Composed:
        self.tree.root = self._description(file, [])
        self._mount(records)
        self._forget_what_is_gone()
        return Composed(self.tree, tuple(self.findings), self.providers)

    def _read(self, file: FilePath, provider: str = "") -> dict[str, Any]:
        """The root of one more file; its marks join those of the tree."""
        name = str(file)
        given = self.contents.get(without_links(file)) if self.contents else None
        data = read_bytes_of(file, name, self.limits) if given is None else given
        one, problems = read_tree(data, name, self.limits, file=len(self.tree.sources))
        self.tree.sources.extend(one.sources)
        self.tree.marks.update(one.marks)
        self.roots.append(one.root)
        for problem in problems:
            self._report(one.root, problem, provider=provider)
        root: dict[str, Any] = one.root
        return root

    def _description(self, file: FilePath, above: list[FilePath]) -> dict[str, Any]:
        """A file with its own base and includes; `above` are the files that drew it in, outermost first."""
        own = self._read(file)
        drawn_in = [*above, without_links(file)]
        # What the file includes is a part of it, so it comes before what it extends.
        root = own
        names = own.get("include")
        for index, name in enumerate(names if isinstance(names, list) else ()):
            path = self._inside(file, own, ("include", index), name, drawn_in)
            if path is not None:
                root = self._beside(root, self._description(path, drawn_in), ())
        path = self._inside(file, own, ("extends",), own.get("extends"), drawn_in)
        return root if path is None else self._over(self._description(path, drawn_in), root)

    def _inside(
        self, file: FilePath, root: dict[str, Any], path: Path, name: Any, drawn_in: list[FilePath]
    ) -> FilePath | None:
        """The file that a name means, or None, with a problem at `path` if there is a name at all."""
        if not isinstance(name, str):
            return None
        target = file.parent / name
        try:
            resolved = without_links(target)
            exists = resolved.is_file()
        except (OSError, RuntimeError, ValueError):
            # Links in a circle, a name that is too long or holds a NUL.
            resolved, exists = self.project / "\0", False

        def refuse(kind: Kind, message: str, hint: str) -> None:
            self._report(root, kind.at(path, message, hint=hint))

        name_shown = shown(name)
        if FilePath(name).is_absolute() or not resolved.is_relative_to(self.project):
            refuse(
                kinds.INCLUDE_OUTSIDE,
                f"{name_shown} is outside of the folder of the description",
                "move the file into the folder of the description, or below it",
            )
        elif resolved in drawn_in:
            chain = " → ".join(os.path.relpath(f, self.project) for f in [*drawn_in, resolved])
            refuse(kinds.INCLUDE_CYCLE, f"{name_shown} draws itself in: {chain}", "take one of these out")
        elif not exists:
            refuse(kinds.INCLUDE_NOT_FOUND, f"there is no file {name_shown}", f"it is looked for in {file.parent}")
        elif len(self.tree.sources) >= MAX_FILES:
            refuse(
                kinds.TOO_MANY_FILES,
                f"the description is made of more than {MAX_FILES} files",
                "join some of them",
            )
        else:
            return target
        return None

    def _report(self, container: dict[str, Any], problem: Problem, *, path: Path = (), provider: str = "") -> None:
        """Keep a problem whose path starts at `container`, which may not stay a part of the tree.

        `path` is its path in the description, where that is another one.
        """
        finding = Tree(container, self.tree.marks, self.tree.sources).finding(problem, provider)
        self.findings.append(structs.replace(finding, path=dotted(path)) if path else finding)

    def _over(self, base: dict[str, Any], upper: dict[str, Any], *, top: bool = True) -> dict[str, Any]:
        """`upper` laid over `base`: mappings join, anything else is replaced, null removes."""
        joined: dict[str, Any] = {}
        marks: dict[str | int, Mark] = {}
        for key in [*base, *(key for key in upper if key not in base)]:
            if top and key in ("include", "extends") and key not in upper:
                continue
            if key in upper and upper[key] is None and key in base:
                continue
            owner = upper if key in upper else base
            value = owner[key]
            if key in upper and isinstance(value, dict) and isinstance(base.get(key), dict):
                value = self._over(base[key], value, top=False)
            joined[key] = value
            marks[key] = self.tree.marks[id(owner)][key]
        self._keep(joined, marks)
        return joined

    def _beside(self, first: dict[str, Any], second: dict[str, Any], path: Path) -> dict[str, Any]:
        """Two files side by side: mappings join; the same key with two values is a problem."""
        joined = dict(first)
        marks = dict(self.tree.marks[id(first)])
        second_marks = self.tree.marks[id(second)]
        for key, value in second.items():
            here = (*path, key)
            if path == () and key in ("include", "extends", "dcsgen"):
                continue
            if key not in joined:
                joined[key], marks[key] = value, second_marks[key]
            elif isinstance(value, dict) and isinstance(joined[key], dict):
                joined[key] = self._beside(joined[key], value, here)
            elif {type(value), type(joined[key])} == {str, dict} and is_text(here):
                joined[key] = self._translated(joined, marks, key, second, second_marks)
            elif type(joined[key]) is not type(value) or joined[key] != value:
                first_place = Tree(first, self.tree.marks, self.tree.sources).place((key,), on_key=True)
                message = f"{dotted(here)} is already written down, with another value, at {first_place}"
                problem = kinds.INCLUDE_CONFLICT.at((key,), message, hint="keep one of them")
                self._report(second, problem, path=here)
        self._keep(joined, marks)
        return joined

    def _translated(
        self,
        first: dict[str, Any],
        marks: dict[str | int, Mark],
        key: str,
        second: dict[str, Any],
        second_marks: dict[str | int, Mark],
    ) -> dict[str, Any]:
        """A text in the main language in one file, and its translations in another, as a mapping of languages."""
        texts: dict[str, Any] = {}
        places: dict[str | int, Mark] = {}
        for owner, own_marks in ((first, marks), (second, second_marks)):
            node = owner[key]
            if isinstance(node, dict):
                texts |= node
                places |= self.tree.marks[id(node)]
            else:
                texts[IN_MAIN], places[IN_MAIN] = node, own_marks[key]
        self._keep(texts, places)
        return texts

    def _keep(self, container: dict[str, Any], marks: dict[str | int, Mark]) -> None:
        self.tree.marks[id(container)] = marks
        self.roots.append(container)

    def _forget_what_is_gone(self) -> None:
        """Marks of containers that did not become part of the tree go, since their ids may come back."""
        present: dict[int, dict[str | int, Mark]] = {}
        pending = [self.tree.root]
        while pending:
            node = pending.pop()
            if isinstance(node, dict | list):
                present[id(node)] = self.tree.marks[id(node)]
                pending += node.values() if isinstance(node, dict) else node
        self.tree.marks = present

    def _mount(self, records: Sequence[NamedRecord]) -> None:
        """Read the records that are referred to and are not in the description, and what those refer to."""
        offered = {(record.collection, record.name): record for record in records}
        waiting = list(_references(self.tree.root, schemas.root("description")))
        seen: set[tuple[str, str]] = set()
        while waiting:
            key = waiting.pop(0)
            collection, name = key
            record = offered.get(key)
            present = self.tree.root.get(collection)
            if record is None or key in seen or (isinstance(present, dict) and name in present):
                continue
            seen.add(key)
            try:
                node = self._read(_from_here(record.file), record.provider)
            except UnreadableInputError as error:
                if error.finding is None:
                    raise
                self.findings.append(structs.replace(error.finding, provider=record.provider))
                continue
            self._add(collection, name, node)
            self.providers[collection, name] = record.provider
            waiting.extend(_references({collection: {name: node}}, schemas.root("description")))

    def _add(self, collection: str, name: str, node: Any) -> None:
        root = self.tree.root
        at = Mark(len(self.tree.sources) - 1, 0, 0, 0, 0)
        present = root.get(collection)
        if not isinstance(present, dict):
            root[collection] = present = {}
            self._keep(present, {})
            self.tree.marks[id(root)][collection] = at
        present[name] = node
        self.tree.marks[id(present)][name] = at


def _from_here(file: FilePath) -> FilePath:
    """A file by its path from where dcsgen runs, if it is below: what is said of it is the same on every machine."""
    here = FilePath.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _references(node: Any, schema: schemas.Located) -> list[tuple[str, str]]:
    """(collection, key) of every reference below a node, each once, in reading order."""
    found = (
        (annotated.schema["x-ref"], annotated.node)
        for annotated in schemas.marked(node, schema, "x-ref")
        if isinstance(annotated.node, str)
    )
    return list(dict.fromkeys(found))
