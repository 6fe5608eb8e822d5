"""Media profiles with their roles, profiles of security, and what is none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dcsgen.base.draft import Fact, Origin
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import media, security
from dcsgen.plugin import Document

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")


def found(read: Callable[[Document], Iterator[Fact]], document: Document) -> set[str]:
    return {".".join(map(str, fact.path[1:])) for fact in read(document) if fact.confidence >= 0.7}


def test_media_with_roles_in_a_column() -> None:
    text = (
        "## Media\n\n### DISC Application Entity\n\n| Application Profile | Real-World Activity | Role |\n|-|-|-|\n"
        "| STD-GEN-CD | Burn a disc | FSC |\n| APL-CTMR-CD | Open a disc | FSR |\n| STD-NO-SUCH | - | FSU |\n"
    )
    assert drafted(markdown(text), ORIGIN).description["media"] == {
        "disc-std-gen-cd": {"application_entity": "DISC", "profile": "STD-GEN-CD", "roles": ["FSC"]},
        "disc-std-ctmr-cd": {"application_entity": "DISC", "profile": "STD-CTMR-CD", "roles": ["FSR"]},
    }


def test_media_with_columns_for_writing_and_reading() -> None:
    page = """<h1>Overview</h1><h2>Media Services</h2><table>
    <tr><th>Media Storage Application Profile</th><th>Write Files (FSC)</th><th>Read Files (FSR)</th></tr>
    <tr><td>STD-GEN-CD</td><td>Yes</td><td>No</td></tr>
    <tr><td>STD-GEN-DVD-JPEG</td><td>No</td><td>No</td></tr></table>"""
    assert found(media.read, html(page.encode(), "html")) == {"std-gen-cd", "std-gen-cd.roles.FSC"}


@pytest.mark.parametrize(
    "text",
    [
        "## Media\n\nSTD-GEN-CD is not supported.\n",
        "## Media\n\nThe profile AUG-X-CD is based on STD-GEN-CD and creates discs.\n",
        "## Revision History\n\n| Date | Change |\n|-|-|\n| 2020-01-01 | STD-GEN-CD (FSC) added |\n",
        "## Media Creation\n\n| Attribute | Value |\n|-|-|\n| Requested Media Application Profile | STD-GEN-CD |\n",
    ],
)
def test_what_is_no_media_profile(text: str) -> None:
    assert found(media.read, markdown(text)) == set()


def test_security_profiles_and_versions_of_tls() -> None:
    text = (
        "## Security\n\n| Profile | Support |\n|-|-|\n| Basic TLS Secure Transport Connection Profile | Yes |\n"
        "| AES TLS Secure Transport Connection | No |\n| AE Title Authentication | Yes |\n\n"
        "### TLS\n\n| Protocol | Support |\n|-|-|\n| TLS 1.3 | Full |\n| TLS 1.2 | Full |\n"
        "| TLS 1.1 and below | Rejected |\n| TLS 1.0 | No |\n"
    )
    assert drafted(markdown(text), ORIGIN).description["security"] == {
        "secure_transport": {"basic-tls": {"profile": "basic-tls", "tls_versions": ["1.3", "1.2"]}}
    }


@pytest.mark.parametrize(
    "text",
    [
        "## Security\n\nThe Basic TLS Secure Transport Connection Profile is not supported.\n",
        "## Glossary\n\n- Basic TLS Secure Transport Connection Profile: a profile that many support.\n",
        "## Security\n\nThe hospital has to protect its network by TLS 1.3.\n",
        "## Features\n\n| Feature | Support |\n|-|-|\n| Basic | Yes |\n",
    ],
)
def test_what_is_no_security_profile(text: str) -> None:
    assert found(security.read, markdown(text)) == set()
