"""The rule xyz/S1 on small descriptions, and in a file where its findings point at lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.plugin.testing import Case, cases, run_case
from dcsgen_xyz.rules.known_tables import RULE

OURS = api.Configuration(choice=api.Choice(select=("xyz",)))

CASES = cases(Path(__file__).parent / "cases" / "known_tables.yaml")

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2002-08-05}
extensions: {xyz: {database_tables: [PATIENT, STUDY]}}
iods:
  plan: {title: RT Plan, sop_class: RTPlanStorage, role: received, modules: {Patient: {support: used}}}
attribute_mappings:
  import:
    title: Import
    iod: plan
    direction: import
    target: database
    modules:
      Patient:
        attributes:
          PatientID:
            use: mandatory
            field: PATEINT.PATIENT_ID
"""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case) -> None:
    run_case(RULE, case, api.capability_of)


def test_the_finding_points_at_the_field_and_knows_better(tmp_path: Path, host: api.Host) -> None:
    file = tmp_path / "product.yaml"
    file.write_text(DESCRIPTION, encoding="utf-8")

    (finding,) = api.check([file], host=host, configuration=OURS).report.findings

    assert (finding.code, finding.slug, finding.provider) == ("xyz/S1", "unknown-database-table", "xyz")
    assert str(finding.place) == f"{file}:18:20"
    assert finding.hint == 'did you mean "PATIENT"?'


def test_a_table_that_resembles_none_gets_a_hint_where_to_look(tmp_path: Path, host: api.Host) -> None:
    file = tmp_path / "product.yaml"
    file.write_text(DESCRIPTION.replace("PATEINT", "QQ"), encoding="utf-8")

    (finding,) = api.check([file], host=host, configuration=OURS).report.findings

    assert finding.hint == "see extensions.xyz.database_tables"


def test_explain_knows_the_rule(host: api.Host) -> None:
    page = api.explain("unknown-database-table", host)

    assert "xyz/S1" in page.title
    assert "extensions.xyz.database_tables" in page.text
