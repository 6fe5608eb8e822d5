"""The rule S217: relational queries and fuzzy matching are negotiated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import query_model
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._denials import affirms, says
from dcsgen.builtin.rule._services import origins
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S217",
    slug="extended-behaviour-not-negotiated",
    severity=Severity.WARNING,
    what=(
        "A service that queries or retrieves mentions relational queries, relational retrieval or fuzzy matching of "
        "names, but `extended_negotiation` is empty or says that there is none."
    ),
    why=(
        "They are extended behaviour, which both sides have to agree on by SOP Class Extended Negotiation. Without it "
        "a hierarchical request is all that a peer can count on, and all that it has to answer."
    ),
    instead=(
        "Say in `extended_negotiation` what is proposed or accepted, or say that the extended behaviour is not used."
    ),
    clause="PS3.4 C.4.1.3, C.4.2.3, C.5",
)

EXTENDED = ("relational", "fuzzy")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; sentences that deny something do not count."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        models = [query_model(made_from.get(one.uid, one.uid)) for one in service.sop_classes]
        if not any(models) or affirms(service.extended_negotiation):
            continue
        words = [word for word in EXTENDED if says(service.behaviour, word)]
        if words:
            message = f"the service {quoted(key)} mentions {words[0]} behaviour, but no extended negotiation"
            path = ("services", key, "extended_negotiation") if service.extended_negotiation else ("services", key)
            yield KIND.at(path, message, hint="say what is negotiated, or that the behaviour is not used")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
