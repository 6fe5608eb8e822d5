"""The requirement profiles that come with dcsgen: written ones, and one for each actor of the IHE profiles it knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dcsgen.base.errors import UsageError
from dcsgen.base.resources import folder
from dcsgen.base.standard import ihe_profiles, iods, uids, web_services
from dcsgen.base.standard.ihe_profiles import ANY_IMAGE_STORAGE, WEB, Actor, Need, Profile, Transaction
from dcsgen.base.text import did_you_mean, listed, quoted

SET = "image-storage"
"""What profiles of IHE call the SOP Classes for the storage of images, of which one is enough."""

_NO_WORD = re.compile("[^a-z0-9.]+")
_ANNEXES = {"RAD": "Radiology", "RO": "Radiation Oncology"}

_FIELDS = {
    "id": "its number",
    "name": "its name",
    "needs": "its SOP Classes and roles",
    "requirement": "whether it is required",
}
"""What the fields of a transaction are called where they are unverified."""

_RETRIEVALS = ("Find", "Move", "Get")


@cache
def ready_made() -> dict[str, str]:
    """Names and titles of all profiles, those that are written down first."""
    written = {file.stem: _first_line(file.read_text("utf-8")) for file in sorted(_folder().glob("*.yaml"))}
    return {**written, **{name: f"{_called(*pair)}: {pair[0].name}" for name, pair in _actors().items()}}


def text_of(name: str) -> str:
    """The YAML of a ready-made profile; raises `UsageError` if there is none of that name."""
    if name in _actors():
        return _of_actor(*_actors()[name])
    if name not in ready_made():
        hint = did_you_mean(name, ready_made()) or "`dcsgen assess --list` shows them"
        raise UsageError(f"there is no ready-made requirement profile {quoted(name)}; {hint}")
    text = (_folder() / f"{name}.yaml").read_text("utf-8")
    # What stands there for editors leads to the schema of a checkout.
    first, _, rest = text.partition("\n")
    return rest if "$schema=" in first else text


def _folder() -> Path:
    return folder("templates") / "requirements"


def _first_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("# ") and "$schema=" not in line]
    return lines[0].removeprefix("# ").rstrip(".")


@cache
def _actors() -> dict[str, tuple[Profile, Actor]]:
    """Profile and actor by the name of their requirement profile: `ihe-swf.b-acquisition-modality`."""
    return {
        f"ihe-{_slug(profile.id)}-{_slug(actor.name)}": (profile, actor)
        for profile in ihe_profiles.all_profiles()
        for actor in profile.actors
    }


def _slug(text: str) -> str:
    return _NO_WORD.sub("-", text.casefold()).strip("-")


def _called(profile: Profile, actor: Actor) -> str:
    return f"IHE {profile.id}, {actor.name}"


def _of_actor(profile: Profile, actor: Actor) -> str:
    """What the facts about an actor ask for, as YAML."""
    document = ", ".join(filter(None, [profile.document, profile.version]))
    needed = any(need.what == ANY_IMAGE_STORAGE for one in actor.transactions for need in one.needs)
    unseen = [*profile.unverified, *(f"the {field} of the actor" for field in actor.unverified)]
    remarks = [
        "Made from what dcsgen knows of the profile, which is about DICOM alone: transactions of HL7, and what the "
        "profile asks of the content of objects, are not part of it.",
        *([f"Not seen in the document: {listed(unseen, 'and')}."] if unseen else []),
        *profile.known_holes,
    ]
    data = {
        "profile": _called(profile, actor),
        "purpose": f"What the actor {actor.name} of {profile.name} needs of DICOM services.",
        "version": profile.version,
        "sources": [document, *profile.sources],
        "remarks": remarks,
        **({"sets": {SET: _image_storage()}} if needed else {}),
        "requirements": dict(_requirements(profile, actor)),
    }
    data = {key: value for key, value in data.items() if value}
    head = f"# {_called(profile, actor)}: {profile.name}.\n"
    return head + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=118)


def _image_storage() -> list[str]:
    """The SOP Classes for images of the standard: those with the Image Pixel Module and that name."""
    return [
        sop_class.keyword
        for sop_class in uids.all_of(uids.SOP_CLASSES)
        if "ImageStorage" in sop_class.keyword
        and (iod := iods.iod_of(sop_class.uid)) is not None
        and any(module.key == "image-pixel" for module in iods.modules_of(iod))
    ]


def _requirements(profile: Profile, actor: Actor) -> Iterator[tuple[str, dict[str, Any]]]:
    used: set[str] = set()
    for transaction in actor.transactions:
        name = transaction.id or _slug(transaction.name)
        # Some profiles have a transaction twice, for two kinds of peers.
        while name in used:
            name += "+"
        used.add(name)
        needed, besides = _divided(transaction)
        if needed:
            yield name, _requirement(profile, actor, transaction, transaction.required, needed)
        for index, need in enumerate(besides, 1):
            suffix = f"-option{index}" if len(besides) > 1 else "-option"
            yield f"{name}{suffix}", _requirement(profile, actor, transaction, False, [need])
    yield (
        "claim",
        {
            "title": f"Integration Statement claims {_called(profile, actor)}",
            "purpose": "The vendor stands by the whole of the profile, which a list of services does not show.",
            "importance": "desired",
            "ihe": {"profile": profile.id, "actor": actor.name},
        },
    )


def _divided(transaction: Transaction) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What a transaction takes, and what is an option beside it.

    Of a transaction that is required, what is not is one of several choices; unless one of the same sort is required,
    then it is an option.
    """
    if not transaction.required:
        return _merged(transaction.needs), []
    required = [need for need in transaction.needs if need.required]
    sorts = {_sort(need) for need in required}
    choices: dict[tuple[str, str], list[Need]] = {}
    besides = []
    for need in transaction.needs:
        if not need.required and _sort(need) in sorts:
            besides.append(_need(need))
        elif not need.required:
            choices.setdefault(_sort(need), []).append(need)
    groups = [
        {"any_of": [_need(need) for need in each]} if len(each) > 1 else _need(each[0]) for each in choices.values()
    ]
    return [*_merged(required), *groups], besides


def _sort(need: Need) -> tuple[str, str]:
    """What needs of one transaction have in common that can stand for each other: operation and role."""
    if need.what.startswith(WEB):
        return WEB, need.role
    if need.what == ANY_IMAGE_STORAGE:
        return "Storage", need.role
    keyword = _keyword(need.what)
    operation = next((word for word in (*_RETRIEVALS, "Storage") if keyword.endswith(word)), keyword)
    return operation, need.role


def _merged(needs: list[Need] | tuple[Need, ...]) -> list[dict[str, Any]]:
    """Needs, with SOP Classes in one role as one list."""
    lists: dict[str, list[str]] = {}
    others = []
    for need in needs:
        if need.what == ANY_IMAGE_STORAGE or need.what.startswith(WEB):
            others.append(_need(need))
        else:
            lists.setdefault(need.role, []).append(_keyword(need.what))
    return [*({"sop_classes": {"all_of": names, "role": role}} for role, names in lists.items()), *others]


def _need(need: Need) -> dict[str, Any]:
    if need.what.startswith(WEB):
        return {"web": {"transaction": need.what.removeprefix(WEB), "role": need.role.replace("-", "_")}}
    if need.what == ANY_IMAGE_STORAGE:
        return {"sop_classes": {"one_of": [f"${SET}"], "role": need.role}}
    return {"sop_classes": {"all_of": [_keyword(need.what)], "role": need.role}}


def _keyword(uid: str) -> str:
    found = uids.by_uid(uid)
    return found.keyword if found else uid


def _requirement(
    profile: Profile, actor: Actor, transaction: Transaction, required: bool, needs: list[dict[str, Any]]
) -> dict[str, Any]:
    numbered = f"{transaction.id}, {transaction.name}" if transaction.id else transaction.name
    may = "takes part in" if required else "may take part in"
    unseen = [_FIELDS.get(field, field) for field in transaction.unverified]
    where = f"IHE {_ANNEXES.get(profile.domain, profile.domain)}, {profile.id}, {numbered}"
    told = f"; not seen in the document: {listed(unseen, 'and')}" if unseen else ""
    clauses = [facts.clause for need in transaction.needs if (facts := _web_facts(need)) is not None]
    return {
        "title": f"{transaction.name} ({transaction.id})" if transaction.id else transaction.name,
        "purpose": f"The actor {actor.name} {may} this transaction.",
        "importance": "mandatory" if required else "desired",
        "reference": where + told,
        **({"clause": listed(clauses, "and")} if any(clauses) else {}),
        **({"unverified": True} if unseen or actor.unverified or profile.unverified else {}),
        **(needs[0] if len(needs) == 1 else {"all_of": needs}),
    }


def _web_facts(need: Need) -> web_services.WebTransaction | None:
    return web_services.find_transaction(need.what.removeprefix(WEB)) if need.what.startswith(WEB) else None
