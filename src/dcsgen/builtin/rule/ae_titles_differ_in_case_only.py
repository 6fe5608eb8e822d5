"""The rule S115: AE Titles can be told apart by reading."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_titles import about_title, local_titles, remote_titles
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S115",
    slug="ae-titles-differ-in-case-only",
    severity=Severity.WARNING,
    what="Two AE Titles of the configuration are the same but for capital and small letters.",
    why=(
        "AE Titles are compared letter by letter. People who type them do not see the difference, and some products "
        "turn them into capitals."
    ),
    instead="If they mean the same Application Entity, write them alike; otherwise give one of them another name.",
    clause="PS3.8 C.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at each title that resembles an earlier one; equal titles are not compared."""
    seen: dict[str, tuple[Path, str]] = {}
    for path, written in (*local_titles(capability), *remote_titles(capability)):
        title = written.strip(" ")
        at, first = seen.setdefault(title.casefold(), (path, title))
        if title != first:
            message = f"the AE Titles {quoted(title)} and {quoted(first)} differ in capital and small letters only"
            yield about_title(KIND, path, message, hint="write them alike, or rename one", related=(at,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
