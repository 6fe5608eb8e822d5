"""Assessments for tests: requirement profiles and products written into a folder, and the cases of kinds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dcsgen import api
from dcsgen.load.yaml_reader import read_tree
from dcsgen.plugin import Assessment
from dcsgen.plugin.testing import minimal_description

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CASES = ROOT / "tests" / "requirements"
HOST = api.open_host(vendors=False)

PROFILE = """\
profile: A profile
purpose: For tests.
version: "1"
remarks: [It is <b>short</b>.]
requirements:
  store:
    purpose: Objects arrive.
    importance: mandatory
    clause: PS3.4 B.5
    sop_classes: {all_of: [CTImageStorage], role: SCP}
  find:
    title: Search
    purpose: Objects are found.
    importance: desired
    any_of:
      - sop_classes: {all_of: [StudyRootQueryRetrieveInformationModelFind], role: SCP}
      - web: {transaction: QIDO-RS, role: origin_server}
  many:
    purpose: "Nobody waits, =1+1."
    importance: weighted
    weight: 2.5
    unverified: true
    reference: A book
    limits: {associations_accepted: 10}
"""

FULL = """\
dcsgen: 1
product: {name: FULL, vendor: Company, version: "2.0"}
document: {identifier: F-1, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: It stores., association: {as_acceptor: {max_associations: 10}}}
services:
  keep:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
    option: Needs <the> licence.
  find:
    application_entity: STORE
    sop_classes: [StudyRootQueryRetrieveInformationModelFind]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
  test:
    application_entity: STORE
    sop_classes: [Verification]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

BARE = """\
dcsgen: 1
product: {name: BARE, vendor: Other, version: "1.0"}
document: {identifier: B-1, revision: "3", date: 2021-01-01}
application_entities:
  SEND: {function: It sends.}
services:
  send:
    application_entity: SEND
    sop_classes: [CTImageStorage]
    role: SCU
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""


class Case(NamedTuple):
    """What a kind of requirement has to answer about a product."""

    kind: str
    name: str
    description: dict[str, Any]
    need: dict[str, Any]
    answer: str
    draft: bool
    says: list[str]
    conditions: list[str]


def cases() -> Iterator[Case]:
    """The cases of all files of `tests/requirements/`."""
    for file in sorted(CASES.glob("*.yaml")):
        read = cases_of(file)
        for case in read["cases"]:
            description = minimal_description(**case.get("product", read["product"]))
            says, conditions = case.get("says", []), case.get("conditions", [])
            draft = case.get("draft", False)
            yield Case(file.stem, case["name"], description, case["need"], case["answer"], draft, says, conditions)


def cases_of(file: Path) -> dict[str, Any]:
    """The cases of one kind, as they are written."""
    tree, problems = read_tree(file.read_bytes(), file.name)
    assert problems == []
    found: dict[str, Any] = tree.root
    return found


def profile_of(folder: Path, need: dict[str, Any]) -> Path:
    """A profile with one mandatory requirement."""
    requirement = {"purpose": "A purpose.", "importance": "mandatory", **need}
    file = folder / "profile.yaml"
    file.write_text(json.dumps({"profile": "One", "requirements": {"one": requirement}}), encoding="utf-8")
    return file


def small(folder: Path, **options: Any) -> Assessment:
    """Two small products against a small profile, all written into a folder."""
    for name, text in (("profile.yaml", PROFILE), ("full.yaml", FULL), ("bare.yaml", BARE)):
        (folder / name).write_text(text, encoding="utf-8")
    profile = api.read_requirements(str(folder / "profile.yaml"), HOST)
    words = [str(folder / name) for name in ("full.yaml", "bare.yaml")]
    return api.assess(profile, [(word, api.read_side(word, HOST)) for word in words], HOST, **options)


@cache
def of_examples(profile: str, *names: str) -> Assessment:
    """Examples against a ready-made profile."""
    sides = [(name, api.read_side(str(EXAMPLES / name), HOST)) for name in names]
    return api.assess(api.read_requirements(profile, HOST), sides, HOST)
