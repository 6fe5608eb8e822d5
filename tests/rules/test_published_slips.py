"""Slips that published statements have are found, each at its line and by one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.finding import Profile

HEAD = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2024-01-31}
application_entities: {A: {function: F}}
"""

SERVICE = "application_entity: A, role: SCU, transfer_syntaxes: [ImplicitVRLittleEndian]"


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        pytest.param(
            f"""\
services:
  get: {{title: Retrieval by C-GET, sop_classes: [1.2.840.10008.5.1.4.1.2.1.2], {SERVICE}}}
""",
            "S239",
            6,
            "which are for C-MOVE",
            id="the UID of C-MOVE for C-GET, in a service",
        ),
        pytest.param(
            """\
sop_classes:
  get:
    name: Patient Root Query/Retrieve Information Model - GET
    uid: 1.2.840.10008.5.1.4.1.2.1.2
    kind: standard_extended
    base: PatientRootQueryRetrieveInformationModelGet
""",
            "S234",
            8,
            "that of Patient Root Query/Retrieve Information Model - MOVE",
            id="the UID of C-MOVE for C-GET, in a SOP Class",
        ),
        pytest.param(
            f"""\
services:
  commit: {{sop_classes: [1.2.840.10008.4.2], {SERVICE}}}
""",
            "L030",
            6,
            'the UID of the Service Class "Storage Service Class", not of a SOP Class',
            id="Storage Commitment with the UID of a Service Class",
        ),
        pytest.param(
            f"""\
services:
  commit: {{sop_classes: [1.2.840.10008.1.20.1.1], {SERVICE}}}
""",
            "L030",
            6,
            "not of a SOP Class",
            id="Storage Commitment with the UID of its well-known instance",
        ),
        pytest.param(
            """\
configuration:
  local:
    A: {ae_title: TWENTY_CHARACTERS_XX}
""",
            "L025",
            7,
            "20 characters, 16 are the most",
            id="an AE Title of 20 characters",
        ),
        pytest.param(
            """\
iods: {plan: {title: RT Plan, sop_class: RTPlanStorage, role: created, modules: {SOP Common: {support: used}}}}
attribute_mappings:
  export:
    title: Export
    iod: plan
    direction: export
    target: database
    modules:
      SOP Common:
        attributes:
          SOPClassUID: mandatory
          SOPInstanceUID: optional
""",
            "S413",
            16,
            "",
            id="an Attribute of Type 1 as optional",
        ),
        pytest.param(
            """\
services:
  keep:
    application_entity: A
    role: SCP
    sop_classes: [CTImageStorage]
    transfer_syntaxes: [ImplicitVRLittleEndian]
    statuses:
      B123: {class: warning, meaning: Own warning}
""",
            "S307",
            12,
            "the status B123",
            id="a status code outside the range of the service",
        ),
    ],
)
def test_slip_is_found(text: str, code: str, line: int, message: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    every = api.Configuration(choice=api.Choice(profile=Profile.STRICT))
    found = api.check([file], host=api.open_host(vendors=False), configuration=every).report.findings
    (slip,) = [finding for finding in found if finding.code == code]
    assert slip.place is not None
    assert slip.place.line == line
    assert message in slip.message
