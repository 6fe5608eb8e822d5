"""The rule S239: the title of a service does not name another DIMSE service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.standard.service_classes import query_model
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._services import origins
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S239",
    slug="title-of-other-service",
    severity=Severity.WARNING,
    what=(
        "The `title` of a service says C-FIND, C-MOVE or C-GET, but its SOP Classes are those of another one of the "
        "three."
    ),
    why="Their UIDs differ in the last component only, and published statements do print that of C-MOVE for C-GET.",
    instead="Correct the SOP Classes or the title.",
    clause="PS3.4 C.6",
)

DIMSE = re.compile(r"\bC-(FIND|MOVE|GET)\b")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that queries or retrieves; Storage for C-MOVE may say so."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        models = [query_model(one.uid) or query_model(made_from.get(one.uid, "")) for one in service.sop_classes]
        kinds = {model.kind for model in models if model is not None}
        named = set(DIMSE.findall(service.title))
        if named and all(models) and not named & kinds:
            what = listed([f"C-{kind}" for kind in sorted(kinds)], "and")
            message = f"the title {quoted(service.title)} does not fit the SOP Classes, which are for {what}"
            yield KIND.at(("services", key, "title"), message, hint="correct `sop_classes` or the title")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
