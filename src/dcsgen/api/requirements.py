"""Reads requirement profiles: files, and those that come with dcsgen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from dcsgen.api.plugin_calls import call
from dcsgen.api.ready_profiles import ready_made, text_of
from dcsgen.api.requirement_schema import REQUIREMENTS
from dcsgen.assess import Offered, kinds
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Path, Problem, in_reading_order
from dcsgen.base.requirement import ALL_OF, ANY_OF, Importance, Needed, Requirement, RequirementProfile
from dcsgen.base.text import did_you_mean, listed, quoted, with_hint
from dcsgen.base.tree import Tree, harmless
from dcsgen.host import Host
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import DEFAULT
from dcsgen.load.schema_kinds import UNKNOWN_KEY
from dcsgen.load.validate import problems_in, validate
from dcsgen.load.yaml_reader import read_tree
from dcsgen.resolve.attributes import found_attribute
from dcsgen.resolve.names import Names

GROUPS = (ALL_OF, ANY_OF)
WHOLE = "the requirement profile"

_WITHOUT_WEIGHT = {
    Importance.MANDATORY: "a mandatory requirement has no weight: without it, a product fails whatever its score is",
    Importance.DESIRED: "a desired requirement has no weight: it counts one point",
}


def read_requirements(word: str, host: Host) -> RequirementProfile:
    """The requirement profile in a file of the form of `schemas/requirements.schema.json`, or a ready-made one.

    Raises `UnreadableInputError` with a line for each thing that is wrong with it and its place, or if it cannot be
    read; `UsageError` if there is neither a file nor a ready-made profile of that name.
    """
    data = _bytes_of(word)
    tree, problems = read_tree(data, word)
    _refuse(word, tree, problems)
    reading = _Reading(tree, host)
    root = reading.resolved()
    _refuse(word, tree, reading.problems)
    needs = {name: reading.need(record) for name, record in root["requirements"].items()}
    return RequirementProfile(
        name=root["profile"],
        purpose=root.get("purpose", ""),
        version=root.get("version", ""),
        sources=tuple(root.get("sources", ())),
        remarks=tuple(root.get("remarks", ())),
        requirements=tuple(
            _requirement(name, record, needs[name], tree) for name, record in root["requirements"].items()
        ),
        file=word,
        sha256=sha256(data).hexdigest(),
    )


def requirement_kinds(host: Host) -> dict[str, Offered]:
    """The kinds of requirements that there are, by name."""
    return {kind.name: Offered(provider, kind) for provider, kind in host.requirement_kinds}


def _bytes_of(word: str) -> bytes:
    ready = ready_made()
    if word in ready and not FilePath(word).exists():
        return text_of(word).encode()
    if FilePath(word).is_dir():
        raise UsageError(
            f"{quoted(word)} is a folder, and a requirement profile is a file; it comes before the products"
        )
    try:
        return read_bytes_of(FilePath(word), word, DEFAULT)
    except UnreadableInputError:
        if FilePath(word).suffix or FilePath(word).exists():
            raise
        hint = did_you_mean(word, ready) or "`dcsgen assess --list` shows the ready-made ones"
        raise UsageError(f"{quoted(word)} is neither a file nor a ready-made requirement profile; {hint}") from None


def _refuse(word: str, tree: Tree, problems: list[Problem]) -> None:
    if problems:
        found = in_reading_order(tree.finding(problem) for problem in problems)
        lines = (f"{one.place}: {one.code} {harmless(with_hint(one.message, one.hint))}" for one in found)
        count = f"{len(found)} error{'s' if len(found) != 1 else ''}"
        raise UnreadableInputError("\n  ".join([f"the requirement profile {word} has {count}:", *lines]))


def _requirement(name: str, record: Mapping[str, Any], need: Needed, tree: Tree) -> Requirement:
    importance = Importance(record["importance"])
    usual = {Importance.MANDATORY: 0, Importance.DESIRED: 1, Importance.WEIGHTED: 0}[importance]
    return Requirement(
        name=name,
        title=record.get("title", need.title),
        purpose=" ".join(record["purpose"].split()),
        importance=importance,
        need=need,
        weight=record.get("weight", usual),
        clause=record.get("clause", ""),
        reference=record.get("reference", ""),
        unverified=record.get("unverified", False),
        place=tree.place(("requirements", name), on_key=True),
    )


class _Asked(NamedTuple):
    """A need as it is written, and where."""

    path: Path
    record: dict[str, Any]


class _Reading:
    """Reads one profile and collects what is wrong with it.

    Kinds of plug-ins are not in the published schema: what stands below their keys is checked by their own ones.
    """

    def __init__(self, tree: Tree, host: Host) -> None:
        self.problems: list[Problem] = []
        self._host = host
        self._root = tree.root
        self._kinds = requirement_kinds(host)
        self._foreign = {name for name, offered in self._kinds.items() if offered.provider}

    def resolved(self) -> dict[str, Any]:
        """The profile with all names replaced by what they mean, as far as nothing is wrong with it."""
        asked = list(_asked(self._root))
        published = _without(self._root, self._foreign)
        self.problems += validate(published, {}, REQUIREMENTS)
        self.problems += (problem for one in asked for problem in self._form(one))
        names = Names(self._root if isinstance(self._root, dict) else {})
        root: dict[str, Any] = names.replaced(published, schemas.root(REQUIREMENTS))
        for one, made in zip(asked, _asked(root), strict=True):
            for name in self._foreign & set(one.record):
                schema = schemas.Located(self._kinds[name].kind.schema, REQUIREMENTS)
                made.record[name] = names.replaced(one.record[name], schema, (*one.path, name))
        self.problems += names.problems
        if not self.problems:
            for one, made in zip(asked, _asked(root), strict=True):
                self.problems += self._meaning(one, made.record)
        return root

    def need(self, record: Mapping[str, Any]) -> Needed:
        """The need of a requirement, or of a member of a group."""
        (key,) = self._keys(record)
        if key in GROUPS:
            members = tuple(self.need(member) for member in record[key])
            joined = listed([member.title for member in members], "and" if key == ALL_OF else "or")
            return Needed(kind=key, title=joined, members=members)
        offered, wanted = self._kinds[key], record[key]
        title = call(lambda: offered.kind.words(wanted), str, *_blamed(key, offered))
        return Needed(kind=key, title=title, wanted=wanted)

    def _keys(self, record: Mapping[str, Any]) -> list[str]:
        return [key for key in record if key in self._kinds or key in GROUPS]

    def _form(self, asked: _Asked) -> Iterator[Problem]:
        for name in self._foreign & set(asked.record):
            path = (*asked.path, name)
            yield from problems_in(asked.record[name], self._kinds[name].kind.schema, path, WHOLE)
        found = self._keys(asked.record)
        # A key that is not known may be what is missing.
        unknown = any(one.kind is UNKNOWN_KEY and one.path[:-1] == asked.path for one in self.problems)
        if len(found) > 1 or not (found or unknown):
            message = "what is needed is missing"
            hint = f"there is: {', '.join([*sorted(self._kinds), *GROUPS])}"
            if found:
                message = f"{listed([quoted(key) for key in found], 'and')} stand beside each other"
                hint = "put them under `all_of` or `any_of`"
            yield kinds.NOT_ONE_NEED.at(asked.path, message, hint=hint)

    def _meaning(self, one: _Asked, made: Mapping[str, Any]) -> Iterator[Problem]:
        importance, weight = one.record.get("importance"), one.record.get("weight")
        if importance == Importance.WEIGHTED and weight is None:
            yield kinds.IMPOSSIBLE_REQUIREMENT.at(one.path, "a weighted requirement has no weight", hint="add `weight`")
        elif importance in _WITHOUT_WEIGHT and weight is not None:
            message = _WITHOUT_WEIGHT[importance]
            hint = "remove `weight`, or write `importance: weighted`"
            yield kinds.IMPOSSIBLE_REQUIREMENT.at((*one.path, "weight"), message, hint=hint)
        (key,) = self._keys(one.record)
        if key in GROUPS:
            return
        path, kind = (*one.path, key), self._kinds[key].kind
        schema = schemas.Located(kind.schema, REQUIREMENTS)
        for annotated in schemas.marked(one.record[key], schema, "x-attribute", path):
            yield from _unknown_attribute(annotated.node, annotated.path)
        for annotated in schemas.marked(one.record[key], schema, "x-attribute-keys", path):
            for name in annotated.node:
                yield from _unknown_attribute(name, (*annotated.path, name))
        for annotated in schemas.marked(one.record[key], schema, "x-layout", path):
            yield from self._unknown_layout(annotated.node, annotated.path)
        for wrong in call(lambda: list(kind.check(made[key])), list, *_blamed(key, self._kinds[key])):
            yield kinds.IMPOSSIBLE_REQUIREMENT.at((*path, *wrong.path), wrong.message, hint=wrong.hint)

    def _unknown_layout(self, name: str, path: Path) -> Iterator[Problem]:
        known = [layout.name for _, layout in self._host.layouts]
        if name not in known:
            hint = did_you_mean(name, known) or f"there is: {', '.join(known)}"
            yield kinds.IMPOSSIBLE_REQUIREMENT.at(path, f"there is no layout {quoted(name)}", hint=hint)


def _blamed(key: str, offered: Offered) -> tuple[str, str]:
    """What failed, and whose it is, if a kind does."""
    return f"kind of requirement {key}", offered.provider


def _unknown_attribute(name: str, path: Path) -> list[Problem]:
    problems: list[Problem] = []
    found_attribute(name, {}, path, problems)
    return problems


def _asked(root: Any) -> Iterator[_Asked]:
    """All needs of a profile, those in groups too, whatever else is wrong with it."""
    requirements = root.get("requirements") if isinstance(root, dict) else None
    for name, record in requirements.items() if isinstance(requirements, dict) else ():
        yield from _below(record, ("requirements", name))


def _below(record: Any, path: Path) -> Iterator[_Asked]:
    if not isinstance(record, dict):
        return
    yield _Asked(path, record)
    for key in GROUPS:
        members = record.get(key)
        for index, member in enumerate(members if isinstance(members, list) else ()):
            yield from _below(member, (*path, key, index))


def _without(root: Any, foreign: set[str]) -> Any:
    """A profile without the keys of plug-ins' kinds; the same one if there are none."""
    requirements = root.get("requirements") if isinstance(root, dict) else None
    if not foreign or not isinstance(requirements, dict):
        return root
    return {**root, "requirements": {name: _stripped(record, foreign) for name, record in requirements.items()}}


def _stripped(record: Any, foreign: set[str]) -> Any:
    if not isinstance(record, dict):
        return record
    kept = {key: value for key, value in record.items() if key not in foreign}
    for key in GROUPS:
        if isinstance(kept.get(key), list):
            kept[key] = [_stripped(member, foreign) for member in kept[key]]
    return kept
