"""What two products do at a site: who they are there, what is in use, and their AE Titles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.plugin import Match

EXAMPLES = Path(__file__).parents[2] / "examples"

TPS = f"""\
site: St. Anna
peers:
  TPS: {{description: {EXAMPLES}/planning/planning.yaml}}
  Scanner: {{description: {EXAMPLES}/modality/modality.yaml}}
  Archive:
    uses:
      - {{sop_classes: [RTPlanStorage, RTStructureSetStorage, Verification], role: SCP}}
  Linac: {{description: {EXAMPLES}/xyz/xyz.yaml}}
workflows:
  Radiotherapy: [TPS, Linac]
  Diagnosis: [Scanner, Archive]
"""


@cache
def host() -> api.Host:
    return api.open_host(folders=[EXAMPLES.parent / "plugins"])


@cache
def loaded(name: str) -> api.Loaded:
    return api.load(EXAMPLES / name / f"{name}.yaml", host())


def matched(folder: Path, site: str, a: str = "planning", b: str = "xyz") -> Match:
    (folder / "site.yaml").write_text(site)
    return api.match(loaded(a), loaded(b), host(), site=api.read_site(folder / "site.yaml", host()))


def test_what_the_products_are_there(tmp_path: Path) -> None:
    found = matched(tmp_path, TPS)
    assert found.site == "St. Anna"
    assert found.at_site == (
        'At St. Anna, THISTLEDOWN Plan is "TPS" and XYZ/PRODUCT Treatment System is "Linac".',
        "They work together in Radiotherapy.",
    )
    everything = api.match(loaded("planning"), loaded("xyz"), host())
    assert found.interactions == everything.interactions


def test_who_is_not_there_is_said(tmp_path: Path) -> None:
    found = matched(tmp_path, TPS, b="archive")
    assert found.at_site == ('At St. Anna, THISTLEDOWN Plan is "TPS" and NORTHLIGHT Archive is not among its peers.',)


def test_peers_without_a_workflow_in_common(tmp_path: Path) -> None:
    assert matched(tmp_path, TPS, b="modality").at_site[1:] == ("No workflow there has both of them.",)


def test_what_is_not_in_use_is_left_out(tmp_path: Path) -> None:
    found = matched(
        tmp_path, TPS.replace("  Archive:", "  NORTHLIGHT Archive:").replace("Archive]", "TPS]"), b="archive"
    )
    assert {one.name for one in found.interactions if one.means == "network" and one.user.side == "a"} == {
        "RT Plan Storage (with optimisation data)",
        "RT Structure Set Storage",
        "Verification SOP Class",
    }
    everything = api.match(loaded("planning"), loaded("archive"), host())
    left_out = len(everything.interactions) - len(found.interactions)
    assert left_out > 10
    assert found.at_site[-1] == f"{left_out} interactions are left out that the site does not use."
    assert not [one for one in found.unmet if one.taker.side == "b" and one.means == "network"]
    # What a peer says of the network says nothing of the web.
    assert [one for one in found.interactions if one.means == "web"]


def test_the_ae_titles_of_the_site_are_those_that_count(tmp_path: Path) -> None:
    site = TPS.replace("planning.yaml}", "planning.yaml, ae_titles: {EXPORT: TPS_ANNA}}")
    found = matched(tmp_path, site)
    told = [reason.condition for one in found.interactions for reason in one.conditions]
    assert any("TPS_ANNA" in condition for condition in told)
    assert "AE Titles of THISTLEDOWN Plan there: EXPORT is TPS_ANNA." in found.at_site


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("planning.yaml}", "planning.yaml, ae_titles: {EXPRT: X}}", 'site.yaml:3:.*"EXPRT"; did you mean "EXPORT"'),
        ("planning.yaml}", "planning.yaml, ae_titles: {EXPORT: ABCDEFGHIJKLMNOPQ}}", "site.yaml:3:"),
        ("TPS:", "XPS:", 'site.yaml:10:18: "TPS" is not among the peers'),
    ],
)
def test_a_wrong_site_is_said_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        matched(tmp_path, TPS.replace(old, new))


def test_a_title_of_an_entity_that_a_peer_by_name_does_not_have(tmp_path: Path) -> None:
    site = TPS.replace("  Archive:\n", "  NORTHLIGHT Archive:\n    ae_titles: {STORE: X}\n").replace("Archive]", "TPS]")
    with pytest.raises(UsageError, match=r'NORTHLIGHT Archive has no Application Entity "STORE".*it has "ARCHIVE"'):
        matched(tmp_path, site, b="archive")


def test_a_site_without_either_product(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"St. Anna has no peer that is NORTHLIGHT Archive or DCMTK dcmqrscp; it has"):
        matched(tmp_path, TPS, "archive", "dcmqrscp")
