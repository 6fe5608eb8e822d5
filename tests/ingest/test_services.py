"""SOP Classes with roles and Transfer Syntaxes out of tables of the shapes that statements have."""

from __future__ import annotations

import pytest

from dcsgen.base.draft import Method, Origin
from dcsgen.base.words import Role
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import services
from dcsgen.plugin import Document

CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"
IMPLICIT, EXPLICIT = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1"

Found = set[tuple[str, Role | None, frozenset[str]]]


def found(document: Document) -> Found:
    return {
        (claim.uid, claim.role, frozenset(one.uid for one in claim.transfer_syntaxes))
        for claim in services.read(document)
    }


def test_presentation_contexts_with_cells_over_rows() -> None:
    page = f"""<h2>STORE AE Specification</h2><table>
    <tr><th colspan=2>Abstract Syntax</th><th colspan=2>Transfer Syntax</th><th rowspan=2>Role</th></tr>
    <tr><th>Name</th><th>UID</th><th>Name</th><th>UID</th></tr>
    <tr><td rowspan=2>CT Image Storage</td><td rowspan=2>{CT}</td><td>Implicit VR LE</td><td>{IMPLICIT}</td>
        <td rowspan=2>SCU</td></tr>
    <tr><td>Explicit VR LE</td><td>{EXPLICIT}</td></tr>
    <tr><td>MR Image Storage</td><td>{MR}</td><td>Implicit</td><td>{IMPLICIT}</td><td>SCU /<br>SCP</td></tr>
    </table>"""
    document = html(page.encode(), "html")
    assert found(document) == {
        (CT, Role.SCU, frozenset((IMPLICIT, EXPLICIT))),
        (MR, Role.BOTH, frozenset((IMPLICIT,))),
    }
    assert {claim.application_entity for claim in services.read(document)} == {"STORE"}


def test_empty_cells_below_go_on_with_the_sop_class_above() -> None:
    document = markdown(
        f"| Abstract Syntax | UID | Transfer Syntax | UID | Role |\n|-|-|-|-|-|\n"
        f"| CT Image Storage | {CT} | Implicit VR Little Endian | {IMPLICIT} | SCP |\n"
        f"| | | Explicit VR Little Endian | {EXPLICIT} | |\n"
    )
    assert found(document) == {(CT, Role.SCP, frozenset((IMPLICIT, EXPLICIT)))}


def test_columns_for_the_user_and_the_provider() -> None:
    document = markdown(
        "## Overview\n\n| SOP Class | User of Service (SCU) | Provider of Service (SCP) |\n|-|-|-|\n"
        "| CT Image Storage | Yes | No |\n| MR Image Storage | No | No |\n"
    )
    assert found(document) == {(CT, Role.SCU, frozenset())}


@pytest.mark.parametrize(
    "above",
    [
        "## Storage SCP",
        "## Conformance\n\nIt provides Standard Conformance to the following SOP Classes as an SCP:",
        "## Conformance\n\nTable 3: SOP Classes as SCP",
    ],
)
def test_the_role_stands_above_the_table(above: str) -> None:
    document = markdown(f"{above}\n\n| SOP Class Name | SOP Class UID |\n|-|-|\n| CT Image Storage | {CT} |\n")
    assert found(document) == {(CT, Role.SCP, frozenset())}


def test_transfer_syntaxes_are_in_another_table() -> None:
    document = markdown(
        "## Networking\n\nTable 11 Transfer Syntaxes\n\n"
        f"| Name | UID |\n|-|-|\n| Implicit VR Little Endian | {IMPLICIT} |\n"
        f"\n### Storage SCP\n\n| Abstract Syntax | UID | Transfer Syntax | Role |\n|-|-|-|-|\n"
        f"| CT Image Storage | {CT} | All Transfer Syntaxes of Table 11 | SCP |\n"
    )
    assert found(document) == {(CT, Role.SCP, frozenset((IMPLICIT,)))}


def test_a_list_of_transfer_syntaxes_is_for_its_section() -> None:
    document = markdown(
        f"## Worklist SCP (WL_SCP)\n\n| SOP Class | UID |\n|-|-|\n| CT Image Storage | {CT} |\n"
        f"\n### Transfer Syntaxes\n\n| Transfer Syntax | UID |\n|-|-|\n| Explicit VR Little Endian | {EXPLICIT} |\n"
    )
    assert found(document) == {(CT, Role.SCP, frozenset((EXPLICIT,)))}


@pytest.mark.parametrize(
    "table",
    [
        "## Revision History\n\n| Date | Description |\n|-|-|\n| 2020-01-01 | CT Image Storage |\n",
        "## Status Codes\n\n| Code | Meaning |\n|-|-|\n| 0122 | SOP Class not supported |\n",
        "## Attributes\n\n| Attribute | Value |\n|-|-|\n| SOP Class UID | CT Image Storage |\n",
    ],
)
def test_what_only_looks_like_a_service(table: str) -> None:
    assert found(markdown(table)) == set()


def test_a_wrong_uid_beside_a_right_name_is_told() -> None:
    document = markdown(
        "## SCP\n\n| SOP Class | UID |\n|-|-|\n| Mammography CAD SR | 1.2.840.10008.5.1.4.1.1.88.55 |\n"
    )
    (claim,) = services.read(document)
    assert claim.printed_uid == "1.2.840.10008.5.1.4.1.1.88.55"
    assert claim.uid == "1.2.840.10008.5.1.4.1.1.88.50"
    assert claim.confidence < 0.9


PRIVATE = "1.2.276.0.7230010.3.4.1915765545.18030.917282194.0"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"The product supports CT Image Storage ({CT}) as an SCU.", {(CT, Role.SCU)}),
        ("It supports the CT Image Storage and MR Image Storage SOP Classes as SCP.", {(CT, Role.SCP), (MR, Role.SCP)}),
        (
            f"As an SCU, these SOP Classes are supported:\n\n- CT Image Storage {CT}\n- {MR}\n",
            {(CT, Role.SCU), (MR, Role.SCU)},
        ),
        (f"- CT Image Storage – {CT} (SCP)\n- MR Image Storage (SCU): {MR}\n", {(CT, Role.SCP), (MR, Role.SCU)}),
        (f"As SCP it supports:\n\nShutdown SOP Class {PRIVATE}\n", {(PRIVATE, Role.SCP)}),
    ],
)
def test_lists_and_sentences(text: str, wanted: set[tuple[str, Role]]) -> None:
    claims = list(services.read(markdown(f"## Services\n\n{text}\n")))
    assert {(claim.uid, claim.role) for claim in claims} == wanted
    assert all(min(claim.confidence, claim.role_confidence) < 0.96 for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        f"CT Image Storage ({CT}) is not supported as SCU.",
        f"Objects of CT Image Storage ({CT}) are referenced in reports that the SCP supports.",
        f"For example, an archive supports CT Image Storage ({CT}) as SCP.",
        "As SCU it supports neither CT Image Storage nor MR Image Storage.",
        "It has no SCU and no SCP roles for CT Image Storage.",
    ],
)
def test_sentences_that_claim_nothing(text: str) -> None:
    assert list(services.read(markdown(f"## Services\n\n{text}\n"))) == []


def test_a_wildcard_is_kept_as_such() -> None:
    text = "## STORE AE\n\nIt accepts all Storage SOP Classes as an SCP.\n"
    draft = drafted(markdown(text), Origin(file="a.md", sha256="0", format="markdown"))
    (fact,) = (fact for fact in draft.facts if fact.method is Method.WILDCARD)
    assert fact.value == {"application_entity": "STORE", "role": "SCP", "group": "all Storage SOP Classes"}
    assert "services" not in draft.description


def test_a_private_sop_class_is_described() -> None:
    text = f"## QUERY AE\n\nAs SCP it supports:\n\nShutdown SOP Class {PRIVATE}\n"
    draft = drafted(markdown(text), Origin(file="a.md", sha256="0", format="markdown"))
    assert draft.description["sop_classes"] == {
        "Shutdown-SOP-Class": {"name": "Shutdown SOP Class", "uid": PRIVATE, "kind": "private"}
    }
    (service,) = draft.description["services"].values()
    assert service["sop_classes"] == [PRIVATE]
