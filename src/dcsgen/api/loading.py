"""From a description's file to a Capability: compose, validate, resolve, with all findings at once."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, Problem, Severity, in_reading_order
from dcsgen.base.finding import Path as NodePath
from dcsgen.base.tree import Tree, harmless
from dcsgen.host import Host
from dcsgen.load import compose_kinds
from dcsgen.load.compose import Composed, NamedRecord, compose
from dcsgen.load.languages import speak
from dcsgen.load.validate import validate
from dcsgen.model import Capability
from dcsgen.repair.locate import fix_of
from dcsgen.resolve import kinds as resolve_kinds
from dcsgen.resolve.resolve import resolve

_FILES_MISSING = {kind.code for kind in compose_kinds.ALL if kind is not compose_kinds.INCLUDE_CONFLICT}

_NOT_THERE = (resolve_kinds.UNKNOWN_REFERENCE, resolve_kinds.UNKNOWN_SET)


class Loaded(Struct, frozen=True):
    """A description that was read. `capability` is None if there are findings of severity error.

    `tree` turns a path into a place; `providers` says which plug-in gave which record. `partial` is true for a draft:
    what it does not say may still be.
    """

    tree: Tree
    capability: Capability | None
    findings: tuple[Finding, ...]
    providers: dict[NodePath, str]
    partial: bool = False

    def locate(self, problem: Problem, provider: str = "") -> Finding:
        """The finding for a problem in this description, with the edits of the repair that it offers."""
        finding = self.tree.finding(problem, provider or self.providers.get(problem.path[:2], ""))
        if problem.repair is None:
            return finding
        return structs.replace(finding, fix=fix_of(self.tree, problem.repair, self.providers))


def load(file: Path, host: Host, contents: Mapping[Path, bytes] | None = None, language: str = "") -> Loaded:
    """The description in a file, with what the host's plug-ins add.

    `contents` has bytes that take the place of what files hold, by their resolved paths. Texts are those of one
    language, of the description's own (`document.language`) or another.
    Raises `UnreadableInputError` if the file, or one that it draws in, is not readable YAML.
    """
    records = [NamedRecord(record.collection, record.name, record.file, provider) for provider, record in host.records]
    composed = compose(file, records, contents=contents or {})
    fragments = {fragment.name: fragment.file for _, fragment in host.schema_fragments}
    problems = speak(composed.tree, language)
    return _resolved(composed, [*validate(composed.tree.root, fragments), *problems], language)


def _resolved(composed: Composed, problems: list[Problem], language: str) -> Loaded:
    errors = [finding for finding in composed.findings if finding.severity is Severity.ERROR]
    valid = not errors and not any(problem.kind.severity is Severity.ERROR for problem in problems)
    resolved = resolve(composed.tree.root, composed.providers, valid=valid)
    capability = resolved.capability and in_language(language, resolved.capability)
    loaded = Loaded(composed.tree, capability, (), dict(composed.providers))
    missing = any(finding.code in _FILES_MISSING for finding in errors)
    # What is not there may be in a file that is not there: one finding about that file is enough.
    known = [problem for problem in resolved.problems if not (missing and problem.kind in _NOT_THERE)]
    located = [loaded.locate(problem) for problem in (*problems, *known)]
    findings = tuple(in_reading_order([*composed.findings, *located]))
    return Loaded(composed.tree, capability, findings, dict(composed.providers))


def in_language(language: str, capability: Capability) -> Capability:
    """A Capability as that of a document in a language, if one is given."""
    if not language:
        return capability
    return structs.replace(capability, document=structs.replace(capability.document, language=language))


def without_errors(loaded: Loaded, name: str) -> Capability:
    """The Capability of what is to be compared; raises `UnreadableInputError` with the first error if there are any."""
    if loaded.capability is not None:
        return loaded.capability
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    count = f"{len(errors)} error{'s' if len(errors) != 1 else ''}"
    first = f"; the first: {errors[0].place or name}: {harmless(errors[0].message)}" if errors else ""
    raise UnreadableInputError(f"{name} cannot be compared: it has {count}{first}")


def capability_of(description: dict[str, Any]) -> Capability:
    """The Capability of a description that is already plain data, for tests and programs.

    Raises `ValueError` with all messages if it has errors.
    """
    description = deepcopy(description)
    speak(Tree(description, {}, []))
    problems = validate(description, {})
    valid = not any(problem.kind.severity is Severity.ERROR for problem in problems)
    resolved = resolve(description, {}, valid=valid)
    if resolved.capability is None:
        found = (*problems, *resolved.problems)
        raise ValueError("\n".join(f"{problem.kind.code} {problem.message}" for problem in found))
    return resolved.capability
