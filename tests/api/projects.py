"""A small project for tests of checking: a plug-in with rules, a description, and ways to check it."""

from __future__ import annotations

from pathlib import Path

from dcsgen import api

DESCRIPTION = """\
dcsgen: 1
product: {name: P, vendor: V, version: "1"}
document: {identifier: D, revision: "1", date: 2020-01-01}
application_entities:
  STORE: {function: F}
  FIND: {function: F}
"""

RULES = '''
"""Rules of each severity and profile, one that finds in lists, and one that breaks on demand."""
from dcsgen.plugin import Kind, LintRule, Profile, Severity, hookimpl

PLUGIN_NAME = "acme"

def kind(number, slug, severity):
    what = "One thing. Or another."
    return Kind(code=f"acme/S{number}", slug=slug, severity=severity, what=what, why="y", instead="i", clause="PS3.2")

SHORT = kind(1, "short-name", Severity.ERROR)
ENTITY = kind(2, "entity", Severity.WARNING)
NEVER = kind(3, "never", Severity.ERROR)
REVISION = kind(4, "revision", Severity.NOTE)
BROKEN = kind(5, "broken", Severity.ERROR)

def short(capability):
    if len(capability.product.name) < 3:
        yield SHORT.at(("product", "name"), "the name is short", hint="take a longer one")

def entity(capability):
    for name in capability.application_entities:
        yield ENTITY.at(("application_entities", name), f"{name} is an AE")

def revision(capability):
    yield REVISION.at(("document", "revision"), "a revision")

def broken(capability):
    if capability.product.vendor == "BREAK":
        raise RuntimeError("no such luck")
    return ()

@hookimpl
def dcsgen_lint_rules():
    return [
        LintRule(SHORT, short, Profile.DRAFT),
        LintRule(ENTITY, entity),
        LintRule(NEVER, lambda capability: ()),
        LintRule(REVISION, revision, Profile.STRICT),
        LintRule(BROKEN, broken),
    ]
'''


def host_of(folder: Path) -> api.Host:
    """dcsgen with the rules above."""
    plugins = folder / "plugins"
    plugins.mkdir(exist_ok=True)
    (plugins / "acme.py").write_text(RULES)
    return api.open_host(folders=[plugins])


def only_acme(**over: object) -> api.Configuration:
    """A configuration that runs the rules above alone."""
    choice = api.Choice(select=("acme",), **over)  # type: ignore[arg-type]
    return api.Configuration(choice=choice)


def described(folder: Path, name: str = "product.yaml", text: str = DESCRIPTION) -> Path:
    """A file with a description."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
