"""A new description from a starter: each is clean and can be built, answers arrive as they are, nothing is lost."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from dcsgen import api
from dcsgen.api.starting import NAME, SCHEMAS
from dcsgen.base.errors import OutputError, UsageError
from dcsgen.base.finding import Profile
from dcsgen.host import open_host
from dcsgen.load.yaml_reader import read_tree
from dcsgen.plugin import Starter

HOST = open_host(vendors=False)
STARTERS = {starter.name: starter for _, starter in HOST.starters}
ANSWERS = {"product": "Plan Store", "vendor": "Example Medical Ltd"}
DAY = date(2024, 1, 31)
ONE = UUID("12345678-1234-4234-8234-123456789abc")


def begin(file: Path, name: str = "archive", **others: Any) -> tuple[Path, ...]:
    answers = others.pop("answers", ANSWERS)
    return api.start(file, starter=STARTERS[name], answers=answers, today=DAY, unique=lambda: ONE, **others)


def test_there_is_one_for_each_type_of_product() -> None:
    assert list(STARTERS) == [
        "archive",
        "dicomweb-server",
        "media-creator",
        "modality",
        "print-server",
        "treatment-delivery",
        "treatment-planning",
        "workstation",
    ]


@pytest.mark.parametrize("name", STARTERS)
def test_a_new_description_is_clean_and_can_be_built(name: str, tmp_path: Path) -> None:
    file = tmp_path / NAME
    begin(file, name, schemas=False)
    text = file.read_text("utf-8")
    assert "<<" not in text
    assert len(text.splitlines()) <= 300
    assert "\n  layout: ps3.2-annex-n\n" in text
    for profile in (Profile.DRAFT, Profile.RELEASE):
        wanted = api.overruled(api.Configuration(), profile=profile)
        assert api.check([file], host=HOST, configuration=wanted).report.findings == ()
    built = api.build(file, out=tmp_path / "out", formats=["html"], layout=None, host=HOST)
    assert built.findings == ()
    assert "Plan Store" in (tmp_path / "out" / "product.html").read_text("utf-8")


def strictly_found(file: Path) -> list[str]:
    wanted = api.overruled(api.Configuration(), profile=Profile.STRICT)
    return [finding.slug for finding in api.check([file], host=HOST, configuration=wanted).report.findings]


@pytest.mark.parametrize("name", STARTERS)
def test_only_what_nobody_else_can_know_is_left_to_the_author(name: str, tmp_path: Path) -> None:
    file = tmp_path / NAME
    begin(file, name, schemas=False)
    # Whether the product has TLS. Its profile stands there as a comment.
    assert strictly_found(file) == ([] if name == "dicomweb-server" else ["plain-text-only"])
    text = file.read_text("utf-8").replace("port: 104,", "port: 104, tls_port: 2762,")
    file.write_text(re.sub(r"^  # ((?:  )*(?:secure_transport:|tls:|\w+: .+))$", r"  \1", text, flags=re.MULTILINE))
    assert strictly_found(file) == []


@pytest.mark.parametrize("name", STARTERS)
def test_a_new_description_lacks_no_key_of_its_layout(name: str, tmp_path: Path) -> None:
    begin(tmp_path / NAME, name, schemas=False)
    (graded,) = api.graded(tmp_path / NAME, layouts=["ps3.2-annex-n"], host=HOST)
    assert [key for section in graded.sections for key in section.missing] == []


@pytest.mark.parametrize("name", STARTERS)
def test_who_accepts_associations_answers_verification(name: str, tmp_path: Path) -> None:
    begin(tmp_path / NAME, name, schemas=False)
    capability = api.load(tmp_path / NAME, HOST).capability
    assert capability is not None
    accepting = {each.application_entity for each in capability.services.values() if each.role == "SCP"}
    verifying = {
        each.application_entity
        for each in capability.services.values()
        if each.role == "SCP" and any(sop_class.uid == "1.2.840.10008.1.1" for sop_class in each.sop_classes)
    }
    assert accepting <= verifying
    assert bool(accepting) == (name != "dicomweb-server")


def test_what_is_not_told_follows_from_what_is(tmp_path: Path) -> None:
    begin(tmp_path / NAME, answers={**ANSWERS, "version": "2.5 beta"})
    capability = api.load(tmp_path / NAME, HOST).capability
    assert capability is not None
    association = capability.application_entities["ARCHIVE"].association
    address = capability.configuration.local["ARCHIVE"]
    document = capability.document
    assert (document.identifier, str(document.date)) == ("PLAN-STORE-DCS", "2024-01-31")
    assert (address.ae_title, address.port) == ("PLAN_STORE", 104)
    assert association.implementation_class_uid == f"2.25.{ONE.int}"
    assert association.implementation_version_name == "PLANSTO_2_5_BETA"


def test_questions_offer_what_follows_from_the_answers() -> None:
    def offered(name: str, **answers: str) -> dict[str, str]:
        return {question.name: question.default for question in api.questions(STARTERS[name], answers)}

    assert offered("archive") == {
        "product": "",
        "vendor": "",
        "version": "1.0",
        "ae_title": "ARCHIVE",
        "port": "104",
    }
    assert offered("archive", product="Safe & Sound Store 2000")["ae_title"] == "SAFE_SOUND_STORE"
    assert offered("archive", product="日本")["ae_title"] == "ARCHIVE"
    assert list(offered("dicomweb-server")) == ["product", "vendor", "version", "port"]


@given(
    st.dictionaries(
        st.sampled_from(["product", "vendor", "version", "identifier"]),
        st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).map(str.strip).filter(bool),
    )
)
def test_answers_arrive_as_they_are(answers: dict[str, str]) -> None:
    from dcsgen.api.starting import _filled

    text = _filled(STARTERS["archive"], {**ANSWERS, **answers}, DAY, lambda: ONE)
    tree, problems = read_tree(text.encode(), "product.yaml")
    assert problems == []
    product, document = tree.root["product"], tree.root["document"]
    found = {"product": product["name"], "vendor": product["vendor"], "version": product["version"]}
    found["identifier"] = document["identifier"]
    assert {name: found[name] for name in answers} == answers


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("product", " ", "the product name is empty"),
        ("product", "", "the product name is empty"),
        ("vendor", "A\nB", "cannot be printed"),
        ("vendor", "A\u2028B", "cannot be printed"),
        ("vendor", " A", "begins or ends with a space"),
        ("ae_title", "A" * 17, "the AE Title"),
        ("ae_title", "A\\B", "without a backslash"),
        ("ae_title", "Ä", "ASCII"),
        ("port", "0", "from 1 to 65535"),
        ("port", "65536", "from 1 to 65535"),
        ("port", "08", "from 1 to 65535"),
        ("port", "१", "from 1 to 65535"),
        ("date", "2024-02-30", "no day"),
        ("date", "20240131", "no day"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(name: str, answer: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=words):
        api.check_answer(name, answer)
    with pytest.raises(UsageError, match=words):
        begin(tmp_path / NAME, answers={**ANSWERS, name: answer})
    assert list(tmp_path.iterdir()) == []


def test_what_a_starter_has_no_place_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dicomweb-server has no AE Title: leave out --ae-title"):
        begin(tmp_path / NAME, "dicomweb-server", answers={**ANSWERS, "ae_title": "A"})
    with pytest.raises(UsageError, match="the vendor is missing: name it by --vendor"):
        begin(tmp_path / NAME, answers={"product": "A"})


def test_the_first_line_leads_to_schemas_that_are_there_and_fit(tmp_path: Path) -> None:
    paths = begin(tmp_path / "dcs" / NAME, "modality")
    assert paths[0] == tmp_path / "dcs" / NAME
    assert set(paths[1:]) == set((tmp_path / "dcs" / SCHEMAS).iterdir())
    first = paths[0].read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    schema = json.loads((paths[0].parent / named[1]).read_text("utf-8"))
    registry: Registry[Any] = Registry().with_resources(
        (path.name, Resource.from_contents(json.loads(path.read_text("utf-8")))) for path in paths[1:]
    )
    tree, _ = read_tree(paths[0].read_bytes(), NAME)
    Draft202012Validator(schema, registry=registry).validate(tree.root)
    with pytest.raises(Exception, match="nmae"):
        Draft202012Validator(schema, registry=registry).validate({**tree.root, "nmae": 1})


def test_nothing_is_replaced_unless_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text("mine")
    with pytest.raises(UsageError, match=r"product\.yaml is there already; --force replaces it"):
        begin(file)
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_text() == "mine"
    begin(file, force=True)
    assert file.read_text() != "mine"
    # The schemas are the same, so a second description beside the first is no trouble.
    assert begin(tmp_path / "second.yaml") == (tmp_path / "second.yaml",)
    (tmp_path / SCHEMAS / "iod.schema.json").write_text("{}")
    with pytest.raises(UsageError, match="--no-schemas leaves it as it is"):
        begin(tmp_path / "third.yaml")
    assert not (tmp_path / "third.yaml").exists()
    begin(tmp_path / "third.yaml", schemas=False)
    assert (tmp_path / SCHEMAS / "iod.schema.json").read_text() == "{}"


def test_all_is_written_or_nothing(tmp_path: Path) -> None:
    (tmp_path / SCHEMAS).write_text("a file where the folder should be")
    with pytest.raises(OutputError, match="cannot write"):
        begin(tmp_path / NAME)
    assert [file.name for file in tmp_path.iterdir()] == [SCHEMAS]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        (None, "product.yaml"),
        ("archive.yaml", "archive.yaml"),
        ("a.YML", "a.YML"),
        ("dcs", "dcs/product.yaml"),
        ("dcs/", "dcs/product.yaml"),
        ("v1.0", "v1.0/product.yaml"),
        ("acme.com/", "acme.com/product.yaml"),
        ("..", "../product.yaml"),
    ],
)
def test_a_word_means_a_file_or_a_folder(word: str | None, meant: str) -> None:
    assert api.place_of(word) == Path(meant)


@pytest.mark.parametrize("word", ["product.txt", "sub/product.json", "product.pdf"])
def test_a_file_of_another_kind_is_refused(word: str) -> None:
    with pytest.raises(UsageError) as refusal:
        api.place_of(word)
    way = word.rpartition(".")[0] + ".yaml"
    assert str(refusal.value) == f"{word} is no name of a YAML file: write {way}, or {word}/ if it shall be a folder"


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").mkdir()
    assert api.place_of(str(tmp_path / "odd.yaml")) == tmp_path / "odd.yaml" / NAME


def test_a_starter_is_found_by_name() -> None:
    assert api.starter("archive", HOST).name == "archive"
    with pytest.raises(UsageError, match='did you mean "archive"'):
        api.starter("archiv", HOST)


@pytest.mark.parametrize(
    ("text", "words"),
    [("# A\ndcsgen: <<prodcut>>\n", "the placeholder <<prodcut>>"), (None, "cannot be read"), ("# \xff", "cannot")],
)
def test_a_vendors_broken_starter_is_named(text: str | None, words: str, tmp_path: Path) -> None:
    starter = Starter("scanner", "Scanner", tmp_path / "scanner.yaml")
    if text is not None:
        starter.file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match=f"the starter scanner .*{words}"):
        api.start(tmp_path / NAME, starter=starter, answers=ANSWERS, today=DAY)


def test_a_vendors_starter_is_written(tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "acme.py").write_text(
        "from pathlib import Path\nfrom dcsgen.plugin import hookimpl, starter_from_file\n"
        "@hookimpl\ndef dcsgen_starters():\n"
        "    return [starter_from_file(Path(__file__).with_name('scanner.yaml'))]\n"
    )
    (tmp_path / "plugins" / "scanner.yaml").write_text("# Our scanners\nproduct: {name: <<product>>}\n")
    host = open_host(folders=[tmp_path / "plugins"])
    assert host.findings == ()
    starter = api.starter("scanner", host)
    assert starter.title == "Our scanners"
    api.start(tmp_path / NAME, starter=starter, answers={"product": "A, B"}, today=DAY, schemas=False)
    assert (tmp_path / NAME).read_text().splitlines()[1:] == ["# Our scanners", 'product: {name: "A, B"}']
