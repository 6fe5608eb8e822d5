"""A plug-in with rules whose kinds are none."""

from dcsgen.plugin import Kind, LintRule, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_lint_rules() -> list[LintRule]:
    kind = Kind(code="wrong_kind/S1", slug="a", severity="error", what="b", why="c", instead="d")
    return [LintRule(kind, lambda capability: []), LintRule("wrong_kind/S2", lambda capability: [])]
