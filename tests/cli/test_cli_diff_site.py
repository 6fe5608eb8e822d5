"""`dcsgen diff --site`: which peers of a site are affected, in which workflows, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import Outcome

OLD = """\
dcsgen: 1
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: D, revision: "1", date: 2031-06-30}
application_entities:
  STORE: {function: It stores.}
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage, MRImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGLossless]
"""
SITE = """\
site: St. Anna
peers:
  Scanner:
    uses:
      - {sop_classes: [CTImageStorage], role: SCU, transfer_syntaxes: [JPEGLossless]}
  Workstation:
    uses:
      - {sop_classes: [CTImageStorage], role: SCU}
  Printer:
    uses:
      - {sop_classes: [BasicGrayscalePrintManagementMeta], role: SCP}
workflows:
  Planning: [Scanner, Printer]
"""

Diff = Callable[..., Outcome]


@pytest.fixture
def diff(command: Diff, tmp_path: Path) -> Diff:

    def differ(new: str, *words: str, site: str = SITE, old: str = OLD) -> Outcome:
        (tmp_path / "old.yaml").write_text(old)
        (tmp_path / "new.yaml").write_text(new)
        (tmp_path / "site.yaml").write_text(site)
        return command("diff", "old.yaml", "new.yaml", "--site", "site.yaml", *words)

    return differ


def only(peer: str) -> str:
    """The site with one of its peers, which takes part in the workflow."""
    lines = SITE.splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line == f"  {peer}:\n")
    return "".join(["site: St. Anna\npeers:\n", *lines[start : start + 3], f"workflows: {{Planning: [{peer}]}}\n"])


WITHOUT_JPEG = OLD.replace(", JPEGLossless", "")
WITHOUT_EXPLICIT = OLD.replace("ExplicitVRLittleEndian, ", "")


def test_each_peer_has_its_answer_and_its_reason(diff: Diff, fits: Callable[[str, Any], None]) -> None:
    outcome = diff(WITHOUT_JPEG)
    assert outcome.code == 1
    lines = [line.strip() for line in outcome.out.splitlines()]
    assert "at St. Anna: 1 affects you, 0 cannot be told, 0 do not" in lines
    assert (
        "affects Scanner in Planning: Scanner and the product have no Transfer Syntax in common for CT Image Storage "
        "any more"
    ) in lines
    assert (
        "cannot tell for Workstation: the Transfer Syntaxes of Workstation for CT Image Storage are not stated" in lines
    )
    report = json.loads(diff(WITHOUT_JPEG, "--output", "json").out)
    fits("changes", report)
    assert report["site"] == "St. Anna"
    (change,) = report["changes"]
    assert [(one["peer"], one["answer"]) for one in change["effects"]] == [
        ("Scanner", "affects"),
        ("Workstation", "cannot tell"),
        ("Printer", "does not affect"),
    ]


@pytest.mark.parametrize(
    ("new", "peer", "code", "said"),
    [
        (WITHOUT_JPEG, "Printer", 0, "does not affect you: Printer does not use CT Image Storage and MR Image Storage"),
        (WITHOUT_EXPLICIT, "Scanner", 0, "does not affect you: Scanner does not use this Transfer Syntax"),
        (WITHOUT_EXPLICIT, "Workstation", 1, "cannot tell for Workstation in Planning"),
        (OLD.replace("CTImageStorage, ", ""), "Workstation", 1, "Workstation uses CT Image Storage as SCU"),
        (OLD.replace(", MRImageStorage", ""), "Workstation", 0, "does not affect you"),
    ],
)
def test_the_exit_code_follows_the_site(diff: Diff, new: str, peer: str, code: int, said: str) -> None:
    outcome = diff(new, site=only(peer))
    assert (outcome.code, said in outcome.out) == (code, True), outcome.out


def test_a_peer_by_its_description(diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "peers").mkdir()
    (tmp_path / "peers" / "ct.yaml").write_text(OLD.replace("role: SCP", "role: SCU").replace(", JPEGLossless", ""))
    site = "site: S\npeers: {CT: {description: peers/ct.yaml}}\n"
    outcome = diff(WITHOUT_EXPLICIT, site=site)
    assert outcome.code == 0
    assert "does not affect you: CT can use Implicit VR Little Endian" in outcome.out


@pytest.mark.parametrize(("role", "sender"), [("SCU", "Scanner"), ("SCP", "the product")])
def test_who_sends_objects_has_to_convert_them(diff: Diff, role: str, sender: str) -> None:
    site = only("Scanner").replace("role: SCU", f"role: {role}").replace("[JPEG", "[ExplicitVRLittleEndian, JPEG")
    old, new = ((each.replace("role: SCP", "role: SCU") if role == "SCP" else each) for each in (OLD, WITHOUT_JPEG))
    said = f"whether {sender} can convert its objects to Explicit VR Little Endian is not stated"
    assert said in diff(new, site=site, old=old).out


@pytest.mark.parametrize(
    ("site", "code", "said"),
    [
        (SITE.replace("CTImageStorage", "CTImageStorge", 1), 2, 'site.yaml:5:24: "CTImageStorge" is no SOP Class'),
        (SITE.replace("role: SCU", "rle: SCU", 1), 2, 'site.yaml:5:9: "uses[0]" has no "role"'),
        (SITE.replace("[Scanner, Printer]", "[Scaner]"), 2, 'site.yaml:13:14: "Scaner" is not among the peers'),
        (SITE.replace("role: SCU}", "role: SCU, keys: [PatientIDs]}"), 2, '"PatientIDs" is no Attribute'),
        ("site: S\npeers: {CT: {description: ct.yaml}}\n", 3, 'site.yaml:2:27: the peer "CT"'),
        ("site: [", 3, "site.yaml"),
        (SITE.partition("\n")[2], 2, 'site.yaml:1:1: the site has no "site". Name of the site'),
    ],
)
def test_a_wrong_site_is_said_with_its_place(diff: Diff, site: str, code: int, said: str) -> None:
    outcome = diff(WITHOUT_JPEG, site=site)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert "Traceback" not in outcome.err
