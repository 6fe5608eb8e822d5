"""Adds what the standard knows to context groups, templates, flows of values and IHE profiles."""

from __future__ import annotations

from typing import Any

from dcsgen.base.finding import Path, Problem
from dcsgen.base.standard import context_groups, ihe_profiles
from dcsgen.base.text import did_you_mean, listed, quoted, scalar
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import found_attribute

Record = dict[str, Any]


def complete_context_group(key: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """A context group with the name of its CID, and name and Tag of its Attribute."""
    at: Path = ("context_groups", key, "attribute")
    found: Record = {}
    attribute = record.get("attribute")
    if isinstance(attribute, str) and (known := found_attribute(attribute, root, at, problems)):
        found = {"attribute_name": known["name"], "tag": known["tag"]}
    if isinstance(cid := record.get("cid"), int):
        found["name"] = context_groups.keyword_of(cid)
    return {**record, **found}


def complete_template(record: Record) -> Record:
    """A template with the values of its Content Items as text."""
    content = record.get("content")
    if not isinstance(content, dict):
        return record
    items = {name: _as_text(item) for name, item in content.items() if isinstance(item, dict)}
    return {**record, "content": items}


def check_flow(key: str, record: Record, root: Record, problems: list[Problem]) -> None:
    """Says which paths of a flow name no Attribute."""
    for side in ("services", "iods"):
        paths = record.get(side)
        for name, path in paths.items() if isinstance(paths, dict) else ():
            if isinstance(path, str):
                found_attribute(path, root, ("attribute_flows", key, side, name), problems)


def complete_ihe_profile(key: str, record: Record, problems: list[Problem]) -> Record:
    """An IHE profile with its name; says which actors it has, if the one that is claimed is not among them."""
    profile = ihe_profiles.find(key)
    if profile is None:
        message = f"{quoted(key)} is no profile of IHE that dcsgen knows"
        hint = did_you_mean(key, ihe_profiles.suggest(key))
        path: Path = ("ihe_profiles", key)
        problems.append(Problem(kind=kinds.UNKNOWN_IHE_PROFILE, path=path, message=message, hint=hint, on_key=True))
        return record
    actors = record.get("actors")
    for actor in actors if isinstance(actors, dict) else ():
        if ihe_profiles.actor_of(profile, actor) is None:
            names = [each.name for each in profile.actors]
            message = f"{quoted(actor)} is no actor of {profile.id} that dcsgen knows"
            hint = did_you_mean(actor, names) or f"it has {listed(names, 'and')}"
            path = ("ihe_profiles", key, "actors", actor)
            problems.append(Problem(kind=kinds.UNKNOWN_IHE_PROFILE, path=path, message=message, hint=hint, on_key=True))
    return {**record, "name": profile.name}


def _as_text(item: Record) -> Record:
    values = item.get("values")
    return {**item, "values": [scalar(value) for value in values]} if isinstance(values, list) else item
