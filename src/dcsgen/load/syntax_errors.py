"""Says in words for people what a YAML parser complained about, and where the cause most likely is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dcsgen.load import kinds
from dcsgen.load.unreadable import at_spot, shown

if TYPE_CHECKING:
    from yaml.error import Mark, MarkedYAMLError

    from dcsgen.base.errors import UnreadableInputError
    from dcsgen.base.tree import Source

# A key, its colon and what follows without the space that makes it a value.
_COLON_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*[^\s:#'\"\[{][^\s:#]*(:)[^\s:/]")

# libyaml from 0.2.6 on has a limit of its own. It looks up to 1024 characters ahead for the colon of a key, so brackets
# that stand in one line reach it before the reader hears of the first one.
_TOO_DEEP = "exceeded maximum nesting depth"
_QUOTE_IT = "put quotes around the text"
_LONGEST_KEY = 1024  # YAML 1.2 section 7.4.2: of a key without `?`, on one line


class Trouble(NamedTuple):
    """What the parser said: the words, the spot, and where the construct began that it was reading."""

    problem: str
    context: str
    line: int
    column: int
    opened: tuple[int, int]
    lines: list[str]

    @property
    def text(self) -> str:
        """The line of the spot."""
        return self.lines[self.line]

    @property
    def character(self) -> str:
        """The character at the spot; empty at the end of a line."""
        return self.text[self.column : self.column + 1]


class Diagnosis(NamedTuple):
    """A spot, counted from 0, the sentence about it and the way out."""

    line: int
    column: int
    message: str
    hint: str


def syntax_error(source: Source, error: MarkedYAMLError) -> UnreadableInputError:
    """The error for what the parser could not read."""
    trouble = trouble_of(source, error)
    if _TOO_DEEP in trouble.problem:
        message = "mappings and lists stand deeper inside each other here than the YAML parser reads"
        hint = "check how the file was made"
        return at_spot(kinds.NESTING_TOO_DEEP, source, trouble.line, trouble.column, message, hint)
    found = diagnose(trouble)
    return at_spot(kinds.YAML_SYNTAX, source, found.line, found.column, found.message, found.hint)


def wrong_number(source: Source, line: int, column: int) -> UnreadableInputError:
    """The error for a number too large for what it is, at which both parsers fail with an error of Python.

    It stands behind the spot, in an escape (`\\UFFFFFFFF`), a tag (`!%ED%A0%80`) or a line `%YAML`.
    """
    message = "behind this place, an escape or a tag holds a number that means no character"
    return at_spot(kinds.YAML_SYNTAX, source, line, column, message, "delete the escape or the tag")


def trouble_of(source: Source, error: MarkedYAMLError) -> Trouble:
    """The parser's error as plain values, its spots brought inside the text."""
    line, column = _inside(source.lines, error.problem_mark)
    opened = _inside(source.lines, error.context_mark) if error.context_mark else (line, column)
    problem, context = str(error.problem or "it cannot be read"), str(error.context or "")
    return Trouble(problem, context, line, column, opened, source.lines)


def _inside(lines: list[str], mark: Mark | None) -> tuple[int, int]:
    line = min(mark.line, len(lines) - 1) if mark else 0
    return line, min(mark.column if mark else 0, len(lines[line]))


def diagnose(trouble: Trouble) -> Diagnosis:
    """The first explanation that fits; else the words of the parser."""
    for explain in (
        _tab, _reserved_start, _unclosed_quote, _escape, _name_of_anchor, _block_header, _list_item_beside_key,
        _colon_in_value, _line_without_colon, _flow, _directive, _tag_handle, _mixed_items, _indentation,
    ):  # fmt: skip
        found = explain(trouble)
        if found:
            return found
    hint = "check this line and the one above it"
    return Diagnosis(trouble.line, trouble.column, f"the file is not YAML: {trouble.problem}", hint)


def _tab(t: Trouble) -> Diagnosis | None:
    before = t.text[: t.column + 1]
    if "\t" not in before or before.strip():
        return None
    message = "a tab stands in the indentation, where YAML allows spaces only"
    return Diagnosis(t.line, before.index("\t"), message, "replace each tab by spaces")


def _reserved_start(t: Trouble) -> Diagnosis | None:
    if "cannot start any token" not in t.problem and "node content" not in t.problem:
        return None
    if not t.character:
        message = "a value is missing here, where the text ends"
        return Diagnosis(t.line, t.column, message, "check that every bracket and brace above is closed")
    sign = "a backquote" if t.character == "`" else shown(t.character)
    return Diagnosis(t.line, t.column, f"text may not start with {sign} in YAML", _QUOTE_IT)


def _unclosed_quote(t: Trouble) -> Diagnosis | None:
    if "quoted scalar" not in t.context or "unexpected" not in t.problem:
        return None
    line, column = t.opened
    quote = t.lines[line][column : column + 1]
    hint = "close it; an apostrophe at the start of text needs double quotes around the whole"
    if quote == '"':
        hint = 'close it; inside double quotes write `\\"` for a quote that is part of the text'
    return Diagnosis(line, column, f"the quote {shown(quote)} that opens here is never closed", hint)


def _escape(t: Trouble) -> Diagnosis | None:
    if "escape" not in t.problem and "hexadecimal" not in t.problem:
        return None
    message = "inside double quotes a backslash starts an escape, and this one does not exist"
    return Diagnosis(t.line, t.column, message, "use single quotes, in which a backslash is just a backslash")


def _name_of_anchor(t: Trouble) -> Diagnosis | None:
    if t.context not in ("while scanning an alias", "while scanning an anchor"):
        return None
    line, column = t.opened
    sign = t.lines[line][column : column + 1]
    message = f"unquoted text may not start with {shown(sign)}, which begins an alias or anchor in YAML"
    return Diagnosis(line, column, message, _QUOTE_IT)


def _block_header(t: Trouble) -> Diagnosis | None:
    if "block scalar" not in t.context:
        return None
    line, column = t.opened
    sign = shown(t.lines[line][column : column + 1])
    message = f"after {sign} the text begins in the next line"
    hint = f"move it there, indented, or put quotes around text that starts with {sign}"
    return Diagnosis(t.line, t.column, message, hint)


def _list_item_beside_key(t: Trouble) -> Diagnosis | None:
    if "sequence entries are not allowed" not in t.problem:
        return None
    message = "a list item cannot start here"
    hint = "put it on a line of its own, indented below its key, or put quotes around text that starts with `- `"
    return Diagnosis(t.line, t.column, message, hint)


def _colon_in_value(t: Trouble) -> Diagnosis | None:
    if "mapping values are not allowed" not in t.problem:
        return None
    before = t.text[: t.column]
    if ": " in before:
        message = "there is a second `: ` in this line, so it is not clear where the value begins"
        return Diagnosis(t.line, t.column, message, "put quotes around the value")
    if len(before) > _LONGEST_KEY:
        message = f"the key before this colon is longer than {_LONGEST_KEY:,} characters"
        return Diagnosis(t.line, 0, message, "shorten it")
    above = _line_above(t)
    if above is not None:
        found = _missing_space(t.lines, above)
        if found:
            return found
        message = f"this key is indented as if it belonged to line {above + 1}, which has a value already"
        indent = len(before) - len(before.lstrip())
        hint = "give it the indentation of its neighbours, or put quotes around text that holds `: `"
        return Diagnosis(t.line, indent, message, hint)
    message = "a colon cannot stand here"
    return Diagnosis(t.line, t.column, message, "put quotes around text that holds `: `")


def _line_without_colon(t: Trouble) -> Diagnosis | None:
    if "could not find expected ':'" not in t.problem:
        return None
    line, column = t.opened
    found = _missing_space(t.lines, line)
    if found:
        return found
    message = "this line has no `: `, so it is neither a key with its value nor a list item"
    hint = "write `key: value` or `- item`; indent a line that continues the text above it"
    return Diagnosis(line, column, message, hint)


def _missing_space(lines: list[str], line: int) -> Diagnosis | None:
    found = _COLON_WITHOUT_SPACE.match(lines[line])
    if found is None or ": " in lines[line]:
        return None
    return Diagnosis(line, found.start(1), "there is no space after this colon", "write `key: value`")


def _line_above(t: Trouble) -> int | None:
    """The nearest line above that is neither blank nor a comment."""
    for line in range(t.line - 1, -1, -1):
        content = t.lines[line].strip()
        if content and not content.startswith("#"):
            return line
    return None


def _flow(t: Trouble) -> Diagnosis | None:
    if "flow" not in t.context:
        return None
    line, column = t.opened
    bracket = t.lines[line][column : column + 1]
    name, end = ("mapping", "}") if bracket == "{" else ("list", "]")
    hint = f"close it with `{end}`, and check the commas between its entries"
    if t.character and t.character in "]}":
        message = f"the {name} that `{bracket}` opens in line {line + 1} is closed by `{t.character}`"
        return Diagnosis(t.line, t.column, message, f"close it with `{end}`")
    if t.line != line:
        message = f"the {name} that {shown(bracket)} opens here is not closed, or a comma is missing in it"
        return Diagnosis(line, column, message, hint)
    message = f"the {name} that {shown(bracket)} opens in this line needs a comma or its end before this place"
    return Diagnosis(t.line, t.column, message, hint)


def _directive(t: Trouble) -> Diagnosis | None:
    if not t.text.startswith("%"):
        return None
    message = "this line starts with `%`, which YAML takes for an instruction to the reader"
    return Diagnosis(t.line, 0, message, "delete the line, or indent it if it belongs to the text above it")


def _tag_handle(t: Trouble) -> Diagnosis | None:
    if "tag" not in t.problem and "tag" not in t.context:
        return None
    line, column = t.opened
    message = "unquoted text may not start with `!`, which begins a tag in YAML"
    return Diagnosis(line, column, message, _QUOTE_IT)


def _mixed_items(t: Trouble) -> Diagnosis | None:
    if "while parsing a block collection" not in t.context:
        return None
    message = f"a list began in line {t.opened[0] + 1}, and this is neither an item of it nor does it end it"
    hint = "start it with `- `, or give it the indentation of the key it belongs to"
    return Diagnosis(t.line, t.column, message, hint)


def _indentation(t: Trouble) -> Diagnosis | None:
    if "block mapping" not in t.context and "document start" not in t.problem:
        return None
    before = t.text[: t.column]
    if before.strip():
        message = "more text follows here, although the value before it is complete"
        hint = "put quotes around the whole value"
        if before.rstrip().endswith("'"):
            hint += "; inside single quotes an apostrophe is written twice"
        return Diagnosis(t.line, t.column, message, hint)
    above = _line_above(t)
    if above is not None and t.lines[above].startswith("..."):
        message = f"text follows here, although `...` in line {above + 1} ends the document"
        return Diagnosis(t.line, t.column, message, "delete that line")
    if t.character == "-":
        message = "a list item stands where a key is expected"
        return Diagnosis(t.line, t.column, message, "indent the items below the key they belong to")
    spaces = "1 space" if t.column == 1 else f"{t.column} spaces"
    message = f"the indentation of this line, {spaces}, is that of no key above it"
    return Diagnosis(t.line, t.column, message, "give it the same indentation as its neighbours")
