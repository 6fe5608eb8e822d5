"""The rule S244: a key that is sent without a value asks for universal matching."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import MatchingType, QuerySource
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._attributes import keys_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S244",
    slug="empty-key-not-universal",
    severity=Severity.WARNING,
    what="A key is sent `empty` and nothing else, and its `matching` says something else than `universal`.",
    why=("A key without a value matches everything, so the reader cannot tell whether the product searches by it."),
    instead="Say where the value comes from, or write `matching: [universal]`.",
    clause="PS3.4 C.2.2.2.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such key; a Sequence is sent with an empty Item and is left out."""
    for at, _, path, key in keys_of(capability):
        other = [matching for matching in key.matching if matching is not MatchingType.UNIVERSAL]
        if key.source == (QuerySource.EMPTY,) and other and key.vr != "SQ":
            message = f"{quoted(path)} is sent empty, and yet its matching is {other[0].replace('_', ' ')}"
            yield KIND.at((*at, "matching"), message, hint="write `[universal]`, or correct `source`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
