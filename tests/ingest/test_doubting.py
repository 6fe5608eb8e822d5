"""What is doubtful about a document, each doubt with its places."""

from __future__ import annotations

from msgspec import structs

from dcsgen.base.draft import Doubt, Evidence, Fact, Method, Origin
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest import kinds
from dcsgen.ingest.doubting import doubts_of
from dcsgen.ingest.draft_text import draft_text
from dcsgen.ingest.drafting import drafted

CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"
IMPLICIT, EXPLICIT = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1"


def doubts(text: str) -> dict[str, Doubt]:
    origin = Origin(file="it.md", sha256="0" * 64, format="markdown")
    return {doubt.code: doubt for doubt in drafted(markdown(text), origin).doubts}


def test_codes_are_those_of_their_kinds() -> None:
    assert [kind.code for kind in kinds.ALL] == [f"I{number:03}" for number in range(1, 13)]
    assert len({kind.slug for kind in kinds.ALL}) == len(kinds.ALL)


def test_a_name_beside_the_uid_of_something_else() -> None:
    found = doubts(f"## SOP Classes\n\n| SOP Class | UID | Role |\n|-|-|-|\n| MR Image Storage | {CT} | SCU |\n")
    assert found["I001"].message == (
        "“MR Image Storage” is printed with the UID of CT Image Storage; it is the name of MR Image Storage"
    )
    assert [place.where for place in found["I001"].evidence] == ["line 5, table 1, row 2"]


def test_a_role_that_nothing_says() -> None:
    found = doubts(f"## SOP Classes\n\n| SOP Class | UID |\n|-|-|\n| CT Image Storage | {CT} |\n")
    assert found["I002"].message == "in which role CT Image Storage is supported was not found"
    assert found["I008"].message == "no service was found: no SOP Class with its role, no transaction, no media"


def test_a_uid_that_is_in_no_fact_is_shown_with_the_lines_around_it() -> None:
    found = doubts(f"# Changes\n\nThis version no longer sends\nMR Image Storage ({MR})\nto anybody.\n")
    assert found["I003"].message == f"MR Image Storage ({MR}) stands in the document and is in no fact"
    assert found["I003"].evidence[0].text == (f"This version no longer sends\nMR Image Storage ({MR})\nto anybody.")
    assert found["I003"].evidence[0].line == 4


def test_an_overview_that_contradicts_the_details_has_all_its_places() -> None:
    found = doubts(
        "## Overview\n\n| SOP Class | User of Service (SCU) | Provider of Service (SCP) |\n|-|-|-|\n"
        "| CT Image Storage | Yes | No |\n\n"
        f"## STORE AE Specification\n\n| SOP Class | UID | Role |\n|-|-|-|\n| CT Image Storage | {CT} | SCP |\n"
    )
    assert found["I005"].message == "CT Image Storage is SCU by the overview, and SCP by the details"
    assert [place.table for place in found["I005"].evidence] == [1, 2]


def test_a_row_that_names_no_sop_class() -> None:
    found = doubts(
        f"## SOP Classes\n\n| SOP Class | UID | Role |\n|-|-|-|\n| CT Image Storage | {CT} | SCP |\n"
        "| Hologram of the Future | see below | SCP |\n"
    )
    assert found["I006"].message == "a row of table 1 was not understood: “Hologram of the Future | see below | SCP”"


def test_a_row_from_which_something_else_was_read_was_understood() -> None:
    table = "## SOP Classes\n\n| SOP Class | UID | Role |\n|-|-|-|\n| Hologram of the Future | see below | SCP |\n"
    document = markdown(table)
    place = Evidence(line=5, table=1, row=2)
    fact = Fact(path=("x",), value=1, evidence=(place,), method=Method.NAME, confidence=1.0)
    assert [one.code for one in doubts_of(document, [], [])] == ["I006"]
    assert list(doubts_of(document, [], [], [fact])) == []


def test_words_in_the_column_of_uids_are_no_wrong_uid() -> None:
    found = doubts("## SOP Classes\n\n| SOP Class | UID | Role |\n|-|-|-|\n| CT Image Storage | see below | SCP |\n")
    assert "I001" not in found


def test_tables_with_different_transfer_syntaxes() -> None:
    head = "| Abstract Syntax | UID | Transfer Syntax | UID | Role |\n|-|-|-|-|-|\n"
    row = f"| CT Image Storage | {CT} | Transfer Syntax | {{}} | SCP |\n"
    found = doubts(f"## STORE AE Specification\n\n{head}{row.format(IMPLICIT)}\nAgain:\n\n{head}{row.format(EXPLICIT)}")
    message = "two tables have different Transfer Syntaxes for CT Image Storage as SCP of STORE"
    assert found["I007"].message == message
    assert [place.table for place in found["I007"].evidence] == [1, 2]


def test_a_document_that_was_not_read_as_a_whole_says_so() -> None:
    origin = Origin(file="it.pdf", sha256="0" * 64, format="pdf", pages=9)
    document = structs.replace(markdown("# It\n"), unread=("time is up: pages 5 to 9 were not read",))
    text = draft_text(drafted(document, origin))
    assert text.startswith("# Draft of what it.pdf says (pdf, 9 pages, not read as a whole), read by dcsgen ")
    assert "# I004 time is up: pages 5 to 9 were not read\n" in text
