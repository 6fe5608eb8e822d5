"""The rule S522: a web transaction with a payload says in which media types."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S522",
    slug="media-types-not-stated",
    severity=Severity.WARNING,
    what="PS3.18 has media types for the payload of a transaction, but the description states none.",
    why=("In which form the product sends or understands DICOM data decides whether it works with a peer at all."),
    instead="Add `response_media_types` for what is returned, `request_media_types` for what is sent.",
    clause="PS3.18 8.7, PS3.2 N.5.3.2.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each transaction that has a payload and no media type."""
    for known in known_transactions(capability):
        stated = known.transaction.request_media_types or known.transaction.response_media_types
        if known.facts.media_types and not stated:
            key = "request_media_types" if known.facts.method in ("POST", "PUT") else "response_media_types"
            yield KIND.at(known.path, f"{known.label} has no media types", hint=f"add `{key}`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
