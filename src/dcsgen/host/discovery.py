"""Plug-ins that are installed or lie in folders, each imported behind the fence."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Kind, finding_of
from dcsgen.host import kinds
from dcsgen.host.fence import Failed, fenced

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint
    from types import ModuleType

GROUP = "dcsgen"
"""The group of entry points under which a distribution names its plug-ins."""

Origin = Literal["built-in", "entry point", "folder"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SECTION = re.compile(rf"^\s*\[\s*{GROUP}\s*\]", re.MULTILINE)


class Plugin(NamedTuple):
    """A plug-in that was found. `loaded` is the object with its hooks, None if it could not be had.

    `location` is the name of the distribution it came with, or its path as seen from the folder that was given.
    """

    name: str
    version: str
    origin: Origin
    location: str
    loaded: object | None
    findings: tuple[Finding, ...] = ()

    @property
    def is_own(self) -> bool:
        """It ships with dcsgen."""
        return self.origin == "built-in"

    @property
    def provider(self) -> str:
        """The name that stands beside what the plug-in gives; empty for dcsgen's own."""
        return "" if self.is_own else self.name

    @property
    def label(self) -> str:
        """The plug-in as messages name it: `plug-in acme 1.2.0`."""
        label = f"{self.name} {self.version}".rstrip()
        return label if self.is_own else f"plug-in {label}"

    def finding(self, kind: Kind, message: str, hint: str = "") -> Finding:
        """A finding about this plug-in."""
        return finding_of(kind.at((), message, hint=hint, subject=self.name), provider=self.name)


class _Import(NamedTuple):
    """What an import gave: the object with the hooks, and what the plug-in says about itself."""

    loaded: object
    name: str
    version: str


def discover(folders: Sequence[Path]) -> list[Plugin]:
    """All plug-ins: those of the folders in the order given, then the installed ones by name.

    A plug-in from a folder stands for an installed one of the same name, which is then not imported.
    Raises UsageError for a folder that does not exist.
    """
    found = [plugin for folder in _each_once(folders) for plugin in in_folder(folder)]
    return [*found, *installed({plugin.name for plugin in found})]


def _each_once(folders: Sequence[Path]) -> list[Path]:
    return list({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1]


def in_folder(folder: Path) -> list[Plugin]:
    """The plug-ins of a folder by file name: `*.py` files, packages, and projects with a `pyproject.toml`.

    Names that begin with `_` or `.` are passed over. A folder that is itself such a project is taken as one.
    Raises UsageError if there is no such folder, or it cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder.as_posix()} to take plug-ins from")
    own = _of_project(folder)
    if own:
        return own
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise UsageError(f"the folder {folder.as_posix()} cannot be read: {error.strerror}") from error
    found: list[Plugin] = []
    for path in paths:
        if path.name.startswith(("_", ".")):
            continue
        if path.is_dir():
            package = path / "__init__.py"
            found += [_from_file(path, package)] if package.is_file() else _of_project(path)
        elif path.suffix == ".py":
            found.append(_from_file(path, path))
    return found


def installed(without: set[str]) -> list[Plugin]:
    """The plug-ins of installed distributions, by name, except those whose name is in `without`."""
    from importlib.metadata import distributions

    found: dict[str, list[Plugin]] = {}
    for distribution in distributions():
        # One by one: a distribution with broken metadata, whatever it is, must not hide the others.
        text = fenced(partial(distribution.read_text, "entry_points.txt"))
        if isinstance(text, str) and _SECTION.search(text):
            name = fenced(partial(getattr, distribution, "name"))
            known = name if isinstance(name, str) else "unnamed"
            # Of two with one name, the first on the path is the one that Python imports.
            if known.lower() not in found:
                found[known.lower()] = _of_distribution(known, distribution, without)
    return sorted(chain.from_iterable(found.values()), key=lambda plugin: (plugin.name, plugin.location))


def _of_distribution(name: str, distribution: Distribution, without: set[str]) -> list[Plugin]:
    read = fenced(lambda: (str(distribution.version), tuple(distribution.entry_points.select(group=GROUP))))
    if isinstance(read, Failed):
        return [_not_loaded(Plugin(name, "", "entry point", name, None), read.reason)]
    version, points = read
    return [_from_entry_point(point, name, version) for point in points if point.name not in without]


def _from_entry_point(point: EntryPoint, distribution: str, version: str) -> Plugin:
    plugin = Plugin(point.name, version, "entry point", distribution, None)
    return _filled(plugin, lambda: _Import(point.load(), point.name, version))


def _from_file(path: Path, code: Path) -> Plugin:
    plugin = Plugin(path.stem if path == code else path.name, "", "folder", path.as_posix(), None)

    def imported() -> _Import:
        module = _import_file(code) if path == code else _import_package(path)
        return _Import(module, getattr(module, "PLUGIN_NAME", plugin.name), _version_of(module))

    return _filled(plugin, imported)


def _of_project(folder: Path) -> list[Plugin]:
    """The plug-ins that a project names in its `pyproject.toml`; none if it is no project with plug-ins."""
    settings = folder / "pyproject.toml"
    if not settings.is_file():
        return []
    read = fenced(lambda: _named_in(settings))
    if isinstance(read, Failed):
        plugin = Plugin(folder.resolve().name, "", "folder", folder.as_posix(), None)
        return [_not_loaded(plugin, f"pyproject.toml: {read.reason}")]
    version, points = read
    source = folder / "src" if (folder / "src").is_dir() else folder
    return [_from_project(folder, source, name, points[name], version) for name in sorted(points)]


def _named_in(settings: Path) -> tuple[str, dict[str, str]]:
    """The version of a project, empty if it is not written down, and its entry points for dcsgen."""
    project = tomllib.loads(settings.read_text(encoding="utf-8")).get("project", {})
    return str(project.get("version", "")), dict(project.get("entry-points", {}).get(GROUP, {}))


def _from_project(folder: Path, source: Path, name: str, value: str, version: str) -> Plugin:
    plugin = Plugin(name, version, "folder", folder.as_posix(), None)

    def imported() -> _Import:
        from importlib.metadata import EntryPoint

        point = EntryPoint(name, value, GROUP)
        top = point.module.partition(".")[0]
        with _first_on_path(source):
            _make_way(top, source)
            loaded = point.load()
        return _Import(loaded, name, version or _version_of(sys.modules[top]))

    return _filled(plugin, imported)


def _filled(plugin: Plugin, imported: Callable[[], _Import]) -> Plugin:
    """The plug-in with what its import gave, or with the finding that says why it gave nothing."""
    result = fenced(imported)
    if isinstance(result, Failed):
        return _not_loaded(plugin, result.reason)
    if not isinstance(result.name, str) or not _NAME.fullmatch(result.name):
        return _not_loaded(plugin, f"it calls itself {result.name!r}, which cannot stand before a rule's code")
    return plugin._replace(loaded=result.loaded, name=result.name, version=result.version)


def _not_loaded(plugin: Plugin, reason: str) -> Plugin:
    message = f"{plugin.label} from {plugin.location} was not loaded: {reason}"
    return plugin._replace(findings=(plugin.finding(kinds.PLUGIN_NOT_LOADED, message),))


def _version_of(module: object) -> str:
    return str(getattr(module, "__version__", ""))


def _import_file(file: Path) -> ModuleType:
    # A name of its own, so that `json.py` in a folder of plug-ins is nobody's `json`.
    mark = zlib.crc32(str(file.resolve()).encode())
    return _execute(f"_dcsgen_plugin_{re.sub(r'[^A-Za-z0-9_]', '_', file.stem)}_{mark:08x}", file)


def _import_package(folder: Path) -> ModuleType:
    # Under its own name, so that its modules can import each other by it.
    name = re.sub(r"\W", "_", folder.name)
    _make_way(name, folder)
    return sys.modules.get(name) or _execute(name, folder / "__init__.py")


def _execute(name: str, file: Path) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    inside = [str(file.parent)] if file.name == "__init__.py" else None
    spec = spec_from_file_location(name, file, submodule_search_locations=inside)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is no Python file")
    importlib.invalidate_caches()
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        _forget(name)
        raise
    return module


@contextmanager
def _first_on_path(folder: Path) -> Iterator[None]:
    entry = str(folder.resolve())
    sys.path.insert(0, entry)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(entry)


def _make_way(name: str, home: Path) -> None:
    """Forgets a package of this name that came from elsewhere than `home`, if it is another copy of a plug-in.

    Raises ImportError if it is anything else: to take away a library that is in use would break its users.
    """
    there = sys.modules.get(name)
    file = Path(getattr(there, "__file__", None) or "/")
    if there is None or file.resolve().is_relative_to(home.resolve()):
        return
    if not any(_has_hooks(module) for module in _modules_of(name)):
        raise ImportError(f"a module named {name} is in use already, and is no plug-in")
    _forget(name)


def _modules_of(name: str) -> list[object]:
    return [module for key, module in sys.modules.items() if key == name or key.startswith(f"{name}.")]


def _has_hooks(module: object) -> bool:
    return any(hasattr(value, "dcsgen_impl") for value in list(vars(module).values()))


def _forget(name: str) -> None:
    for key in [key for key in sys.modules if key == name or key.startswith(f"{name}.")]:
        del sys.modules[key]


def home_of(plugin: Plugin) -> Path | None:
    """The folder of the package that a plug-in was imported from, or its file; None if it is not known."""
    loaded = plugin.loaded
    name = getattr(loaded, "__name__", None) or type(loaded).__module__
    if loaded is None or not isinstance(name, str):
        return None
    top = sys.modules.get(name.partition(".")[0])
    file = getattr(top, "__file__", None)
    if not isinstance(file, str):
        return None
    return Path(file).parent if Path(file).name == "__init__.py" else Path(file)
