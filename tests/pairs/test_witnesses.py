"""The witnesses of the change rules on their pairs: each breaking rule has one, and it is true.

Their scripts are run against products made from the two descriptions: they work with the old one and fail with the new.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec import json, to_builtins
from pydicom import Dataset, dcmread
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataset import FileMetaDataset
from pydicom.fileset import FileSet
from pydicom.uid import ExplicitVRLittleEndian, generate_uid
from test_pairs import PAIRS, RULES, WAIVERS, between, sides

import acting
from acting import as_peer, before_and_now, free_port, with_product
from dcsgen import api
from dcsgen.base.change import Verdict
from dcsgen.base.witness import (
    AnyWitness,
    AssociationWitness,
    Expected,
    MediaWitness,
    ObjectWitness,
    OperationWitness,
    Party,
    QueryWitness,
    WebWitness,
)
from dcsgen.model import AttributeMapping
from dcsgen.model.attribute_mapping import MappedAttribute
from dcsgen.plugin import Difference
from dcsgen.plugin.testing import minimal_description
from origin_server import OriginServer
from peer_tls import certificates
from peers import Product, imports

BREAKING = [slug for slug in PAIRS if RULES[slug].verdict is Verdict.BREAKING]


@cache
def difference(slug: str) -> Difference:
    """What the pair of a rule tells."""
    return between(slug)


@cache
def witness(slug: str) -> AnyWitness | None:
    """The witness of the rule on its pair."""
    found = [one for one in difference(slug).every() if any(judgement.slug == slug for judgement in one.judgements)]
    return found[0].witness


@cache
def scripts() -> dict[str, str]:
    """The script of each rule that has one, by slug."""
    made = {slug: api.witness_scripts(difference(slug))[0] for slug in BREAKING}
    return {slug: one.text for slug, found in made.items() for one in found if f"-{slug}-" in one.file}


def run(slug: str, *words: str) -> int:
    """The exit code of the script of a rule."""
    return acting.run(scripts()[slug], *words)


def of(kind: type[AnyWitness], sender: Party) -> list[str]:
    """The rules whose witness is of a kind, and has a script."""
    found = {slug: witness(slug) for slug in BREAKING}
    return [slug for slug, one in found.items() if type(one) is kind and one.sender is sender and slug in scripts()]


@pytest.mark.parametrize("slug", BREAKING)
def test_a_breaking_rule_has_a_witness_or_a_reason(slug: str) -> None:
    assert (witness(slug) is not None) != ("witness" in WAIVERS.get(slug, {}))


def test_only_breaking_changes_have_witnesses() -> None:
    for slug in BREAKING:
        for one in difference(slug).every():
            assert one.witness is None or any(each.verdict is Verdict.BREAKING for each in one.judgements)


def test_a_witness_says_what_it_is_and_comes_back_from_json() -> None:
    for slug in BREAKING:
        one = witness(slug)
        assert one is not None
        assert one.lines[-2:] == [f"before: {one.before}", f"now: {one.after}"]
        assert json.decode(json.encode(one), type=AnyWitness) == one
        assert all(line == line.rstrip() and "\n" not in line for line in one.lines)


def test_what_no_script_can_act_out_says_why() -> None:
    without = {slug for slug in BREAKING if slug not in scripts()}
    for slug in without:
        one = witness(slug)
        assert one is not None
        text = api.witness_scripts(difference(slug))[1]
        assert "No script: " in text
        assert one.no_script or isinstance(one, MediaWitness), slug


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Files of the authority, and of a certificate with its key."""
    return certificates(tmp_path_factory.mktemp("certificates"))


def tried(slug: str, files: tuple[str, str]) -> tuple[int, int]:
    """How a script ends with the old product and with the new one."""
    one = witness(slug)
    assert isinstance(one, AssociationWitness | QueryWitness | OperationWitness)
    ends = []
    for capability in sides(slug):
        with Product(capability) as product:
            ends.append(with_product(scripts()[slug], one.association, product, files))
    return ends[0], ends[1]


@pytest.mark.parametrize("slug", of(AssociationWitness, Party.PEER))
def test_an_association_is_accepted_by_the_old_product_and_not_by_the_new(slug: str, files: tuple[str, str]) -> None:
    assert tried(slug, files) == (0, 1)


@pytest.mark.parametrize("slug", of(AssociationWitness, Party.PRODUCT))
def test_the_old_product_proposes_what_the_new_one_does_not(slug: str) -> None:
    one = witness(slug)
    assert isinstance(one, AssociationWitness)
    assert before_and_now(scripts()[slug], one.association, sides(slug)) == [0, 1]


def test_what_another_application_entity_opens_or_nobody_tells_nothing() -> None:
    slug = "transfer-syntax-no-longer-proposed"
    one = witness(slug)
    assert isinstance(one, AssociationWitness)
    assert as_peer(scripts()[slug], one.association.calling, sides(slug)[0], seconds=20) == 0
    assert as_peer(scripts()[slug], one.association.calling, sides(slug)[0], "--calling", "ANOTHER", seconds=3) == 2
    assert run(slug, "127.0.0.1", "0", "--timeout", "0.1") == 2


def test_where_nothing_listens_no_handshake_can_fail() -> None:
    assert run("peer-certificate-now-demanded", "127.0.0.1", str(free_port()), "--timeout", "1") == 2
    assert run("port-changed", "127.0.0.1", str(free_port()), "--timeout", "1") == 1


@pytest.mark.parametrize("slug", of(QueryWitness, Party.PEER))
def test_a_query_is_answered_by_the_old_product_as_it_needs_and_not_by_the_new(
    slug: str, files: tuple[str, str]
) -> None:
    assert tried(slug, files) == (0, 1)


@pytest.mark.parametrize("slug", of(OperationWitness, Party.PEER))
def test_an_operation_is_done_by_the_old_product_and_refused_by_the_new(slug: str, files: tuple[str, str]) -> None:
    assert tried(slug, files) == (0, 1)


@pytest.mark.parametrize("slug", of(MediaWitness, Party.PEER))
def test_a_medium_holds_what_only_the_old_product_reads(slug: str, tmp_path: Path) -> None:
    one = witness(slug)
    assert isinstance(one, MediaWitness)
    assert one.sop_class
    assert one.transfer_syntax
    assert run(slug, str(tmp_path / "medium")) == 0
    (there,) = FileSet(tmp_path / "medium" / "DICOMDIR")
    assert (there.SOPClassUID, there.TransferSyntaxUID) == (one.sop_class.uid, one.transfer_syntax.uid)
    old, new = (
        {
            (service.profile.id, role, sop_class.uid, syntax.uid)
            for service in capability.media.values()
            for role in service.roles
            for content in service.contents.values()
            for sop_class in content.sop_classes
            for syntax in content.transfer_syntaxes
        }
        for capability in sides(slug)
    )
    assert (one.profile, one.role, one.sop_class.uid, one.transfer_syntax.uid) in old - new


def put(dataset: Dataset, path: str, value: str | None, vr: str, creator: str) -> None:
    """Write a value, with an Item in each Sequence on the way."""
    if creator:
        block = dataset.private_block(int(path[1:5], 16), creator, create=True)
        block.add_new(int(path[-3:-1], 16), vr or "LO", value)
        return
    *sequences, keyword = path.split(".")
    for sequence in sequences:
        if sequence not in dataset:
            setattr(dataset, sequence, [Dataset()])
        dataset = getattr(dataset, sequence)[0]
    if vr == "SQ":
        setattr(dataset, keyword, [Dataset()])
    else:
        dataset.add_new(tag_for_keyword(keyword) or 0, vr or dictionary_VR(keyword), value)


def saved(dataset: Dataset, one: ObjectWitness, file: Path) -> str:
    dataset.SOPClassUID = one.sop_class.uid if one.sop_class else "1.2.840.10008.5.1.4.1.1.7"
    dataset.SOPInstanceUID = generate_uid()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(file, enforce_file_format=True)
    return str(file)


def as_expected(expected: Expected, vr: str) -> Dataset:
    """An object that has what a receiver relies on."""
    dataset = Dataset()
    low = expected.range[0] if expected.range else None
    value = expected.values[0] if expected.values else str(low) if low is not None else None
    kind = expected.vr or vr
    if value is None:
        value = {"DS": "1", "FD": 1.0, "IS": "1", "CS": "A", "DA": "20250131"}.get(kind, "A")  # type: ignore[assignment]
    put(dataset, expected.path, value, kind, expected.creator)
    return dataset


@pytest.mark.parametrize("slug", of(ObjectWitness, Party.PRODUCT))
def test_an_object_of_the_old_product_is_right_and_one_of_the_new_is_not(slug: str, tmp_path: Path) -> None:
    one = witness(slug)
    assert isinstance(one, ObjectWitness)
    assert one.expected
    kind = next((each.vr for each in one.elements if each.path == one.expected.path), "")
    right = as_expected(one.expected, kind)
    wrong = Dataset()
    for each in one.elements:
        put(wrong, each.path, each.value or None, each.vr, each.creator)
    assert run(slug, saved(right, one, tmp_path / "right.dcm")) == 0
    assert run(slug, saved(wrong, one, tmp_path / "wrong.dcm")) == 1


IMPORTED = of(ObjectWitness, Party.PEER)


def built(slug: str, file: Path) -> tuple[Dataset, ObjectWitness, list[AttributeMapping | None]]:
    """The object that a script builds, its witness, and the mapping on both sides."""
    one = witness(slug)
    assert isinstance(one, ObjectWitness)
    assert run(slug, "--save", str(file)) == 0
    found = next(each for each in difference(slug).every() if each.witness is one)
    name = str(found.change.path[1])
    return dcmread(file), one, [capability.attribute_mappings.get(name) for capability in sides(slug)]


@pytest.mark.parametrize("slug", [slug for slug in IMPORTED if not getattr(witness(slug), "at_product", False)])
def test_an_object_is_imported_by_the_old_product_and_not_by_the_new(slug: str, tmp_path: Path) -> None:
    dataset, _, (old, new) = built(slug, tmp_path / "object.dcm")
    assert old is not None
    assert new is not None
    assert (imports(old, dataset), imports(new, dataset)) == (True, False)


@pytest.mark.parametrize("slug", [slug for slug in IMPORTED if getattr(witness(slug), "at_product", False)])
def test_an_object_has_the_value_that_the_new_product_treats_otherwise(slug: str, tmp_path: Path) -> None:
    dataset, one, (old, new) = built(slug, tmp_path / "object.dcm")
    assert old is not None
    assert imports(old, dataset)
    last = one.elements[-1]
    *sequences, keyword = last.path.split(".")
    for sequence in sequences:
        dataset = dataset[sequence][0]
    assert str(dataset[keyword].value) == last.value
    before, after = (mapped(mapping, last.path) for mapping in (old, new))
    assert before is not None
    assert before != after
    if after is not None and after.length != before.length:
        assert after.length is not None
        assert before.length is not None
        assert after.length < len(last.value) <= before.length


def mapped(mapping: AttributeMapping | None, path: str) -> MappedAttribute | None:
    modules = mapping.modules.values() if mapping else ()
    return next((module.attributes[path] for module in modules if path in module.attributes), None)


def test_an_object_is_stored_over_the_network(tmp_path: Path) -> None:
    """By the service that a description has for it, with a script as its users run it."""
    plain = {
        "application_entities": {"STORE": {"function": "Stores plans."}},
        "services": {
            "storage": {
                "application_entity": "STORE",
                "sop_classes": ["RTPlanStorage"],
                "role": "SCP",
                "transfer_syntaxes": ["ImplicitVRLittleEndian"],
                "attribute_mapping": "plan",
            }
        },
        "iods": {
            "plan": {
                "title": "RT Plan",
                "sop_class": "RTPlanStorage",
                "role": "received",
                "modules": {"RT General Plan": {"support": "used"}},
            }
        },
    }

    def described(use: str) -> Any:
        attributes = {"RTPlanLabel": {"use": "mandatory"}, "RTPlanName": {"use": use}}
        mapping = {"title": "Import", "iod": "plan", "direction": "import", "target": "database"}
        modules = {"RT General Plan": {"attributes": attributes}}
        return api.capability_of(
            minimal_description(**plain, attribute_mappings={"plan": {**mapping, "modules": modules}})
        )

    old, new = described("optional"), described("mandatory")
    script, _ = api.write_witnesses(api.diff(old, new, api.open_host(vendors=False)), tmp_path)
    with Product(old) as product, Product(new) as other:
        for one, end in ((product, 0), (other, 1)):
            words = [sys.executable, script, "127.0.0.1", str(one.listening[0].port), "--called", "STORE"]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            assert done.returncode == end, done.stdout + done.stderr


def test_scripts_are_named_after_what_they_show_and_say_how_they_are_used(tmp_path: Path) -> None:
    old, new = sides("transfer-syntax-no-longer-accepted")
    files = api.write_witnesses(api.diff(old, new, api.open_host(vendors=False)), tmp_path)
    (script, index) = files
    assert script.name.startswith("C101-transfer-syntax-no-longer-accepted-")
    assert script.name in index.read_text("utf-8")
    helped = subprocess.run([sys.executable, script, "--help"], capture_output=True, text=True, check=True)
    for word in ("no longer accepts Explicit VR Little Endian", "before: ", "now: ", "--called", "default: "):
        assert word in helped.stdout
    with Product(old) as product, Product(new) as other:
        for one, end, said in ((product, 0, "works: "), (other, 1, "fails: ")):
            port = one.listening[0].port
            done = subprocess.run(
                [sys.executable, script, "127.0.0.1", str(port)], capture_output=True, text=True, check=False
            )
            assert (done.returncode, done.stdout.startswith(said)) == (end, True), done.stderr
    done = subprocess.run(
        [sys.executable, script, "127.0.0.1", str(free_port())], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "cannot tell: nothing answers" in done.stdout) == (2, True)


def test_all_scripts_can_be_compiled_and_hold_their_witness() -> None:
    for slug, text in scripts().items():
        compile(text, slug, "exec")
        one = witness(slug)
        assert one is not None
        assert f"NOW = {str(one.after)!r}" in text
        assert to_builtins(one)["kind"]


def test_a_rule_may_give_its_own_and_one_that_raises_is_told() -> None:
    from msgspec import structs

    from dcsgen.base.witness import Reply, StepWitness
    from dcsgen.compare import compare
    from dcsgen.compare.judging import OfferedChangeRule, judge
    from dcsgen.compare.witnesses import witnessed
    from dcsgen.plugin import Sides

    slug = "transfer-syntax-no-longer-accepted"
    both = Sides(*sides(slug))
    own = StepWitness(step="a viewer asks", before=Reply("it gets it"), after=Reply("it does not"))

    def raises(change: object, sides: object) -> None:
        raise SystemExit("enough")

    for make, kind, said in (
        (lambda change, sides: own, StepWitness, ()),
        (lambda change, sides: None, AssociationWitness, ()),
        (raises, AssociationWitness, ("the witness of the change rule C101 failed: SystemExit: enough",)),
    ):
        rules = [OfferedChangeRule("", structs.replace(RULES[slug], witness=make))]
        changes, trouble = witnessed(judge(compare(*both).changes, both, rules).changes, both, rules)
        assert (type(changes[0].witness), trouble) == (kind, said)


@pytest.mark.parametrize("slug", of(WebWitness, Party.PEER))
def test_a_request_is_answered_by_the_old_product_and_not_by_the_new(slug: str) -> None:
    ends = []
    for capability in sides(slug):
        with OriginServer(capability) as server:
            ends.append(run(slug, server.base, "--set", "partition=one"))
    assert ends == [0, 1]
