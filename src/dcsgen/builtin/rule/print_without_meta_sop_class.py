"""The rule S226: who prints has a Basic Print Management Meta SOP Class."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import basic_print_meta_sop_classes, prints
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._placed import placed
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S226",
    slug="print-without-meta-sop-class",
    severity=Severity.ERROR,
    what=(
        "An Application Entity has SOP Classes of Print Management, but neither Basic Grayscale nor Basic Color Print "
        "Management Meta SOP Class in the same role. Printer, Print Job and Printer Configuration Retrieval may stand "
        "alone."
    ),
    why=(
        "Film session, film box and image box are negotiated as one by the Meta SOP Class; what is optional can only "
        "be negotiated in addition to it."
    ),
    instead="Add the Meta SOP Class, in place of the SOP Classes that it stands for.",
    clause="PS3.4 H.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service with such SOP Classes."""
    every = list(placed(capability))
    basic = basic_print_meta_sop_classes()
    has = {(one.service.application_entity, one.role) for one in every if one.uid in basic}
    alone: dict[str, dict[str, None]] = {}
    for one in every:
        if prints(one.uid) and (one.service.application_entity, one.role) not in has:
            alone.setdefault(one.key, {})[one.name] = None
    for key, names in alone.items():
        message = f"the service {quoted(key)} has {some(list(names))} without a Basic Print Management Meta SOP Class"
        hint = "add `BasicGrayscalePrintManagementMeta` or `BasicColorPrintManagementMeta`"
        yield KIND.at(("services", key, "sop_classes"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
