"""The rule S620: records that others refer to are referred to."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S620",
    slug="unused-record",
    severity=Severity.WARNING,
    what=(
        "A status table, applied IOD, attribute mapping, AE-specific mapping, SOP Class, Transfer Syntax or "
        "Application Profile of the description to which nothing refers. Records that plug-ins give are exempt."
    ),
    why=(
        "It is printed as an annex or a section, but belongs to no service, so that the reader cannot know when it "
        "applies. Often the service refers to another record by mistake."
    ),
    instead="Refer to it from the service that it is for, or take it out.",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each record of the description that nothing refers to."""
    used = _used(capability)
    for what, path in _own_records(capability):
        if path not in used:
            message = f"nothing refers to the {what} {quoted(path[1])}"
            yield KIND.at(path, message, hint="refer to it from a service, or take it out")


def _own_records(capability: Capability) -> Iterator[tuple[str, Path]]:
    for what, collection in (
        ("status table", "status_tables"),
        ("applied IOD", "iods"),
        ("attribute mapping", "attribute_mappings"),
        ("AE-specific mapping", "ae_mappings"),
    ):
        for key, record in (getattr(capability, collection) or {}).items():
            if not record.provider:
                yield what, (collection, key)
    yield from (("SOP Class", ("sop_classes", key)) for key in capability.sop_classes)
    yield from (("Transfer Syntax", ("transfer_syntaxes", key)) for key in capability.transfer_syntaxes)
    yield from (("Application Profile", ("application_profiles", key)) for key in capability.application_profiles)


def _used(capability: Capability) -> set[Path]:
    used: set[Path] = set()
    uids: set[str] = set()
    for service in capability.services.values():
        used.add(("status_tables", service.status_table))
        used.add(("iods", service.iod))
        used.add(("attribute_mappings", service.attribute_mapping))
        used.add(("ae_mappings", service.ae_mapping))
        uids.update(sop_class.uid for sop_class in service.sop_classes)
        uids.update(syntax.uid for syntax in service.transfer_syntaxes)
    for content in (content for media in capability.media.values() for content in media.contents.values()):
        uids.update(sop_class.uid for sop_class in content.sop_classes)
        uids.update(syntax.uid for syntax in content.transfer_syntaxes)
    for transaction in (one for web in capability.web_services.values() for one in web.transactions.values()):
        uids.update(sop_class.uid for sop_class in transaction.sop_classes)
        for media_type in (*transaction.request_media_types.values(), *transaction.response_media_types.values()):
            uids.update(syntax.uid for syntax in media_type.transfer_syntaxes)
    used.update(("application_profiles", media.profile.id) for media in capability.media.values())
    used.update(("iods", mapping.iod) for mapping in capability.attribute_mappings.values())
    used.update(("attribute_mappings", mapping.attribute_mapping) for mapping in capability.ae_mappings.values())
    uids.update(iod.sop_class.uid for iod in capability.iods.values())
    used.update(("sop_classes", key) for key, own in capability.sop_classes.items() if own.uid in uids)
    used.update(("transfer_syntaxes", key) for key, own in capability.transfer_syntaxes.items() if own.uid in uids)
    return used


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
