"""Replaces the names that people write by what they mean: SOP Classes, Transfer Syntaxes, profiles, sets and so on."""

from __future__ import annotations

from typing import Any

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Kind, Path, Problem
from dcsgen.base.standard import elements, uids
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.resolve import kinds, profiles

MAX_SET_DEPTH = 20

FROM_PLUGINS = ("iods", "attribute_mappings", "status_tables", "ae_mappings")
"""Collections whose records plug-ins can give."""


class Names:
    """Knows the names of one description; collects the problems with those that mean nothing."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._sets: dict[tuple[str, str], dict[str, Any]] = {}
        self._sop_classes = _own(root, "sop_classes")
        self._transfer_syntaxes = _own(root, "transfer_syntaxes")

    def replaced(self, node: Any, schema: schemas.Located, path: Path = ()) -> Any:
        """A copy of plain data with every name that a schema marks by `x-dicom` replaced by what it means.

        References (`x-ref`) are looked up and stay as they are. `none` becomes an empty list or mapping.
        """
        here = schemas.fitting(schema, node)
        if isinstance(node, dict):
            return self._mapping(node, here, path)
        if isinstance(node, list):
            return self._list(node, here, path)
        if isinstance(node, str):
            if "x-ref" in here.schema:
                self._reference(here.schema["x-ref"], node, path)
            if "x-dicom" in here.schema:
                return self._meaning(here.schema["x-dicom"], node, path)
            if here.schema.get("const") == schemas.NONE:
                return [] if "items" in here.schema else {}
        if isinstance(node, float) and node.is_integer() and here.schema.get("type") == "integer":
            return int(node)
        return node

    def _mapping(self, node: dict[str, Any], here: schemas.Located, path: Path) -> dict[str, Any]:
        if "x-keys-ref" in here.schema:
            for key in node:
                self._reference(here.schema["x-keys-ref"], key, (*path, key), on_key=True)
        replaced = {}
        for key, value in node.items():
            below = schemas.child(here, key)
            replaced[key] = value if below is None else self.replaced(value, below, (*path, key))
        return replaced

    def _list(self, node: list[Any], here: schemas.Located, path: Path) -> list[Any]:
        below = schemas.child(here, 0)
        if below is None:
            return node
        kind = below.schema.get("x-dicom")
        if kind not in ("sop-class", "transfer-syntax"):
            return [self.replaced(item, below, (*path, index)) for index, item in enumerate(node)]
        return list(self._members(kind, node, path, ()).values())

    def _members(self, kind: str, items: list[Any], path: Path, inside: tuple[str, ...]) -> dict[str, Any]:
        """What the names of a list mean, by UID, with the members of the sets that it refers to."""
        found: dict[str, Any] = {}
        for index, item in enumerate(items):
            at = (*path, index)
            if not isinstance(item, str):
                continue
            if item.startswith("$"):
                members = self._set(kind, item[1:], at, inside)
                what = f"the set {quoted(item[1:])}"
            else:
                meaning = self._meaning(kind, item, at)
                members = {meaning["uid"] if isinstance(meaning, dict) else item: meaning}
                what = quoted(item)
            again = [uid for uid in members if uid in found]
            if again and len(again) == len(members):
                self._say(kinds.REPEATED_NAME, at, f"{what} stands in the list more than once")
            elif again:
                names = [quoted(members[uid]["name"]) for uid in again[:3] if isinstance(members[uid], dict)]
                self._say(kinds.REPEATED_NAME, at, f"{what} has {listed(names, 'and')}, which the list has already")
            found |= {uid: meaning for uid, meaning in members.items() if uid not in found}
        return found

    def _set(self, kind: str, name: str, at: Path, inside: tuple[str, ...]) -> dict[str, Any]:
        """The members of a set, which are looked up once; what is wrong with them is said at the set."""
        sets = self.root.get("sets")
        sets = sets if isinstance(sets, dict) else {}
        members = sets.get(name)
        found: dict[str, Any] = {}
        if name in inside:
            hint = f"take `${name}` out of it, or out of a set that it holds"
            self._say(kinds.SET_CYCLE, ("sets", name), f"the set {quoted(name)} contains itself", hint)
        elif (kind, name) in self._sets:
            found = self._sets[kind, name]
        elif len(inside) >= MAX_SET_DEPTH:
            message = f"the sets are too deep: more than {MAX_SET_DEPTH} inside each other"
            self._say(kinds.SET_CYCLE, ("sets", name), message)
        elif not isinstance(members, list):
            there_is = ", ".join(f"${known}" for known in list(sets)[:12]) or "none"
            hint = did_you_mean(name, sets) or f"there is: {there_is}"
            self._say(kinds.UNKNOWN_SET, at, f"there is no set {quoted(name)}", hint)
        else:
            found = self._sets[kind, name] = self._members(kind, members, ("sets", name), (*inside, name))
        return found

    def _reference(self, collection: str, key: str, path: Path, *, on_key: bool = False) -> None:
        present = self.root.get(collection)
        known = present if isinstance(present, dict) else {}
        if key not in known:
            what = collection.replace("_", " ")
            none = "is the plug-in that gives it loaded?" if collection in FROM_PLUGINS else f"there are no {what} yet"
            hint = did_you_mean(key, known) or (f"there is: {', '.join(list(known)[:12])}" if known else none)
            self._say(kinds.UNKNOWN_REFERENCE, path, f"{quoted(key)} is not among the {what}", hint, on_key=on_key)

    def _meaning(self, kind: str, name: str, path: Path) -> Any:
        if kind == "sop-class":
            return self._sop_class(name, path)
        if kind == "transfer-syntax":
            return self._transfer_syntax(name, path)
        if kind == "element":
            return self._element(name, path)
        if kind in profiles.LOOK_UPS:
            meaning, problem = profiles.LOOK_UPS[kind](name, self.root)
            if problem is not None:
                self._say(problem.kind, path, problem.message, problem.hint)
            return meaning
        return name

    def _sop_class(self, name: str, path: Path) -> Any:
        own = self._sop_classes.get(name)
        if own is not None:
            return {"uid": own["uid"], "name": own.get("name", ""), "kind": own.get("kind", "private")}
        found = uids.find(name, uids.SOP_CLASSES)
        if found is None:
            self._unknown(kinds.UNKNOWN_SOP_CLASS, "SOP Class", name, path, uids.suggest(name, uids.SOP_CLASSES))
            return name
        return {"uid": found.uid, "name": found.name, "retired": found.retired}

    def _transfer_syntax(self, name: str, path: Path) -> Any:
        own = self._transfer_syntaxes.get(name)
        if own is not None:
            return {"uid": own["uid"], "name": own.get("name", ""), "private": True}
        found = uids.find(name, uids.TRANSFER_SYNTAXES)
        if found is None:
            suggested = uids.suggest(name, uids.TRANSFER_SYNTAXES)
            self._unknown(kinds.UNKNOWN_TRANSFER_SYNTAX, "Transfer Syntax", name, path, suggested)
            return name
        return {"uid": found.uid, "name": found.name, "retired": found.retired}

    def _element(self, name: str, path: Path) -> Any:
        found = elements.find(name)
        if found is None:
            self._unknown(kinds.UNKNOWN_ATTRIBUTE, "Attribute", name, path, elements.suggest(name))
            return name
        return {"keyword": found.keyword, "name": found.name, "tag": found.tag, "vr": found.vr, "vm": found.vm}

    def _unknown(self, kind: Kind, what: str, name: str, path: Path, suggested: tuple[str, ...]) -> None:
        message = f"{quoted(name)} is no {what} that the standard or this description knows"
        other = uids.by_uid(name.strip())
        if other is not None:
            message = f"{quoted(name)} is the UID of the {other.kind} {quoted(other.name)}, not of a {what}"
            # The instance that everybody knows is named like its SOP Class: Printer SOP Instance, Printer.
            suggested = uids.suggest(other.keyword.removesuffix("Instance"), frozenset({what}), 1)
            suggested = suggested if other.keyword.endswith("Instance") else ()
        hint = f"did you mean {listed([quoted(word) for word in suggested], 'or')}?" if suggested else ""
        if other is not None and not hint:
            hint = f"write the keyword, the name or the UID of a {what}"
        self._say(kind, path, message, hint)

    def _say(self, kind: Kind, path: Path, message: str, hint: str = "", *, on_key: bool = False) -> None:
        self.problems.append(Problem(kind=kind, path=path, message=message, hint=hint, on_key=on_key))


def _own(root: dict[str, Any], collection: str) -> dict[str, dict[str, Any]]:
    """The description's own SOP Classes or Transfer Syntaxes, by key and by UID."""
    records = root.get(collection)
    found: dict[str, dict[str, Any]] = {}
    for key, record in records.items() if isinstance(records, dict) else ():
        if isinstance(record, dict) and isinstance(uid := record.get("uid"), str):
            found[key] = found[uid] = record
    return found
