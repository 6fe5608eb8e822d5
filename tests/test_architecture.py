"""The floors of the design: an import points down, or stays in its own package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dcsgen"
LONGEST_MODULE = 350

FLOORS = {
    "version": -1,
    "base": 0,
    "model": 1,
    "plugin": 2,
    "load": 3,
    "resolve": 3,
    "check": 3,
    "assess": 3,
    "compare": 3,
    "match": 3,
    "ask": 3,
    "render": 3,
    "repair": 3,
    "ingest": 3,
    "probe": 3,
    "host": 4,
    "api": 5,
    "cli": 6,
}
"""The units of dcsgen from below. `host` and `api` share a floor of the design; of the two, `api` is the upper."""

FOR_VENDORS = {"base", "model", "plugin", "api"}
"""What a vendor's plug-in may import, and so what dcsgen's own plug-ins in `builtin` may."""

USERS_OF_BUILTIN = {"host", "api", "cli"}
USERS_OF_PLUGGY = {("host",), ("plugin", "hookspecs")}


def imports(tree: ast.AST, module: tuple[str, ...], is_package: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Line and dotted target of each import anywhere in a module, those in functions and for types too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, tuple(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            package = module if is_package else module[:-1]
            base = package[: len(package) - node.level + 1] if node.level else ()
            home = (*base, *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                yield node.lineno, (*home, alias.name)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
                yield node.lineno, tuple(node.args[0].value.split("."))


def unit_of(module: tuple[str, ...]) -> str:
    """The unit that a module of dcsgen is part of; the package itself has nothing but its version."""
    if len(module) < 2 or module[1] == "__version__":
        return "version"
    return "cli" if module[1] == "__main__" else module[1]


def allowed(source: str, target: str) -> bool:
    """Whether the unit `source` may import from the unit `target`."""
    if source == target or target == "version":
        return True
    if source == "builtin":
        return target in FOR_VENDORS
    if target == "builtin":
        return source in USERS_OF_BUILTIN
    return FLOORS[target] < FLOORS[source]


def modules(root: Path) -> Iterator[tuple[Path, tuple[str, ...], ast.Module]]:
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).with_suffix("").parts
        name = ("dcsgen", *(path[:-1] if path[-1] == "__init__" else path))
        yield file, name, ast.parse(file.read_text(encoding="utf-8"))


def wrong_arrows(root: Path) -> list[str]:
    """File, line and arrow of each import that the floors forbid, in a tree of modules like `src/dcsgen`."""
    wrong = []
    for file, name, tree in modules(root):
        source = unit_of(name)
        for line, target in imports(tree, name, file.name == "__init__.py"):
            where = f"{file.relative_to(root).as_posix()}:{line}"
            if target[0] == "dcsgen":
                unit = unit_of(target)
                unplaced = [one for one in (source, unit) if one not in FLOORS and one != "builtin"]
                if unplaced:
                    wrong.append(f"{where}: {unplaced[0]} stands on no floor")
                elif not allowed(source, unit):
                    wrong.append(f"{where}: {source} -> {unit} ({'.'.join(target)})")
            elif target[0] == "pluggy" and not any(name[1 : len(user) + 1] == user for user in USERS_OF_PLUGGY):
                wrong.append(f"{where}: {source} -> pluggy")
    return wrong


def users_of_the_plugin_manager(root: Path) -> set[str]:
    """The units in which the word PluginManager stands as code."""
    return {
        unit_of(name)
        for _, name, tree in modules(root)
        for node in ast.walk(tree)
        if "PluginManager" in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))
    }


def planted(root: Path, file: str, code: str) -> Path:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(code)
    return root


def test_every_import_points_down() -> None:
    assert wrong_arrows(SOURCE) == []


def test_only_the_host_runs_pluggy() -> None:
    assert users_of_the_plugin_manager(SOURCE) == {"host"}


def test_modules_are_short() -> None:
    lengths = {
        str(file.relative_to(SOURCE)): len(file.read_text(encoding="utf-8").splitlines())
        for file in SOURCE.rglob("*.py")
    }
    assert {file: length for file, length in lengths.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize(
    ("file", "code", "found"),
    [
        ("base/a.py", "from dcsgen.model import Capability", "base/a.py:1: base -> model"),
        ("model/a.py", "import dcsgen.plugin.rule", "model/a.py:1: model -> plugin"),
        ("load/a.py", "def f():\n    from dcsgen.resolve import x", "load/a.py:2: load -> resolve"),
        ("check/a.py", "if TYPE_CHECKING:\n    import dcsgen.host", "check/a.py:2: check -> host"),
        ("host/a.py", "from dcsgen import api", "host/a.py:1: host -> api"),
        ("api.py", "from dcsgen.cli import main", "api.py:1: api -> cli"),
        ("builtin/rule/a.py", "from dcsgen.load import text", "builtin/rule/a.py:1: builtin -> load"),
        ("builtin/rule/a.py", "from ...load import text", "builtin/rule/a.py:1: builtin -> load"),
        ("check/a.py", "from dcsgen.builtin.rule import a", "check/a.py:1: check -> builtin"),
        ("render/__init__.py", "from ..check import a", "render/__init__.py:1: render -> check"),
        ("base/a.py", "importlib.import_module('dcsgen.api')", "base/a.py:1: base -> api"),
        ("base/a.py", "from dcsgen.news import a", "base/a.py:1: news stands on no floor"),
        ("check/a.py", "import pluggy", "check/a.py:1: check -> pluggy"),
        ("plugin/rule.py", "from pluggy import HookimplMarker", "plugin/rule.py:1: plugin -> pluggy"),
    ],
)
def test_a_wrong_arrow_is_found(tmp_path: Path, file: str, code: str, found: str) -> None:
    (message,) = wrong_arrows(planted(tmp_path, file, code))
    assert message.startswith(found)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("__main__.py", "from dcsgen.cli.main import main\nfrom dcsgen import __version__"),
        ("cli/main.py", "import dcsgen.api\nfrom dcsgen.builtin import builtin_commands"),
        ("api.py", "from dcsgen.host import open_host\nfrom dcsgen.load import x"),
        (
            "base/a.py",
            "from dcsgen.version import __version__\nfrom dcsgen.base import tree\nfrom . import tree",
        ),
        ("builtin/rule/a.py", "from dcsgen.plugin import LintRule\nfrom dcsgen.builtin import collected"),
        ("host/a.py", "from pluggy import PluginManager"),
        ("plugin/hookspecs.py", "import pluggy"),
    ],
)
def test_a_right_arrow_is_let_through(tmp_path: Path, file: str, code: str) -> None:
    assert wrong_arrows(planted(tmp_path, file, code)) == []


def test_a_plugin_manager_elsewhere_is_found(tmp_path: Path) -> None:
    root = planted(tmp_path, "plugin/hookspecs.py", "import pluggy\nm = pluggy.PluginManager('x')")
    assert users_of_the_plugin_manager(root) == {"plugin"}
