"""Decisions of readers: followed in the description, known again in another document, told where they cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from dcsgen.base.draft import Decision, Draft, Evidence, Fact, Method, Origin, Ruling
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.deciding import decided, unused
from dcsgen.ingest.draft_text import draft_text
from dcsgen.ingest.drafting import drafted

CT, MR, US = (f"1.2.840.10008.5.1.4.1.1.{end}" for end in ("2", "4", "6.1"))
TEXT = f"""\
# ARCHIVE DICOM Conformance Statement

Version 1.0

## STORE AE Specification

| Abstract Syntax | UID | Transfer Syntax | UID | Role |
|-|-|-|-|-|
| CT Image Storage | {CT} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |
| | | Explicit VR Little Endian | 1.2.840.10008.1.2.1 | |
| MR Image Storage | {MR} | Implicit VR Little Endian | 1.2.840.10008.1.2 | SCP |
| | | Explicit VR Little Endian | 1.2.840.10008.1.2.1 | |
"""


def draft_of(text: str = TEXT) -> Draft:
    return drafted(markdown(text), Origin(file="it.md", sha256="0" * 64, format="markdown"))


def fact_of(draft: Draft, fits: Callable[[Fact], bool]) -> Fact:
    return next(fact for fact in draft.facts if fits(fact))


def about(uid: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.path[3:] == (uid,)


def ruled(draft: Draft, fits: Callable[[Fact], bool], ruling: Ruling, value: Any = None) -> Draft:
    return decided(draft, [Decision(key=fact_of(draft, fits).key, ruling=ruling, value=value)])


def services(draft: Draft) -> list[tuple[str, list[str], str, int]]:
    return [
        (one["application_entity"], one["sop_classes"], one["role"], len(one["transfer_syntaxes"]))
        for one in draft.description.get("services", {}).values()
    ]


def test_without_decisions_nothing_changes() -> None:
    draft = draft_of()
    assert services(draft) == [("STORE", ["CTImageStorage", "MRImageStorage"], "SCP", 2)]
    assert decided(draft, []) == draft


def test_a_wrong_sop_class_leaves_its_service() -> None:
    draft = ruled(draft_of(), about(CT), Ruling.WRONG)
    assert services(draft) == [("STORE", ["MRImageStorage"], "SCP", 2)]
    assert fact_of(draft, about(CT)).confidence == 0
    gone = ruled(draft, about(MR), Ruling.WRONG)
    assert "services" not in gone.description
    assert "application_entities" not in gone.description


def test_a_corrected_role_makes_a_service_of_its_own() -> None:
    value = {"application_entity": "STORE", "role": "BOTH", "sop_class": "CTImageStorage"}
    draft = ruled(draft_of(), about(CT), Ruling.CORRECTED, value)
    assert services(draft) == [
        ("STORE", ["CTImageStorage"], "BOTH", 2),
        ("STORE", ["MRImageStorage"], "SCP", 2),
    ]
    fact = fact_of(draft, about(CT))
    assert (fact.value["role"], fact.found["role"]) == ("BOTH", "SCP")
    assert fact.key == fact_of(draft_of(), about(CT)).key


def test_a_correction_that_is_no_service_is_told() -> None:
    draft = ruled(draft_of(), about(CT), Ruling.CORRECTED, "SCU")
    assert services(draft) == services(draft_of())
    assert [one.message.partition(" needs ")[2] for one in draft.doubts] == ["application_entity, role and sop_class"]


def test_a_transfer_syntax_that_is_wrong_in_one_row_is_so_for_the_sop_class_of_that_row() -> None:
    implicit = (CT, "transfer_syntaxes", "1.2.840.10008.1.2")
    draft = ruled(draft_of(), lambda fact: fact.path[3:] == implicit, Ruling.WRONG)
    assert services(draft) == [
        ("STORE", ["CTImageStorage"], "SCP", 1),
        ("STORE", ["MRImageStorage"], "SCP", 2),
    ]


def test_what_is_right_comes_into_the_description() -> None:
    draft = structs.replace(draft_of(), threshold=0.7)
    doubtful = structs.replace(fact_of(draft, about(CT)), confidence=0.3)
    draft = structs.replace(
        draft,
        facts=tuple(doubtful if fact.path == doubtful.path else fact for fact in draft.facts),
        description={**draft.description, "services": {}, "application_entities": {}},
    )
    found = ruled(draft, about(CT), Ruling.RIGHT)
    assert fact_of(found, about(CT)).confidence == 1
    assert ("STORE", ["CTImageStorage", "MRImageStorage"], "SCP", 2) in services(found)
    assert list(found.description["application_entities"]) == ["STORE"]


@pytest.mark.parametrize(
    ("ruling", "value", "version"),
    [(Ruling.RIGHT, None, "1.0"), (Ruling.WRONG, None, "not stated"), (Ruling.CORRECTED, "1.0.3", "1.0.3")],
)
def test_single_values(ruling: Ruling, value: str | None, version: str) -> None:
    draft = ruled(draft_of(), lambda fact: fact.path == ("product", "version"), ruling, value)
    assert draft.description["product"]["version"] == version


def test_of_values_that_disagree_the_next_one_follows_a_wrong_one() -> None:
    draft = draft_of()
    other = Fact(
        path=("product", "version"),
        value="1.1",
        evidence=(Evidence(line=99, text="V1.1"),),
        method=Method.SENTENCE,
        confidence=0.7,
    )
    draft = structs.replace(draft, facts=(*draft.facts, other))
    found = ruled(draft, lambda fact: fact.path == ("product", "version"), Ruling.WRONG)
    assert found.description["product"]["version"] == "1.1"


def test_a_newer_document_with_the_same_rows_takes_the_decisions() -> None:
    newer = draft_of(TEXT.replace("Version 1.0", "Version 2.0\n\nMuch is new, and stands before the rest."))
    decisions = [
        Decision(key=fact_of(draft_of(), about(CT)).key, ruling=Ruling.WRONG),
        Decision(key=fact_of(draft_of(), lambda fact: fact.path == ("product", "version")).key, ruling=Ruling.RIGHT),
    ]
    assert services(decided(newer, decisions)) == [("STORE", ["MRImageStorage"], "SCP", 2)]
    assert unused(newer, decisions) == 1


def test_other_text_in_the_row_is_decided_anew() -> None:
    newer = draft_of(TEXT.replace("| CT Image Storage |", "| CT Image Storage, optional |"))
    decisions = [Decision(key=fact_of(draft_of(), about(CT)).key, ruling=Ruling.WRONG)]
    assert decided(newer, decisions).description == newer.description


def test_a_settled_doubt_stays_and_says_so() -> None:
    draft = draft_of(f"{TEXT}\n# Changes\n\nUS Image Storage {US} is gone.\n")
    doubt = draft.doubts[0]
    found = decided(draft, [Decision(key=doubt.key, ruling=Ruling.SETTLED)])
    assert [one.settled for one in found.doubts] == [True]


def test_a_fact_without_a_place_in_the_description_is_told() -> None:
    lost = Fact(
        path=("configuration", "peers", "X", "port"), value=104, evidence=(), method=Method.SENTENCE, confidence=0.5
    )
    draft = structs.replace(draft_of(), facts=(lost,))
    found = decided(draft, [Decision(key=lost.key, ruling=Ruling.RIGHT)])
    assert [(one.code, one.message) for one in found.doubts] == [
        ("I010", "configuration.peers.X.port is not in the description")
    ]


def test_a_group_of_sop_classes_stands_in_the_draft_as_a_comment() -> None:
    group = Fact(
        path=("services", "store-wildcard-scp", "wildcard"),
        value={"application_entity": "STORE", "role": "SCP", "group": "all Storage SOP Classes"},
        evidence=(Evidence(line=5, text="It accepts all Storage SOP Classes."),),
        method=Method.WILDCARD,
        confidence=0.9,
    )
    draft = structs.replace(draft_of(), facts=(group,))
    text = draft_text(draft)
    assert "# Claimed as a group, without its members (0.90, wildcard), from line 5" in text
    found = decided(draft, [Decision(key=group.key, ruling=Ruling.RIGHT)])
    assert (found.description, found.doubts) == (draft.description, draft.doubts)
