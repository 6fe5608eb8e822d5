"""What the host gives: sorted, lazily, each hook once; dcsgen's own things through the hooks of vendors."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.resources import folder
from dcsgen.builtin import builtin_commands, collected
from dcsgen.builtin.layout.outlines import layouts_in
from dcsgen.builtin.starter.files import starters_in
from dcsgen.host import Host, kinds, open_host
from dcsgen.host.contribution import HOOKS, PREFIX
from dcsgen.host.discovery import Plugin
from dcsgen.plugin import Kind, LintRule, Severity, hookimpl, hookspecs

EVERYTHING = """
from dcsgen.plugin import *
from pathlib import Path

HERE = Path(__file__).parent
KIND = Kind(code="full/S1", slug="s", severity=Severity.NOTE, what="a", why="b", instead="c")
CALLS = []

@hookimpl
def dcsgen_iods():
    CALLS.append("iods")
    return [Iod("z", HERE / "full.py"), Iod("a", HERE / "full.py")]

@hookimpl
def dcsgen_attribute_mappings():
    return [AttributeMapping("m", HERE / "full.py")]

@hookimpl
def dcsgen_status_tables():
    return [StatusTable("t", HERE / "full.py")]

@hookimpl
def dcsgen_ae_mappings():
    return [AeMapping("e", HERE / "full.py")]

@hookimpl
def dcsgen_schema_fragments():
    return [SchemaFragment("full", HERE / "full.py")]

@hookimpl
def dcsgen_lint_rules():
    return [LintRule(KIND, lambda capability: [])]

@hookimpl
def dcsgen_change_rules():
    texts = dict(slug="s", what="a", why="b", hurts="c", instead="d", say=lambda change, sides: "")
    return [ChangeRule(code="full/C1", verdict=Verdict.RISKY, subject=Subject.STEP, actions=(Action.ADDED,), **texts)]

@hookimpl
def dcsgen_match_rules():
    texts = dict(slug="s", what="a", why="b", instead="d")
    return [MatchRule(code="full/M1", means=Means.NETWORK, judge=lambda meeting: iter(()), **texts)]

@hookimpl
def dcsgen_workflows():
    step = WorkflowStep(title="sends", fits=lambda thing: True)
    return [WorkflowPlan(name="send", title="It sends", what="a", steps=(step,))]

@hookimpl
def dcsgen_match_reporters():
    return [MatchReporter("hushed", lambda match, colour: "")]

@hookimpl
def dcsgen_matrix_reporters():
    return [MatrixReporter("mute", lambda matrix, colour: "")]

@hookimpl
def dcsgen_object_reporters():
    return [ObjectReporter("whispering", lambda match, colour: "")]

@hookimpl
def dcsgen_importers():
    read = lambda file, reading: Document(format="scroll", blocks=())
    return [Importer("scroll", (".scroll",), lambda head, name: False, read)]

@hookimpl
def dcsgen_change_reporters():
    return [ChangeReporter("quiet", lambda difference, colour: "")]

@hookimpl
def dcsgen_requirement_kinds():
    texts = dict(title="Colour", what="Its colour.", words=lambda wanted: "blue")
    return [RequirementKind(name="colour", schema={}, example={}, judge=lambda wanted, candidate: [], **texts)]

@hookimpl
def dcsgen_assess_reporters():
    return [AssessReporter("terse", lambda assessment, colour: "")]

@hookimpl
def dcsgen_layouts():
    return [Layout(name="own", title="Own", clause="none", sections=())]

@hookimpl
def dcsgen_template_folders():
    return [TemplateFolder("brand", HERE)]

@hookimpl
def dcsgen_formats():
    return [Format("odd", ".odd", lambda statement: b"")]

@hookimpl(specname="dcsgen_reporters")
def reporters_of_ours():
    CALLS.append("reporters")
    return [Reporter("loud", lambda report, colour: "")]

@hookimpl
def dcsgen_starters():
    return [Starter("scanner", "Our scanners", HERE / "full.py")]

@hookimpl
def dcsgen_commands():
    return [Command("shout", "Shouts.", "Shouts loudly.", lambda parser: None, lambda arguments: 0)]
"""


def host_of(tmp_path: Path) -> Host:
    (tmp_path / "full.py").write_text(EVERYTHING)
    return open_host(folders=[tmp_path])


def test_every_hook_has_its_class() -> None:
    specified = {
        name.removeprefix(PREFIX): str(inspect.signature(value).return_annotation)
        for name, value in vars(hookspecs).items()
        if name.startswith(PREFIX)
    }
    assert specified == {hook.name: f"list[{hook.gives.__name__}]" for hook in HOOKS}


def test_everything_that_a_plugin_gives_is_there(tmp_path: Path) -> None:
    host = host_of(tmp_path)
    assert host.findings == ()
    (info,) = [info for info in host.infos if info.name == "full"]
    assert info.contributions == {
        "iods": ("a", "z"),
        "attribute_mappings": ("m",),
        "status_tables": ("t",),
        "ae_mappings": ("e",),
        "schema_fragments": ("full",),
        "lint_rules": ("full/S1",),
        "change_rules": ("full/C1",),
        "match_rules": ("full/M1",),
        "workflows": ("send",),
        "layouts": ("own",),
        "template_folders": ("brand",),
        "formats": ("odd",),
        "reporters": ("loud",),
        "change_reporters": ("quiet",),
        "match_reporters": ("hushed",),
        "matrix_reporters": ("mute",),
        "requirement_kinds": ("colour",),
        "assess_reporters": ("terse",),
        "object_reporters": ("whispering",),
        "importers": ("scroll",),
        "starters": ("scanner",),
        "commands": ("shout",),
    }
    for hook in HOOKS:
        given = getattr(host, hook.name)
        assert "full" in {provider for provider, _ in given}
        assert all(isinstance(thing, hook.gives) for _, thing in given)
    own = [(provider, record.collection, record.name) for provider, record in host.records if provider == "full"]
    assert own == [
        ("full", "iods", "a"),
        ("full", "iods", "z"),
        ("full", "attribute_mappings", "m"),
        ("full", "status_tables", "t"),
        ("full", "ae_mappings", "e"),
    ]


def test_a_hook_is_called_when_wanted_and_once(tmp_path: Path) -> None:
    host = host_of(tmp_path)
    file = str(tmp_path / "full.py")
    (module,) = [module for module in sys.modules.values() if getattr(module, "__file__", None) == file]
    calls: list[str] = vars(module)["CALLS"]
    assert calls == []
    assert host.iods == host.iods
    assert calls == ["iods"]
    assert host.findings == host.findings == ()
    assert host.infos == host.infos
    assert calls == ["iods", "reporters"]


def test_the_order_does_not_depend_on_the_order_of_files_or_questions(tmp_path: Path) -> None:
    code = "from dcsgen.plugin import Reporter, hookimpl\n@hookimpl\ndef dcsgen_reporters():\n    return ["
    code += ", ".join(f"Reporter({name!r}, print)" for name in ("beta", "alpha", "{own}", 5)) + "]"
    told = []
    for number, names in enumerate((("one", "two", "three"), ("three", "two", "one"))):
        (tmp_path / str(number)).mkdir()
        for name in names:
            (tmp_path / str(number) / f"{name}.py").write_text(code.replace("{own}", name))
        host = open_host(folders=[tmp_path / str(number)])
        if number:
            assert host.reporters
        told.append(
            (
                [finding.message for finding in host.findings],
                [(provider, thing.name) for provider, thing in host.reporters],
                [(info.name, info.contributions) for info in host.infos],
            )
        )
    assert told[0] == told[1]
    names = [name for _, name in told[0][1]]
    assert names == sorted(names)
    assert [pair for pair in told[0][1] if pair[1] in ("alpha", "beta")] == [
        ("one", "alpha"),
        ("one", "beta"),
    ]


def test_what_ships_with_dcsgen_is_whole() -> None:
    (info,) = open_host(vendors=False, strict=True).infos
    assert (info.name, info.origin, info.errors) == ("dcsgen", "built-in", ())
    outlines = {file.stem for file in (folder("templates") / "layouts").glob("*.yaml")}
    assert len(info.contributions["layouts"]) == len(outlines)
    assert set(info.contributions["starters"]) == {file.stem for file in (folder("templates") / "starters").iterdir()}
    assert set(info.contributions["commands"]) == {command.name for command in builtin_commands()}
    assert {provider for provider, _ in open_host(vendors=False).reporters} == {""}


@pytest.mark.parametrize(("code", "used"), [("S001", True), ("S1", False), ("dcsgen/S1", False)])
def test_dcsgens_own_rules_have_codes_without_a_prefix(code: str, used: bool) -> None:
    kind = Kind(code=code, slug="s", severity=Severity.NOTE, what="a", why="b", instead="c")
    module = ModuleType("own")
    vars(module)["dcsgen_lint_rules"] = hookimpl(lambda: [LintRule(kind, lambda capability: [])])
    host = Host([Plugin("dcsgen", "1.0", "built-in", "dcsgen", module)])
    assert bool(host.lint_rules) == used
    assert [error.code for error in host.infos[0].errors] == ([] if used else ["X011"])


def test_an_exception_of_dcsgens_own_is_not_hidden() -> None:
    module = ModuleType("own")
    vars(module)["dcsgen_formats"] = hookimpl(lambda: 1 / 0)
    host = Host([Plugin("dcsgen", "1.0", "built-in", "dcsgen", module)])
    with pytest.raises(ZeroDivisionError):
        assert host.formats


def test_a_file_without_its_constant_is_named() -> None:
    with pytest.raises(AttributeError, match=r"dcsgen\.builtin\.layout\.outlines"):
        collected("layout", "LAYOUT")


def test_the_commands_need_neither_pluggy_nor_msgspec() -> None:
    code = (
        "import sys; from dcsgen.builtin import builtin_commands; names = [c.name for c in builtin_commands()];"
        "heavy = {'pluggy', 'msgspec', 'inspect', 'yaml'} & set(sys.modules); print(names, sorted(heavy))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == f"{[command.name for command in builtin_commands()]} []"


@pytest.mark.parametrize("text", ["name: x", "name: [", "- 1", "\x00"])
def test_a_damaged_outline_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "annex-q.yaml").write_text(text)
    with pytest.raises(UnreadableInputError, match=r"annex-q\.yaml") as caught:
        layouts_in(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"dcsgen: 1\n", b"#\n", b"", b"# \xff"])
def test_a_starter_that_does_not_say_what_it_is_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "scanner.yaml").write_bytes(data)
    with pytest.raises(UnreadableInputError, match=r"scanner\.yaml"):
        starters_in(tmp_path)


def test_kinds_are_numbered_and_told_whole() -> None:
    assert [kind.code for kind in kinds.ALL] == [f"X{number:03}" for number in range(1, len(kinds.ALL) + 1)]
    assert len({kind.slug for kind in kinds.ALL}) == len(kinds.ALL)
    assert all(kind.what and kind.why and kind.instead for kind in kinds.ALL)
