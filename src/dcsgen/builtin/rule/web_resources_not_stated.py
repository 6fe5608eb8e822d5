"""The rule S530: a web transaction says on which resources."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S530",
    slug="web-resources-not-stated",
    severity=Severity.WARNING,
    what="PS3.18 has several resources for a transaction, and the description states none.",
    why=(
        "Support of a transaction means nothing without them: to retrieve a study, its metadata and a thumbnail are "
        "three things."
    ),
    instead="Add `resources` with those that are supported.",
    clause="PS3.18 8.2, PS3.2 N.5.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each transaction that has a choice of resources and states none."""
    for known in known_transactions(capability):
        if len(known.facts.resources) > 1 and not known.transaction.resources:
            yield KIND.at(known.path, f"{known.label} names no resources", hint="add `resources`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
