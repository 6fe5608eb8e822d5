"""docs/change-rules.md: every rule of `dcsgen diff`."""

from __future__ import annotations

from dcsgen.builtin import collected
from dcsgen.plugin import ChangeRule
from docs_pages.markdown import head, table

INTRODUCTION = """\
What `dcsgen diff` says about differences. `dcsgen explain CODE` shows the same.

Fewer offers break, more demands break, the opposites are compatible. What the descriptions do not hold enough to decide
is risky. Words are editorial. The first rules, up to C099, are this principle; they speak where there is no rule for
the subject. The others say the same of single subjects, or why it is otherwise there.

A rule has four axes: the *subject*, with the key that differs if it is not the thing itself that came, went or moved;
the *action*; the *role* of the product; and its *stance*, whether more of the thing is more offered or more demanded.
[Changes](changes.md) tells how changes are found.
"""


def page() -> str:
    """The text of the page."""
    rules: list[ChangeRule] = sorted(collected("change_rule", "RULE"), key=lambda rule: rule.code)
    headings = ("code", "slug", "verdict", "subject", "actions", "role", "stance")
    rows = [(f"[{rule.code}](#{rule.slug})", f"`{rule.slug}`", rule.verdict.value, *axes(rule)) for rule in rules]
    return "\n".join(
        [head("Change rules", "the rules in the code"), INTRODUCTION, table(headings, rows), *map(_section, rules)]
    )


def axes(rule: ChangeRule) -> tuple[str, str, str, str]:
    """The four axes in words."""
    subject = f"`{rule.subject}`" if rule.subject else "any"
    named = f"{subject}, `{rule.field}`" if rule.field else subject
    return named, ", ".join(rule.actions) or "any", rule.role, rule.stance or ""


def _section(rule: ChangeRule) -> str:
    clause = f"\n*Clause.* {rule.clause}.\n" if rule.clause else ""
    return (
        f'<a id="{rule.slug}"></a>\n\n## {rule.code} {rule.slug}\n\n**{rule.verdict.capitalize()}.** {rule.what}\n\n'
        f"*Why.* {rule.why}\n\n*Whom it hurts.* {rule.hurts}\n\n*Instead.* {rule.instead}\n{clause}"
    )
