"""Every fact points into the files, and how the files are written makes no difference."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from compare_helpers import EXAMPLES, ROOT

from dcsgen import api
from dcsgen.base.change import Action
from dcsgen.base.errors import UnreadableInputError

HOST = api.open_host(folders=[ROOT / "plugins"])
LOADED = {name: api.load(ROOT / "examples" / name / f"{name}.yaml", HOST) for name in EXAMPLES}

ONE = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
sets:
  both: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
application_entities:
  A: {function: It stores.}
services:
  s:
    application_entity: A
    sop_classes: [CTImageStorage, MRImageStorage]
    role: SCP
    transfer_syntaxes: [$both]
"""

OTHER = """\
# The same, written by somebody else.
services:
  s:
    transfer_syntaxes: &ts
      - 1.2.840.10008.1.2.1
      - Implicit VR Little Endian
    role: "SCP"
    application_entity: A
    sop_classes: [1.2.840.10008.5.1.4.1.1.4, CT Image Storage]
include: [rest.yaml]
application_entities: {A: {function: It stores.}}
"""

REST = """\
document: {date: 2020-01-01, identifier: D, revision: "1"}
product: {version: "1", name: P, vendor: V}
"""


@pytest.mark.parametrize("old", EXAMPLES)
@pytest.mark.parametrize("new", EXAMPLES)
def test_every_change_has_a_place_in_its_files(old: str, new: str) -> None:
    for change in api.compare(LOADED[old], LOADED[new]).every():
        for path, place, loaded in (
            (change.old_path, change.old_place, LOADED[old]),
            (change.new_path, change.new_place, LOADED[new]),
        ):
            assert (place is not None) == bool(path)
            if place is not None:
                lines = next(source.lines for source in loaded.tree.sources if source.name == place.file)
                assert 0 < place.line <= len(lines)
                assert 0 < place.column <= len(lines[place.line - 1])


def test_how_it_is_written_makes_no_difference(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(ONE)
    (tmp_path / "other.yaml").write_text("dcsgen: 1\n" + OTHER)
    (tmp_path / "rest.yaml").write_text(REST)
    one, other = (api.load(tmp_path / name, HOST) for name in ("one.yaml", "other.yaml"))
    assert (one.findings, other.findings) == ((), ())
    assert api.compare(one, other).changes == ()


@pytest.mark.parametrize("name", ["archive", "archive-3.1"])
def test_a_description_in_one_file_says_what_it_says_in_many(name: str, tmp_path: Path) -> None:
    """Whether it includes the others or extends one that does."""
    many = api.load(ROOT / "examples" / "archive" / f"{name}.yaml", HOST)
    whole = {key: value for key, value in many.tree.root.items() if key not in ("include", "extends")}
    backwards = dict(reversed(whole.items()))
    file = tmp_path / "archive.yaml"
    file.write_text(yaml.safe_dump(backwards, sort_keys=False, allow_unicode=True), encoding="utf-8")
    loaded = api.load(file, HOST)
    assert loaded.findings == ()
    assert api.compare(many, loaded).changes == ()


def test_items_and_values_are_pointed_at(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(ONE)
    (tmp_path / "new.yaml").write_text(ONE.replace(", MRImageStorage", "").replace("role: SCP", "role: BOTH"))
    old, new = (api.load(tmp_path / name, HOST) for name in ("old.yaml", "new.yaml"))
    role, gone = sorted(api.compare(old, new).changes, key=lambda one: one.action is Action.REMOVED)
    assert (role.new_place.line, role.new_place.column) == (12, 11) if role.new_place else False
    assert gone.old_place is not None
    assert (gone.old_place.line, gone.old_place.column) == (11, 35)


def test_an_item_of_a_set_is_pointed_at_where_the_set_is_defined(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(ONE)
    (tmp_path / "new.yaml").write_text(ONE.replace("[ExplicitVRLittleEndian, ImplicitVR", "[ImplicitVR"))
    old, new = (api.load(tmp_path / name, HOST) for name in ("old.yaml", "new.yaml"))
    (gone,) = api.compare(old, new).changes
    assert gone.old_place is not None
    assert (gone.old_place.line, gone.old_place.column) == (5, 10)


def test_a_description_with_errors_is_refused_in_a_sentence(tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "xyz" / "xyz.yaml", tmp_path)
    (tmp_path / "broken.yaml").write_text("dcsgen: 1\nproduct: {}\n")
    broken = api.load(tmp_path / "broken.yaml", HOST)
    with pytest.raises(UnreadableInputError, match=r"broken\.yaml cannot be compared: it has"):
        api.compare(broken, LOADED["archive"])
