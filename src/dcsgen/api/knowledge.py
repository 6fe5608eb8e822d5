"""What dcsgen knows of the standard, area by area: from which edition, from which source, and what is missing."""

from __future__ import annotations

from typing import NamedTuple


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
        Area("IODs, Modules, Attribute Types", iods.edition(), iods.source(), iods.known_holes()),
        Area(
            "Enumerated Values and Defined Terms",
            enumerated_values.edition(),
            enumerated_values.source(),
            enumerated_values.known_holes(),
        ),
        Area("Units", attribute_units.edition(), attribute_units.source(), attribute_units.known_holes()),
        Area("Character sets", character_sets.EDITION),
        Area(
            "Service Classes and DIMSE services",
            service_classes.EDITION,
            known_holes=(
                "DIMSE services of retired SOP Classes are mostly not known.",
                "What DICOS and DICONDE define is known by its registration only.",
            ),
        ),
        Area(
            "Query keys and Attributes of services",
            service_attributes.edition(),
            service_attributes.source(),
            service_attributes.known_holes(),
        ),
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
        Area("Media profiles", media_profiles.edition(), media_profiles.source(), media_profiles.known_holes()),
        Area(
            "Security profiles",
            security_profiles.edition(),
            security_profiles.source(),
            security_profiles.known_holes(),
        ),
        Area("Context Groups", pydicom_tables.edition(), "pydicom's tables", context_groups.KNOWN_HOLES),
        Area("Code lists of layouts", "2024c", code_lists.source(), code_lists.known_holes()),
        Area("Web services", web_services.edition(), web_services.source(), web_services.known_holes()),
    )


def ihe_holes() -> tuple[str, ...]:
    """What the requirement facts of IHE profiles lack, a sentence a profile that names the fields not seen."""
    from dcsgen.base.standard import ihe_profiles

    holes = []
    for profile in ihe_profiles.all_profiles():
        needs = [t for actor in profile.actors for t in actor.transactions]
        unseen = sum(bool(t.unverified) for t in needs)
        holes.append(f"{profile.id}: of {len(needs)} transactions of its actors {unseen} were not or not fully seen.")
    return tuple(holes)
