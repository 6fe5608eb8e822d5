"""The reader: scalar rules, places, what is refused and how it says so, and that hostile files stay harmless."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, Place
from dcsgen.load import kinds
from dcsgen.load.scalars import FIRST, plain
from dcsgen.load.yaml_reader import Limits, read_tree

if TYPE_CHECKING:
    from dcsgen.base.tree import Tree


TEXTS = """
00100020 5.10 05 -0 +1 1e5 1.5e3 .5 5. 0x10 0o17 1_000 NO no yes on Off True FALSE Null NULL 10:20 .inf .nan
2020-01-01 2020-01-01T10:00:00Z 1.2.840.10008.1.1 300A,0002 = -x a.b tru nullx ~x 0.00001 1.00 ٣
1234567890123456789 123456789012345678.5 CT-1
"""
"""Unquoted text that YAML programs have taken for numbers, dates, words and more."""


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything holds with both parsers."""
    name: str = request.param
    if name == "python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    return name


def read(text: str | bytes, **limits: int) -> tuple[Tree, list[Finding]]:
    data = text if isinstance(text, bytes) else text.encode()
    tree, problems = read_tree(data, "plan.yaml", Limits(**limits))
    return tree, [tree.finding(problem) for problem in problems]


def root(text: str | bytes) -> Any:
    tree, findings = read(text)
    assert findings == []
    return tree.root


def refusal(text: str | bytes, **limits: int) -> Finding:
    with pytest.raises(UnreadableInputError) as caught:
        read(text, **limits)
    finding = caught.value.finding
    assert finding is not None
    assert finding.message in str(caught.value)
    assert "\n" not in str(caught.value)
    return finding


def at(line: int, column: int) -> Place:
    return Place("plan.yaml", line, column)


class TestScalars:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("true", True),
            ("false", False),
            ("null", None),
            ("~", None),
            ("", None),
            ("0", 0),
            ("7", 7),
            ("-12", -12),
            ("104", 104),
            ("9" * 18, 10**18 - 1),
            ("5.1", 5.1),
            ("-0.5", -0.5),
            ("0.0", 0.0),
            ("12.0", 12.0),
        ],
    )
    def test_special(self, text: str, value: object) -> None:
        found = root(f"key: {text}\n")["key"]
        assert (found, type(found)) == (value, type(value))

    @pytest.mark.parametrize("text", TEXTS.split())
    def test_text_as_typed(self, text: str) -> None:
        assert root(f"key: {text}\n") == {"key": text}

    def test_huge_number_is_text(self) -> None:
        digits = "9" * 10_000
        assert root(f"a: {digits}\nb: 0.{digits}\n") == {"a": digits, "b": f"0.{digits}"}

    @pytest.mark.parametrize("quoted", ['"{}"', "'{}'", "!!str {}"])
    @pytest.mark.parametrize("text", ["5", "true", "null", "5.1", "~"])
    def test_quoted_is_text(self, quoted: str, text: str) -> None:
        assert root(f"key: {quoted.format(text)}") == {"key": text}

    def test_blocks_are_text(self) -> None:
        assert root("a: |\n  5\nb: >-\n  true\n") == {"a": "5\n", "b": "true"}

    @pytest.mark.parametrize("key", ["5", "true", "null", "~", "00100020", "5.10", "NO", '"5"', "'x'", "!!str 5"])
    def test_keys_are_text_as_written(self, key: str) -> None:
        assert list(root(f"{key}: v\n")) == [key.removeprefix("!!str ").strip("\"'")]

    def test_empty_key(self) -> None:
        assert root("? \n: a\n") == {"": "a"}

    @pytest.mark.parametrize("text", ["", "~", "true", "false", "null", "0", "-1", "5.1"])
    def test_whatever_is_special_starts_with_one_of_first(self, text: str) -> None:
        assert type(plain(text)) is not str
        assert text[:1] in FIRST

    def test_numbers_print_as_they_were_typed(self) -> None:
        for text in (f"{sign}{whole}{rest}" for sign in ("", "-") for whole in "0123" for rest in ("", ".0", ".25")):
            value = plain(text)
            assert str(value) == text


class TestStructure:
    def test_nested(self) -> None:
        text = "a:\n  - 1\n  - {b: [x, [y]], c: {}}\n  - []\nd: e\n"
        assert root(text) == {"a": [1, {"b": ["x", ["y"]], "c": {}}, []], "d": "e"}

    def test_key_without_value(self) -> None:
        assert root("a:\nb: {c, d}\n") == {"a": None, "b": {"c": None, "d": None}}

    def test_start_and_end_of_the_document_may_be_written(self) -> None:
        assert root("%YAML 1.2\n---\na: 1\n...\n# end\n") == {"a": 1}

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_line_ends(self, newline: str) -> None:
        tree, _ = read(f"a: 1{newline}b:{newline}  c: 2{newline}")
        assert tree.root == {"a": 1, "b": {"c": 2}}
        assert tree.place(("b", "c")) == at(3, 6)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_encodings(self, encoding: str) -> None:
        mark = "\ufeff" if encoding.endswith(("le", "be")) else ""
        tree, _ = read((mark + "größe: 漢😀 x\nb: 2\n").encode(encoding))
        assert tree.root == {"größe": "漢😀 x", "b": 2}
        assert tree.place(("größe",)) == at(1, 8)
        assert tree.sources[0].text.startswith("größe")

    def test_garbage_collection_is_as_before(self) -> None:
        read("a: 1")
        assert gc.isenabled()
        gc.disable()
        try:
            read("a: 1")
            assert not gc.isenabled()
        finally:
            gc.enable()
        refusal("a: [")
        assert gc.isenabled()


class TestMarks:
    def test_of_keys_and_values(self) -> None:
        tree, _ = read("a: 1\nb:\n  - x\n  -  y\nc: {d: 5,   e: 'f'}\n")
        assert tree.place(("a",), on_key=True) == at(1, 1)
        assert tree.place(("a",)) == at(1, 4)
        assert tree.place(("b",), on_key=True) == at(2, 1)
        assert tree.place(("b",)) == at(3, 3)
        assert tree.place(("b", 1)) == at(4, 6)
        assert tree.place(("b", 1), on_key=True) == at(4, 6)
        assert tree.place(("c", "e"), on_key=True) == at(5, 13)
        assert tree.place(("c", "e")) == at(5, 16)

    def test_columns_count_characters(self) -> None:
        tree, _ = read("ä😀: {'漢😀': ü, x: y}\n")
        assert tree.place(("ä😀", "x"), on_key=True) == at(1, 15)

    def test_carry_the_index_of_the_file(self) -> None:
        tree, _ = read_tree(b"a: 1\nb: [x, {c: d}]\n", "b.yaml", file=3)
        found = {mark.file for table in tree.marks.values() for mark in table.values()}
        assert found == {3}

    def test_every_container_has_a_table(self) -> None:
        tree, _ = read("a: {}\nb: []\nc: [[{}]]\n")
        assert len(tree.marks) == 6


class TestRepeatedKeys:
    def test_three_times(self) -> None:
        tree, findings = read("role: scu\nname: x\nrole: scp\nrole: both\nend: 1\n")
        assert tree.root == {"role": "scu", "name": "x", "end": 1}
        assert [(f.code, f.slug, f.place, f.path) for f in findings] == [
            ("L010", "repeated-key", at(3, 1), "role"),
            ("L010", "repeated-key", at(4, 1), "role"),
        ]
        assert "line 1" in findings[0].message
        assert "line 3" in findings[0].message
        assert "line 4" in findings[1].message
        assert findings[0].related == (at(1, 7),)
        assert findings[0].excerpt == "role: scp"

    def test_in_one_line(self) -> None:
        tree, [finding] = read("{a: 1, a: 2}")
        assert tree.root == {"a": 1}
        assert finding.message.endswith("twice: in line 1")

    def test_quoted_and_not_is_the_same_key(self) -> None:
        tree, findings = read("5: a\n'5': b\n")
        assert tree.root == {"5": "a"}
        assert [f.code for f in findings] == ["L010"]

    def test_all_are_collected_wherever_they_are(self) -> None:
        tree, findings = read("a:\n  - b: 1\n    b: {c: 1, c: 2}\n  - d: 1\na: {e: 1, e: 2}\n")
        assert tree.root == {"a": [{"b": 1}, {"d": 1}]}
        assert [(f.path, f.place) for f in findings] == [
            ("a[0].b", at(3, 5)),
            # What stands in a value that is left out is shown at that value.
            ("a[0].b.c", at(3, 5)),
            ("a", at(5, 1)),
            ("a.e", at(5, 1)),
        ]

    def test_what_is_left_out_leaves_no_marks(self) -> None:
        tree, _ = read("a: 1\na: {b: [{}, []]}\n? {c: []}\n: {d: []}\n")
        assert tree.root == {"a": 1}
        assert list(tree.marks) == [id(tree.root)]

    def test_a_long_key_is_shortened_in_the_message(self) -> None:
        key = "k" * 900
        _, [finding] = read(f"{key}: 1\n{key}: 2\n")
        assert len(finding.message) < 150


class TestTags:
    @pytest.mark.parametrize(
        ("text", "shown", "value"),
        [
            ("!foo x", "`!foo`", "x"),
            ("!!int 3", "`!!int`", 3),
            ("!!float '3'", "`!!float`", "3"),
            ("! 4", "`!`", 4),
            ("!!map {b: 1}", "`!!map`", {"b": 1}),
            ("!!str [x]", "`!!str`", ["x"]),
            ("!<tag:example.com,2020:x> y", "`tag:example.com,2020:x`", "y"),
            ("!!python/object/apply:os.system ['x']", "`!!python/object/apply:os.system`", ["x"]),
        ],
    )
    def test_are_passed_over_with_a_finding(self, text: str, shown: str, value: object) -> None:
        tree, [finding] = read(f"k:\n  a: {text}\n")
        assert tree.root == {"k": {"a": value}}
        assert (finding.code, finding.place, finding.path) == ("L011", at(2, 6), "k.a")
        assert shown in finding.message

    def test_on_keys_items_and_the_root(self) -> None:
        tree, findings = read("--- !root\n!k a: [!i 1]\n")
        assert tree.root == {"a": [1]}
        assert [(f.path, f.place) for f in findings] == [("", at(1, 1)), ("a", at(2, 1)), ("a[0]", at(2, 8))]

    def test_declared_ones_are_refused(self) -> None:
        finding = refusal("# x\n%TAG !e! tag:example.com,2020:\n---\na: !e!b c\n")
        assert (finding.code, finding.place) == ("L011", at(2, 1))

    def test_the_word_in_a_text_is_no_declaration(self) -> None:
        assert root("a: x %TAG !e! y\nb: |\n  %TAG\n") == {"a": "x %TAG !e! y", "b": "%TAG\n"}


class TestAliases:
    def test_become_copies_of_their_own(self) -> None:
        tree, findings = read("a: &x\n  b: [1, {c: d}]\ne: *x\nf: [*x]\n")
        assert findings == []
        assert tree.root["e"] == tree.root["a"] == tree.root["f"][0]
        assert tree.root["e"] is not tree.root["a"]
        assert tree.root["e"]["b"][1] is not tree.root["a"]["b"][1]

    def test_marks_of_a_copy_are_those_of_the_original(self) -> None:
        tree, _ = read("a: &x\n  b: [1, {c: d}]\ne: *x\n")
        assert tree.place(("e",)) == at(3, 4)
        assert tree.place(("e",), on_key=True) == at(3, 1)
        assert tree.place(("e", "b", 1, "c")) == tree.place(("a", "b", 1, "c")) == at(2, 14)

    def test_of_scalars_and_as_keys(self) -> None:
        assert root("a: &x 5\nb: *x\n*x : c\nd: &y '5.1'\ne: [*y]\n") == {
            "a": 5, "b": 5, "5": "c", "d": "5.1", "e": ["5.1"],
        }  # fmt: skip

    def test_of_a_key(self) -> None:
        assert root("&x true: b\nc: *x\n") == {"true": "b", "c": True}

    def test_a_name_may_be_used_again(self) -> None:
        assert root("a: &x 1\nb: *x\nc: &x 2\nd: *x\n") == {"a": 1, "b": 1, "c": 2, "d": 2}

    def test_a_key_by_alias_may_be_repeated(self) -> None:
        _, [finding] = read("&x a: 1\n*x : 2\n")
        assert (finding.code, finding.place) == ("L010", at(2, 1))

    def test_of_what_is_left_out(self) -> None:
        tree, findings = read("m: {a: 1, a: &x {b: [c, c], b: 2}}\ne: *x\n")
        assert tree.root == {"m": {"a": 1}, "e": {"b": ["c", "c"]}}
        assert tree.place(("e", "b", 1)) == at(1, 25)
        assert [f.code for f in findings] == ["L010", "L010"]

    @pytest.mark.parametrize("text", ["a: &x [*x]", "a: &x {b: [c, {d: *x}]}", "&x a: &x {*x : b}", "&x {? *x : 1}"])
    def test_inside_of_what_they_name(self, text: str) -> None:
        finding = refusal(text)
        assert (finding.code, finding.slug) == ("L009", "alias-bomb")
        assert finding.place is not None
        assert text[finding.place.column - 1 :].startswith("*x")

    def test_of_nothing(self) -> None:
        finding = refusal("a: 1\nb: *bold\n")
        assert (finding.code, finding.place) == ("L006", at(2, 4))
        assert "quotes" in finding.hint

    def test_more_nodes_than_allowed(self) -> None:
        text = "a: &x [1, 2, 3]\nb: [*x, *x, *x]\n"
        read(text, alias_nodes=12)
        finding = refusal(text, alias_nodes=11)
        assert (finding.code, finding.place) == ("L009", at(2, 13))

    def test_billion_laughs(self) -> None:
        lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
        lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
        assert refusal("\n".join(lines)).code == "L009"

    def test_billion_laughs_in_mappings(self) -> None:
        lines = ["a0: &a0 {x: lol}"]
        lines += [f"a{i}: &a{i} {{{', '.join(f'k{k}: *a{i - 1}' for k in range(9))}}}" for i in range(1, 30)]
        assert refusal("\n".join(lines)).code == "L009"

    def test_nesting_by_aliases_counts_as_nesting(self) -> None:
        lines = ["a0: &a0 [x]", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 200))]
        finding = refusal("\n".join(lines))
        assert finding.code == "L008"

    def test_depth_with_aliases_is_exact(self) -> None:
        text = "a: &x [[1]]\nb: {c: *x}\n"
        read(text, depth=4)
        assert refusal(text, depth=3).place == at(2, 8)


class TestMergeKeys:
    def test_are_left_out_with_a_finding(self) -> None:
        tree, findings = read("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n  <<: {e: f}\n")
        assert tree.root == {"a": {"b": 1}, "c": {"d": 2}}
        assert [(f.code, f.place, f.path) for f in findings] == [
            ("L012", at(3, 3), "c.<<"),
            ("L012", at(5, 3), "c.<<"),
        ]
        assert "extend" in findings[0].hint

    def test_quoted_is_a_key_like_any_other(self) -> None:
        assert root("'<<': 1") == {"<<": 1}


class TestKeysThatAreNotText:
    @pytest.mark.parametrize(
        "text", ["a: 1\n? [x, y]\n: {b: c}\nd: 2\n", "a: 1\n? {x: [y]}\n: z\nd: 2\n", "a: 1\n{x: y}: z\nd: 2\n"]
    )
    def test_are_left_out_with_a_finding(self, text: str) -> None:
        tree, [finding] = read(text)
        assert tree.root == {"a": 1, "d": 2}
        assert (finding.code, finding.slug) == ("L017", "key-not-text")
        assert finding.place is not None
        assert finding.place.line == 2

    def test_an_alias_of_a_list(self) -> None:
        tree, [finding] = read("a: &x [1]\n*x : b\n")
        assert tree.root == {"a": [1]}
        assert (finding.code, finding.place) == ("L017", at(2, 1))

    def test_template_text_without_quotes(self) -> None:
        tree, [finding] = read("name: {{ product }}\n")
        assert tree.root == {"name": {}}
        assert "quotes" in finding.hint

    def test_inside_each_other(self) -> None:
        tree, findings = read("? {? [x] : y, z: 1}\n: b\nc: {? {} : 1, d: 2}\n")
        assert tree.root == {"c": {"d": 2}}
        assert [f.code for f in findings] == ["L017"] * 3


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "line", "column", "message", "hint"),
        [
            ("a:\n\tb: c\n", 2, 1, "tab", "spaces"),
            ("a:\n  b: 1\n\tc: 2\n", 3, 1, "tab", "spaces"),
            ("a:\n  - b\n  \t- c: d\n", 3, 3, "tab", "spaces"),
            ("x: 1\nrole:scu\ny: 2\n", 2, 5, "no space after this colon", "key: value"),
            ("role:scu\ny: 2\n", 1, 5, "no space after this colon", "key: value"),
            ("x:\n  - role:scu\n    y: 2\n", 2, 9, "no space after this colon", "key: value"),
            ("title: RT: planning\n", 1, 10, "second `: `", "quotes"),
            ("a: x\n  b: c\n", 2, 3, "line 1, which has a value", "indentation"),
            ("a: @x\n", 1, 4, "`@`", "quotes"),
            ("a: %x\n", 1, 4, "`%`", "quotes"),
            ("a: `x`\n", 1, 4, "backquote", "quotes"),
            ("a: ]\n", 1, 4, "`]`", "quotes"),
            ("a: [,]\n", 1, 5, "`,`", "quotes"),
            ("a: *\n", 1, 4, "`*`", "quotes"),
            ("a: & b\n", 1, 4, "`&`", "quotes"),
            ("a: !x!y b\n", 1, 4, "`!`", "quotes"),
            ("a: \"x\nb: c\n", 1, 4, "never closed", "close it"),
            ("a: 'x\nb: c\n", 1, 4, "never closed", "apostrophe"),
            ("a: 'it's'\n", 1, 8, "value before it is complete", "apostrophe is written twice"),
            ("a: [1, 2\nb: c\n", 1, 4, "`[`", "`]`"),
            ("a: {x: 1\n", 1, 4, "`{`", "`}`"),
            ("a: [1, 2}\n", 1, 9, "closed by `}`", "`]`"),
            ("a: {b: c d: e}\n", 1, 11, "needs a comma", "`}`"),
            ("a: [1 # 2]\n", 1, 4, "not closed", "`]`"),
            ("a: 1\nb: [\n", 3, 1, "value is missing", "closed"),
            ("a: 1\nb\nc: 2\n", 2, 1, "no `: `", "key: value"),
            ("a: - b\n", 1, 4, "list item cannot start here", "line of its own"),
            ("a:\n  - b\n  c: d\n", 3, 3, "list began in line 2", "- "),
            ("a: 1\n- b\n", 2, 1, "list item", "indent"),
            ("a:\n  b: 1\n c: 2\n", 3, 2, "1 space,", "indentation"),
            (" a: 1\nb: 2\n", 2, 1, "0 spaces", "indentation"),
            ("a: |x\n  b\n", 1, 5, "next line", "quotes"),
            (f"{'k' * 1100}: v\n", 1, 1, "1,024", "shorten"),
            ("a: x\n...\nb: c\n", 3, 1, "`...` in line 2", "delete"),
        ],
    )  # fmt: skip
    def test_sentence_place_and_hint(self, text: str, line: int, column: int, message: str, hint: str) -> None:
        finding = refusal(text)
        assert (finding.code, finding.slug, finding.place) == ("L006", "yaml-syntax", at(line, column))
        assert message in finding.message
        assert hint in finding.hint
        assert finding.excerpt == text.split("\n")[line - 1].replace("\t", "␉")

    def test_an_instruction_to_the_reader(self, parser: str) -> None:
        # The parser in Python passes over what it does not know.
        finding = refusal("%FOO bar\n---\na: 1\n%\n")
        assert finding.code == "L006"
        assert finding.place == (at(1, 1) if parser == "libyaml" else at(4, 1))
        assert "`%`" in finding.message

    def test_an_unknown_escape(self) -> None:
        finding = refusal('path: "C:\\data"\n')
        assert finding.code == "L006"
        assert "single quotes" in finding.hint

    @pytest.mark.parametrize(
        "text", ["a: 1\nb: !%ED%A0%80 c", "a: 1\nb: !<%C0%80> c", 'a: 1\nb: "\\UFFFFFFFF"', "%YAML 1.{}\n---\na: 1"]
    )
    def test_numbers_that_break_the_parsers(self, text: str) -> None:
        finding = refusal(text.format("9" * 5000))
        assert finding.code == "L006"

    def test_what_nobody_foresaw_has_the_words_of_the_parser(self) -> None:
        finding = refusal("a: [? ? ?]\n")
        assert finding.code == "L006"

    def test_excerpts_are_harmless(self) -> None:
        finding = refusal("a: '\u202ex\n")
        assert finding.excerpt == "a: '\ufffdx"


class TestRefused:
    @pytest.mark.parametrize("text", ["", "\n\n", "# only\n  # comments\n", "---\n", "---\n...\n", "\ufeff"])
    def test_empty(self, text: str) -> None:
        finding = refusal(text)
        assert (finding.code, finding.slug, finding.place) == ("L007", "empty-file", at(1, 1))
        assert "plan.yaml" in finding.message

    @pytest.mark.parametrize(
        ("text", "what", "line"),
        [("# c\n- a\n", "list", 2), ("hello\n", "single value", 1), ("\n'5'", "single value", 2), ("~", "single", 1)],
    )
    def test_not_a_mapping(self, text: str, what: str, line: int) -> None:
        finding = refusal(text)
        assert (finding.code, finding.place) == ("L013", at(line, 1))
        assert what in finding.message

    @pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n---\n", "a: 1\n--- b\n"])
    def test_several_documents(self, text: str) -> None:
        finding = refusal(text)
        assert (finding.code, finding.slug, finding.place) == ("L014", "several-documents", at(2, 1))

    def test_latin_1(self) -> None:
        finding = refusal("name: x\nmaker: Müller\n".encode("latin-1"))
        assert (finding.code, finding.place) == ("L005", at(2, 9))
        assert "0xFC" in finding.message
        assert "`ü`" in finding.hint
        assert finding.excerpt == "maker: M\ufffdller"

    @pytest.mark.parametrize(
        ("data", "column"),
        [(b"a: \xe2\x82", 4), (b"a: \xed\xa0\x80", 4), (b"\xc0\x80", 1), ("ü: ".encode() + b"\xff", 4)],
    )
    def test_damaged_utf_8(self, data: bytes, column: int) -> None:
        finding = refusal(data)
        assert (finding.code, finding.place) == ("L005", at(1, column))

    def test_damaged_utf_16(self) -> None:
        data = "\ufeffa: 1\nb: x".encode("utf-16-le")
        assert refusal(data + b"\x00\xd8").place == at(2, 5)
        assert refusal(data + b"\x20").code == "L005"

    @pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be", "utf-16-le", "utf-16-be"])
    def test_other_encodings_are_named(self, encoding: str) -> None:
        mark = "\ufeff" if encoding == "utf-32-be" else ""
        finding = refusal(f"{mark}name: x\n".encode(encoding))
        assert finding.code == "L005"
        assert encoding[:6].upper() in finding.message

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
            (b"PK\x03\x04\x14", "Office"),
            (b"\x1f\x8b\x08", "compressed"),
            (b"\0" * 128 + b"DICM\x02\x00\x00\x00UL\x04\x00", "DICOM"),
            (b"a: 1\nb\0c", "NUL"),
            (b"\xff\0\xfe", "NUL"),
        ],
    )
    def test_binary_formats(self, data: bytes, what: str) -> None:
        finding = refusal(data)
        assert (finding.code, finding.slug) == ("L015", "binary-content")
        assert what in finding.message

    @pytest.mark.parametrize(
        ("character", "name"),
        [
            ("\x1b", "U+001B (ESC)"),
            ("\x07", "U+0007 (BEL)"),
            ("\x7f", "U+007F"),
            ("\x9b", "U+009B"),
            ("\ufffe", "U+FFFE"),
            ("\ufeff", "U+FEFF"),
        ],
    )
    def test_control_characters(self, character: str, name: str) -> None:
        finding = refusal(f"a: 1\r\nb: ü{character}[31m\n")
        assert (finding.code, finding.place) == ("L015", at(2, 5))
        assert name in finding.message
        assert character not in finding.excerpt

    @pytest.mark.parametrize("escape", ["\\x1b", "\\0", "\\x9b", "\\uFFFE", "\\b"])
    def test_escaped_control_characters_are_findings(self, escape: str) -> None:
        tree, findings = read(f'a:\n  - "x{escape}"\n"k{escape}": 1\n')
        assert len(tree.root) == 2
        assert [(f.code, f.place) for f in findings] == [("L015", at(2, 5)), ("L015", at(3, 1))]

    def test_escapes_of_text_are_fine(self) -> None:
        assert root('a: "\\t\\n\\u00e4\\U0001F600\\\\\\x85"') == {"a": "\t\nä😀\\\x85"}


class TestHostile:
    @pytest.mark.parametrize(
        "text",
        [
            "a: " + "[" * 10_000,
            "a: " + "[\n" * 10_000,
            "{a: " * 10_000,
            "a: " + "[{" * 10_000,
            "a:\n  " + "- " * 10_000,
            "? " * 10_000,
            "".join(" " * i + "a:\n" for i in range(500)),
        ],
    )
    def test_deep_nesting(self, text: str) -> None:
        finding = refusal(text)
        assert (finding.code, finding.slug) == ("L008", "nesting-too-deep")

    def test_deep_nesting_in_one_line_has_a_place(self) -> None:
        # libyaml reads ahead in the line and stops at its own limit, before the reader can count.
        place = refusal("\na: " + "[" * 10_000).place
        assert place is not None
        assert place.line == 2
        assert place.column > 100

    def test_depth_is_exact(self) -> None:
        read("a: [[]]", depth=3)
        assert refusal("a: [[]]", depth=2).place == at(1, 5)
        deepest = "a: " + "[" * 99 + "]" * 99
        assert root(deepest)["a"]
        assert refusal(deepest.replace("[]", "[[]]")).place == at(1, 103)

    @pytest.mark.parametrize(
        ("text", "nodes"), [("a: b", 3), ("a: [b, c]", 5), ("a: {b: c}", 5), ("{a: {}, b: }", 5), ("a: [[], [d]]", 6)]
    )
    def test_number_of_nodes_is_exact(self, text: str, nodes: int) -> None:
        read(text, nodes=nodes)
        assert refusal(text, nodes=nodes - 1).code == "L016"

    @pytest.mark.parametrize("item", ["- x\n", "- []\n", "- {}\n", "- *x\n", "- 'x'\n"])
    def test_too_many_items(self, item: str) -> None:
        finding = refusal("x: &x 1\na:\n" + item * 200, nodes=100)
        assert (finding.code, finding.slug) == ("L016", "too-many-nodes")
        assert finding.place is not None
        assert finding.place.line < 110

    def test_too_many_keys(self) -> None:
        assert refusal("".join(f"k{i}:\n" for i in range(200)), nodes=100).code == "L016"
        assert refusal("a: 1\n" * 200, nodes=100).code == "L016"

    def test_bytes_over_the_limit_are_not_looked_at(self) -> None:
        assert refusal(b"\xff" * 101, size=100).code == "L004"

    @pytest.mark.parametrize(
        "text",
        [
            "a: '" + "x\n" * 100_000,
            "a: " + "&" * 100_000,
            ": " * 50_000,
            "%" * 100_000,
            "a: !" + "x" * 100_000 + "\n\t",
        ],
    )
    def test_long_and_wrong(self, text: str) -> None:
        finding = refusal(text)
        assert len(finding.excerpt) <= 2000
        assert len(finding.message) < 200

    def test_messages_do_not_repeat_megabytes(self) -> None:
        _, findings = read(f"a: !{'x' * 100_000} 1\n? {'k' * 100_000}\n: 1\n? {'k' * 100_000}\n: 1\n")
        assert [f.code for f in findings] == ["L011", "L010"]
        assert all(len(f.message) < 200 for f in findings)


def test_kinds_are_complete() -> None:
    codes = [kind.code for kind in kinds.ALL]
    assert codes == [f"L{number:03}" for number in range(1, 18)]
    assert len({kind.slug for kind in kinds.ALL}) == len(codes)
    for kind in kinds.ALL:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", kind.slug)
        for text in (kind.what, kind.why, kind.instead):
            assert re.fullmatch("[A-Z`].*[.]", text, re.DOTALL), text
