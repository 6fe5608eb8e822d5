"""Follows what a reader decided about the facts of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from msgspec import structs

from dcsgen.base.draft import Decision, Draft, Fact, Method, Ruling
from dcsgen.base.finding import dotted
from dcsgen.base.text import listed
from dcsgen.ingest import kinds
from dcsgen.ingest.doubting import doubt

SERVICE = ("application_entity", "role")
"""What a fact about a SOP Class says of its service."""

OWN_KEYS = (*SERVICE, "sop_classes", "transfer_syntaxes")
"""Keys of a service that follow from such facts and those about Transfer Syntaxes."""


def decided(draft: Draft, decisions: Iterable[Decision]) -> Draft:
    """The draft with its facts and its description as the decisions have them.

    What is right is sure, what is wrong is in the facts alone, what is corrected has another value. Decisions about
    facts that the draft does not have change nothing.
    """
    by_key = {decision.key: decision for decision in decisions}
    misfits = [fact for fact in draft.facts if _is_misfit(fact, by_key.get(fact.key))]
    for fact in misfits:
        by_key.pop(fact.key, None)
    facts = tuple(_ruled(fact, by_key.get(fact.key)) for fact in draft.facts)
    doubts = tuple(structs.replace(one, settled=one.settled or one.key in by_key) for one in draft.doubts)
    description = deepcopy(draft.description)
    ruled = [fact for fact in facts if fact.ruling is not None]
    changed = dict.fromkeys(str(fact.path[1]) for fact in ruled if _of_service(fact))
    for name in changed:
        _rebuild(description, name, [fact for fact in facts if _of_service(fact) and fact.path[1] == name], draft)
    if changed:
        _settle_entities(description)
    lost = [fact for fact in ruled if not (_of_service(fact) or _followed(description, fact, facts, draft.threshold))]
    said = [(fact, f"{dotted(fact.path)} is not in the description") for fact in lost]
    said += [
        (fact, f"what is right of {dotted(fact.path)} needs {listed(list(fact.value), 'and')}") for fact in misfits
    ]
    more = (doubt(kinds.DECISION_NOT_FOLLOWED, message, fact.evidence, fact.path) for fact, message in said)
    return structs.replace(draft, facts=facts, doubts=(*doubts, *more), description=description)


def unused(draft: Draft, decisions: Sequence[Decision]) -> int:
    """How many decisions are about nothing that the draft has."""
    known = {fact.key for fact in draft.facts} | {one.key for one in draft.doubts}
    return sum(decision.key not in known for decision in decisions)


def _ruled(fact: Fact, decision: Decision | None) -> Fact:
    if decision is None or decision.ruling is Ruling.SETTLED:
        return fact
    if decision.ruling is Ruling.WRONG:
        return structs.replace(fact, ruling=Ruling.WRONG, confidence=0.0)
    if decision.ruling is Ruling.CORRECTED:
        return structs.replace(fact, ruling=Ruling.CORRECTED, value=decision.value, found=fact.value, confidence=1.0)
    return structs.replace(fact, ruling=Ruling.RIGHT, confidence=1.0)


def _is_misfit(fact: Fact, decision: Decision | None) -> bool:
    """Whether a SOP Class of a service has been corrected to something that is none."""
    if decision is None or decision.ruling is not Ruling.CORRECTED or not (_of_service(fact) and len(fact.path) == 4):
        return False
    return not (isinstance(decision.value, dict) and decision.value.keys() == fact.value.keys())


def _of_service(fact: Fact) -> bool:
    """Whether a fact is a SOP Class of a service, or a Transfer Syntax of one."""
    return fact.path[:1] == ("services",) and fact.path[2:3] == ("sop_classes",)


def _rebuild(description: dict[str, Any], name: str, facts: Sequence[Fact], draft: Draft) -> None:
    """Put a service together anew; SOP Classes that have come to differ from the others get one of their own."""
    services: dict[str, Any] = description.setdefault("services", {})
    before: Mapping[str, Any] = services.pop(name, {})
    groups: dict[tuple[Any, ...], list[str]] = {}
    # The name in the description may be a short one.
    known = next((_read(fact)["application_entity"] for fact in facts if before and len(fact.path) == 4), None)
    for fact in facts:
        value = fact.value
        if len(fact.path) != 4 or fact.confidence < draft.threshold or not isinstance(value, Mapping):
            continue
        syntaxes = tuple(_syntaxes(facts, fact))
        key = (*(value.get(key) for key in SERVICE), syntaxes)
        groups.setdefault(key, []).append(str(value.get("sop_class")))
    for number, ((said, role, syntaxes), sop_classes) in enumerate(groups.items(), 1):
        others = {key: value for key, value in before.items() if key not in OWN_KEYS}
        entity = before.get("application_entity") if said == known else _entity(description, str(said))
        free = name if number == 1 else _free(name, services)
        listed = {"transfer_syntaxes": list(syntaxes)} if syntaxes else {}
        services[free] = {"application_entity": entity, "sop_classes": sop_classes, "role": role, **listed, **others}
    if not services:
        del description["services"]


def _syntaxes(facts: Iterable[Fact], of: Fact) -> Iterator[str]:
    for fact in facts:
        if len(fact.path) == 6 and fact.path[:4] == of.path and fact.ruling is not Ruling.WRONG:
            yield str(fact.value)


def _read(fact: Fact) -> Any:
    """What was read, whatever was made of it."""
    return fact.found if fact.ruling is Ruling.CORRECTED else fact.value


def _entity(description: Mapping[str, Any], text: str) -> str:
    """The Application Entity of a name or a title."""
    entities = description.get("application_entities", {})
    return next((name for name, said in entities.items() if text in (name, said.get("title"))), text)


def _free(name: str, taken: Mapping[str, Any]) -> str:
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _settle_entities(description: dict[str, Any]) -> None:
    """Application Entities that services name are there; one of which nothing is said goes with its last service."""
    entities: dict[str, Any] = description.setdefault("application_entities", {})
    used = {service["application_entity"] for service in description.get("services", {}).values()}
    for name in used:
        entities.setdefault(name, {"function": "Not stated."})
    for name in [name for name, said in entities.items() if name not in used and list(said) == ["function"]]:
        del entities[name]
    if not entities:
        del description["application_entities"]


def _followed(description: dict[str, Any], fact: Fact, facts: Sequence[Fact], threshold: float) -> bool:
    """Bring one fact into the description, or take it out; whether its place is there."""
    node: Any = description
    for step in fact.path[:-1]:
        node = node.get(step) if isinstance(node, dict) else None
    last, wrong, read = fact.path[-1], fact.ruling is Ruling.WRONG, _read(fact)
    if fact.method is Method.WILDCARD:
        # A description names SOP Classes, so a group of them is not in it.
        return True
    if isinstance(node, list):
        if read in node:
            node[node.index(read) : node.index(read) + 1] = [] if wrong else [fact.value]
        elif not wrong:
            node.append(fact.value)
        return True
    if not isinstance(node, dict):
        return wrong
    before = node.get(last)
    if not wrong:
        if isinstance(before, dict) and isinstance(fact.value, dict):
            node[last] = {**before, **fact.value}
        else:
            node[last] = fact.value
    elif before == read or (isinstance(before, dict) and isinstance(read, dict) and read.items() <= before.items()):
        others = [one for one in facts if one.path == fact.path and one.confidence >= threshold]
        if others:
            node[last] = max(others, key=lambda one: one.confidence).value
        elif fact.path[0] in ("product", "document"):
            # A description has to say these.
            node[last] = "not stated"
        else:
            del node[last]
    return True
