"""Makes descriptions with any number of mapped Attributes, all of them real ones of the standard.

Usage: python benchmarks/synthetic.py ATTRIBUTES FILE

They are good descriptions: `dcsgen check` finds nothing in them, so that what is measured is the common case.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import yaml

from dcsgen.base.standard import iods, uids
from dcsgen.base.standard.elements import by_keyword
from dcsgen.base.standard.service_classes import service_of

STATUSES = {
    "0000": {"class": "success", "meaning": "Success", "condition": "The object was stored."},
    "A700": {
        "class": "failure",
        "meaning": "Refused: Out of Resources",
        "condition": "The disk is full.",
        "action": "Delete what is not needed any more.",
    },
}


def describe(attributes: int) -> dict[str, object]:
    """A description that maps so many Attributes, one mapping for each storage SOP Class until there are enough."""
    applied: dict[str, object] = {}
    mappings: dict[str, object] = {}
    services: dict[str, object] = {"verification": _service("Verification", "verify")}
    left = attributes
    for uid, iod in _storage_iods():
        if left <= 0:
            break
        key = f"iod-{len(applied)}"
        support: dict[str, object] = {}
        modules: dict[str, object] = {}
        for number, module in enumerate(iods.modules_of(iod)):
            rows = _rows(module.key, f"T{len(applied)}_{number}", left)
            left -= len(rows)
            if rows:
                modules[module.name] = {"attributes": rows}
                support[module.name] = {"support": "used"}
            else:
                support.setdefault(module.name, {"support": "ignored", "remark": "The product does not need it."})
        applied[key] = {"title": uid.name, "sop_class": uid.keyword, "role": "received", "modules": support}
        mappings[key] = {
            "title": f"Import of {uid.name}",
            "iod": key,
            "direction": "import",
            "target": "database",
            "modules": modules,
        }
        services[key] = _service(uid.keyword, "send") | {
            "title": f"Storage of {uid.name}",
            "iod": key,
            "attribute_mapping": key,
            "level_of_conformance": 2,
            "digital_signature_level": 1,
            "behaviour": "Objects are kept until somebody deletes them.",
        }
    return _frame() | {"services": services, "iods": applied, "attribute_mappings": mappings}


def _frame() -> dict[str, object]:
    """What is said around the Attributes."""
    return {
        "dcsgen": 1,
        "product": {"name": "Synthetic", "vendor": "Nobody", "version": "1.0", "description": "It imports objects."},
        "document": {"identifier": "SYN-1", "revision": "1", "date": "2020-01-01"},
        "application_entities": {
            "IMPORT": {
                "function": "Receives objects.",
                "association": {
                    "max_pdu_received": 65536,
                    "implementation_class_uid": "2.25.329800735698586629295641978511506172918",
                    "as_acceptor": {"max_associations": 4},
                    "accepted_called_ae_titles": "configured",
                    "accepted_calling_ae_titles": "any",
                },
            }
        },
        "real_world_activities": {
            "import": {"name": "Import Objects", "side": "local"},
            "send": {"name": "Send Objects", "side": "remote"},
            "verify": {"name": "Verify Communication", "side": "remote"},
        },
        "communication": {"stacks": {"TCP/IP": {"description": "The stack of the operating system."}}},
        "configuration": {
            "local": {"IMPORT": {"ae_title": "IMPORT", "port": 11112}},
            "remote": {"PLANNING": {"address": "planning.example", "port": 11112}},
            "parameters": {"Time-out": {"default": "30", "unit": "s", "configurable": "user"}},
        },
        "character_sets": {"supported": ["ISO_IR 100"], "unsupported": "Other characters become question marks."},
    }


def _service(sop_class: str, remote_activity: str) -> dict[str, object]:
    return {
        "application_entity": "IMPORT",
        "sop_classes": [sop_class],
        "role": "SCP",
        "local_activity": "import",
        "remote_activity": remote_activity,
        "transfer_syntaxes": ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"],
        "acceptance_criterion": "Every Presentation Context with one of the Transfer Syntaxes is accepted.",
        "transfer_syntax_selection": "The first one that the peer proposes.",
        "statuses": STATUSES if remote_activity == "send" else {"0000": STATUSES["0000"]},
    }


def _storage_iods() -> Iterator[tuple[uids.Uid, str]]:
    for uid in uids.all_of(frozenset({"SOP Class"})):
        iod, use = iods.iod_of(uid.uid), service_of(uid.uid)
        if iod is not None and not uid.retired and use is not None and use.service_class == "Storage":
            yield uid, iod


def _rows(module: str, table: str, most: int) -> dict[str, object]:
    """Rows for the Attributes of a Module; what is in one field only is said of each."""
    known = (one for one in iods.attributes_of(module) if all(by_keyword(step) for step in one.path))
    return {
        ".".join(attribute.path): {
            "use": "mandatory" if attribute.type == "1" and number % 3 else "optional",
            "field": f"{table}.FIELD_{number:04d}",
            "constraint": "Must be known to the database." if number % 4 == 0 else "",
            "remark": "Leading and trailing spaces are removed before it is stored." if number % 5 == 0 else "",
        }
        for number, attribute in enumerate(islice(known, most))
    }


class _Plain(yaml.SafeDumper):
    """Writes what is repeated again, as people do."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def main() -> None:
    """Write the description of so many Attributes as the file that is named."""
    attributes, file = int(sys.argv[1]), Path(sys.argv[2])
    text = yaml.dump(describe(attributes), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120)
    file.write_text(text, encoding="utf-8")


def write(attributes: int, folder: Path) -> Path:
    """Have such a description written into a folder; gives the file.

    Another process does it: the kernel counts the memory of the one that measures into that of its children.
    """
    file = folder / f"synthetic-{attributes}.yaml"
    subprocess.run([sys.executable, __file__, str(attributes), str(file)], check=True)
    return file


if __name__ == "__main__":
    main()
