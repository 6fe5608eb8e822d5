"""Web services out of overviews, chapters and lists; roles; what is no service."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dcsgen.base.draft import Origin
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import services, web
from dcsgen.plugin import Document

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")
STATEMENTS = Path(__file__).parents[3] / "shared" / "statements"


def found(document: Document, least: float = 0.7) -> set[tuple[str, str]]:
    return {
        (str(fact.path[1]), str(fact.path[3]))
        for fact in web.read(document)
        if len(fact.path) == 4 and fact.confidence >= least
    }


def test_an_overview_with_columns_for_both_sides() -> None:
    page = """<h1>Overview</h1><h2>DICOM Web Services</h2><table>
    <tr><th>Service</th><th>User of Service (User Agent)</th><th>Provider of Service (Origin Server)</th></tr>
    <tr><td colspan=3>Studies Service</td></tr>
    <tr><td>Retrieve transaction (WADO-RS)</td><td>Yes</td><td>No</td></tr>
    <tr><td>Store transaction (STOW-RS)</td><td>No</td><td>No</td></tr>
    <tr><td>Search transaction (QIDO-RS)</td><td>Yes</td><td>Yes</td></tr></table>"""
    document = html(page.encode(), "html")
    assert found(document) == {
        ("studies-user-agent", "retrieve"),
        ("studies-user-agent", "search"),
        ("studies-origin-server", "search"),
    }
    assert list(services.read(document)) == []


CHAPTERS = """
# Studies Service

The service supports a part of DICOMweb. The server answers in JSON.

## Store (STOW-RS)

| Method | Path |
|-|-|
| POST | ../studies |
| POST | ../studies/{study} |

The following `Content-Type` headers are supported:

- `multipart/related; type="application/dicom"`
- `application/dicom`

### Store Response Status Codes

| Code | Description |
|-|-|
| 200 (OK) | All is stored. |
| 409 (Conflict) | Nothing is stored. |

## Search (QIDO-RS)

The following `Accept` headers are supported:

- `application/dicom+json`

### Searchable Attributes

| Attribute Keyword | All Studies |
|-|-|
| PatientID | X |

## Delete

This transaction is non-standard.

| Method | Path |
|-|-|
| DELETE | ../studies/{study} |

## Preamble

The server clears it.
"""


def test_chapters_of_an_origin_server() -> None:
    draft = drafted(markdown(CHAPTERS), ORIGIN)
    service = draft.description["web_services"]["studies-origin-server"]
    assert service["service"] == "Studies"
    assert service["role"] == "origin_server"
    assert service["transactions"] == {
        "store": {
            "resources": {"Studies": {}, "Study": {}},
            "request_media_types": {'multipart/related; type="application/dicom"': {}, "application/dicom": {}},
            "statuses": {"200": {"condition": "All is stored."}, "409": {"condition": "Nothing is stored."}},
        },
        "search": {
            "response_media_types": {"application/dicom+json": {}},
            "attributes": {"PatientID": {"matching": True}},
        },
        "delete": {"private": True},
    }
    assert "services" not in draft.description


def test_sections_for_each_side() -> None:
    text = """
## DICOM Web Services

### Studies Web Service

#### Retrieve Transaction (WADO-RS)

##### User Agent - N/A

N/A

##### Origin Server

| Resource | Comments |
|-|-|
| Study Metadata | |
"""
    document = markdown(text)
    assert found(document) == {("studies-origin-server", "retrieve")}
    assert any("Study Metadata" in fact.path for fact in web.read(document))


@pytest.mark.parametrize(
    "text",
    [
        "## Limitations\n\n- No integration with DICOMweb servers.\n",
        "## Glossary\n\n### WADO-RS\n\nRetrieval over the web, by a user agent from an origin server.\n",
        "## Revision History\n\n| Version | Change |\n|-|-|\n| 2 | STOW-RS added |\n",
        "## DICOMweb\n\n### STOW-RS\n\nNot supported.\n\n### QIDO-RS\n\nThe server: N/A\n",
        "## Storage SCP\n\n### Store\n\nObjects are stored. The server is fast.\n",
    ],
)
def test_what_is_no_web_service(text: str) -> None:
    assert found(markdown(text)) == set()


def test_a_document_that_names_both_sides_says_no_role() -> None:
    text = (
        "## Studies Web Service\n\n| Application Entity | Role |\n|-|-|\n"
        "| WEB | user agent |\n| SERVER | origin server |\n"
        "\n### Retrieve Transaction\n\nStudies are retrieved.\n"
    )
    assert found(markdown(text)) == set()


@pytest.mark.parametrize("name", ["slim-0.14.0", "microsoft-dicom-server-v2"])
def test_statements_with_a_truth(name: str) -> None:
    file = STATEMENTS / f"{name}.md"
    if not file.is_file():
        pytest.skip("the statements are not beside the checkout")
    truth = json.loads((STATEMENTS / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    wanted = set()
    for one in truth["web_services"]:
        service = one["service"].partition(" ")[0].casefold()
        role = "user-agent" if "user agent" in one["role"] else "origin-server"
        transaction = one["transaction"].partition(" (")[0].casefold().replace(" ", "-")
        wanted.add((f"{service}-{role}", transaction))
    document = markdown(file.read_text(encoding="utf-8"))
    assert found(document) == wanted
    assert list(services.read(document)) == []
