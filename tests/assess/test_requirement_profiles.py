"""Requirement profiles: what is wrong with them is told with its place, and the ready-made ones can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from assessments import HOST, PROFILE

from dcsgen import api
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.requirement import Importance, Needed
from dcsgen.base.standard import ihe_profiles

HEAD = "profile: P\nrequirements:\n  one:\n    purpose: p\n    importance: mandatory\n"


def wrong(text: str, folder: Path) -> list[str]:
    file = folder / "needs.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInputError) as caught:
        api.read_requirements(str(file), HOST)
    _, *lines = str(caught.value).splitlines()
    return [line.strip().removeprefix(f"{file}:") for line in lines]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("    sop_classes: {all_of: [CTImageStorge], role: SCP}\n", '6:28: L030 "CTImageStorge" is no SOP Class'),
        ("    sop_classes: {all_of: [$x], role: SCP}\n", '6:28: L033 there is no set "x"'),
        ("    sop_clases: {all_of: [CTImageStorage], role: SCP}\n", '6:5: L020 the key "sop_clases" is not known'),
        ("    sop_classes: {role: SCP}\n", '6:5: L022 "sop_classes" has none of "all_of" and "one_of"'),
        (
            "    sop_classes: {all_of: [CTImageStorage], one_of: [CTImageStorage], role: SCP}\n",
            '6:5: L024 "sop_classes" has "all_of" and "one_of", which exclude each other',
        ),
        ("", "3:3: R001 what is needed is missing"),
        (
            "    limits: {pdu_received: 1}\n    ihe: {profile: SWF.b, actor: Image Display}\n",
            '3:3: R001 "limits" and "ihe" stand beside each other; put them under `all_of` or `any_of`',
        ),
        ("    any_of: [{limits: {pdu_received: 1}}, {}]\n", "6:43: R001 what is needed is missing"),
        ("    weight: 3\n    limits: {pdu_received: 1}\n", "6:13: R002 a mandatory requirement has no weight"),
        ("    character_sets: {all_of: [ISO_IR 193]}\n", '6:31: R002 "ISO_IR 193" is no Specific Character Set'),
        ("    ihe: {profile: SWF.b, actor: Image Dsplay}\n", '6:34: R002 "Image Dsplay" is no actor of SWF.b'),
        ("    ihe: {profile: SWFb1, actor: Any}\n", '6:20: R002 "SWFb1" is no profile of IHE that dcsgen knows'),
        ("    web: {transaction: WADO-SR, role: origin_server}\n", '6:24: R002 "WADO-SR" is no transaction of PS3.18'),
        (
            "    web: {transaction: WADO-RS, role: origin_server, resources: [Studdy]}\n",
            '6:66: R002 Retrieve of the Studies Service has no resource "Studdy"; did you mean "Study"?',
        ),
        (
            "    attributes: {sop_class: RTPlanStorage, created: {BeamSequence.BeamNam: value}}\n",
            '6:76: L032 "BeamNam" is no Attribute',
        ),
        (
            "    attributes: {sop_class: RTPlanStorage, imported: [PatientIDD]}\n",
            '6:55: L032 "PatientIDD" is no Attribute',
        ),
        ("    media: {profile: STD-GEN-CDX, roles: [FSR]}\n", '6:22: L051 "STD-GEN-CDX" is no Application Profile'),
        ("    security: {secure_transport: {one_of: [BCP 196]}}\n", '6:44: L054 "BCP 196" is no profile of PS3.15'),
        ("    statement: {layout: annex-n, complete: 1}\n", '6:25: R002 there is no layout "annex-n"'),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    (line,) = wrong(HEAD + text, tmp_path)
    assert line.startswith(told)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = HEAD.replace("mandatory", "must") + "    limits: {}\n  two: {}\n"
    assert [line.split(" ")[1] for line in wrong(text, tmp_path)] == ["L023", "L022", "L022", "L022", "R001"]


def test_a_weighted_requirement_needs_its_weight(tmp_path: Path) -> None:
    (line,) = wrong(HEAD.replace("mandatory", "weighted") + "    limits: {pdu_received: 1}\n", tmp_path)
    assert line == "3:3: R002 a weighted requirement has no weight; add `weight`"


def test_a_folder_is_a_product_and_no_profile(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder, and a requirement profile is a file; it comes before"):
        api.read_requirements(str(tmp_path), HOST)


def test_points_are_more_than_none(tmp_path: Path) -> None:
    text = HEAD.replace("mandatory", "weighted") + "    weight: 0\n    limits: {pdu_received: 1}\n"
    (line,) = wrong(text, tmp_path)
    assert "L025 0 is not more than 0" in line


def test_a_desired_requirement_counts_one_point(tmp_path: Path) -> None:
    text = HEAD.replace("mandatory", "desired") + "    weight: 7\n    limits: {pdu_received: 1}\n"
    (line,) = wrong(text, tmp_path)
    assert line.startswith("6:13: R002 a desired requirement has no weight: it counts one point")


def test_a_file_that_is_no_yaml_and_none_at_all(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("profile: [")
    for name in ("broken.yaml", "nothing.yaml"):
        with pytest.raises(UnreadableInputError):
            api.read_requirements(str(tmp_path / name), HOST)
    with pytest.raises(UsageError, match='did you mean "radiotherapy-planning"'):
        api.read_requirements("radiotherapy-planing", HOST)
    with pytest.raises(UsageError, match="dcsgen assess --list"):
        api.text_of("qqqq")


def test_a_profile_is_read_with_words_weights_and_places(tmp_path: Path) -> None:
    file = tmp_path / "needs.yaml"
    file.write_text(PROFILE)
    profile = api.read_requirements(str(file), HOST)
    store, find, many = profile.requirements
    assert (store.title, store.weight, str(store.place)) == ("CT Image Storage as SCP", 0, f"{file}:6:3")
    assert (find.title, find.weight, find.need.kind) == ("Search", 1, "any_of")
    assert [member.kind for member in find.need.members] == ["sop_classes", "web"]
    assert (many.importance, many.weight, many.unverified) == (Importance.WEIGHTED, 2.5, True)
    assert store.need.wanted["all_of"][0]["uid"] == "1.2.840.10008.5.1.4.1.1.2"


@pytest.mark.parametrize("name", api.ready_made())
def test_a_ready_made_profile_can_be_read(name: str) -> None:
    profile = api.read_requirements(name, HOST)
    assert profile.requirements
    for requirement in profile.requirements:
        assert requirement.purpose.endswith(".")
        # A claim has no source but the profile itself.
        assert requirement.clause or requirement.reference or requirement.name == "claim"
    assert yaml.safe_load(api.text_of(name))["profile"] == profile.name


def test_every_actor_of_the_knowledge_has_its_profile() -> None:
    actors = [actor for profile in ihe_profiles.all_profiles() for actor in profile.actors]
    assert sum(name.startswith("ihe-") for name in api.ready_made()) == len(actors)
    assert {"radiotherapy-department", "image-archive-dicomweb", "modality-worklist"} <= set(api.ready_made())


def test_profiles_of_ihe_say_what_was_not_seen() -> None:
    profile = api.read_requirements("ihe-swf.b-image-display", HOST)
    query, retrieve, claim = profile.requirements
    assert query.unverified
    assert "not seen in the document: whether it is required" in query.reference
    assert not claim.unverified
    assert any("Whether an actor must support a transaction" in text for text in profile.remarks)
    # Patient Root or Study Root, and images in any case.
    assert query.need.kind == "any_of"
    storage, moves = retrieve.need.members
    assert (storage.kind, moves.kind) == ("sop_classes", "any_of")
    assert len(storage.wanted["one_of"]) > 50


def test_an_option_of_an_ihe_transaction_is_desired() -> None:
    profile = api.read_requirements("ihe-swf.b-image-manager-archive", HOST)
    found = {requirement.name: requirement for requirement in profile.requirements}
    assert found["RAD-14"].importance is Importance.MANDATORY
    assert found["RAD-14-option"].importance is Importance.DESIRED
    assert "Patient Root" in found["RAD-14-option"].need.title


def test_sets_and_groups_inside_each_other(tmp_path: Path) -> None:
    text = (
        "profile: P\nsets: {ct: [CTImageStorage], all: [$ct, MRImageStorage]}\nrequirements:\n  one:\n    purpose: p\n"
    )
    text += (
        "    importance: desired\n    any_of:\n      - all_of:\n          - sop_classes: {all_of: [$all], role: SCP}\n"
    )
    (tmp_path / "needs.yaml").write_text(text)
    need = api.read_requirements(str(tmp_path / "needs.yaml"), HOST).requirements[0].need
    inner: Needed = need.members[0].members[0]
    assert [one["name"] for one in inner.wanted["all_of"]] == ["CT Image Storage", "MR Image Storage"]
