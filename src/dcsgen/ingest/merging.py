"""Facts in a description, at their paths; those that would make it invalid are told."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import structs

from dcsgen.base import schema as schemas
from dcsgen.base.draft import Doubt, Fact
from dcsgen.base.finding import dotted
from dcsgen.base.place import Path
from dcsgen.base.text import listed
from dcsgen.ingest.assembling import NOT_STATED

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_BASE = "dcsgen:///"

LONGEST_WORD = 60
"""Characters of a text that is a name or a number; a longer one is prose."""


class Merged(NamedTuple):
    """A description with facts in it, and what is said about those that do not fit."""

    description: dict[str, Any]
    doubts: tuple[Doubt, ...]


def unified(facts: Sequence[Fact]) -> list[Fact]:
    """Facts that say the same at the same path as one, with all their evidence and the best confidence."""
    found: dict[tuple[Path, str], Fact] = {}
    for fact in facts:
        before = found.setdefault((fact.path, repr(fact.value)), fact)
        if before is not fact:
            best = max(before, fact, key=lambda each: each.confidence)
            places = tuple(dict.fromkeys((*before.evidence, *fact.evidence)))
            found[fact.path, repr(fact.value)] = structs.replace(best, evidence=places)
    return list(found.values())


def merged(description: dict[str, Any], facts: Sequence[Fact], threshold: float) -> Merged:
    """The description with the facts that are sure enough, parents before what is in them.

    Of facts that disagree, the surest is taken. What is below a fact that is not sure enough is left out with it.
    Application Entities that are only referred to are made.
    """
    doubts: list[Doubt] = []
    chosen = _chosen(facts, doubts)
    unsure = {fact.path for fact in chosen if fact.confidence < threshold}
    fitting = [fact for fact in chosen if fact.confidence >= threshold and not _is_below(fact.path, unsure)]
    made = _with(description, sorted(fitting, key=lambda fact: len(fact.path)), doubts)
    return Merged(made, tuple(doubts))


def _chosen(facts: Sequence[Fact], doubts: list[Doubt]) -> list[Fact]:
    """One fact for each path: the surest; that others say something else is told."""
    by_path: dict[Path, list[Fact]] = {}
    for fact in facts:
        by_path.setdefault(fact.path, []).append(fact)
    chosen = []
    for path, members in by_path.items():
        best = max(members, key=lambda fact: fact.confidence)
        chosen.append(best)
        others = [fact for fact in members if fact.value != best.value and not _is_prose(fact.value)]
        if others and best.confidence < 2 * others[0].confidence:
            said = listed([repr(value) for value in dict.fromkeys(str(fact.value) for fact in (best, *others))], "and")
            doubts.append(
                Doubt(
                    code="I012",
                    slug="values-disagree",
                    message=f"the document says several things for {dotted(path)}: {said}",
                    evidence=tuple(place for fact in (best, *others) for place in fact.evidence),
                    path=path,
                )
            )
    return chosen


def _is_prose(value: Any) -> bool:
    """Whether a value may be worded in several ways without a contradiction."""
    return isinstance(value, dict) or (isinstance(value, str) and len(value) > LONGEST_WORD)


def _is_below(path: Path, others: set[Path]) -> bool:
    return any(path[:length] in others for length in range(1, len(path)))


def _with(description: dict[str, Any], facts: Sequence[Fact], doubts: list[Doubt]) -> dict[str, Any]:
    """The description with as many of the facts as leave it valid: all at once, or by halves."""
    if not facts:
        return description
    made = copy.deepcopy(description)
    placed = all(_place(made, fact) for fact in facts)
    _complete(made)
    if placed and is_valid(made):
        return made
    if len(facts) == 1:
        doubts.append(_misfit(facts[0]))
        return description
    half = len(facts) // 2
    return _with(_with(description, facts[:half], doubts), facts[half:], doubts)


def _misfit(fact: Fact) -> Doubt:
    return Doubt(
        code="I011",
        slug="fact-does-not-fit",
        message=f"{fact.value!r} was read for {dotted(fact.path)}, where a description cannot have it",
        evidence=fact.evidence,
        path=fact.path,
    )


def _place(description: dict[str, Any], fact: Fact) -> bool:
    """Put a fact at its path, with the records on the way; false if something else stands there already."""
    here = schemas.root("description")
    node: Any = description
    for index, step in enumerate(fact.path):
        last = index == len(fact.path) - 1
        below = schemas.child(schemas.fitting(here, node), step)
        if not isinstance(node, dict) or below is None:
            return False
        if _is_list(below):
            listed = node.setdefault(step, [])
            if isinstance(listed, list) and fact.value not in listed:
                listed.extend(fact.value if last else [fact.value])
            return isinstance(listed, list)
        if last:
            before, value = node.get(step), copy.deepcopy(fact.value)
            node[step] = {**value, **before} if isinstance(before, dict) and isinstance(value, dict) else value
            return True
        node, here = node.setdefault(step, {}), below
    return False


def _is_list(here: schemas.Located) -> bool:
    kinds = [here.schema, *here.schema.get("anyOf", ())]
    return any(kind.get("type") == "array" for kind in kinds)


def _complete(description: dict[str, Any]) -> None:
    """Make the Application Entities that something refers to, and their functions."""
    entities: dict[str, Any] = description.get("application_entities", {})
    for kind in ("services", "web_services", "media"):
        for record in description.get(kind, {}).values():
            if isinstance(record, dict) and (name := record.get("application_entity")):
                entities.setdefault(name, {})
    for name in description.get("configuration", {}).get("local", {}):
        entities.setdefault(name, {})
    for entity in entities.values():
        entity.setdefault("function", NOT_STATED)
    if entities:
        description["application_entities"] = entities


def is_valid(description: dict[str, Any]) -> bool:
    """Whether a description passes the published schema."""
    return bool(_validator().is_valid(description))


@cache
def _validator() -> Draft202012Validator:
    from jsonschema_rs import Draft202012Validator, Registry

    published = Registry([(f"{_BASE}{name}.schema.json", schemas.load(name)) for name in schemas.names()])
    whole = {"$ref": "description.schema.json"}
    return Draft202012Validator(whole, registry=published, base_uri=f"{_BASE}quick", offline=True)
