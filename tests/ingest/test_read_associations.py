"""Association parameters, addresses, functions and character sets, in the shapes of several vendors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dcsgen.base.draft import Fact, Origin
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import addresses, associations, character_sets
from dcsgen.plugin import Document

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")
CT = "1.2.840.10008.5.1.4.1.1.2"


def found(read: Callable[[Document], Iterator[Fact]], document: Document, least: float = 0.7) -> dict[str, object]:
    return {".".join(map(str, fact.path)): fact.value for fact in read(document) if fact.confidence >= least}


def test_a_table_for_each_application_entity() -> None:
    text = """
## STORE Application Entity Specification

### Number of Associations

Table 1: Number of Associations accepted

| Item | Value |
|-|-|
| Maximum number of simultaneous Associations | 20 |

### General

| Parameter | Value |
|-|-|
| Application Context Name | 1.2.840.10008.3.1.1.1 |
| Maximum PDU size received | 32 KB |
| Maximum length of PDUs sent | Unlimited |
| Implementation Class UID | 1.2.3.4.5.6 |
| Implementation Version Name | STORE_1 |
| Maximum number of outstanding asynchronous transactions | 1 |
| Maximum time of an association | 300 |
"""
    root = "application_entities.STORE.association"
    assert found(associations.read, markdown(text)) == {
        f"{root}.as_acceptor.max_associations": 20,
        f"{root}.application_context": "1.2.840.10008.3.1.1.1",
        f"{root}.max_pdu_received": 32768,
        f"{root}.max_pdu_sent": 0,
        f"{root}.implementation_class_uid": "1.2.3.4.5.6",
        f"{root}.implementation_version_name": "STORE_1",
        f"{root}.asynchronous_window.invoked": 1,
        f"{root}.asynchronous_window.performed": 1,
    }


def test_sentences() -> None:
    page = """<h1>A.2 AE Specifications</h1><h2>QUERY AE Specification</h2><h3>Association Policies</h3>
    <p>The maximum length of PDUs that QUERY receives is 16,384 bytes. QUERY initiates at most two simultaneous
    associations. The Implementation Class UID is 1.2.3.4.5.6.7. Asynchronous operations are not supported.</p>"""
    root = "application_entities.QUERY.association"
    assert found(associations.read, html(page.encode(), "html")) == {
        f"{root}.max_pdu_received": 16384,
        f"{root}.as_initiator.max_associations": 2,
        f"{root}.implementation_class_uid": "1.2.3.4.5.6.7",
        f"{root}.asynchronous_window.invoked": 1,
        f"{root}.asynchronous_window.performed": 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "## Glossary\n\nProtocol Data Unit (PDU): a piece of a message; the maximum size of a PDU is 65536 bytes.\n",
        "## Remarks\n\nThere is no maximum PDU length of 16384 any more.\n",
        "## PDUs\n\n| PDU Type | Code |\n|-|-|\n| A-ASSOCIATE-RQ | 4096 |\n",
        "## General\n\nThe maximum PDU size can be configured between 4096 and 131072 bytes.\n",
        "## Revision History\n\nMaximum PDU size: 65536\n",
        "## Attributes\n\n| Attribute | Value |\n|-|-|\n| Implementation Class UID | configurable |\n",
    ],
)
def test_what_is_no_parameter(text: str) -> None:
    assert found(associations.read, markdown(text)) == {}


def test_what_is_said_of_all_is_said_of_those_with_services() -> None:
    text = f"""
## STORE Application Entity

| SOP Class | UID | Role |
|-|-|-|
| CT Image Storage | {CT} | SCU |

## DISC Application Entity

It writes discs.

## Association Parameters

| Item | Value |
|-|-|
| Implementation Class UID | 1.2.3.4.5.6 |
"""
    entities = drafted(markdown(text), ORIGIN).description["application_entities"]
    assert entities == {
        "STORE": {"function": "Not stated.", "association": {"implementation_class_uid": "1.2.3.4.5.6"}}
    }


def test_values_that_disagree_are_told() -> None:
    text = "## STORE AE\n\n| Item | Value |\n|-|-|\n| Max PDU received | 16384 |\n\nMax PDU received: 32768\n"
    draft = drafted(markdown(text), ORIGIN)
    assert draft.description["application_entities"]["STORE"]["association"] == {"max_pdu_received": 16384}
    assert [doubt.slug for doubt in draft.doubts] == ["values-disagree", "no-service-found"]
    assert "16384" in draft.doubts[0].message
    assert "32768" in draft.doubts[0].message


def test_a_fact_that_does_not_fit_is_told() -> None:
    text = "## STORE AE\n\n| Item | Value |\n|-|-|\n| Max PDU received | 99999999999 |\n"
    draft = drafted(markdown(text), ORIGIN)
    assert [doubt.slug for doubt in draft.doubts] == ["fact-does-not-fit", "no-service-found"]
    assert "application_entities" not in draft.description


def test_addresses_in_a_table_and_in_pairs() -> None:
    table = (
        "## AE Titles\n\n| Application Entity | Default AE Title | Default TCP/IP Port |\n|-|-|-|\n"
        "| STORE | MY_STORE | 104 / 2762 (TLS) |\n| QUERY | MY_QUERY | none |\n"
    )
    assert found(addresses.read, markdown(table)) == {
        "configuration.local.STORE.ae_title": "MY_STORE",
        "configuration.local.STORE.port": 104,
        "configuration.local.STORE.tls_port": 2762,
        "configuration.local.QUERY.ae_title": "MY_QUERY",
    }
    pairs = (
        "## STORE AE\n\n| Parameter | Default |\n|-|-|\n| AE Title | `MY_STORE` (configurable) |\n| Port | 11112 |\n"
    )
    assert found(addresses.read, markdown(pairs)) == {
        "configuration.local.STORE.ae_title": "MY_STORE",
        "configuration.local.STORE.port": 11112,
    }


@pytest.mark.parametrize(
    "text",
    [
        "## Remote AEs\n\n| AE Title | Port |\n|-|-|\n| PEER | 104 |\n",
        "## Configuration\n\n| Parameter | Value |\n|-|-|\n| AE Title | configurable by the user |\n| Port | any |\n",
        "## Worklist\n\n| Attribute | Tag |\n|-|-|\n| Retrieve AE Title | (0008,0054) |\n",
    ],
)
def test_what_is_no_address_of_the_product(text: str) -> None:
    assert found(addresses.read, markdown(text)) == {}


def test_functions() -> None:
    text = (
        "### Functional Definition of STORE Application Entity\n\nSTORE sends images to the archive.\n\n"
        "## QUERY Application Entity\n\n**Description**: Looks for studies in the archive.\n"
    )
    assert found(addresses.read, markdown(text)) == {
        "application_entities.STORE.function": "STORE sends images to the archive.",
        "application_entities.QUERY.function": "Looks for studies in the archive.",
    }


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "## Support of Character Sets\n\n| Character Set | Defined Term | Support |\n|-|-|-|\n"
            "| Latin-1 | ISO_IR 100 | Full |\n| Greek | ISO-IR 126 | No |\n"
            "| Kanji | ISO 2022 IR 6\\ISO 2022 IR 87 | Yes |\n",
            ["ISO_IR 100", "ISO 2022 IR 6\\ISO 2022 IR 87"],
        ),
        ("## Images\n\nAll texts are encoded in the character set ISO_IR 192.\n", ["ISO_IR 192"]),
        ("## Character Sets\n\nISO_IR 100 is supported. ISO_IR 144 is not supported.\n", ["ISO_IR 100"]),
        ("## Options\n\nThe option +U8 converts texts to ISO_IR 192, if the character set allows it.\n", []),
        ("## Glossary\n\nISO_IR 100: a character set that is supported by many.\n", []),
        ("## Attributes\n\n| Attribute | Value |\n|-|-|\n| Specific Character Set | ISO_IR 13 |\n", []),
    ],
)
def test_character_sets(text: str, terms: list[str]) -> None:
    assert list(found(character_sets.read, markdown(text)).values()) == terms


def test_an_application_context_name_that_dicom_does_not_have_is_told_and_not_taken() -> None:
    text = "# Product DICOM Conformance Statement\n\nThe application context name is 1.2.840.10008.3.1.1.\n\n"
    text += f"| SOP Class | UID | Role |\n|-|-|-|\n| CT Image Storage | {CT} | SCP |\n"
    draft = drafted(markdown(text), ORIGIN)
    (entity,) = draft.description["application_entities"].values()
    assert "association" not in entity
    told = [doubt.message for doubt in draft.doubts if doubt.code == "I001"]
    assert told == ["1.2.840.10008.3.1.1 is below the root of DICOM, but is not registered"]
