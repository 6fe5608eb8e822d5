"""Generates src/dcsgen/base/standard/data/iod_facts.json from the tables inside highdicom's wheel.

usage: generate_iod_facts.py [--wheel FILE] [--output FILE]

Without --wheel, pip downloads it. highdicom (MIT) is not imported: its tables are JSON, made from PS3.3. Only facts go
into the result: keywords, Types, usages, Information Entities, UIDs; the same wheel gives the same bytes.
`dcsgen.base.standard.iods` describes the result and reads it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

HIGHDICOM = "0.28.2"
# By the README of its repository for this version; the wheel itself does not say it.
EDITION = "2026b"
# Of the dictionary that highdicom's tables were made with, and by how many Attributes DCMTK's dictionary of EDITION
# has more than it.
DICTIONARY_EDITION = "2024c"
LATER_ATTRIBUTES = 70

FACTS = Path(__file__).resolve().parents[1] / "src" / "dcsgen" / "base" / "standard" / "data" / "iod_facts.json"
UNTYPED = "None"

Table = dict[str, list[dict[str, Any]]]


class Source(NamedTuple):
    """The tables: SOP Class UID to IOD, IOD to Modules, Module to flat Attributes (parents before children)."""

    sop_classes: dict[str, str]
    iods: Table
    modules: Table


class Node(NamedTuple):
    """An Attribute with those of its items, in the order of the table."""

    keyword: str
    type: str
    items: list[Node]


class Blocks:
    """Lists of Attributes of items, each stored once under a name that a reader can make sense of.

    A list is named after the Sequence where it is met first, with a number if other lists have that name, so that a
    change of one list leaves the names of the others alone.
    """

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._used: Counter[str] = Counter()

    def written(self, nodes: list[Node]) -> str:
        """A list of Attributes on one line."""
        return ",".join(self._row(node) for node in nodes)

    def _row(self, node: Node) -> str:
        row = f"{node.keyword} {'-' if node.type == UNTYPED else node.type}"
        return f"{row} {self._block(node)}" if node.items else row

    def _block(self, node: Node) -> str:
        line = self.written(node.items)
        if line not in self.names:
            self._used[node.keyword] += 1
            number = self._used[node.keyword]
            self.names[line] = node.keyword if number == 1 else f"{node.keyword}.{number}"
        return self.names[line]


def read_wheel(wheel: Path) -> Source:
    """The tables of a wheel; SystemExit if it is not the version whose edition is known."""
    if not wheel.name.startswith(f"highdicom-{HIGHDICOM}-"):
        raise SystemExit(f"{wheel.name} is not highdicom {HIGHDICOM}: look up its edition of the standard first")
    with zipfile.ZipFile(wheel) as archive:
        names = ("sop_class_iod_map", "iod_module_map", "module_attribute_map")
        return Source(*(json.loads(archive.read(f"highdicom/_standard/{name}.json")) for name in names))


def facts_of(source: Source) -> dict[str, Any]:
    """The facts as they are written."""
    blocks = Blocks()
    modules = {key: blocks.written(nested(rows)) for key, rows in sorted(source.modules.items())}
    return {
        "edition": EDITION,
        "source": f"highdicom {HIGHDICOM} (MIT), highdicom/_standard/*.json",
        "generator": f"scripts/{Path(__file__).name}",
        "known_holes": holes_of(source),
        "sop_classes": dict(sorted(source.sop_classes.items())),
        "iods": {
            iod: ",".join(f"{row['key']} {row['usage']} {row['ie']}" for row in rows)
            for iod, rows in sorted(source.iods.items())
        },
        "modules": modules,
        "blocks": dict(sorted((name, line) for line, name in blocks.names.items())),
    }


def nested(rows: list[dict[str, Any]]) -> list[Node]:
    """The Attributes of a Module as a tree."""
    roots: list[Node] = []
    items: dict[tuple[str, ...], list[Node]] = {(): roots}
    for row in rows:
        node = Node(row["keyword"], row["type"], [])
        path = tuple(row["path"])
        items[path].append(node)
        items[(*path, node.keyword)] = node.items
    return roots


def holes_of(source: Source) -> list[str]:
    """What the facts lack, as sentences."""
    named = {row["key"] for rows in source.iods.values() for row in rows}
    absent = sorted(named - set(source.modules))
    untyped = [key for key, rows in source.modules.items() if any(row["type"] == UNTYPED for row in rows)]
    without_class = sorted(set(source.iods) - set(source.sop_classes.values()))
    return [
        f"{len(absent)} Modules that IODs have are without Attributes: {', '.join(absent)}.",
        f"Attributes that came after edition {DICTIONARY_EDITION} are missing, as the source was made with the "
        f"dictionary of that edition; up to {EDITION} these are {LATER_ATTRIBUTES}.",
        f"{len(untyped)} Modules of normalised IODs are without Types, wholly or in part; PS3.4 has them, by service "
        "and role.",
        "Attributes of the repeating group 60xx stand there once, for 6000.",
        "The conditions of Modules with usage C and of Attributes with Type 1C or 2C are not included.",
        f"{len(without_class)} IODs are without a SOP Class: {', '.join(without_class)}.",
    ]


def dumped(facts: dict[str, Any]) -> str:
    """JSON with one fact a line, so that the difference of two editions can be read."""
    return json.dumps(facts, indent=0, ensure_ascii=False) + "\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Generate the facts about IODs from highdicom's wheel.")
    parser.add_argument("--wheel", type=Path, help="a downloaded wheel of highdicom; fetched with pip if not given")
    parser.add_argument("--output", type=Path, default=FACTS, help="where to write (default: %(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = arguments.wheel or downloaded(Path(folder))
        arguments.output.write_text(dumped(facts_of(read_wheel(wheel))), encoding="utf-8", newline="\n")


def downloaded(folder: Path) -> Path:
    """The wheel, fetched by pip into a folder; CalledProcessError if pip cannot."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), f"highdicom=={HIGHDICOM}"], check=True)
    return next(folder.glob("highdicom-*.whl"))


if __name__ == "__main__":
    main()
