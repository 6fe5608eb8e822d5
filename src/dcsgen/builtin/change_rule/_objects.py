"""Whether a product exchanges objects of a SOP Class at all, for rules about the IODs that it applies."""

from __future__ import annotations

from dcsgen.model import Capability


def exchanged(capability: Capability, uid: str) -> bool:
    """Whether a service, medium or web service has the SOP Class, or may have it because it names none."""
    classes = [service.sop_classes for service in capability.services.values()]
    classes += [content.sop_classes for medium in capability.media.values() for content in medium.contents.values()]
    for service in capability.web_services.values():
        for name, transaction in service.transactions.items():
            named = transaction.sop_classes or service.sop_classes
            if not named and name in ("store", "retrieve"):
                return True
            classes.append(named)
    return any(one.uid == uid for each in classes for one in each)
