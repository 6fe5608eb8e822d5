"""Adds what the standard knows to applied IODs and attribute mappings: names, Tags, VRs, Types, usage, order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dcsgen.base.finding import Kind, Path, Problem
from dcsgen.base.repair import RenameKey, Repair
from dcsgen.base.standard import elements, iods
from dcsgen.base.text import did_you_mean, listed, quoted, scalar
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import in_order

Record = dict[str, Any]
_OPTIONAL = {"use": "optional"}
_TYPE_OF_ADDED = {"standard_extended": "3", "specialized": "", "private": ""}
"""The Type of what a vendor adds from the standard, by kind of the SOP Class (PS3.2 3.11); empty if he chooses it."""


class Added(NamedTuple):
    """Attributes of the standard that an IOD may have beyond those of its Modules (PS3.2 7.3): their Type."""

    type: str
    modules: tuple[iods.Module, ...]

    def has_place(self, steps: tuple[str, ...]) -> bool:
        """Whether a Module of the IOD has the Attribute just there, where it then belongs: it cannot be there twice."""
        return any(iods.attribute_in(module.key, steps) for module in self.modules)


def complete_iod(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """An applied IOD with usage and Information Entity of its Modules, in the order of PS3.3."""
    path: Path = ("iods", name, "modules")
    known = modules_of(record, root)
    private = _private(root)
    added = _added(record, known)
    modules: dict[str, Record] = {}
    for written, module in members_of(record, "modules"):
        found = _module(known, written, (*path, written), problems)
        if found is not None:
            modules[found.name] = {**module, "usage": found.usage, "entity": found.entity}
            if "attributes" in module:
                at = (*path, written, "attributes")
                rows = attribute_rows(found.key, module["attributes"], private, known, at, problems, {}, added)
                modules[found.name]["attributes"] = rows
    order = [module.name for module in known]
    return {**record, "modules": dict(sorted(modules.items(), key=lambda item: order.index(item[0])))}


def complete_common_module(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """A common Module with the standard's part of its Attributes."""
    written = record.get("module")
    key = iods.module_key(written) if isinstance(written, str) else None
    at: Path = ("common_modules", name)
    if key is None or iods.module_name(key) != written:
        names = [iods.module_name(each) for each in iods.module_keys()]
        hint = f"did you mean {quoted(iods.module_name(key))}?" if key else did_you_mean(str(written), names)
        message = f"{quoted(str(written))} is no Module of PS3.3"
        problems.append(Problem(kind=kinds.UNKNOWN_MODULE, path=(*at, "module"), message=message, hint=hint))
        return record
    rows = attribute_rows(key, record.get("attributes"), _private(root), (), (*at, "attributes"), problems, {})
    return {**record, "attributes": rows}


def complete_mapping(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """An attribute mapping with the standard's part of every Attribute, Modules in the order of the IOD.

    A Sequence that is not listed although something inside it is gets a row of its own, marked `implied`.
    """
    iod = _referred(root.get("iods"), record.get("iod"))
    known = modules_of(iod, root)
    private, added = _private(root), _added(iod, known)
    modules: dict[str, Record] = {}
    for written, module in members_of(record, "modules"):
        path: Path = ("attribute_mappings", name, "modules", written)
        found = _module(known, written, path, problems) if known else None
        if found is not None:
            at = (*path, "attributes")
            rows = attribute_rows(found.key, module.get("attributes"), private, known, at, problems, _OPTIONAL, added)
            modules[found.name] = {**module, "attributes": rows}
    order = [module.name for module in known]
    return {**record, "modules": dict(sorted(modules.items(), key=lambda item: order.index(item[0])))}


def complete_ae_mapping(name: str, record: Record, mappings: Record, problems: list[Problem]) -> Record:
    """An AE-specific mapping with name and Tag of its Attributes."""
    mapping = _referred(mappings, record.get("attribute_mapping"))
    mapped = {
        path: row for _, module in members_of(mapping, "modules") for path, row in members_of(module, "attributes")
    }
    attributes: dict[str, Record] = {}
    for path, attribute in members_of(record, "attributes"):
        row = mapped.get(path)
        if row is None and mapped:
            at: Path = ("ae_mappings", name, "attributes", path)
            message = f"{quoted(path)} is not in the mapping {quoted(record['attribute_mapping'])}"
            hint = did_you_mean(path, mapped)
            keywords = _keywords(path.split("."))
            repair = _renamed(at, keywords) if keywords in mapped and keywords not in record["attributes"] else None
            problems.append(_problem(kinds.NOT_MAPPED, at, message, hint, repair))
        standard = {key: row[key] for key in ("name", "tag")} if row else {}
        targets = {ae: _target(target) for ae, target in members_of(attribute, "per_ae_title")}
        attributes[path] = {
            **attribute,
            **standard,
            "default": _target(attribute.get("default", {})),
            "per_ae_title": targets,
        }
    return {**record, "attributes": attributes}


def modules_of(iod: Record, root: Record) -> tuple[iods.Module, ...]:
    """The Modules of the SOP Class of an applied IOD; a SOP Class of the vendor's has those of its base."""
    uid = _uid(iod.get("sop_class"))
    name = iods.iod_of(uid)
    if name is None:
        own = (record for _, record in members_of(root, "sop_classes") if record.get("uid") == uid)
        bases = (iods.iod_of(_uid(record.get("base"))) for record in own)
        name = next((base for base in bases if base), None)
    return iods.modules_of(name) if name else ()


def _uid(sop_class: Any) -> str:
    uid = sop_class.get("uid") if isinstance(sop_class, dict) else None
    return uid if isinstance(uid, str) else ""


def _module(known: tuple[iods.Module, ...], written: str, path: Path, problems: list[Problem]) -> iods.Module | None:
    # Only the name itself: a path into the description and one into the Capability are the same.
    for module in known:
        if module.name == written:
            return module
    names = [module.name for module in known]
    key = iods.module_key(written)
    meant = [module.name for module in known if module.key == key]
    message = f"{quoted(written)} is no Module of the IOD"
    hint = (f"did you mean {quoted(meant[0])}?" if meant else did_you_mean(written, names)) or (
        f"its Modules are {listed(names, 'and')}" if names else ""
    )
    repair = _renamed(path, meant[0]) if meant else None
    problems.append(
        Problem(kind=kinds.UNKNOWN_MODULE, path=path, message=message, hint=hint, on_key=True, repair=repair)
    )
    return None


def _added(iod: Record, known: tuple[iods.Module, ...]) -> Added | None:
    sop_class = iod.get("sop_class")
    kind = sop_class.get("kind") if isinstance(sop_class, dict) else None
    return Added(_TYPE_OF_ADDED[kind], known) if kind in _TYPE_OF_ADDED else None


def _private(root: Record) -> Record:
    private = root.get("private_attributes")
    return private if isinstance(private, dict) else {}


def attribute_rows(
    module: str,
    written: Any,
    private: Record,
    known: tuple[iods.Module, ...],
    path: Path,
    problems: list[Problem],
    implied: Record,
    added: Added | None = None,
) -> dict[str, Record]:
    """The Attributes of a Module by path, completed, with implied Sequences, in the author's order.

    A Sequence that is implied has what `implied` says. `known` are the Modules of the IOD, for hints; `added` says
    what the vendor may add to them, None if nothing.
    """
    if not isinstance(written, dict):
        return {}
    rows: dict[tuple[str, ...], Record] = {}
    for text, value in written.items():
        steps = tuple(text.split("."))
        own = {"use": value} if isinstance(value, str) else dict(value) if isinstance(value, dict) else {}
        standard = _standard(module, steps, private, added)
        if standard is None:
            problems.append(_misplaced(module, steps, known, (*path, text), added))
            continue
        rows[steps] = {**_as_text(own), **standard}
        for length in range(1, len(steps)):
            above = steps[:length]
            if above not in rows and ".".join(above) not in written:
                rows[above] = {**implied, "implied": True, **(_standard(module, above, private, added) or {})}

    return {".".join(steps): rows[steps] for steps in in_order(rows)}


def _standard(module: str, steps: tuple[str, ...], private: Record, added: Added | None) -> Record | None:
    """Name, Tag, VR, VM and Type of an Attribute; None if it has no place there."""
    own = private.get(steps[-1])
    if isinstance(own, dict):
        if not _in_data_set(module, steps, private, added):
            return None
        return {"name": own.get("name", ""), "tag": steps[-1], "vr": own.get("vr", ""), "vm": own.get("vm", "")}
    element = elements.by_keyword(steps[-1])
    if element is None:
        return None
    row = {"name": element.name, "tag": element.tag, "vr": element.vr, "vm": element.vm}
    attribute = iods.attribute_in(module, steps)
    if attribute is not None:
        return {**row, "type": attribute.type}
    if added is None or added.has_place(steps) or not _in_data_set(module, steps, private, added):
        return None
    # In a Sequence that is added itself, the Type is the vendor's to say.
    outer = len(steps) == 1 or iods.attribute_in(module, steps[:-1]) is not None
    return {**row, "type": added.type if outer else ""}


def _in_data_set(module: str, steps: tuple[str, ...], private: Record, added: Added | None) -> bool:
    """Whether what is around an Attribute can hold one: the object itself, or a Sequence that has a place there."""
    around = _standard(module, steps[:-1], private, added) if len(steps) > 1 else {"vr": "SQ"}
    return around is not None and around["vr"] == "SQ"


def _misplaced(
    module: str, steps: tuple[str, ...], known: tuple[iods.Module, ...], path: Path, added: Added | None
) -> Problem:
    for length in range(1, len(steps) + 1):
        keyword = steps[length - 1]
        if keyword.startswith("("):
            element = elements.by_tag(keyword)
            hint = f"write {element.keyword}" if element else "describe it under `private_attributes`"
            repair = _by_keywords(steps, path)
            return _problem(kinds.NOT_IN_MODULE, path, f"{keyword} is not described", hint, repair)
        if elements.by_keyword(keyword) is None:
            siblings = [a.path[-1] for a in iods.attributes_of(module) if a.path[:-1] == steps[: length - 1]]
            hint = did_you_mean(keyword, siblings) or did_you_mean(keyword, elements.suggest(keyword))
            message = f"{quoted(keyword)} is no Attribute of the standard"
            return _problem(kinds.UNKNOWN_ATTRIBUTE, path, message, hint, _by_keywords(steps, path))
        if iods.attribute_in(module, steps[:length]) is None:
            break
    where = iods.module_name(module) + (f", {'.'.join(steps[:-1])}" if len(steps) > 1 else "")
    if elsewhere := _places(module, steps[-1]):
        hint = f"in this Module it stands at {listed(elsewhere, 'and')}"
    else:
        others = [f"{place} of {one.name}" for one in known for place in _places(one.key, steps[-1])[:1]]
        hint = (
            f"in this IOD it stands at {listed(others[:3], 'and')}"
            if others
            else f"no Module of this IOD has it{'' if added else _IF_ADDED}"
            if known
            else ""
        )
    return _problem(kinds.NOT_IN_MODULE, path, f"{quoted(steps[-1])} is no Attribute of {where}", hint)


_IF_ADDED = "; if the product adds it, describe the SOP Class under `sop_classes` with `kind: standard_extended`"


def _places(module: str, keyword: str) -> list[str]:
    """Where an Attribute stands in a Module, at most three paths."""
    return [".".join(attribute.path) for attribute in iods.attributes_of(module) if attribute.path[-1] == keyword][:3]


def _keywords(steps: Iterable[str]) -> str:
    """A path with keywords in place of Tags, and in the right case, as far as the standard knows them."""
    found = ((step, elements.find(step)) for step in steps)
    return ".".join(element.keyword if element and element.keyword else step for step, element in found)


def _by_keywords(steps: tuple[str, ...], path: Path) -> Repair | None:
    keywords = _keywords(steps)
    return _renamed(path, keywords) if keywords != path[-1] else None


def _renamed(path: Path, key: str) -> Repair:
    return Repair(title=f"write {quoted(key)}", changes=(RenameKey(path, key),))


def _problem(kind: Kind, path: Path, message: str, hint: str, repair: Repair | None = None) -> Problem:
    return Problem(kind=kind, path=path, message=message, hint=hint, on_key=True, repair=repair)


def _as_text(own: Record) -> Record:
    """The vendor's part of an Attribute with values as text and `field` as a list."""
    row = dict(own)
    if "values" in row and isinstance(row["values"], list):
        row["values"] = [scalar(value) for value in row["values"]]
    if "default" in row:
        row["default"] = scalar(row["default"])
    if isinstance(row.get("field"), str):
        row["field"] = [row["field"]]
    return row


def _target(target: Any) -> Record:
    if not isinstance(target, dict):
        return {}
    own = dict(target)
    if isinstance(own.get("field"), str):
        own["field"] = [own["field"]]
    if isinstance(own.get("values"), dict):
        own["values"] = {key: scalar(value) for key, value in own["values"].items()}
    return own


def _referred(records: Any, key: Any) -> Record:
    """The record that a reference means; an empty one for a dangling or senseless reference, which others report."""
    found = records.get(key) if isinstance(records, dict) and isinstance(key, str) else None
    return found if isinstance(found, dict) else {}


def members_of(record: Record, key: str) -> list[tuple[str, Record]]:
    """The members of a mapping that are mappings themselves."""
    members = record.get(key)
    return (
        [(name, value) for name, value in members.items() if isinstance(value, dict)]
        if isinstance(members, dict)
        else []
    )
