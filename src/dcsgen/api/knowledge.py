"""What dcsgen knows of the standard, area by area: from which edition, from which source, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dcsgen.base.standard.origins import Origin


class Area(NamedTuple):
    """A part of the knowledge; `known_holes` are sentences for people."""

    name: str
    edition: str
    source: str = ""
    known_holes: tuple[str, ...] = ()


def areas() -> tuple[Area, ...]:
    """All parts of the knowledge, in the order of the parts of the standard."""
    from dcsgen.base.standard import (
        associations,
        attribute_units,
        character_sets,
        code_lists,
        context_groups,
        enumerated_values,
        iods,
        media_profiles,
        pydicom_tables,
        reasons,
        security_profiles,
        service_attributes,
        service_classes,
        statuses,
        transfer_syntaxes,
        uid_overlay,
        web_services,
    )

    return (
        _area("IODs, Modules, Attribute Types", iods.origin()),
        _area("Enumerated Values and Defined Terms", enumerated_values.origin()),
        _area("Units", attribute_units.origin()),
        Area("Character sets", character_sets.EDITION),
        Area(
            "Service Classes and DIMSE services",
            service_classes.EDITION,
            known_holes=(
                "DIMSE services of retired SOP Classes are mostly not known.",
                "What DICOS and DICONDE define is known by its registration only.",
            ),
        ),
        _area("Query keys and Attributes of services", service_attributes.origin()),
        Area("Status codes", statuses.EDITION, known_holes=reasons.KNOWN_HOLES),
        Area("Transfer Syntaxes", transfer_syntaxes.EDITION),
        Area("Data elements", pydicom_tables.edition(), "pydicom's tables of UIDs and data elements"),
        Area(
            "UIDs",
            uid_overlay.EDITION,
            "UIDs that came after pydicom's tables, from DCMTK, highdicom and pynetdicom",
            ("Well-known UIDs other than SOP Classes and Transfer Syntaxes are those of pydicom's tables.",),
        ),
        Area("Associations", associations.EDITION),
        _area("Media profiles", media_profiles.origin()),
        _area("Security profiles", security_profiles.origin()),
        Area("Context Groups", pydicom_tables.edition(), "pydicom's tables", context_groups.KNOWN_HOLES),
        _area("Code lists of layouts", code_lists.origin()),
        _area("Web services", web_services.origin()),
    )


def _area(name: str, origin: Origin) -> Area:
    return Area(name, origin.edition, origin.source, origin.known_holes)


def ihe_holes() -> tuple[str, ...]:
    """What the requirement facts of IHE profiles lack, a sentence a profile that names the fields not seen."""
    from dcsgen.base.standard import ihe_profiles

    holes = []
    for profile in ihe_profiles.all_profiles():
        needs = [t for actor in profile.actors for t in actor.transactions]
        unseen = sum(bool(t.unverified) for t in needs)
        holes.append(f"{profile.id}: of {len(needs)} transactions of its actors {unseen} were not or not fully seen.")
    return tuple(holes)
