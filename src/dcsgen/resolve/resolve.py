"""From a checked tree to a Capability: names become UIDs, sets become lists, the standard adds what it knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Path, Problem, Severity
from dcsgen.base.standard import iods
from dcsgen.model import Capability
from dcsgen.resolve import kinds
from dcsgen.resolve.contents import check_flow, complete_context_group, complete_ihe_profile, complete_template
from dcsgen.resolve.functional_groups import complete_common_functional_group, complete_functional_groups
from dcsgen.resolve.names import Names
from dcsgen.resolve.objects import complete_ae_mapping, complete_common_module, complete_iod, complete_mapping
from dcsgen.resolve.services import complete_service
from dcsgen.resolve.web import complete_web_service

_ONLY_IN_SOURCES = ("include", "extends", "sets")


class Resolved(NamedTuple):
    """The Capability, or None where problems of severity error stand in the way."""

    capability: Capability | None
    problems: tuple[Problem, ...]


def resolve(root: dict[str, Any], providers: Mapping[Path, str], *, valid: bool = True) -> Resolved:
    """The Capability that plain data describe, and what is wrong with the names in them.

    `providers` says which plug-in gave which record. With `valid=False`, the schema has already found errors:
    names are still looked up, so that all problems come out at once, but no Capability is made.
    """
    names = Names(root)
    tree = names.replaced(root, schemas.root("description"))
    problems = names.problems
    _complete(tree, problems)
    for (collection, name), provider in providers.items():
        tree[collection][name]["provider"] = provider
    for key in _ONLY_IN_SOURCES:
        tree.pop(key, None)
    tree["edition"] = iods.origin().edition
    usable = valid and not any(problem.kind.severity is Severity.ERROR for problem in problems)
    return Resolved(msgspec.convert(tree, Capability) if usable else None, tuple(problems))


def _complete(tree: dict[str, Any], problems: list[Problem]) -> None:
    for name, record in _records(tree, "iods"):
        tree["iods"][name] = complete_functional_groups(
            name, complete_iod(name, record, tree, problems), tree, problems
        )
    for name, record in _records(tree, "common_modules"):
        tree["common_modules"][name] = complete_common_module(name, record, tree, problems)
    for name, record in _records(tree, "common_functional_groups"):
        tree["common_functional_groups"][name] = complete_common_functional_group(name, record, tree, problems)
    for name, record in _records(tree, "attribute_mappings"):
        tree["attribute_mappings"][name] = complete_mapping(name, record, tree, problems)
    mappings = tree.get("attribute_mappings")
    for name, record in _records(tree, "ae_mappings"):
        mapped = mappings if isinstance(mappings, dict) else {}
        tree["ae_mappings"][name] = complete_ae_mapping(name, record, mapped, problems)
    for name, record in _records(tree, "web_services"):
        tree["web_services"][name] = complete_web_service(name, record, tree, problems)
    for name, record in _records(tree, "services"):
        tree["services"][name] = complete_service(name, record, tree, problems)
    _complete_contents(tree, problems)
    for collection in ("status_tables", "services"):
        for name, record in _records(tree, collection):
            if isinstance(statuses := record.get("statuses"), dict):
                record["statuses"] = _by_code(statuses, (collection, name, "statuses"), problems)


def _complete_contents(tree: dict[str, Any], problems: list[Problem]) -> None:
    for name, record in _records(tree, "context_groups"):
        tree["context_groups"][name] = complete_context_group(name, record, tree, problems)
    for name, record in _records(tree, "templates"):
        tree["templates"][name] = complete_template(record)
    for name, record in _records(tree, "attribute_flows"):
        check_flow(name, record, tree, problems)
    for name, record in _records(tree, "ihe_profiles"):
        tree["ihe_profiles"][name] = complete_ihe_profile(name, record, problems)


def _by_code(statuses: dict[str, Any], path: Path, problems: list[Problem]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for written, status in statuses.items():
        code = _code(written)
        if code in found:
            message = f"{code} stands in the table twice"
            hint = "delete one of the two rows, or correct its code"
            at = (*path, written)
            problems.append(Problem(kind=kinds.REPEATED_STATUS, path=at, message=message, hint=hint, on_key=True))
        found.setdefault(code, status)
    return found


def _code(written: str) -> str:
    """A status code with capital digits; `x` for any digit and the word `other` stay small."""
    return written if written == "other" else written.upper().replace("X", "x")


def _records(tree: dict[str, Any], collection: str) -> list[tuple[str, dict[str, Any]]]:
    records = tree.get(collection)
    if not isinstance(records, dict):
        return []
    return [(name, record) for name, record in records.items() if isinstance(record, dict)]
