"""Status codes of services and keys of queries out of tables, and tables that look like them."""

from __future__ import annotations

import pytest

from dcsgen.base.draft import Origin
from dcsgen.builtin.importer.html import document as html
from dcsgen.builtin.importer.markdown import document as markdown
from dcsgen.ingest.drafting import drafted
from dcsgen.ingest.readers import services, statuses

ORIGIN = Origin(file="statement.md", sha256="0", format="markdown")
FIND = "1.2.840.10008.5.1.4.1.2.2.1"


def test_status_codes_with_cells_over_rows() -> None:
    page = """<h1>STORE AE</h1><h2>Storage SCU</h2><p>Table 7: C-STORE Response Status Handling Behavior</p><table>
    <tr><th>Service Status</th><th>Further Meaning</th><th>Error Code</th><th>Behavior</th></tr>
    <tr><td>Success</td><td>Success</td><td>0000</td><td>The image is marked as stored.</td></tr>
    <tr><td rowspan=2>Refused</td><td>Out of Resources</td><td>A700-A7FF</td><td>The job is tried again.</td></tr>
    <tr><td>SOP Class not supported</td><td>0x0122</td><td>The job fails.</td></tr>
    <tr><td>*</td><td>*</td><td>Any other</td><td>The job fails.</td></tr></table>"""
    document = html(page.encode(), "html")
    (table,) = drafted(document, ORIGIN).description["status_tables"].values()
    assert table["service"] == "C-STORE"
    assert table["statuses"] == {
        "0000": {"class": "success", "meaning": "Success", "behaviour": "The image is marked as stored."},
        "A700-A7FF": {"class": "failure", "meaning": "Out of Resources", "behaviour": "The job is tried again."},
        "0122": {"class": "failure", "meaning": "SOP Class not supported", "behaviour": "The job fails."},
    }
    assert list(services.read(document)) == []


@pytest.mark.parametrize(
    "text",
    [
        "## DIMSE Commands\n\n| Command | Code | Support |\n|-|-|-|\n| C-STORE | 0x0001 | SCP + SCU |\n",
        "## Status Codes\n\n| Code | Description |\n|-|-|\n| 200 (OK) | All is well, no error |\n",
        "## Revision History of status codes\n\n| Code | Change |\n|-|-|\n| A700 | error added |\n",
        "## Rejection\n\n| Result | Reason code |\n|-|-|\n| 1 | 0001 |\n",
    ],
)
def test_what_is_no_table_of_status_codes(text: str) -> None:
    assert list(statuses.read(markdown(text))) == []


KEYS = f"""
## QUERY Application Entity

| SOP Class | UID | Role |
|-|-|-|
| Study Root Query/Retrieve - FIND | {FIND} | SCP |

### Supported Query Keys

| Attribute Name | Tag | Types of Matching | Return Key |
|-|-|-|-|
| Patient's Name | (0010,0010) | Single value, wild card | Yes |
| Study Date | (0008, 0020) | Exact / Range | Yes |
| Patient's Birth Date | (0010,0030) | None | Yes |
| Patient's Size | (0010,1020) | None | No |
| Procedure Code Sequence | (0008,1032) | Sequence | No |
| >Code Value | (0008,0100) | Exact | No |
| Something of ours | (0029,1010) | Exact | No |
"""


def test_keys_of_a_query() -> None:
    (service,) = drafted(markdown(KEYS), ORIGIN).description["services"].values()
    assert service["keys"] == {
        "PatientName": {"matching": ["single_value", "wildcard"], "returned": True},
        "StudyDate": {"matching": ["single_value", "range"], "returned": True},
        "PatientBirthDate": {"returned": True},
        "ProcedureCodeSequence": {"matching": ["sequence"], "returned": False},
        "ProcedureCodeSequence.CodeValue": {"matching": ["single_value"], "returned": False},
    }


def test_keys_of_which_service_is_not_sure() -> None:
    both = KEYS.replace(
        f"{FIND} | SCP |", f"{FIND} | SCP |\n| Patient Root - FIND | 1.2.840.10008.5.1.4.1.2.1.1 | SCU |"
    )
    for service in drafted(markdown(both), ORIGIN).description["services"].values():
        assert "keys" not in service
