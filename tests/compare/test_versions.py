"""Pairs of versions of the examples: what differs between them, pinned, and what holds for all that differs.

`tests/compare/versions/NAME.txt` has every judgement about a pair; `pytest --update` writes it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from compare_helpers import ROOT, canonical, comparable
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from dcsgen import api
from dcsgen.base.change import Verdict
from dcsgen.base.finding import Profile
from dcsgen.compare import compare, patch
from dcsgen.model import Capability
from dcsgen.plugin import Difference, Judged
from dcsgen.render.statement import render

EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).parent / "versions"
HOST = api.open_host(folders=[ROOT / "plugins"])

FORMER = {
    "archive": "archive-3.1",
    "dcmqrscp": "dcmqrscp-3.6.1",
    "dicomweb-server": "dicomweb-server-v1",
    "modality": "modality-1.4",
    "planning": "planning-6.5",
    "xyz": "xyz-4.0",
}
STRICT = ("archive", "modality", "planning")
"""Examples in which nothing is found even at `strict`."""

every_pair = pytest.mark.parametrize("name", FORMER)


@cache
def read(name: str, file: str) -> api.Loaded:
    return api.load(EXAMPLES / name / f"{file}.yaml", HOST)


@cache
def sides(name: str) -> tuple[api.Loaded, api.Loaded]:
    """The former version of an example and the present one."""
    return read(name, FORMER[name]), read(name, name)


def capabilities(name: str) -> tuple[Capability, Capability]:
    old, new = (side.capability for side in sides(name))
    assert old is not None
    assert new is not None
    return old, new


@cache
def difference(name: str) -> Difference:
    return api.diff(*sides(name), HOST)


def lines(changes: tuple[Judged, ...], indent: str = "  ") -> Iterator[str]:
    """A line for each judgement, those about echoes with a deeper indent."""
    for judged in changes:
        for one in judged.judgements:
            yield f"{indent}{one.verdict} {one.code} {one.message}"
        yield from lines(judged.echoes, f"{indent}  ")


def test_every_example_has_a_former_version() -> None:
    assert {file.stem for file in EXAMPLES.glob("*/*.yaml") if file.stem == file.parent.name} == set(FORMER)


@every_pair
def test_what_differs_is_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    found = difference(name)
    assert found.trouble == ()
    counts = ", ".join(f"{found.count(verdict)} {verdict}" for verdict in Verdict)
    text = "\n".join([counts, *lines(found.changes)]) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_an_orphan() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(FORMER)


@every_pair
def test_the_former_version_is_as_clean_as_the_present_one(name: str) -> None:
    file = EXAMPLES / name / f"{FORMER[name]}.yaml"
    configuration = api.configuration([file])
    if name in STRICT:
        strict = structs.replace(configuration.choice, profile=Profile.STRICT)
        configuration = structs.replace(configuration, choice=strict)
    report = api.check([file], host=HOST, configuration=configuration).report
    assert [f"{found.place} {found.message}" for found in report.findings if not found.accepted] == []


@every_pair
def test_the_former_version_can_be_printed(name: str) -> None:
    old, _ = capabilities(name)
    layouts = {layout.name: layout for _, layout in HOST.layouts}
    rendered = render(old, layouts[old.document.layout or "ps3.2-annex-n"])
    assert rendered.statement.sections


@every_pair
def test_the_old_version_with_its_changes_is_the_new_one(name: str) -> None:
    old, new = capabilities(name)
    assert canonical(patch(old, compare(old, new).changes)) == canonical(new)
    assert canonical(patch(new, compare(new, old).changes)) == canonical(old)


@every_pair
def test_the_other_way_round_everything_is_the_opposite(name: str) -> None:
    old, new = capabilities(name)
    there, back = compare(old, new).changes, compare(new, old).changes
    assert sorted(comparable(one.mirrored) for one in there) == sorted(map(comparable, back))


@every_pair
def test_every_change_points_into_its_files(name: str) -> None:
    old, new = sides(name)
    texts = [{source.name: source.lines for source in side.tree.sources} for side in (old, new)]
    for change in api.compare(old, new).every():
        for path, place, lines_of in zip(
            (change.old_path, change.new_path), (change.old_place, change.new_place), texts, strict=True
        ):
            assert (place is not None) == bool(path)
            if place is not None:
                assert 0 < place.column <= len(lines_of[place.file][place.line - 1])


def without(capability: Capability, gone: list[tuple[str, str]]) -> Capability:
    """The same without some records."""
    kept = {
        collection: {
            key: record for key, record in getattr(capability, collection).items() if (collection, key) not in gone
        }
        for collection in {collection for collection, _ in gone}
    }
    return structs.replace(capability, **kept)


@given(name=st.sampled_from(sorted(FORMER)), seed=st.integers(0, 2**32), share=st.floats(0.1, 1))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_editing_an_unrelated_part_leaves_fingerprints_alone(name: str, seed: int, share: float) -> None:
    """Records in which nothing differs come and go on both sides; everything else is found as before.

    One of each collection stays: where nothing is said of the others, what is new is *stated* and not *added*.
    """
    old, new = capabilities(name)
    alike = [
        (field.name, key)
        for field in structs.fields(Capability)
        if isinstance(records := getattr(old, field.name), dict)
        for key in [key for key, record in records.items() if getattr(new, field.name).get(key) == record][1:]
    ]
    dice = random.Random(seed)
    gone = [one for one in alike if dice.random() < share]

    def fingerprints(before: Capability, after: Capability) -> Counter[str]:
        return Counter(change.fingerprint for change in compare(before, after).every())

    assert fingerprints(without(old, gone), without(new, gone)) == fingerprints(old, new)
