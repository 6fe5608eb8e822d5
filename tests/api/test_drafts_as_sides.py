"""Drafts, and statements of others as they are, where descriptions are compared and matched."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from dcsgen import api
from dcsgen.api.loading import Loaded
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.interaction import Outcome
from dcsgen.base.place import Place

CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"
HEAD = """\
# ARCHIVE DICOM Conformance Statement

Version 1.0

## STORE AE Specification

| Abstract Syntax | UID | Transfer Syntax | UID | Role |
|-|-|-|-|-|
"""
ROW = "| {} Image Storage | {} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |\n"
OLD, NEW = HEAD + ROW.format("CT", CT) + ROW.format("MR", MR), HEAD + ROW.format("CT", CT)
MODALITY = """\
dcsgen: 1
product: {name: MODALITY, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities: {SEND: {function: It sends.}}
services:
  storage:
    application_entity: SEND
    sop_classes: [CTImageStorage]
    role: SCU
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

STATEMENTS = Path(__file__).parents[3] / "shared" / "statements"

Side = Callable[[str, str], Loaded]


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture
def side(host: api.Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Side:
    monkeypatch.chdir(tmp_path)

    def read(name: str, text: str) -> Loaded:
        Path(name).write_text(text)
        return api.read_side(name, host)

    return read


def test_a_statement_of_others_is_a_partial_side_with_its_lines(side: Side) -> None:
    loaded = side("old.md", OLD)
    assert loaded.partial
    assert loaded.capability is not None
    (name,) = loaded.capability.services
    places = {
        ("services", name): Place("old.md", 9, 1),
        ("services", name, "sop_classes", 1): Place("old.md", 10, 1),
        ("services", name, "transfer_syntaxes", 0): Place("old.md", 9, 1),
        ("application_entities", "STORE"): Place("old.md", 9, 1),
        ("product", "version"): Place("old.md", 3, 1),
        ("product", "vendor"): Place("old.md", 1, 1, "not stated"),
    }
    assert {path: loaded.tree.place(path) for path in places} == places


def test_what_a_newer_statement_no_longer_says_is_not_taken_for_gone(side: Side, host: api.Host) -> None:
    difference = api.diff(side("old.md", OLD), side("new.md", NEW), host)
    assert difference.partial == ("old", "new")
    assert [one.verdict.value for one in difference.changes if one.change.path[:1] == ("services",)] == ["risky"]
    whole = api.diff(side("old.yaml", MODALITY), side("new.yaml", MODALITY), host)
    assert whole.partial == ()


def test_a_match_with_a_statement_of_others(side: Side, host: api.Host) -> None:
    match = api.match(side("modality.yaml", MODALITY), side("archive.md", OLD), host)
    assert (match.a.draft, match.b.draft) == (False, True)
    (storage,) = [one for one in match.interactions if one.user.side == "a"]
    assert storage.outcome is not Outcome.FAILS
    assert storage.provider.place == Place("archive.md", 9, 1)


def test_drafts_in_json_and_yaml_are_partial_too(side: Side, host: api.Host) -> None:
    side("old.md", OLD)
    draft = api.read_draft(Path("old.md"), host)
    read = side("old.draft.json", msgspec.json.encode(draft).decode())
    assert read.partial
    assert read.tree.place(("product", "version")) == Place("old.md", 3, 1)
    assert side("old.draft.yaml", api.draft_as("yaml", draft, Path("old.md"), host).decode()).partial
    assert not side("description.json", '{"dcsgen": 1}').partial


@pytest.mark.parametrize("name", ["page.md", "page.txt", "page.html"])
def test_a_document_that_says_nothing_is_no_side(side: Side, name: str) -> None:
    with pytest.raises(UnreadableInputError, match=f"{name} holds no description: .* nothing that dcsgen understands"):
        side(name, "<html><p>Made by somebody else.</p></html>\n")


def test_without_the_extra_it_is_told_what_to_install(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableInputError, match=r"pip install 'dcsgen\[import\]'"):
        side("other.pdf", "%PDF-1.7\n")


def test_pages_are_places_in_words() -> None:
    place = Place("scanner.pdf", 1, 1, "page 12, table 3")
    assert str(place) == "scanner.pdf, page 12, table 3"
    assert msgspec.to_builtins(Place("a.yaml", 1, 1)) == {"file": "a.yaml", "line": 1, "column": 1}


@pytest.mark.slow
@pytest.mark.skipif(not (STATEMENTS / "conquest-1.5.0.pdf").is_file(), reason="needs the folder shared/statements")
def test_a_published_pdf_matches_an_example(host: api.Host) -> None:
    conquest = api.read_side(str(STATEMENTS / "conquest-1.5.0.pdf"), host)
    modality = api.read_side(str(Path(__file__).parents[2] / "examples" / "modality"), host)
    match = api.match(conquest, modality, host)
    assert match.a.draft
    queries = [one for one in match.interactions if one.provider.side == "a" and "Worklist" in str(one)]
    assert [one.outcome is Outcome.FAILS for one in queries] == [False]
    assert all("page " in str(one.provider.place) for one in queries)
