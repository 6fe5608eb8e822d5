"""The rule S623: prose has no markup that the document shows as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import prose
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S623",
    slug="markup-not-printed",
    severity=Severity.WARNING,
    what=(
        "A text has an HTML tag, or a heading, picture or table in the manner of Markdown. Code in backticks may have "
        "them."
    ),
    why=(
        "Prose is CommonMark without HTML: headings would break the outline of the document, nothing is fetched, and "
        "tables are no part of CommonMark. Such markup is printed letter by letter."
    ),
    instead=(
        "Use emphasis, lists, links and code of CommonMark. Headings come from the layout; a diagram is described as a "
        "sequence."
    ),
)

# A run of backticks begins code if an equally long one ends it.
_CODE = re.compile(r"(?<!`)(`++).*?(?<!`)\1(?!`)", re.DOTALL)
_MARKUP = re.compile(
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>"
    r"|!\[[^\[\]]*\]\("
    r"|^ {0,3}#{1,6}[ \t]+\S[^\n]*"
    r"|(?<=\S\n)={3,}[ \t]*$"
    r"|^ {0,3}\|[ \t]*:?-{2,}:?[ \t]*\|[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for the first such markup of each text."""
    for path, text in prose(capability):
        found = _MARKUP.search(_CODE.sub("", text))
        if found is not None:
            message = f"{quoted(found[0])} is markup that the document prints as it stands"
            yield KIND.at(path, message, hint="use emphasis, lists and links of CommonMark")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
