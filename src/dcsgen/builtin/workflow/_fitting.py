"""Which interactions a step is done by, for the plans of workflows."""

from __future__ import annotations

from collections.abc import Callable

from dcsgen.base.interaction import Means
from dcsgen.base.standard.service_classes import query_model
from dcsgen.base.standard.uids import by_uid
from dcsgen.plugin import Thing

Fits = Callable[[Thing], bool]

QUERY_RETRIEVE, STORAGE = "Query/Retrieve", "Storage"


def keyword(thing: Thing) -> str:
    """The keyword of the SOP Class of an interaction; empty for what is not registered, and elsewhere."""
    found = by_uid(thing.key) if thing.means is Means.NETWORK else None
    return found.keyword if found is not None else ""


def of_classes(*keywords: str) -> Fits:
    """Interactions of some SOP Classes."""
    return lambda thing: keyword(thing) in keywords


def of_service(service_class: str) -> Fits:
    """Interactions on the network of a Service Class."""
    return lambda thing: thing.means is Means.NETWORK and thing.service_class == service_class


def of_query(kind: str) -> Fits:
    """Query or retrieval of Patients and Studies: `FIND`, `MOVE` or `GET`."""

    def fits(thing: Thing) -> bool:
        model = query_model(thing.key) if thing.service_class == QUERY_RETRIEVE else None
        return model is not None and model.kind == kind

    return fits


def of_web(service: str, *transactions: str) -> Fits:
    """Transactions of a web service of PS3.18 by its id."""
    return lambda thing: thing.means is Means.WEB and thing.service_class == service and thing.key in transactions


def is_image(thing: Thing) -> bool:
    """Storage of images."""
    return thing.service_class == STORAGE and keyword(thing).endswith(("ImageStorage", "ImageStorageForPresentation"))


def belongs_to_images(thing: Thing) -> bool:
    """Storage of objects that say how to see and read images."""
    name = keyword(thing)
    known = ("KeyObjectSelectionDocumentStorage", "SpatialFiducialsStorage", "SegmentationStorage")
    parts = ("PresentationState", "SpatialRegistration", "SRStorage", "RealWorldValueMapping")
    return thing.service_class == STORAGE and (name in known or any(part in name for part in parts))
