"""The rule S529: query parameters are those of the transaction."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import elements
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.rule._web import known_transactions
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S529",
    slug="unknown-query-parameter",
    severity=Severity.WARNING,
    what=(
        "A query parameter of a transaction is none that PS3.18 has for it, no Attribute to be matched, and not marked "
        "as `private`."
    ),
    why="An origin server ignores or refuses parameters that it does not know.",
    instead="Take the name from PS3.18, or write `private: true` if the parameter is the product's own.",
    clause="PS3.18 8.3",
)

_ATTRIBUTE = "{attributeID}"
_MATCH = "match"
"""How PS3.2 N.5.3.2.4 calls the parameters that are Attributes, all at once."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each parameter of a transaction whose parameters are known."""
    for known in known_transactions(capability):
        names = [name for name in known.facts.parameters if name != _ATTRIBUTE]
        searches = _ATTRIBUTE in known.facts.parameters
        for key, parameter in known.transaction.parameters.items() if names else ():
            is_attribute = searches and (key in (_ATTRIBUTE, _MATCH) or elements.find(key.split(".")[-1]) is not None)
            if key not in names and not is_attribute and not parameter.private:
                message = f"{quoted(key)} is no query parameter of {known.label}"
                hint = did_you_mean(key, names) or f"it has {', '.join(names)}{known.doubt('parameters')}"
                yield Problem(kind=KIND, path=(*known.path, "parameters", key), message=message, hint=hint, on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
