"""Assessments as a whole: groups, scores as intervals, standings, places, digests, and kinds of plug-ins."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from assessments import EXAMPLES, HOST, of_examples, small

from dcsgen import api
from dcsgen.assess import fails
from dcsgen.base.errors import PluginError, UnreadableInputError, UsageError
from dcsgen.base.requirement import Fulfilment, Ground, Needed, of_all, of_any
from dcsgen.builtin.assess_reporter import _saying
from dcsgen.model import encode
from dcsgen.plugin import Answered, Assessment, Score

MET, CONDITIONS, NOT_STATED, NOT_MET = Fulfilment


def answers(assessment: Assessment) -> dict[str, list[str]]:
    return {line.requirement.name: [answer.fulfilment.value for answer in line.answers] for line in assessment.lines}


def test_of_several_the_least_sure_or_the_surest_counts() -> None:
    assert of_all([MET, CONDITIONS]) is CONDITIONS
    assert of_all([NOT_STATED, NOT_MET, MET]) is NOT_MET
    assert of_all([]) is MET
    assert of_any([NOT_STATED, NOT_MET]) is NOT_STATED
    assert of_any([CONDITIONS, NOT_MET, MET]) is MET
    assert of_any([]) is NOT_MET


def test_products_stand_side_by_side(tmp_path: Path) -> None:
    assessment = small(tmp_path)
    assert answers(assessment) == {
        "store": ["met with conditions", "not met"],
        "find": ["met", "not stated"],
        "many": ["met", "not met"],
    }
    full, bare = assessment.products
    assert (full.product, full.fulfilment, full.score) == (
        "FULL 2.0",
        CONDITIONS,
        Score(least=3.5, most=3.5, possible=3.5),
    )
    assert (bare.product, bare.fulfilment, bare.score) == ("BARE 1.0", NOT_MET, Score(least=0, most=1, possible=3.5))
    assert assessment.fails
    assert [_saying.answer(assessment, index) for index in (0, 1)] == [
        "FULL 2.0 meets the mandatory requirement, with conditions; it has 3.5 of 3.5 points (100 %).",
        "BARE 1.0 does not meet 1 of 1 mandatory requirement (store); it has 0 to 1 of 3.5 points (0 to 29 %).",
    ]


def test_of_alternatives_only_what_is_enough_has_conditions(tmp_path: Path) -> None:
    (_, find, _) = small(tmp_path).lines
    full, bare = find.answers
    assert [member.fulfilment for member in full.members] == [MET, NOT_STATED]
    assert [member.fulfilment for member in bare.members] == [NOT_MET, NOT_STATED]
    assert full.conditions == ()


def test_of_alternatives_with_conditions_one_is_told() -> None:
    def answered(kind: str, *members: Answered) -> Answered:
        return Answered(need=Needed(kind=kind, title=kind), fulfilment=CONDITIONS, members=members)

    one, other = (
        Answered(
            need=Needed(kind="limits", title="limits"),
            fulfilment=CONDITIONS,
            grounds=(Ground(fulfilment=CONDITIONS, sentence="It is so.", condition=condition),),
        )
        for condition in ("Buy this.", "Buy that.")
    )
    assert answered("any_of", one, other).conditions == ("Buy this.",)
    assert answered("all_of", one, other, one).conditions == ("Buy this.", "Buy that.")


def test_a_draft_says_only_a_part(tmp_path: Path) -> None:
    word = str(tmp_path / "bare.yaml")
    assessment = small(tmp_path, drafts=[word])
    assert [each[1] for each in answers(assessment).values()] == ["not stated", "not stated", "not stated"]
    assert assessment.products[1].draft
    with pytest.raises(UsageError, match="is called a draft"):
        small(tmp_path, drafts=["else.yaml"])


@pytest.mark.parametrize(
    ("found", "fail_on", "failing"),
    [
        ([MET, NOT_MET], NOT_MET, True),
        ([MET, NOT_STATED], NOT_MET, False),
        ([NOT_STATED], NOT_STATED, True),
        ([CONDITIONS], NOT_STATED, False),
        ([CONDITIONS], CONDITIONS, True),
        ([MET], CONDITIONS, False),
    ],
)
def test_a_product_fails_from_an_answer_on(found: list[Fulfilment], fail_on: Fulfilment, failing: bool) -> None:
    assert fails(found, fail_on) is failing


def test_reasons_have_their_places_and_inputs_their_digests(tmp_path: Path) -> None:
    assessment = small(tmp_path)
    full = str(tmp_path / "full.yaml")
    store, find, many = (line.answers[0] for line in assessment.lines)
    assert [str(place) for place in store.grounds[0].places] == [f"{full}:9:19"]
    assert [str(place) for place in find.members[0].grounds[0].places] == [f"{full}:15:19"]
    assert [str(place) for place in many.grounds[0].places] == [f"{full}:5:60"]
    # Nothing is written of web services, so there is no place either.
    assert find.members[1].grounds[0].places == ()
    (read,) = assessment.products[0].inputs
    assert (read.file, read.sha256) == (full, sha256((tmp_path / "full.yaml").read_bytes()).hexdigest())
    loaded = api.read_side(full, HOST)
    assert loaded.capability is not None
    assert assessment.products[0].sha256 == sha256(encode(loaded.capability)).hexdigest()
    assert assessment.profile.sha256 == sha256((tmp_path / "profile.yaml").read_bytes()).hexdigest()


def test_a_document_is_assessed_as_its_description(tmp_path: Path) -> None:
    small(tmp_path)
    api.build(tmp_path / "full.yaml", out=tmp_path, formats=("html", "json"), layout="overview", host=HOST)
    profile = api.read_requirements(str(tmp_path / "profile.yaml"), HOST)
    words = [str(tmp_path / name) for name in ("full.yaml", "full.html", "full.json")]
    assessment = api.assess(profile, [(word, api.read_side(word, HOST)) for word in words], HOST)
    assert not any(line.differs for line in assessment.lines)
    places = [answer.grounds[0].places for answer in assessment.lines[0].answers]
    assert [place.file for (place,) in places] == words
    assert places[2][0].line > 1
    assert len({product.sha256 for product in assessment.products}) == 1
    assert assessment.products[2].sha256 == assessment.products[2].inputs[0].sha256


def test_a_description_in_git_has_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(tmp_path)
    monkeypatch.chdir(tmp_path)
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "All"]):
        subprocess.run(["git", *words], check=True)
    profile = api.read_requirements("profile.yaml", HOST)
    assessment = api.assess(profile, [("HEAD:full.yaml", api.read_side("HEAD:full.yaml", HOST))], HOST)
    (read,) = assessment.products[0].inputs
    assert (read.file, read.sha256) == ("HEAD:full.yaml", sha256((tmp_path / "full.yaml").read_bytes()).hexdigest())


def test_a_description_with_errors_is_not_assessed(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("dcsgen: 1\n")
    side = api.read_side(str(tmp_path / "wrong.yaml"), HOST)
    with pytest.raises(UnreadableInputError, match=r"wrong\.yaml"):
        api.assess(api.read_requirements("modality-worklist", HOST), [("wrong.yaml", side)], HOST)


PLUGIN = """
from dcsgen.plugin import Fulfilment, Ground, RequirementKind, hookimpl

def judge(wanted, candidate):
    if wanted["name"] == "bad":
        raise ValueError("no such colour")
    if wanted["name"] == "silent":
        return
    if wanted["name"] == "odd":
        yield Ground(fulfilment="met", sentence="It is so.")
    same = candidate.capability.product.name == wanted["name"]
    where = (("product", "name"),)
    yield Ground(fulfilment=Fulfilment.MET if same else Fulfilment.NOT_MET, sentence="It is so.", paths=where)

def check(wanted):
    if wanted["name"] == "unchecked":
        raise ValueError("no such shape")
    return ()

@hookimpl
def dcsgen_requirement_kinds():
    schema = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "of": {"type": "string", "x-dicom": "sop-class"}},
        "additionalProperties": False,
    }
    return [RequirementKind(name="named", title="Name", what="Its name.", schema=schema, example={"name": "A"},
                            words=lambda wanted: f"named {wanted['name']}", judge=judge, check=check)]
"""


def test_a_plugin_brings_a_kind_with_its_schema(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "acme.py").write_text(PLUGIN)
    host = api.open_host(folders=[tmp_path / "plugins"])
    small(tmp_path)
    head = "profile: P\nrequirements:\n  one:\n    purpose: p\n    importance: mandatory\n"
    needs = tmp_path / "needs.yaml"

    def assessed(text: str) -> Assessment:
        needs.write_text(head + text)
        word = str(tmp_path / "full.yaml")
        return api.assess(api.read_requirements(str(needs), host), [(word, api.read_side(word, host))], host)

    (line,) = assessed("    any_of: [{named: {name: FULL}}, {limits: {pdu_received: 1}}]\n").lines
    assert line.answers[0].members[0].grounds[0].places[0].line == 2
    assert line.requirement.need.members[0].title == "named FULL"
    for text, told in (
        ("    named: {nam: FULL}\n", 'the key "nam" is not known'),
        ("    named: {name: FULL, of: CTStorge}\n", '"CTStorge" is no SOP Class'),
    ):
        with pytest.raises(UnreadableInputError, match=told):
            assessed(text)
    broken = assessed("    named: {name: bad}\n")
    assert broken.lines[0].answers[0].fulfilment is NOT_STATED
    assert broken.trouble == ("the kind of requirement named of the plug-in acme failed: ValueError: no such colour",)
    odd = assessed("    named: {name: odd}\n")
    assert odd.lines[0].answers[0].fulfilment is NOT_STATED
    assert "is no ground" in odd.trouble[0]
    with pytest.raises(
        PluginError, match='kind of requirement named of the plug-in "acme" failed: ValueError: no such'
    ):
        assessed("    named: {name: unchecked}\n")
    digest = sha256(PLUGIN.encode()).hexdigest()
    assert f"plug-in acme (SHA-256 {digest})" in odd.plugins
    silent = assessed("    named: {name: silent}\n").lines[0].answers[0]
    assert (silent.fulfilment, silent.grounds[0].sentence) == (NOT_STATED, "Nothing is said of it.")
    assert b'"kind-named"' in api.schema("requirements", host)
    assert b'"kind-named"' not in api.schema("requirements", HOST)


def test_the_examples_give_sensible_answers() -> None:
    planning = of_examples("radiotherapy-planning", "planning")
    assert answers(planning)["plan-beams"] == ["met with conditions"]
    assert set(answers(planning)["plan-identity"]) == {"met"}
    assert planning.products[0].fulfilment is CONDITIONS
    scanners = of_examples("modality-worklist", "modality", "dcmqrscp")
    assert answers(scanners)["store-enhanced"] == ["met with conditions", "met"]
    assert [one.fulfilment for one in scanners.products] == [MET, NOT_MET]
    scanner = of_examples("ihe-swf.b-acquisition-modality", "modality")
    assert {each[0] for each in answers(scanner).values()} == {"met"}
    archives = of_examples("image-archive-dicomweb", "archive", "dcmqrscp", "dicomweb-server")
    found = answers(archives)
    assert found["retrieve"] == ["met", "met", "met"]
    assert found["commitment"] == ["met", "not met", "not stated"]
    assert found["wado-rs"] == ["met", "not stated", "met"]
    assert found["pdu"] == ["met", "met with conditions", "not stated"]


def test_the_profile_of_the_tender_can_be_read() -> None:
    for file in sorted((EXAMPLES / "requirements").glob("*.yaml")):
        assert api.read_requirements(str(file), HOST).requirements
