"""A plug-in with a rule whose code looks like dcsgen's own."""

from dcsgen.plugin import Kind, LintRule, Severity, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_lint_rules() -> list[LintRule]:
    kind = Kind(code="S999", slug="a", severity=Severity.NOTE, what="b", why="c", instead="d")
    return [LintRule(kind, lambda capability: [])]
