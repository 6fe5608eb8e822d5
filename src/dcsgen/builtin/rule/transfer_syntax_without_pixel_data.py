"""The rule S207: objects without Pixel Data are not offered in a Transfer Syntax for pixels."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import why_without_service
from dcsgen.base.standard.transfer_syntaxes import can_carry, syntax
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import origins, some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S207",
    slug="transfer-syntax-without-pixel-data",
    severity=Severity.ERROR,
    what=(
        "A Transfer Syntax that compresses, encapsulates or refers to pixels is listed for a SOP Class whose objects "
        "have no Pixel Data: RT Plans, Structured Reports, presentation states, waveforms, documents, queries, "
        "normalized services."
    ),
    why=(
        "PS3.5 allows it only where Pixel Data is in the top level of the Data Set. Lists of all Transfer Syntaxes "
        "for all SOP Classes are a common slip; a peer that chooses from them sends what cannot be encoded."
    ),
    instead="Give the SOP Classes without Pixel Data a service of their own with Transfer Syntaxes that fit.",
    clause="PS3.5 A.4, A.6",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; SOP Classes of which it is not known are left alone."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        encodings = [one for one in service.transfer_syntaxes if (facts := syntax(one.uid)) and facts.pixel_data_only]
        if not encodings:
            continue
        bare = [
            one.name
            for one in service.sop_classes
            if not why_without_service(one.uid)
            and can_carry(encodings[0].uid, made_from.get(one.uid, one.uid)) is False
        ]
        if bare:
            which = some([one.name for one in encodings])
            message = f"the service {quoted(key)} has {which} for {some(bare)}, whose objects have no Pixel Data"
            hint = "describe them in a service of their own, without the Transfer Syntaxes for pixels"
            yield KIND.at(("services", key, "transfer_syntaxes"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
