"""Product, vendor, version, document and date out of covers, tables, front matter and histories."""

from __future__ import annotations

import pytest

from dcsgen.base.draft import Origin
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.dates import day
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.families import FREE, family_of
from dcsgen.ingest.readers import identity
from dcsgen.plugin import Document

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")


def found(document: Document, least: float = 0.7) -> dict[str, str]:
    return {".".join(map(str, fact.path)): fact.value for fact in identity.read(document) if fact.confidence >= least}


def test_a_table_of_the_manufacturer() -> None:
    text = (
        "# DICOM Conformance Statement\n\n## 1 Identification\n\n| Parameter | Value |\n|-|-|\n"
        "| Manufacturer | Example Imaging GmbH |\n| Product Name | LUX |\n| Software Version | V 4.2 |\n"
        "| Document Number | EX-100-7 |\n| Document Revision | C |\n| Date of Issue | 3rd March 2021 |\n"
    )
    assert found(markdown(text)) == {
        "product.vendor": "Example Imaging GmbH",
        "product.name": "LUX",
        "product.version": "4.2",
        "document.identifier": "EX-100-7",
        "document.revision": "C",
        "document.date": "2021-03-03",
    }


def test_a_cover() -> None:
    page = (
        "<h1>LUX Workstation – DICOM Conformance Statement</h1><p>Example Imaging Ltd</p><p>Release 3.1</p>"
        "<p>May 2, 2025</p><h1>1 Introduction</h1><p>Version 9 of the standard was published in January 7, 1999.</p>"
    )
    assert found(html(page.encode(), "html")) == {
        "product.name": "LUX Workstation",
        "product.vendor": "Example Imaging Ltd",
        "product.version": "3.1",
        "document.date": "2025-05-02",
    }


def test_front_matter_is_of_the_document() -> None:
    text = (
        '---\ntitle: Slide v0.14.0\ndate: June 6, 2023\nauthor:\n- Some Lab\ndoc_id: "A-1"\n---\n\n'
        "# Conformance Statement Overview\n\nSlide shows images.\n\n## DICOM Web Services\n"
    )
    assert found(markdown(text)) == {
        "product.name": "Slide",
        "product.version": "0.14.0",
        "document.date": "2023-06-06",
        "document.identifier": "A-1",
    }
    assert markdown(text).blocks[0].spot.line == 9


@pytest.mark.parametrize(
    "text",
    [
        "# DICOM Conformance Statement\n\n> **SSOT**: This document is the single source of truth for **DICOM "
        "Conformance Statement**.\n",
        "# Conformance Statement Overview\n\n## Our Services\n\nNone.\n",
        "# DICOM Conformance Statement\n\n## Networking\n\nNone.\n",
        "# Conformance\n\nThis document is a DICOM Conformance Statement.\n",
        "# DICOM Conformance Statement\n\n## Introduction\n\nNothing more is said. See version 3 of another product.\n",
    ],
)
def test_what_is_not_said_is_unknown(text: str) -> None:
    assert found(markdown(text)) == {}


def test_the_newest_line_of_the_history() -> None:
    text = (
        "# LUX DICOM Conformance Statement\n\n## Revision History\n\n| Version | Date | Change |\n|-|-|-|\n"
        "| 1.0 | 2019-04-01 | First |\n| 1.1 | 2020-05-02 | Second |\n"
    )
    assert found(markdown(text)) == {
        "product.name": "LUX",
        "document.revision": "1.1",
        "document.date": "2020-05-02",
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-03-04", "2021-03-04"),
        ("04 March 2021", "2021-03-04"),
        ("March 4th, 2021", "2021-03-04"),
        ("25/03/2021", "2021-03-25"),
        ("03/25/2021", "2021-03-25"),
        ("03/04/2021", ""),
        ("June, 2023", ""),
        ("Version 20.12", ""),
    ],
)
def test_days(text: str, wanted: str) -> None:
    assert day(text) == wanted


@pytest.mark.parametrize(
    ("titles", "family"),
    [
        (["Conformance Statement Overview", "Networking", "Support of Character Sets"], "ps3.2-annex-a"),
        (["AE Specification", "Communication Profiles", "Association Establishment Policies"], "tr62266"),
        (
            ["Service and Interoperability Description", "Network and Media Communication Details", "DIMSE Services"],
            "ps3.2-annex-n",
        ),
        (["What we support", "Storage", "Query/Retrieve"], FREE),
    ],
)
def test_the_family_of_layouts(titles: list[str], family: str) -> None:
    document = markdown("\n\n".join(f"# {title}" for title in titles))
    assert family_of(document) == family
    assert drafted(document, ORIGIN).origin.layout == family
