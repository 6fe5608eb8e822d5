"""What is known of the standard can be looked up, searched and listed, and no answer looks surer than its facts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dcsgen import api
from dcsgen.api.standard import kinds as folder_of_kinds
from dcsgen.api.standard.asking import QUICK, all_kinds, kind_of, standard_kinds
from dcsgen.api.standard.kind import found
from dcsgen.base.errors import UsageError
from dcsgen.base.json_text import json_text
from dcsgen.base.page import UNVERIFIED
from dcsgen.base.page_text import page_text
from dcsgen.base.standard import iods, uids

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "standard.schema.json").read_bytes())
SOME = 12
"""Things of each kind that are looked up here."""


def plain(answer: api.Answer) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json_text(answer))
    return read


def entry(words: str, kind: str = "") -> dict[str, Any]:
    answer = plain(api.look_up(words, kind=kind))
    assert answer["entry"] is not None, [hit["id"] for hit in answer["hits"]]
    thing: dict[str, Any] = answer["entry"]
    return thing


def shown(words: str, width: int = 100, *, everything: bool = True) -> str:
    return page_text(api.page_of(api.look_up(words)), width, everything=everything)


def shown_entry(key: str, kind: str) -> str:
    return page_text(api.page_of(api.look_up(key, kind=kind)), 300, everything=True)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(SCHEMA)
    return Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("key", standard_kinds())
def test_everything_that_is_listed_can_be_looked_up(key: str, validator: Draft202012Validator) -> None:
    kind = kind_of(key)
    hits = list(kind.hits())
    assert hits
    assert len({hit.id for hit in hits}) == len(hits)
    for hit in hits[:: max(1, len(hits) // SOME)]:
        answer = api.look_up(hit.id, kind=key)
        assert answer.entry is not None, hit
        assert (answer.entry.id, answer.entry.retired, hit.kind) == (hit.id, hit.retired, key)
        assert answer.entry.sources, hit
        written = plain(answer)
        validator.validate(written)
        assert written["entry"]["kind"] == key
        for width in (40, 100):
            text = page_text(api.page_of(answer), width)
            assert max(map(len, text.splitlines())) <= width, hit
            assert "Sources\n" in text


@pytest.mark.parametrize("key", standard_kinds())
def test_a_kind_is_one_file_of_its_name(key: str) -> None:
    assert kind_of(key).key == key
    assert (Path(folder_of_kinds.__path__[0]) / f"{key.replace('-', '_')}.py").is_file()


def test_schema_tells_the_kinds_apart(validator: Draft202012Validator) -> None:
    answer = plain(api.look_up("RTPlanStorage"))
    for change in ({"kind": "attribute"}, {"kind": "song"}, {"uid": 1}):
        wrong = {**answer, "entry": {**answer["entry"], **change}}
        assert list(validator.iter_errors(wrong)), change


def test_a_sop_class_has_everything_about_it() -> None:
    plan = entry("RT Plan Storage")
    assert plan == entry("RTPlanStorage") == entry("1.2.840.10008.5.1.4.1.1.481.5")
    assert (plan["service_class"], plan["dimse"], plan["roles"]) == ("Storage", ["C-STORE"], ["SCU", "SCP"])
    assert plan["iod"] == "rt-plan"
    assert {"id": "rt-beams", "name": "RT Beams", "usage": "C", "entity": "Plan"} in plan["modules"]
    assert {"A7xx", "A9xx", "Cxxx", "0122"} <= {status["code"] for status in plan["statuses"]}
    assert plan["pixel_data"] is False
    assert {source["edition"] for source in plan["sources"]} >= {iods.origin().edition, uids.edition_of(plan["uid"])}
    assert plan["known_holes"]


def test_a_sop_class_tells_what_goes_with_it() -> None:
    (move,) = entry("StudyRootQueryRetrieveInformationModelMove")["also_needed"]
    (get,) = entry("StudyRootQueryRetrieveInformationModelGet")["also_needed"]
    (commitment,) = entry("Storage Commitment", "sop-class")["also_needed"]
    assert "SCU of Storage" in move
    assert "Role Selection" in get
    assert "an Association that it opens itself" in commitment
    assert "PS3.4 J.3.3.1" in commitment
    assert any("Unified Procedure Step - Event" in need for need in entry("UnifiedProcedureStepWatch")["also_needed"])
    assert "Whether there is Pixel Data" not in shown("StorageCommitmentPushModel")


def test_a_meta_sop_class_and_its_members_name_each_other() -> None:
    meta = entry("BasicGrayscalePrintManagementMeta")
    assert meta["meta"]
    assert {"BasicFilmBox", "Printer"} <= {entry(member["uid"])["keyword"] for member in meta["members"]}
    printer = entry("1.2.840.10008.5.1.1.16")
    assert meta["uid"] in {named["uid"] for named in printer["member_of"]}
    others = {status["applies_to"] for status in printer["statuses"]} - {""}
    assert "BasicFilmSession" not in others


def test_a_worklist_shows_its_keys() -> None:
    keys = {tuple(key["path"]): key for key in entry("MWL")["attributes"]}
    assert keys["PatientName",]["columns"] == {"matching key": "R", "return key": "1"}
    assert ("ScheduledProcedureStepSequence", "Modality") in keys


@pytest.mark.parametrize("words", ["0010,0020", "(0010,0020)", "00100020", "PatientID", "Patient ID", "patient id"])
def test_an_attribute_is_found_by_tag_keyword_and_name(words: str) -> None:
    assert entry(words)["tag"] == "(0010,0020)"


def test_an_attribute_has_every_module_with_type_and_path() -> None:
    angle = entry("GantryAngle")
    places = {(place["module"], *place["path"]): place["type"] for place in angle["places"]}
    assert places["rt-beams", "BeamSequence", "ControlPointSequence", "GantryAngle"] == "1C"
    assert len(places) == len(iods.uses_of("GantryAngle"))
    assert {"id": "rt-plan", "name": "RT Plan"} in angle["iods"]
    assert {"module": "rt-beams", "units": ["°"], "clause": "PS3.3 Table C.8-50"} in angle["units"]
    assert any(service["service"] == "rt-conventional-machine-verification" for service in angle["services"])
    sex = entry("PatientSex")
    assert [(terms["values"], terms["enumerated"]) for terms in sex["terms"]] == [(["M", "F", "O"], True)]
    assert "Enumerated Values, by Module\n  patient  M, F, O" in shown("PatientSex")


def test_a_long_table_is_cut_only_as_long_as_that_is_said() -> None:
    short, whole = shown("rt-beams", everything=False), shown("rt-beams")
    missing = re.search(r"… and (\d+) more Attributes: --all shows them", short)
    assert missing is not None
    assert len(whole.splitlines()) - len(short.splitlines()) == int(missing[1]) - 1
    assert "    ControlPointSequence" in short
    assert "… and" not in whole


def test_a_transfer_syntax() -> None:
    video = entry("MPEG2MPML")
    assert (video["family"], video["compression"], video["byte_order"]) == ("compressed video", "lossy", "little")
    assert video["frames"] == "the whole video in one fragment"
    assert "STD-DVD-MPEG2-MPML" in video["media_profiles"]
    lossless = entry("JPEGLossless")
    companions = [([named["uid"] for named in each["any_of"]], each["clause"]) for each in lossless["companions"]]
    assert companions == [(["1.2.840.10008.1.2"], "PS3.5 10.1"), (["1.2.840.10008.1.2.4.70"], "PS3.5 10.2")]


@pytest.mark.parametrize(
    "word",
    [
        *("JPEGXLLossless", "JPEGXLJPEGRecompression", "JPEGXL", "DeflatedImageFrameCompression"),
        *("LabelMapSegmentationStorage", "HeightMapSegmentationStorage", "WaveformPresentationStateStorage"),
    ],
)
def test_what_came_after_pydicoms_tables_says_its_edition(word: str) -> None:
    registry = entry(word)["sources"][0]
    assert (registry["clause"], registry["edition"]) == ("PS3.6 Annex A", "2026b")


@pytest.mark.parametrize("words", ["A710 C-STORE", "a710 c-store", "C-STORE 0xA710", "A710 C-STORE Storage"])
def test_a_status_code_means_its_range(words: str) -> None:
    code = entry(words)
    assert (code["code"], code["status_class"], code["assignable"]) == ("A710", "failure", True)
    (meaning,) = code["meanings"]
    assert (meaning["code"], meaning["clause"]) == ("A7xx", "PS3.4 Table B.2-1")


def test_a_status_code_alone_means_what_all_services_say() -> None:
    meanings = entry("A710")["meanings"]
    assert {(meaning["dimse"], meaning["unverified"]) for meaning in meanings} == {("C-STORE", False), ("C-FIND", True)}
    assert UNVERIFIED in shown("A710")
    (reason,) = entry("0131")["reasons"]
    assert (reason["of"], reason["meaning"]) == ("Storage Commitment", "Duplicate transaction UID")
    assert {reason["of"] for reason in entry("0110")["reasons"]} > {"Media Creation Management"}
    assert entry("0110 N-SET")["reasons"] == []
    assert entry("A7xx C-STORE Storage")["code"] == "A7xx"
    assert entry("A700-A7FE")["code"] == "A700-A7FE"


def test_a_status_code_without_meaning_says_so() -> None:
    assert entry("B123 C-ECHO")["meanings"] == []
    assert "The standard gives it none in C-ECHO." in shown("B123 C-ECHO")
    with pytest.raises(UsageError):
        api.look_up("DEAD C-STORE")
    with pytest.raises(UsageError):
        api.look_up("A710 C-STORE Cooking")


@pytest.mark.parametrize(
    ("words", "kind", "key"),
    [
        ("STD-GEN-CD", "application-profile", "STD-GEN-CD"),
        ("APL-US-ID-SF-CDR", "application-profile", "STD-US-ID-SF-CDR"),
        ("PS3.15 B.9", "security-profile", "bcp-195-tls"),
        ("AES TLS", "security-profile", "aes-tls"),
        ("ISO_IR 192", "character-set", "ISO_IR 192"),
        ("WADO-RS", "web-transaction", "studies/retrieve"),
        ("Security Alert", "audit-message", "110113"),
        ("UPS-RS", "web-service", "worklist"),
        ("tdwii", "ihe-profile", "TDW-II"),
        ("RAD-5", "ihe-transaction", "RAD-5"),
        ("Treatment Delivery Device", "ihe-actor", "Treatment Delivery Device"),
        ("called AE title not recognized", "association-reason", "reject-1-7"),
        ("C-MOVE", "dimse-service", "C-MOVE"),
        ("RT Beams Module", "module", "rt-beams"),
        ("RT Plan IOD", "iod", "rt-plan"),
        ("Basic Worklist Management", "service-class", "Basic Worklist Management"),
        ("DS", "value-representation", "DS"),
        ("1.2.840.10008.3.1.1.1", "uid", "1.2.840.10008.3.1.1.1"),
    ],
)
def test_words_find_a_thing(words: str, kind: str, key: str) -> None:
    thing = entry(words)
    assert (thing["kind"], thing["id"]) == (kind, key)


def test_a_search_of_studies_names_what_shall_be_matched() -> None:
    matched = [(one["level"], ".".join(one["path"])) for one in entry("QIDO-RS")["matched"]]
    assert ("STUDY", "PatientID") in matched
    assert ("SERIES", "RequestAttributesSequence.RequestedProcedureID") in matched
    assert entry("STOW-RS")["matched"] == []


def test_a_service_of_a_later_annex_is_of_a_later_edition() -> None:
    later = {source["facts"]: source["edition"] for source in entry("InventoryFind")["sources"]}
    assert later["Service"] == "2025b"


def test_what_was_not_verified_is_marked_where_it_stands() -> None:
    """Whatever the data says of itself is on the page: facts come and go, so none is named here."""
    seen = 0
    for key in ("application-profile", "security-profile", "web-transaction", "ihe-profile"):
        for hit in kind_of(key).hits():
            thing = entry(hit.id, key)
            page = re.sub(r"\s+", " ", shown_entry(hit.id, key))
            assert hit.unverified == bool(thing["unverified"]), hit.id
            if thing["unverified"]:
                seen += 1
                assert f"Not verified {', '.join(thing['unverified']).replace('_', ' ')}" in page
            for duty in thing.get("duties", ()):
                seen += bool(duty["unverified"])
                assert not duty["unverified"] or UNVERIFIED in page
    assert seen > 10


def test_words_that_mean_several_things_list_them(validator: Draft202012Validator) -> None:
    answer = api.look_up("CT Image")
    assert answer.entry is None
    assert answer.candidates
    assert [(hit.kind, hit.id) for hit in answer.hits] == [
        ("iod", "ct-image"),
        ("module", "ct-image"),
        ("sop-class", "CTImageStorage"),
    ]
    validator.validate(plain(answer))
    assert entry("CT Image", "module")["kind"] == "module"
    assert "CT Image may mean" in page_text(api.page_of(answer), 100)


def test_what_is_asked_first_does_not_hide_another_kinds_keyword() -> None:
    quick = [kind_of(key) for key in QUICK]
    for kind in all_kinds():
        for hit in kind.hits() if kind not in quick else ():
            hidden = [key for one in quick for key, exact in found(one, hit.id) if exact]
            assert not hidden or hit.name == hit.id, (kind.key, hit.id, hidden)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("PatientNam", 'did you mean "PatientName"'),
        ("RTPlanStorgae", '"RTPlanStorage"'),
        ("STD-GEN-CDD", '"STD-GEN-CD"'),
        ("qqqqqqqqqqq", "`dcsgen standard search`"),
        ("x" * 5000, "`dcsgen standard search`"),
        ("\x1b[31m", "`dcsgen standard search`"),
        ("9999,9999", "`dcsgen standard search`"),
    ],
)
def test_unknown_words_give_a_hint(words: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        api.look_up(words)
    assert hint in str(raised.value)
    assert raised.value.exit_code == 2
    assert len(str(raised.value)) < 400


def test_nothing_to_look_for() -> None:
    for words in ("", "  ", [], ["", " "]):
        with pytest.raises(UsageError, match="nothing to look for"):
            api.look_up(words)
    with pytest.raises(UsageError, match="nothing to look for"):
        api.search_standard(" ")


def test_a_search_has_the_best_first(validator: Draft202012Validator) -> None:
    answer = api.search_standard("rt plan")
    assert [hit.id for hit in answer.hits[:2]] == ["rt-plan", "RTPlanStorage"]
    validator.validate(plain(answer))
    assert [hit.id for hit in api.search_standard("0010,0020").hits] == ["PatientID"]
    assert all(hit.kind == "module" for hit in api.search_standard("plan", kinds=["Modules"]).hits)
    assert api.search_standard("qqqqq").hits == ()


def test_a_search_counts_what_it_leaves_out() -> None:
    some, every = api.search_standard("patient", limit=5), api.search_standard("patient", limit=0)
    assert len(some.hits) == 5
    assert some.hits == every.hits[:5]
    assert some.left_out == len(every.hits) - 5 > 0
    assert f"{some.left_out} more: --all shows them" in page_text(api.page_of(some), 100)


def test_parts_of_words_count_where_nothing_better_is_found() -> None:
    assert "GantryAngle" in [hit.id for hit in api.search_standard("antryangl").hits]
    assert "LUTExplanation" not in [hit.id for hit in api.search_standard("ion plan", limit=0).hits]


def test_a_list_is_filtered(validator: Draft202012Validator) -> None:
    commitment = api.list_standard("sop-class", retired=False, facets={"service-class": "storage commitment"})
    assert [hit.id for hit in commitment.hits] == ["StorageCommitmentPushModel"]
    validator.validate(plain(commitment))
    retired = api.list_standard("transfer syntax", retired=True)
    assert retired.hits
    assert all(hit.retired for hit in retired.hits)
    assert {hit.note for hit in api.list_standard("attribute", facets={"vr": "UR"}).hits} == {"UR"}


@pytest.mark.parametrize(
    ("kind", "facets", "problem"),
    [
        ("song", {}, "there is no kind"),
        ("sop-clas", {}, 'did you mean "sop-class"'),
        ("", {}, "a list is of one kind"),
        ("module", {"vr": "DS"}, "only by being retired"),
        ("sop-class", {"vr": "DS"}, "only by dimse or service-class"),
        ("sop-class", {"service-class": "Storag"}, 'did you mean "Storage"'),
        ("attribute", {"vr": "ZZ"}, "PN and 15 more"),
    ],
)
def test_a_list_that_cannot_be(kind: str, facets: dict[str, str], problem: str) -> None:
    with pytest.raises(UsageError, match=re.escape(problem)):
        api.list_standard(kind, facets=facets)


def test_no_name_of_the_library_is_hidden_by_a_module() -> None:
    modules = {file.stem for file in Path(str(api.__file__)).parent.iterdir()}
    assert not modules & set(api.__all__)
    assert all(getattr(api, name) is not None for name in api.__all__)
    assert set(api.__all__) <= set(dir(api))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = api.nothing
