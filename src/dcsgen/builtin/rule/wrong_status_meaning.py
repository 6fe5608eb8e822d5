"""The rule S309: a status code does not carry the meaning of another code of the service."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._status_lists import StatusList, status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S309",
    slug="wrong-status-meaning",
    severity=Severity.ERROR,
    what="A status code has the meaning that the standard gives to another code of the same service.",
    why=(
        "One of the two is a slip of the pen. The peer goes by the code, people by the words, and they look for the "
        "fault in different places."
    ),
    instead="Correct the code or the meaning.",
    clause="PS3.7 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each row whose meaning is, word by word, that of other codes and not of its own."""
    for codes in status_lists(capability):
        meanings = _meanings(codes)
        for row in codes.rows:
            others = meanings.get(spelled(row.status.meaning), [])
            within = [status for status in codes.standard if row.is_within(status)]
            # Without a meaning of its own the code is the subject of another rule.
            if others and within and not any(status.code in others for status in within):
                right = listed([quoted(status.meaning) for status in within], "or")
                message = (
                    f"the status {row.code} in {codes.owner} means {right}; "
                    f"{quoted(row.status.meaning)} is the meaning of {listed(others, 'and')}"
                )
                yield KIND.at((*codes.path, row.code, "meaning"), message, hint="correct the code or the meaning")


def _meanings(codes: StatusList) -> dict[str, list[str]]:
    """The codes of each meaning, with and without the word before the colon ("Refused: Out of resources")."""
    found: dict[str, list[str]] = {}
    for status in codes.standard:
        for words in {status.meaning, status.meaning.rpartition(": ")[2]}:
            found.setdefault(spelled(words), []).append(status.code)
    return found


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
