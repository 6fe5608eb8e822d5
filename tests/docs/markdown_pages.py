"""Markdown pages as the tests of the documentation read them: fences with their marks, links, anchors.

A mark is an HTML comment right above a fence:

- `<!-- file: NAME -->`: the fence is this file, and later commands find it;
- `<!-- not run: REASON -->`: the commands are not run;
- `<!-- exit code: N -->`: the commands end with this code, not with 0;
- `<!-- folder: NAME -->`: the commands run in this folder, and not in the one above it;
- `<!-- in the checkout -->`: the commands run at the top of the checkout, where they must not write;
- `<!-- in a copy -->`: the commands run where examples and plug-ins of the checkout have been copied to.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [
        ROOT / "README.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "examples").rglob("*.md"),
        *(ROOT / "plugins").rglob("README.md"),
    ]
)
COMMANDS = ("console", "sh")

_MARK = re.compile(r"<!-- (file|not run|exit code|folder): (.+?) -->|<!-- (in the checkout|in a copy) -->")


class Fence(NamedTuple):
    """A block of code: the language after the backticks, its text, the line where it begins, and its marks."""

    language: str
    text: str
    line: int
    marks: dict[str, str]


class Command(NamedTuple):
    """A command of a `console` fence and what is shown below it."""

    line: str
    output: str


def name_of(page: Path) -> str:
    """A page as seen from the checkout."""
    return page.relative_to(ROOT).as_posix()


def fences(page: Path) -> list[Fence]:
    """The fences of a page from top to bottom."""
    found = []
    marks: dict[str, str] = {}
    for token in _tokens(page):
        if token.type == "fence" and token.map:
            found.append(Fence(token.info.strip(), token.content, token.map[0] + 1, marks))
        new = {m[1] or m[3]: m[2] or "" for m in _MARK.finditer(token.content)}
        marks = {**marks, **new} if token.type == "html_block" else {}
    return found


def commands(fence: Fence) -> list[Command]:
    """The commands of a fence: in `console` the lines that begin with `$ `, in `sh` the whole as one script."""
    if fence.language == "sh":
        return [Command(fence.text, "…\n")]
    found: list[Command] = []
    for line in fence.text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append(Command(line[2:].rstrip("\n"), ""))
        elif found and found[-1].line.endswith("\\"):
            found[-1] = Command(f"{found[-1].line}\n{line.rstrip()}", "")
        else:
            found[-1] = found[-1]._replace(output=found[-1].output + line)
    return found


def fits(shown: str, output: str) -> bool:
    """Whether an output is the one that a page shows. `…` stands for anything in a line; alone in one, for lines."""
    lines = (re.escape(line).replace("…", ".*") for line in shown.splitlines(keepends=True))
    pattern = "".join("(?:.*\n)*?" if line == ".*\\\n" else line for line in lines)
    return re.fullmatch(pattern, output) is not None


def links(page: Path) -> list[str]:
    """The targets of all links and pictures of a page."""
    inline = [child for token in _tokens(page) for child in token.children or ()]
    targets = [child.attrGet("href") if child.type == "link_open" else child.attrGet("src") for child in inline]
    return [str(target) for target in targets if target]


@cache
def anchors(page: Path) -> list[str]:
    """What a link to a page may name behind `#`: its headings as GitHub and GitLab name them, and `<a id>`."""
    tokens = _tokens(page)
    found = []
    for token, after in pairwise(tokens):
        if token.type == "heading_open":
            text = "".join(child.content for child in after.children or () if child.type in ("text", "code_inline"))
            found.append(re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-"))
        raw = [token.content] if token.type == "html_block" else []
        raw += [child.content for child in token.children or () if child.type == "html_inline"]
        found += [id for html in raw for id in re.findall(r'<a id="([^"]+)">', html)]
    return found


@cache
def _tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
