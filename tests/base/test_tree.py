"""A tree turns paths into places and excerpts that are safe to print."""

from __future__ import annotations

import pytest

from dcsgen.base.finding import Kind, Place, Severity
from dcsgen.base.tree import EXCERPT_LENGTH, LeftOut, Mark, Source, Tree, harmless, lines_of

KIND = Kind(code="L999", slug="odd", severity=Severity.ERROR, what="w", why="y", instead="i")


@pytest.fixture
def tree() -> Tree:
    """`product: {name: X, list: [one, two]}` with `name` twice, the list from a second file."""
    text = "product:\n  name: X\n  name: Y\n"
    items = ["one", "two"]
    product = {"name": "X", "list": items}
    root = {"product": product}
    marks: dict[int, dict[str | int, Mark]] = {
        id(root): {"product": Mark(0, 0, 0, 1, 2)},
        id(product): {
            "name": Mark(0, 1, 2, 1, 8),
            "list": Mark(1, 0, 0, 1, 0),
            LeftOut("name"): Mark(0, 2, 2, 2, 8),
        },
        id(items): {0: Mark(1, 1, 2, 1, 2), 1: Mark(1, 2, 2, 2, 2)},
    }
    return Tree(root, marks, [Source("a.yaml", text), Source("b.yaml", "list:\n- one\n- two\n")])


def left_out(tree: Tree) -> LeftOut:
    return next(key for key in tree.marks[id(tree.root["product"])] if isinstance(key, LeftOut))


class TestPlace:
    def test_of_a_value(self, tree: Tree) -> None:
        assert tree.place(("product", "name")) == Place("a.yaml", 2, 9)

    def test_of_a_key(self, tree: Tree) -> None:
        assert tree.place(("product", "name"), on_key=True) == Place("a.yaml", 2, 3)

    def test_in_the_second_file(self, tree: Tree) -> None:
        assert tree.place(("product", "list", 1)) == Place("b.yaml", 3, 3)

    def test_of_what_is_not_there_is_that_of_its_nearest_ancestor(self, tree: Tree) -> None:
        assert tree.place(("product", "list", 7, "x")) == Place("b.yaml", 1, 1)

    def test_below_a_scalar_is_that_of_the_scalar(self, tree: Tree) -> None:
        assert tree.place(("product", "name", "x")) == Place("a.yaml", 2, 9)

    def test_of_a_key_in_other_letters_is_that_of_the_one_that_is_written(self, tree: Tree) -> None:
        assert tree.place(("product", "NAME"), on_key=True) == Place("a.yaml", 2, 3)

    def test_of_the_root_is_the_start_of_the_first_file(self, tree: Tree) -> None:
        assert tree.place(()) == Place("a.yaml", 1, 1)

    def test_without_files_is_none(self) -> None:
        assert Tree({}, {}, []).place(("a",)) is None

    def test_of_a_key_that_is_left_out_is_its_own(self, tree: Tree) -> None:
        assert tree.place(("product", left_out(tree)), on_key=True) == Place("a.yaml", 3, 3)

    def test_below_a_key_that_is_left_out_is_that_of_its_value(self, tree: Tree) -> None:
        assert tree.place(("product", left_out(tree), "deeper")) == Place("a.yaml", 3, 9)


class TestLeftOut:
    def test_equals_only_itself(self) -> None:
        one, other = LeftOut("role"), LeftOut("role")
        assert one == one
        assert one != other
        assert one != "role"
        assert len({one: 1, other: 2, "role": 3}) == 3

    def test_reads_like_its_key(self) -> None:
        assert f"{LeftOut('role')}" == "role"


class TestFinding:
    def test_has_place_excerpt_and_related_places(self, tree: Tree) -> None:
        problem = KIND.at(("product", left_out(tree)), "twice", hint="h", related=(("product", "name"),))
        finding = tree.finding(problem, "acme")
        assert finding.place == Place("a.yaml", 3, 9)
        assert finding.excerpt == "  name: Y"
        assert finding.related == (Place("a.yaml", 2, 9),)
        assert (finding.path, finding.provider, finding.hint) == ("product.name", "acme", "h")

    def test_of_no_file_has_no_place(self) -> None:
        finding = Tree({}, {}, []).finding(KIND.at((), "m"))
        assert (finding.place, finding.excerpt) == (None, "")


class TestExcerpt:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("", [""]),
            ("a", ["a"]),
            ("a\n", ["a", ""]),
            ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
            ("a\x85b\u2028c\u2029d", ["a", "b", "c", "d"]),
            ("a\x0bb\x0cc\x1cd", ["a\x0bb\x0cc\x1cd"]),
        ],
    )
    def test_lines_end_where_yaml_ends_them(self, text: str, lines: list[str]) -> None:
        assert lines_of(text) == lines

    @pytest.mark.parametrize("number", [-1, 0, 4, 99])
    def test_no_line_outside_of_the_file(self, number: int) -> None:
        assert Source("a", "x\ny\nz").line(number) == ""

    def test_line_of_an_unknown_file_is_empty(self, tree: Tree) -> None:
        assert tree.line_of(Place("c.yaml", 1, 1)) == ""

    def test_line_of_the_file_of_the_place(self, tree: Tree) -> None:
        assert tree.line_of(Place("b.yaml", 2, 1)) == "- one"

    def test_a_very_long_line_is_cut(self) -> None:
        assert Source("a", "x" * 10 * EXCERPT_LENGTH).line(1) == "x" * EXCERPT_LENGTH

    def test_escapes_for_a_terminal_are_shown_and_not_obeyed(self) -> None:
        assert Source("a", "x: \x1b[31mred\x07").line(1) == "x: ␛[31mred␇"

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("plain ä 漢 😀", "plain ä 漢 😀"),
            ("\ta", "␉a"),
            ("a\nb\rc\0", "a␊b␍c␀"),
            ("\x7f", "␡"),
            ("\x9b31m", "\ufffd31m"),
            ("\u202egnp.exe\u2066", "\ufffdgnp.exe\ufffd"),
            ("\ud800\ufeff\u2028", "\ufffd\ufffd\ufffd"),
        ],
    )
    def test_harmless(self, text: str, shown: str) -> None:
        assert harmless(text) == shown

    def test_harmless_keeps_the_length_and_can_be_encoded(self) -> None:
        text = "".join(map(chr, range(0x10000)))
        assert len(harmless(text)) == len(text)
        harmless(text).encode("utf-8")

    def test_the_text_is_split_once(self) -> None:
        source = Source("a", "x\ny")
        assert source.lines is source.lines
