"""Small descriptions for tests of repairs, and ways to repair them."""

from __future__ import annotations

from pathlib import Path

from dcsgen import api
from dcsgen.base.finding import Profile
from dcsgen.base.repair import Change, Fix, Repair
from dcsgen.load.yaml_reader import read_tree
from dcsgen.repair.locate import fix_of
from dcsgen.repair.texts import edited

HEAD = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: F}
"""

SERVICE = """\
services:
  store:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""


def fix_in(text: str, *changes: Change) -> Fix:
    """The fix that changes come to in a YAML text."""
    tree, problems = read_tree(text.encode(), "a.yaml")
    assert not problems
    return fix_of(tree, Repair(title="t", changes=changes), {})


def repaired(text: str, *changes: Change) -> str:
    """A YAML text with changes made; AssertionError if they are refused."""
    fix = fix_in(text, *changes)
    assert not fix.refused, fix.refused
    return edited({"a.yaml": text}, fix.edits).get("a.yaml", text)


def strict(*select: str) -> api.Configuration:
    """A configuration in which all rules run, or those that are named."""
    return api.Configuration(choice=api.Choice(profile=Profile.STRICT, select=select))


def written(folder: Path, text: str, name: str = "product.yaml") -> Path:
    """A file with a text, its line ends as they are."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file
