"""docs/match-rules.md: every rule of `dcsgen match`."""

from __future__ import annotations

from dcsgen.base.text import some
from dcsgen.builtin import collected
from dcsgen.plugin import MatchRule
from docs_pages.markdown import head, table

INTRODUCTION = """\
What can stand between two products, as `dcsgen match` tells it. `dcsgen explain CODE` shows the same.

A rule looks at one interaction: a user and a provider of the same SOP Class, web transaction or Application Profile. It
says what speaks for or against it. Of all that is said, the worst counts: what fails, then what cannot be told because
a fact is not stated, then what works with loss.
"""


def page() -> str:
    """The text of the page."""
    rules: list[MatchRule] = sorted(collected("match_rule", "RULE"), key=lambda rule: rule.code)
    headings = ("code", "slug", "by", "Service Classes")
    rows = [
        (
            f"[{rule.code}](#{rule.slug})",
            f"`{rule.slug}`",
            str(rule.means or "all"),
            some(rule.service_classes) or "all",
        )
        for rule in rules
    ]
    return "\n".join(
        [head("Match rules", "the rules in the code"), INTRODUCTION, table(headings, rows), *map(_section, rules)]
    )


def _section(rule: MatchRule) -> str:
    clause = f"\n*Clause.* {rule.clause}.\n" if rule.clause else ""
    return (
        f'<a id="{rule.slug}"></a>\n\n## {rule.code} {rule.slug}\n\n{rule.what}\n\n'
        f"*Why it matters.* {rule.why}\n\n*Instead.* {rule.instead}\n{clause}"
    )
