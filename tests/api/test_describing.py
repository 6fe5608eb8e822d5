"""A Capability that is written down as a description and read again is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from dcsgen import api
from dcsgen.base.yaml_text import WIDTH, flow, yaml_text
from dcsgen.load.yaml_reader import read_tree
from dcsgen.model import Capability

ROOT = Path(__file__).resolve().parents[2]
DESCRIPTIONS = [
    file
    for file in sorted((ROOT / "examples").glob("*/*.yaml"))
    if "\ndcsgen:" in file.read_text("utf-8") and file.stem != "family"
]
"""All but the one that is no product by itself."""


def without_providers(capability: Capability) -> Capability:
    """A Capability that does not tell which plug-in gave its records."""
    collections = ("status_tables", "iods", "attribute_mappings", "ae_mappings")
    return structs.replace(
        capability,
        **{
            name: {key: structs.replace(one, provider="") for key, one in getattr(capability, name).items()}
            for name in collections
        },
    )


def test_there_are_examples() -> None:
    assert len(DESCRIPTIONS) > 8


@pytest.mark.parametrize("file", DESCRIPTIONS, ids=lambda file: file.stem)
def test_a_description_that_is_written_reads_back_the_same(file: Path, tmp_path: Path) -> None:
    host = api.open_host(folders=[ROOT / "plugins"])
    capability = api.load(file, host).capability
    assert capability is not None
    copy = tmp_path / "copy.yaml"
    copy.write_text(api.describe(capability), "utf-8")
    loaded = api.load(copy, host)
    assert loaded.capability == without_providers(capability)
    assert [finding for finding in loaded.findings if finding.severity == "error"] == []


def test_names_of_the_standard_stand_where_people_write_names() -> None:
    host = api.open_host(vendors=False)
    capability = api.load(ROOT / "examples" / "archive" / "archive.yaml", host).capability
    assert capability is not None
    text = api.describe(capability)
    assert "sop_classes: [Verification]" in text
    assert "transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]" in text
    assert "service: Studies\n" in text
    assert "1.2.840.10008.1.2" not in text
    assert "implied" not in text


def test_comments_stand_above_what_they_are_about() -> None:
    text = yaml_text({"a": {"b": 1, "c": {"d": 2}}}, {(): ["Top."], ("a", "c"): ["About c.", "Twice."]})
    assert text == "# Top.\n\na:\n  b: 1\n  # About c.\n  # Twice.\n  c: {d: 2}\n"


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "",
        "true",
        "NO",
        "5.10",
        "00100020",
        "- a",
        "a: b",
        "a #b",
        "#",
        "\n",
        "a\n",
        "a\nb",
        " a\nb\n",
        "a \nb",
        "~",
        "'",
        "2020-01-02",
    ]
)
SINGLES = TEXTS | st.integers(-(10**17), 10**17) | st.booleans() | st.none() | st.sampled_from([0.5, 1.25, -3.75])
KEYS = TEXTS.filter(lambda key: len(key) < 100)
DATA = st.recursive(
    SINGLES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=25
)


@given(data=st.dictionaries(KEYS, DATA, min_size=1, max_size=5))
def test_whatever_is_written_reads_back_the_same(data: dict[str, object]) -> None:
    assert read_tree(yaml_text(data).encode(), "written.yaml")[0].root == data


@given(data=DATA)
def test_whatever_is_written_on_one_line_reads_back_the_same(data: object) -> None:
    text = flow(data)
    assert "\n" not in text
    assert read_tree(f"key: {text}\n".encode(), "written.yaml")[0].root == {"key": data}


@given(words=st.lists(st.text("abc", min_size=1, max_size=9), min_size=30, max_size=60))
def test_long_lists_are_wrapped(words: list[str]) -> None:
    assert max(map(len, yaml_text({"words": words}).splitlines())) <= WIDTH
