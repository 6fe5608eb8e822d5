"""What a description states that there is none of, in a sentence for each section about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from dcsgen.base.content_words import ValueSet
from dcsgen.model import Capability, ContextGroup
from dcsgen.render.language import _


class AbsentView(Struct, frozen=True, kw_only=True):
    """The sentences that sections print in the place of a table, for `none` of an outline.

    Each is empty if there is something, or if nothing is stated. `private_codes` is about context groups that are
    stated, none of which can hold private codes.
    """

    sequences: str
    parameters: str
    private_attributes: str
    context_groups: str
    private_codes: str
    templates: str


def absent(capability: Capability) -> AbsentView:
    """The sentences for a Capability."""

    def none(stated: Mapping[str, Any] | None, sentence: str) -> str:
        return sentence if stated is not None and not stated else ""

    groups = capability.context_groups
    private = None if groups is None else {key: one for key, one in groups.items() if _may_be_private(one)}
    return AbsentView(
        sequences=none(capability.sequences, _("No order of Real-World Activities is prescribed.")),
        parameters=none(capability.configuration.parameters, _("There are no configuration parameters.")),
        private_attributes=none(capability.private_attributes, _("The product uses no private Attributes.")),
        context_groups=none(groups, _("The product uses no Context Groups.")),
        private_codes=none(private, _("The product uses no private codes.")),
        templates=none(capability.templates, _("The product uses no Templates of structured reports.")),
    )


def is_private(scheme: str) -> bool:
    """Whether a Coding Scheme Designator is that of a private or local scheme (PS3.3 8.2)."""
    return scheme == "L" or scheme.startswith("99")


def _may_be_private(group: ContextGroup) -> bool:
    """Whether codes of a context group are private, or could be for all that is stated."""
    schemes = (*group.coding_schemes, *(code.scheme for code in group.codes.values()))
    if group.value_set is ValueSet.PRIVATE or any(map(is_private, schemes)):
        return True
    return not schemes and group.value_set in (None, ValueSet.EXTENDED)
