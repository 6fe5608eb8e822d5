"""Makes descriptions with any number of mapped Attributes, all of them real ones of the standard."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import yaml

from dcsgen.base.standard import iods, uids
from dcsgen.base.standard.elements import by_keyword

USES = ("mandatory", "optional", "ignored")


def describe(attributes: int) -> dict[str, object]:
    """A description that maps so many Attributes, one mapping for each storage SOP Class until there are enough."""
    mappings: dict[str, object] = {}
    applied: dict[str, object] = {}
    left = attributes
    for uid in uids.all_of(frozenset({"SOP Class"})):
        iod = iods.iod_of(uid.uid)
        if left <= 0:
            break
        if iod is None or uid.retired or not uid.keyword.endswith("Storage"):
            continue
        key = f"iod-{len(applied)}"
        modules: dict[str, object] = {}
        for module in iods.modules_of(iod):
            rows: dict[str, object] = {}
            for attribute in islice(iods.attributes_of(module.key), left):
                if all(by_keyword(step) for step in attribute.path):
                    rows[".".join(attribute.path)] = _row(attributes - left + len(rows), attribute.path)
            if rows:
                modules[module.name] = {"attributes": rows}
                left -= len(rows)
            if left <= 0:
                break
        if modules:
            support = {name: {"support": "used"} for name in modules}
            applied[key] = {"title": uid.name, "sop_class": uid.keyword, "role": "received", "modules": support}
            mappings[key] = {
                "title": f"Import of {uid.name}",
                "iod": key,
                "direction": "import",
                "target": "database",
                "modules": modules,
            }
    return {
        "dcsgen": 1,
        "product": {"name": "Synthetic", "vendor": "Nobody", "version": "1.0"},
        "document": {"identifier": f"SYN-{attributes}", "revision": "1", "date": "2020-01-01"},
        "application_entities": {"IMPORT": {"function": "Receives objects."}},
        "iods": applied,
        "attribute_mappings": mappings,
    }


def _row(number: int, path: tuple[str, ...]) -> dict[str, str]:
    element = by_keyword(path[-1])
    # What stands in an ignored Sequence would have to be ignored too.
    use = "optional" if element is not None and element.vr == "SQ" else USES[number % 3]
    row = {"use": use}
    if use != "ignored":
        row["field"] = f"{path[0][:12].upper()}.FIELD_{number:04d}"
        if number % 4 == 0:
            row["constraint"] = "Must be known to the database."
    if use == "mandatory":
        row["otherwise"] = "The object is refused."
    if number % 5 == 0:
        row["remark"] = "Leading and trailing spaces are removed before it is stored."
    return row


def write(attributes: int, folder: Path) -> Path:
    """Write such a description into a folder; gives the file."""
    file = folder / f"synthetic-{attributes}.yaml"
    file.write_text(yaml.dump(describe(attributes), sort_keys=False, allow_unicode=True), encoding="utf-8")
    return file
