"""The rule S227: a Meta SOP Class stands for its parts."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import members_of
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._placed import placed
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S227",
    slug="part-of-meta-sop-class-listed",
    severity=Severity.NOTE,
    what=(
        "SOP Classes stand beside a Meta SOP Class that has them as parts, in the same role of the same Application "
        "Entity."
    ),
    why=(
        "The Meta SOP Class is what is negotiated. A part that is listed as well looks as if it were negotiated on "
        "its own."
    ),
    instead="Take the parts out, unless they are proposed in Presentation Contexts of their own.",
    clause="PS3.4 H.3.1, H.3.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service with such parts."""
    every = list(placed(capability))
    parts = {
        (one.service.application_entity, one.role, member.uid): one.name
        for one in every
        for member in members_of(one.uid)
        if member.mandatory
    }
    listed: dict[tuple[str, str], dict[str, None]] = {}
    for one in every:
        meta = parts.get((one.service.application_entity, one.role, one.uid))
        if meta is not None:
            listed.setdefault((one.key, meta), {})[one.name] = None
    for (key, meta), names in listed.items():
        message = f"the service {quoted(key)} lists {some(list(names))}, for which {meta} stands already"
        yield KIND.at(("services", key, "sop_classes"), message, hint="take them out", subject=meta)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
