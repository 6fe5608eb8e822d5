"""Look-ups in the standard against other ways to look the same thing up, in one run; prints a table in Markdown.

Usage: python benchmarks/standard.py [--runs 7]
Whole processes, medians. The alternatives are what people write today: import pydicom and ask its dictionary, which
knows UIDs, Tags and VRs but no Modules, services or status codes; or read all of PS3.3 as data, which `highdicom` ships
and which is measured if that is installed. A bare Python interpreter is the ground that all stand on.
"""

from __future__ import annotations

import argparse
import compileall
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from measure import in_turns, table

ROOT = Path(__file__).resolve().parents[1]
STANDARD = (sys.executable, "-m", "dcsgen", "standard")
BARE = (sys.executable, "-c", "pass")
GOAL = 0.150
"""Seconds that the whole process of one look-up may take."""

UID_BY_PYDICOM = """
from pydicom.uid import UID
uid = UID("1.2.840.10008.5.1.4.1.1.481.5")
print(uid.name, uid.keyword, uid.type, uid.is_retired)
"""
TAG_BY_PYDICOM = """
from pydicom.datadict import get_entry
print(*get_entry(0x00100020))
"""
MODULES_BY_HIGHDICOM = """
import json
from importlib.metadata import files
by_name = {file.name: file.locate() for file in files("highdicom") if file.suffix == ".json"}
attributes = json.loads(by_name["module_attribute_map.json"].read_bytes())
print(*(module for module, rows in attributes.items() if any(row["keyword"] == "PatientID" for row in rows)))
"""

QUESTIONS = {
    "show RTPlanStorage": ("show", "RTPlanStorage"),
    "show 0010,0020": ("show", "0010,0020"),
    "show CodeMeaning": ("show", "CodeMeaning"),
    "show A710 C-STORE": ("show", "A710", "C-STORE"),
    "show JPEGXLLossless": ("show", "JPEGXLLossless"),
    "show rt-beams": ("show", "rt-beams"),
    "show CT Image (3 things)": ("show", "CT Image"),
    "search ion plan": ("search", "ion plan"),
    "list transfer-syntax": ("list", "transfer-syntax"),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command")
    args = parser.parse_args()
    # As installed: an interpreter that may not keep what it compiled would compile everything each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "src", quiet=1)
    commands: dict[str, tuple[str, ...]] = {"python -c pass": BARE}
    commands["pydicom, the same UID"] = (sys.executable, "-c", UID_BY_PYDICOM)
    commands["pydicom, the same Tag"] = (sys.executable, "-c", TAG_BY_PYDICOM)
    if find_spec("highdicom") is not None:
        commands["highdicom's tables, Modules with PatientID"] = (sys.executable, "-c", MODULES_BY_HIGHDICOM)
    commands.update({f"dcsgen standard {name}": (*STANDARD, *words) for name, words in QUESTIONS.items()})
    figures = in_turns(commands, args.runs)
    table("Look-ups", figures, "python -c pass")
    # On a machine that has other work too, the wall time says more about that.
    cpu, slowest = max((figures[name].cpu, name) for name in commands if name.startswith("dcsgen"))
    bare = figures["python -c pass"].cpu
    print(f"Slowest: {slowest}, {cpu * 1000:.0f} ms of processor time ({bare * 1000:.0f} of a bare Python); ", end="")
    print(f"the goal is {GOAL * 1000:.0f} ms for the whole process.")


if __name__ == "__main__":
    main()
