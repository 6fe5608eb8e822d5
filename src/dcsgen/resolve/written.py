"""The way back: a Capability as the plain data of a description that says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from dcsgen.base import schema as schemas
from dcsgen.base.standard import uids
from dcsgen.model import Capability

Record = dict[str, Any]


def written(capability: Capability) -> Record:
    """Plain data that `resolve` makes the Capability of.

    Names stand where people write names. What the standard adds is left out, and so is which plug-in gave a record.
    """
    data = msgspec.to_builtins(capability)
    found = _Writer(data).node(data, schemas.root("description"))
    made: Record = {"dcsgen": found.pop("dcsgen")}
    order = schemas.load("description")["properties"]
    return made | {key: found[key] for key in order if key in found}


class _Writer:
    """Knows the names that one description gives to things of its own."""

    def __init__(self, root: Record) -> None:
        self._own = {
            "sop-class": {one["uid"]: key for key, one in root.get("sop_classes", {}).items()},
            "transfer-syntax": {one["uid"]: key for key, one in root.get("transfer_syntaxes", {}).items()},
        }

    def node(self, node: Any, schema: schemas.Located) -> Any:
        """A node of resolved data as it is written where a schema says what stands there."""
        kind = schemas.follow(schema).schema.get("x-dicom", "")
        if isinstance(node, dict) and kind:
            return self._name(kind, node)
        if isinstance(node, dict | list | tuple) and not node and _says_none(schema):
            return schemas.NONE
        here = schemas.fitting(schema, list(node) if isinstance(node, tuple) else node)
        if isinstance(node, dict):
            return self._mapping(node, here)
        if isinstance(node, list | tuple):
            below = [schemas.child(here, index) for index in range(len(node))]
            return [item if one is None else self.node(item, one) for item, one in zip(node, below, strict=True)]
        return node

    def _mapping(self, node: Record, here: schemas.Located) -> Record:
        closed = here.schema.get("additionalProperties") is False
        made: Record = {}
        for key, value in node.items():
            below = schemas.child(here, key)
            if below is None:
                # Where no key is the vendor's to choose, what no schema knows are facts of the standard.
                made |= {} if closed else {key: value}
            elif not (isinstance(value, dict) and value.get("implied") is True):
                # An implied row is that of a Sequence that stands there only because something inside it does.
                made[key] = self.node(value, below)
        return made

    def _name(self, kind: str, meaning: Mapping[str, Any]) -> str:
        return self._of_uid(kind, meaning) if kind in self._own else _NAMES[kind](meaning)

    def _of_uid(self, kind: str, meaning: Mapping[str, Any]) -> str:
        own, uid = self._own[kind], str(meaning["uid"])
        known = uids.by_uid(uid)
        # A Standard Extended SOP Class has the UID of the one that it extends.
        vendors = meaning.get("kind", "standard") != "standard" or meaning.get("private", False)
        if uid in own and (vendors or known is None):
            return str(own[uid])
        # A key of the description's own hides the keyword of the standard.
        return known.keyword if known and known.keyword and known.keyword not in own.values() else uid


def _says_none(schema: schemas.Located) -> bool:
    here = schemas.follow(schema)
    return any(branch.get("const") == schemas.NONE for branch in here.schema.get("anyOf", ()))


def _web_service(meaning: Mapping[str, Any]) -> str:
    return str(meaning["name"]).removesuffix(" Service") if meaning.get("known", True) else str(meaning["name"])


_NAMES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "element": lambda meaning: str(meaning["keyword"]),
    "application-profile": lambda meaning: str(meaning["id"]),
    "security-profile": lambda meaning: str(meaning["id"]),
    "web-service": _web_service,
}
"""What people write for a thing, by the word that a schema has under `x-dicom`."""
