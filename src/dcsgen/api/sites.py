"""Reads the description of a site: its peers, by their descriptions or in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dcsgen.api.loading import without_errors
from dcsgen.api.sides import read_side
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Problem
from dcsgen.base.site import Peer, Site, Use
from dcsgen.base.text import did_you_mean, quoted, with_hint
from dcsgen.base.tree import Tree, harmless
from dcsgen.base.words import Role
from dcsgen.host import Host
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import DEFAULT
from dcsgen.load.validate import validate
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import Capability
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import found_attribute
from dcsgen.resolve.names import Names


def read_site(file: Path, host: Host) -> Site:
    """The site in a file of the form of `schemas/site.schema.json`.

    Raises `UsageError` with the place of the first thing that is wrong, `UnreadableInputError` for a file that cannot
    be read, here or of a peer.
    """
    tree, problems = read_tree(read_bytes_of(file, str(file), DEFAULT), str(file))
    problems = [*problems, *validate(tree.root, {}, "site")]
    _refuse(tree, problems)
    names = Names({})
    root = names.replaced(tree.root, schemas.root("site"))
    _refuse(tree, [*names.problems, *_wrong(root)])
    workflows: dict[str, list[str]] = root.get("workflows", {})
    return Site(
        name=root["site"],
        peers=tuple(_peer(name, peer, workflows, tree, file, host) for name, peer in root["peers"].items()),
    )


def _peer(name: str, peer: dict[str, Any], workflows: dict[str, list[str]], tree: Tree, file: Path, host: Host) -> Peer:
    written = tuple(_written(peer))
    titles: dict[str, str] = peer.get("ae_titles", {})
    described = _described(name, peer, tree, file, host)
    for entity in titles:
        if described is not None and entity not in described.application_entities:
            hint = did_you_mean(entity, described.application_entities)
            message = f"{described.product.name} has no Application Entity {quoted(entity)}"
            _refuse(tree, [kinds.UNKNOWN_REFERENCE.at(("peers", name, "ae_titles", entity), message, hint=hint)])
    return Peer(
        name=name,
        uses=written if described is None else (*written, *uses_of(described)),
        workflows=tuple(workflow for workflow, members in workflows.items() if name in members),
        product="" if described is None else described.product.name,
        written=written,
        ae_titles=titles,
    )


def _refuse(tree: Tree, problems: list[Problem]) -> None:
    for problem in problems:
        found = tree.finding(problem)
        raise UsageError(f"{found.place}: {harmless(with_hint(found.message, found.hint))}")


def _wrong(root: dict[str, Any]) -> Iterator[Problem]:
    """Paths that name no Attribute, and workflows with peers that are not there."""
    for name, peer in root["peers"].items():
        for index, use in enumerate(peer.get("uses", ())):
            for key in ("keys", "attributes"):
                for place, attribute in enumerate(use.get(key, ())):
                    problems: list[Problem] = []
                    found_attribute(attribute, {}, ("peers", name, "uses", index, key, place), problems)
                    yield from problems
    for workflow, members in root.get("workflows", {}).items():
        for index, member in enumerate(members):
            if member not in root["peers"]:
                hint = did_you_mean(member, root["peers"]) or f"there is: {', '.join(root['peers'])}"
                message = f"{quoted(member)} is not among the peers"
                yield kinds.UNKNOWN_REFERENCE.at(("workflows", workflow, index), message, hint=hint)


def _written(peer: dict[str, Any]) -> Iterator[Use]:
    for use in peer.get("uses", ()):
        syntaxes = use.get("transfer_syntaxes")
        yield Use(
            sop_classes={one["uid"]: one["name"] for one in use["sop_classes"]},
            role=Role(use["role"]),
            transfer_syntaxes=None if syntaxes is None else {one["uid"]: one["name"] for one in syntaxes},
            keys=tuple(use["keys"]) if "keys" in use else None,
            attributes=tuple(use["attributes"]) if "attributes" in use else None,
        )


def _described(name: str, peer: dict[str, Any], tree: Tree, file: Path, host: Host) -> Capability | None:
    if "description" not in peer:
        return None
    path = ("peers", name, "description")
    try:
        loaded = read_side(str(file.parent / peer["description"]), host)
        return without_errors(loaded, peer["description"])
    except UnreadableInputError as trouble:
        raise UnreadableInputError(f"{tree.place(path)}: the peer {quoted(name)}: {trouble}") from None


def uses_of(capability: Capability) -> Iterator[Use]:
    """What a product uses or provides, by its description. On which Attributes it relies is not stated there."""
    for service in capability.services.values():
        yield Use(
            sop_classes={one.uid: one.name for one in service.sop_classes},
            role=service.role,
            transfer_syntaxes={one.uid: one.name for one in service.transfer_syntaxes} or None,
            keys=tuple(service.keys) or None,
        )
