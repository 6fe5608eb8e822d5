"""Whatever the bytes, reading gives a tree or one clear refusal; what was dumped is read as it was."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.tree import LeftOut, Tree, harmless, lines_of
from dcsgen.load.scalars import FIRST, plain
from dcsgen.load.yaml_reader import Limits, read_tree

SMALL = Limits(size=4000, depth=8, nodes=300, alias_nodes=60)
quick = settings(max_examples=150)

# What YAML gives a meaning to, so that chance makes more than plain text.
SIGNS = "a1~ \n\t:-?[]{},&*!|>'\"#%@`\\<=.\r\x85\ufeff\0é😀"
PIECES = [
    "a: ", "b: ", "- ", "? ", ": ", "<<: ", "&x ", "*x", "*x : ", "!!str ", "!t ", "\n", "\n  ", "\n    ", "[", "]",
    "{", "}", ", ", "'", '"', "|\n", ">\n", "--- ", "...\n", "# c\n", "%TAG ! !\n", "\\x1b", "\\U00110000",
    "!%ED%A0%80 ", "5.10", "00100020", "true", "\t", "é",
]  # fmt: skip

characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=12)
# PyYAML writes these three as they are in unquoted text, where YAML takes them for line breaks.
one_line_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=12)


def trees(leaves: st.SearchStrategy[Any], texts: st.SearchStrategy[str] = texts) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings of text to leaves, mappings and lists."""
    nodes = st.recursive(
        leaves,
        lambda below: st.lists(below, max_size=4) | st.dictionaries(texts, below, max_size=4),
        max_leaves=12,
    )
    return st.dictionaries(texts, nodes, max_size=4)


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest) -> Any:
    """Reads with one of the two parsers. No `monkeypatch`: hypothesis runs many examples in one test."""
    was = yaml.__with_libyaml__
    if request.param == "libyaml" and not was:
        pytest.skip("PyYAML was built without libyaml")
    yaml.__with_libyaml__ = request.param == "libyaml"
    yield request.param
    yaml.__with_libyaml__ = was


def check(tree: Tree) -> None:
    """Every container is plain and has marks for just its children; every mark is inside of the file."""
    lines = tree.sources[0].lines
    pending = [tree.root]
    seen = set()
    while pending:
        node = pending.pop()
        assert type(node) in (dict, list, str, int, float, bool, type(None))
        if isinstance(node, dict | list):
            assert id(node) not in seen
            seen.add(id(node))
            steps = set(node) if isinstance(node, dict) else set(range(len(node)))
            assert {step for step in tree.marks[id(node)] if not isinstance(step, LeftOut)} == steps
            assert all(type(step) in (str, int) for step in steps)
            pending += node.values() if isinstance(node, dict) else node
    assert set(tree.marks) == seen
    for table in tree.marks.values():
        for mark in table.values():
            for line, column in ((mark.key_line, mark.key_column), (mark.line, mark.column)):
                assert 0 <= line < len(lines)
                assert 0 <= column <= len(lines[line])


def survives(data: bytes, limits: Limits = SMALL) -> None:
    """Reads, or refuses with a finding whose place is inside of the file."""
    try:
        tree, problems = read_tree(data, "x.yaml", limits)
    except UnreadableInputError as refused:
        finding = refused.finding
        assert finding is not None
        assert finding.place is not None
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert harmless(finding.message) == finding.message
        assert harmless(finding.excerpt) == finding.excerpt
        str(refused).encode()
    else:
        check(tree)
        for problem in problems:
            found = tree.finding(problem)
            assert found.place is not None
            assert found.place.line <= len(tree.sources[0].lines)
            assert harmless(found.message) == found.message


@pytest.mark.usefixtures("parser")
class TestAnyInput:
    @quick
    @given(st.binary(max_size=200))
    @example(b"\xff\xfe\x00")
    @example(b"\xef\xbb\xbf")
    def test_bytes(self, data: bytes) -> None:
        survives(data)

    @quick
    @given(st.text(characters, max_size=80), st.sampled_from(["utf-8", "utf-16", "utf-32", "utf-16-be"]))
    def test_text(self, text: str, encoding: str) -> None:
        survives(text.encode(encoding))

    @quick
    @given(st.text(SIGNS, max_size=60))
    def test_signs_of_yaml(self, text: str) -> None:
        survives(text.encode())

    @settings(max_examples=400)
    @given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
    def test_pieces_of_yaml(self, text: str) -> None:
        survives(f"a: {text}".encode())

    @quick
    @given(trees(texts | st.integers() | st.floats() | st.booleans() | st.none() | st.dates() | st.binary()), st.data())
    def test_dumped_trees_with_a_piece_put_in(self, tree: dict[str, Any], data: st.DataObject) -> None:
        text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=data.draw(st.sampled_from([None, True])))
        cut = data.draw(st.integers(0, len(text)))
        survives((text[:cut] + data.draw(st.sampled_from(["", *PIECES])) + text[cut:]).encode())


@pytest.mark.usefixtures("parser")
class TestDumped:
    @quick
    @given(trees(texts), st.sampled_from([None, True, False]), st.sampled_from([20, 80]))
    def test_text_with_escapes_is_read_as_it_was(self, data: dict[str, Any], flow: bool | None, width: int) -> None:
        text = yaml.safe_dump(data, default_flow_style=flow, width=width, sort_keys=False)
        tree, _ = read_tree(text.encode(), "x.yaml")
        assert tree.root == data
        check(tree)

    @quick
    @given(trees(one_line_texts, one_line_texts), st.sampled_from([None, True, False]))
    def test_text_without_escapes_is_read_as_it_was(self, data: dict[str, Any], flow: bool | None) -> None:
        tree, _ = read_tree(yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow).encode(), "x.yaml")
        assert tree.root == data
        check(tree)

    @quick
    @given(trees(texts | st.integers(1 - 10**18, 10**18 - 1) | st.booleans() | st.none()))
    def test_words_and_whole_numbers_too(self, data: dict[str, Any]) -> None:
        tree, _ = read_tree(yaml.safe_dump(data).encode(), "x.yaml")
        assert tree.root == data

    @quick
    @given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), st.from_regex("v[0-9]{1,5}", fullmatch=True)))
    def test_marks_point_at_the_words(self, data: dict[str, str]) -> None:
        # YAML 1.1 words are quoted when dumped, and a mark is that of the quote.
        text = yaml.safe_dump({"top": [data]}, default_flow_style=False)
        tree, _ = read_tree(text.encode(), "x.yaml")
        lines = lines_of(text)
        for key, value in data.items():
            mark = tree.mark(("top", 0, key))
            assert mark is not None
            assert lines[mark.key_line][mark.key_column :].lstrip("'").startswith(key)
            assert lines[mark.line][mark.column :] == value


@given(st.text("0123456789.-+e_~truefalsn", max_size=8))
def test_what_is_not_text_prints_as_it_was_typed(text: str) -> None:
    value = plain(text)
    if isinstance(value, str):
        assert value == text
    else:
        assert text[:1] in FIRST
        assert text in ("", "~") or json.dumps(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_read_exactly_or_as_text(number: float) -> None:
    value = plain(repr(number))
    assert value == (repr(number) if "e" in repr(number) else number)
    assert "e" in repr(number) or math.copysign(1, number) == math.copysign(1, value)
