"""The rule S527: a search says by which Attributes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S527",
    slug="search-attributes-not-stated",
    severity=Severity.WARNING,
    what="A search over the web states no `attributes`, and nothing in its `behaviour` about them.",
    why="Which Attributes can be matched and which come back is what a user of the search has to know.",
    instead="Add `attributes` with `matching` and `returned`.",
    clause="PS3.2 N.5.3.2.4, PS3.18 8.3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each search without Attributes and without a text."""
    for known in known_transactions(capability):
        is_search = known.facts.id.endswith("/search")
        if is_search and not known.transaction.attributes and not known.transaction.behaviour:
            yield KIND.at(known.path, f"{known.label} names no Attributes", hint="add `attributes`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
