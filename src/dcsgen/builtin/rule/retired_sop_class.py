"""The rule S211: retired SOP Classes are not offered."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import is_retired, service_of
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability, SopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S211",
    slug="retired-sop-class",
    severity=Severity.NOTE,
    what=(
        "A service has retired SOP Classes of a Service Class that lives on, such as the Patient/Study Only "
        "information model, or a trial."
    ),
    why=(
        "Retired means that it should not be implemented any more. Readers should know that the product needs, or "
        "merely tolerates, what peers of today do not have."
    ),
    instead="Take them out, or put them into a service of their own that says why they are still there.",
    clause="PS3.6 Annex A",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; Service Classes that are retired as a whole are the subject of another rule."""
    for key, service in capability.services.items():
        retired = [
            one.name or one.uid for one in service.sop_classes if one.retired and not _is_of_retired_service(one)
        ]
        if retired:
            message = f"the service {quoted(key)} has retired SOP Classes: {some(retired)}"
            yield KIND.at(("services", key, "sop_classes"), message, hint="take them out, unless old peers need them")


def _is_of_retired_service(sop_class: SopClass) -> bool:
    use = service_of(sop_class.uid)
    return use is not None and is_retired(use.service_class)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
