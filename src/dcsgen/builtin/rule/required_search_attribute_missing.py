"""The rule S526: a search matches the Attributes that PS3.18 requires."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.web_services import required_search_attributes
from dcsgen.builtin.rule._services import some
from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability, WebTransaction
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S526",
    slug="required-search-attribute-missing",
    severity=Severity.ERROR,
    what=(
        "An origin server states which Attributes its search matches, and one that PS3.18 requires for the level of "
        "its resources is not among them, or has `matching: false`."
    ),
    why=(
        "A user agent may search by these at any origin server. One that ignores them returns everything, or an error."
    ),
    instead=("Support the Attribute and add it, or say in `behaviour` that it is missing and accept the finding."),
    clause="PS3.18 Table 10.6.1-5",
)

_LEVELS = (("Studies", "STUDY"), ("Series", "SERIES"), ("Instances", "IMAGE"))


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each level at which required Attributes are not matched."""
    for known in known_transactions(capability):
        if known.facts.id != "studies/search" or not known.is_answered or not known.transaction.attributes:
            continue
        for end, level in _LEVELS:
            missing = _missing(known.transaction, level)
            if missing and any(resource.endswith(end) for resource in known.transaction.resources):
                message = f"{known.label} does not match {some(missing)} at the level {level}"
                denied = len(missing) == 1 and missing[0] in known.transaction.attributes
                at = (*known.path, "attributes", *((missing[0], "matching") if denied else ()))
                yield KIND.at(at, message, hint="add them with `matching: true`", subject=level)


def _missing(transaction: WebTransaction, level: str) -> list[str]:
    """The required Attributes of a level that are not there or not matched; "not stated" is no "no"."""
    paths = [".".join(path) for path in required_search_attributes(level)]
    stated = transaction.attributes
    return [path for path in paths if path not in stated or stated[path].matching is False]


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
