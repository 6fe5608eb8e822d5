"""Small receivers and small objects for tests."""

from __future__ import annotations

from typing import Any

from dcsgen import api
from dcsgen.base.data_set import DataElement, DataSet, DicomObject
from dcsgen.base.object_fate import AttributeFate, ObjectFate
from dcsgen.base.standard import elements
from dcsgen.match.object import received
from dcsgen.model import Capability

RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5"
IMPLICIT = "1.2.840.10008.1.2"


def receiver(
    attributes: dict[str, Any] | None = None,
    *,
    statuses: dict[str, str] | None = None,
    module: str = "RT Beams",
    service: dict[str, Any] | None = None,
    table: dict[str, Any] | None = None,
    modules: dict[str, Any] | None = None,
    peers: dict[str, Any] | None = None,
    **more: Any,
) -> Capability:
    """A product that takes RT Plans; with Attributes, by a mapping of one Module."""
    described: dict[str, Any] = {
        "dcsgen": 1,
        "product": {"name": "RECORD", "vendor": "Company", "version": "1"},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
        "application_entities": {"IMPORT": {"function": "It imports."}},
        "services": {
            "import": {
                "application_entity": "IMPORT",
                "sop_classes": ["RTPlanStorage"],
                "role": "SCP",
                "transfer_syntaxes": ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"],
                **({"attribute_mapping": "plans"} if attributes is not None else {}),
                **({"ae_mapping": "peers"} if peers is not None else {}),
                **({"statuses": table} if table else {}),
                **(service or {}),
            }
        },
    }
    if attributes is not None:
        described["iods"] = {
            "plan": {
                "title": "RT Plan",
                "sop_class": "RTPlanStorage",
                "role": "received",
                "modules": {module: {"support": "used"}, **(modules or {})},
            }
        }
        described["attribute_mappings"] = {
            "plans": {
                "title": "Import",
                "iod": "plan",
                "direction": "import",
                "target": "database",
                **({"statuses": statuses} if statuses else {}),
                "modules": {module: {"attributes": attributes}},
            }
        }
    if peers is not None:
        described["ae_mappings"] = {
            "peers": {
                "title": "Peers",
                "attribute_mapping": "plans",
                "configurable_by": "service",
                "attributes": peers,
            }
        }
    return api.capability_of({**described, **more})


def data_set(values: dict[str, Any]) -> DataSet:
    """Data Elements by keyword or Tag: a text, several, Items as a list of mappings, None for an empty one."""
    made = []
    for key, value in values.items():
        known = elements.by_keyword(key)
        items = value if isinstance(value, list) and all(isinstance(one, dict) for one in value) else []
        is_sequence = known is not None and known.vr == "SQ"
        texts = () if is_sequence or value is None else tuple(value) if isinstance(value, list) else (value,)
        creator = ""
        if key.startswith("("):
            key, _, creator = key.partition(" ")
        made.append(
            DataElement(
                tag=known.tag if known else key,
                keyword=known.keyword if known else "",
                name=known.name if known else "",
                vr="SQ" if is_sequence else known.vr.partition(" or ")[0] if known else "LO",
                creator=creator,
                values=texts,
                items=tuple(map(data_set, items)) if is_sequence else (),
            )
        )
    return DataSet(tuple(sorted(made, key=lambda one: one.tag)))


def plan(
    values: dict[str, Any] | None = None, *, transfer_syntax: str = IMPLICIT, sop_class: str = RT_PLAN
) -> DicomObject:
    """An RT Plan with these Data Elements and no others but its SOP Class."""
    return DicomObject(
        file="plan.dcm",
        data_set=data_set(values or {}),
        transfer_syntax=transfer_syntax,
        meta_sop_class=sop_class,
    )


def fate(
    capability: Capability,
    values: dict[str, Any] | None = None,
    *,
    calling: str = "",
    reveal: bool = False,
    draft: bool = False,
    **more: Any,
) -> ObjectFate:
    """What becomes of a plan at the only service of a receiver."""
    (found,) = received(plan(values, **more), capability, calling=calling, reveal=reveal, draft=draft)
    return found


def of(found: ObjectFate, path: str) -> list[AttributeFate]:
    """What is said of the Attribute at a path."""
    return [one for one in found.attributes if one.path == path]
