"""One description checked: what loading finds and what the rules find, before anybody judges it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from dcsgen.api.asked_for import not_there
from dcsgen.api.loading import Loaded, load
from dcsgen.api.own_kinds import OF_LOADING
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, finding_of
from dcsgen.check.accepted import Read
from dcsgen.check.run import Offered, run_rules
from dcsgen.host import Host, kinds
from dcsgen.plugin.rule import Written


class Checked(Struct, frozen=True):
    """What was found in one description, and what was looked for. It holds plain data only, for other processes."""

    read: Read
    findings: tuple[Finding, ...]
    unreadable: bool = False


def check_file(file: Path, host: Host, rules: Sequence[Offered]) -> Checked:
    """The findings of loading and of some rules about one description; none is raised, not even for an unreadable file.

    Only an `UnreadableInputError` that says nothing about the place is passed on.
    """
    try:
        return check_loaded(file, load(file, host), rules, host)
    except UnreadableInputError as error:
        if error.finding is None:
            raise
        read = Read(file=str(file), sources=(str(file),), codes=frozenset())
        return Checked(read, (error.finding,), unreadable=True)


def check_loaded(
    file: Path,
    loaded: Loaded,
    rules: Sequence[Offered],
    host: Host,
    *,
    layout: str | None = None,
    language: str = "",
) -> Checked:
    """The same for a description that is loaded; rules run only over a Capability without errors.

    `layout` and `language` are what a document is made with in the place of its own, if anything.
    """
    findings = [*loaded.findings, *not_there(loaded, host, layout=layout, language=language)]
    codes = {kind.code for kind in OF_LOADING}
    written = Written(loaded.tree.root, frozenset(loaded.providers))
    for outcome in run_rules(loaded.capability, written, rules) if loaded.capability is not None else ():
        code = outcome.rule.kind.code
        if outcome.trouble:
            message = f"the rule {code} failed: {outcome.trouble}"
            problem = kinds.RULE_RAISED.at((), message, subject=f"{code} {file.name}")
            findings.append(finding_of(problem, provider=outcome.provider))
        else:
            codes.add(code)
            findings += (loaded.locate(problem, outcome.provider) for problem in outcome.problems)
    sources = tuple(source.name for source in loaded.tree.sources)
    return Checked(Read(file=str(file), sources=sources, codes=frozenset(codes)), tuple(findings))
