"""Generates data/enumerated_values.json and data/attribute_units.json of dcsgen.base.standard from PS3.3.

usage: generate_attribute_values.py [--wheel FILE] [--folder FOLDER]

The source is the wheel of dicom-standard (MIT), which has the tables of PS3.3 as JSON, with the description of each
Attribute as HTML; pip downloads it if --wheel is not given. Only facts go into the results: keywords, terms, units,
numbers of tables. They are about the Modules of the IODs of radiotherapy of the first generation (RT Plan, RT Dose, RT
Structure Set, RT Image, the treatment records, and their ion twins).

Lists of terms were compared once with those that a later program holds, dciodvfy of dicom3tools 20260927. `LATER` has
what it knows in addition, `UNCONFIRMED` the lists that it has not, or not so.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from dcsgen.base.standard import elements, iods

SOURCE = "dicom_standard-0.1.0"
# The wheel was made on 7 April 2020 from what was current then; it does not name the edition.
EDITION = "2020"

DATA = Path(__file__).resolve().parents[1] / "src" / "dcsgen" / "base" / "standard" / "data"
IODS = (
    "rt-plan",
    "rt-ion-plan",
    "rt-structure-set",
    "rt-dose",
    "rt-image",
    "rt-beams-treatment-record",
    "rt-ion-beams-treatment-record",
    "rt-brachy-treatment-record",
    "rt-treatment-summary-record",
)

LATER = {"ContourGeometricType": ("CLOSEDPLANAR_XOR",), "RTROIInterpretedType": ("OAR",), "ValueType": ("WAVEFORM",)}
UNCONFIRMED = frozenset(
    {
        ("ChannelMode", "cine"),
        ("ContrastBolusIngredient", "contrast-bolus"),
        ("ConversionType", "rt-image"),
        ("MACAlgorithm", "sop-common"),
        ("ROIPhysicalProperty", "rt-roi-observations"),
        ("RTPlanRelationship", "rt-general-plan"),
        ("ReasonForTheAttributeModification", "sop-common"),
        ("SOPInstanceStatus", "sop-common"),
        ("TreatmentDeliveryType", "rt-beams-session-record"),
        ("TreatmentDeliveryType", "rt-ion-beams-session-record"),
        ("TreatmentVerificationStatus", "rt-beams-session-record"),
        ("TreatmentVerificationStatus", "rt-brachy-session-record"),
        ("TreatmentVerificationStatus", "rt-ion-beams-session-record"),
        ("WedgeType", "rt-ion-beams"),
        ("WedgeType", "rt-ion-beams-session-record"),
    }
)

TEXTS = frozenset({"CS", "SH", "LO"})
NUMBERS = frozenset({"DS", "IS", "FL", "FD", "US", "SS", "UL", "SL"})

UNITS = {
    "mm": "mm",
    "cubic centimeters": "cm³",
    "meters": "m",
    "kilograms": "kg",
    "kg/m2": "kg/m²",
    "degrees": "°",
    "Gy": "Gy",
    "sec": "s",
    "seconds": "s",
    "msec": "ms",
    "microseconds": "µs",
    "days": "d",
    "MeV per nucleon": "MeV/u",
    "kV": "kV",
    "mA": "mA",
    "percent": "%",
}
# What the sentences say with more words than the pattern understands: the unit is that of another Attribute. Primary
# Dosimeter Unit (300A,00B3) is MU or MINUTE in a plan, and MU or NP, the number of particles, in an ion plan.
SAID_OTHERWISE = {
    ("BeamMeterset", "rt-fraction-scheme"): ("MU", "min", "NP"),
    ("MetersetExposure", "rt-image"): ("MU", "min"),
    ("MetersetExposure", "rt-beams"): ("MU", "min"),
    ("NominalBeamEnergy", "rt-beams"): ("MV", "MeV"),
}
# Millimetres for the tolerance of an angle, millimetres or counts by the type of the device.
DOUBTFUL = frozenset(
    {
        "FixationLightPolarAngleTolerance",
        "RangeModulatorGatingStartWaterEquivalentThickness",
        "RangeModulatorGatingStopWaterEquivalentThickness",
    }
)

_LIST = re.compile(r"<strong>\s*(Enumerated Value|Defined Term)s?:</strong>.*?<dl>(.*?)</dl>", re.DOTALL)
_TERM = re.compile(r"<dt>(.*?)</dt>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
_NAMES = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_UNIT = re.compile(rf"\((?:in )?({_NAMES})\)|\bin ({_NAMES})\b(?! ?/)")


class Row(NamedTuple):
    """What PS3.3 says about an Attribute at one place: its keyword, VR, Module, and the description in HTML."""

    keyword: str
    vr: str
    module: str
    description: str


class Fact(NamedTuple):
    """What holds for an Attribute in a Module; `kind` is empty for units."""

    keyword: str
    kind: str
    values: tuple[str, ...]
    unverified: bool


def read_wheel(wheel: Path) -> tuple[list[Row], dict[str, str]]:
    """The rows of the Modules of radiotherapy, and the table of PS3.3 of each Module."""
    if not wheel.name.startswith(f"{SOURCE}-"):
        raise SystemExit(f"{wheel.name} is not {SOURCE}: look up its edition of the standard first")
    wanted = {module.key for iod in IODS for module in iods.modules_of(iod)}
    folder = f"{SOURCE}.data/data/standard"
    with zipfile.ZipFile(wheel) as archive:
        attributes = json.loads(archive.read(f"{folder}/module_to_attributes.json"))
        modules = json.loads(archive.read(f"{folder}/modules.json"))
    tables = {module["id"]: module["linkToStandard"].partition("#table_")[2] for module in modules}
    rows = [row for entry in attributes if entry["moduleId"] in wanted if (row := _row(entry)) is not None]
    return rows, {module: table for module, table in sorted(tables.items()) if module in wanted}


def _row(entry: dict[str, Any]) -> Row | None:
    element = elements.by_tag(entry["tag"])
    if element is None or not element.keyword:
        return None
    return Row(element.keyword, element.vr, entry["moduleId"], entry["description"])


def terms_of(row: Row) -> Fact | None:
    """The list of terms of an Attribute, if it has one for all of its values."""
    lists = _LIST.findall(row.description) if row.vr in TEXTS else []
    if len(lists) != 1:
        return None
    kind, terms = lists[0]
    values = tuple(_text(term) for term in _TERM.findall(terms)) + LATER.get(row.keyword, ())
    unverified = (row.keyword, row.module) in UNCONFIRMED or row.keyword in LATER
    return Fact(row.keyword, "enumerated" if kind.startswith("Enum") else "defined", values, unverified)


def unit_of(row: Row) -> Fact | None:
    """The unit of a number, if the description names exactly one."""
    said = SAID_OTHERWISE.get((row.keyword, row.module))
    if said is not None:
        return Fact(row.keyword, "", said, False)
    if row.keyword in DOUBTFUL or row.vr not in NUMBERS:
        return None
    found = tuple({UNITS[a or b]: None for a, b in _UNIT.findall(_text(row.description))})
    return Fact(row.keyword, "", found, False) if len(found) == 1 else None


def _text(markup: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub(" ", markup)).split()).replace(" )", ")").replace("( ", "(")


def written(facts: Iterable[tuple[Fact, str]]) -> list[str]:
    """Facts with their Modules as lines; what is the same in several Modules is one line."""
    modules: dict[Fact, list[str]] = defaultdict(list)
    seen: dict[tuple[str, str], Fact] = {}
    for fact, module in facts:
        if seen.setdefault((fact.keyword, module), fact) != fact:
            raise SystemExit(f"{fact.keyword} of {module} differs by its place in the Module")
        if module not in modules[fact]:
            modules[fact].append(module)
    lines = []
    for fact, found in sorted(modules.items()):
        cells = [fact.keyword, fact.kind, " ".join(sorted(found)), ",".join(fact.values) + "?" * fact.unverified]
        lines.append("|".join(cell for cell in cells if cell))
    return lines


def document(tables: dict[str, str], lines: list[str], holes: list[str]) -> str:
    """The JSON of one result, one fact a line."""
    used = {module for line in lines for module in line.split("|")[-2].split(" ")}
    facts = {
        "edition": EDITION,
        "source": f"{SOURCE.replace('_', '-').replace('-0', ' 0')} (MIT), descriptions of PS3.3 as of April 2020",
        "generator": f"scripts/{Path(__file__).name}",
        "known_holes": holes,
        "tables": {module: table for module, table in tables.items() if module in used},
        "rows": lines,
    }
    return json.dumps(facts, indent=0, ensure_ascii=False) + "\n"


OF_TERMS = [
    "Only Modules of the radiotherapy IODs of the first generation are included.",
    "Lists that PS3.3 has in its text instead of the table, such as those of Modality and Patient Position, are not "
    "included, nor are those for a single value of several.",
    "Lists of numbers are not included.",
    "Attributes that came after April 2020 are missing; terms that came later are known for three lists only.",
]
OF_UNITS = [
    "Only Modules of the radiotherapy IODs of the first generation are included.",
    "Where the unit depends on another Attribute, such as Dose Units or Primary Dosimeter Unit, it is missing, except "
    "for three Attributes.",
    "Attributes that came after April 2020 are missing.",
]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Generate the facts about terms and units from PS3.3.")
    parser.add_argument("--wheel", type=Path, help="a downloaded wheel of dicom-standard; fetched with pip otherwise")
    parser.add_argument("--folder", type=Path, default=DATA, help="where to write (default: %(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows, tables = read_wheel(arguments.wheel or downloaded(Path(folder)))
    terms = written((fact, row.module) for row in rows if (fact := terms_of(row)))
    units = written((fact, row.module) for row in rows if (fact := unit_of(row)))
    for name, lines, holes in (("enumerated_values", terms, OF_TERMS), ("attribute_units", units, OF_UNITS)):
        text = document(tables, lines, holes)
        (arguments.folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


def downloaded(folder: Path) -> Path:
    """The wheel, fetched by pip into a folder; CalledProcessError if pip cannot."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), SOURCE.replace("_", "-").replace("-0", "==0")], check=True)
    return next(folder.glob(f"{SOURCE}-*.whl"))


if __name__ == "__main__":
    main()
