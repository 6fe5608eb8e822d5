"""One plug-in's functions for hooks: which it has, and what one of them gives."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from dcsgen.base.finding import Finding
from dcsgen.base.text import closest, listed
from dcsgen.host import kinds
from dcsgen.host.contribution import HOOKS, PREFIX, Hook, fault
from dcsgen.host.discovery import Plugin
from dcsgen.host.fence import Failed, fenced

T = TypeVar("T")

_NAMES = frozenset(hook.name for hook in HOOKS)


class Implementation(NamedTuple):
    """A function of a plug-in that can be called for the hook of a name (without prefix)."""

    hook: str
    plugin: Plugin
    function: Callable[[], object]


def implementations(plugin: Plugin) -> tuple[list[Implementation], list[Finding]]:
    """The functions that a plug-in has for hooks, by their names, and what is wrong with others that it has."""
    read = fenced(lambda: _marked(plugin.loaded))
    if isinstance(read, Failed):
        message = f"{plugin.label} from {plugin.location} was not loaded: {read.reason}"
        return [], [plugin.finding(kinds.PLUGIN_NOT_LOADED, message)]
    usable: list[Implementation] = []
    findings: list[Finding] = []
    for found in read:
        trouble = _trouble(plugin, found)
        if trouble:
            findings.append(trouble)
        elif found.hook in _NAMES:
            usable.append(Implementation(found.hook, plugin, found.function))
    return usable, findings


def ask(implementation: Implementation, hook: Hook[T]) -> tuple[list[T], list[Finding]]:
    """What an implementation gives and can be used, and findings about the rest.

    A vendor's function runs behind the fence. An exception from one of dcsgen's own is a bug, or a damaged
    installation, and is not caught.
    """
    _, plugin, function = implementation
    called = f"{plugin.label}: {PREFIX}{hook.name}"
    answer = function() if plugin.is_own else fenced(function)
    if isinstance(answer, Failed):
        return [], [plugin.finding(kinds.HOOK_RAISED, f"{called} raised {answer.reason}")]
    if not isinstance(answer, list):
        message = f"{called} returned {_kind_of(answer)}, not a list"
        hint = "return an empty list if there is nothing to give"
        return [], [plugin.finding(kinds.HOOK_GAVE_NO_LIST, message, hint)]
    usable: list[T] = []
    findings: list[Finding] = []
    for thing in answer:
        wrong = fenced(partial(fault, thing, hook, "" if plugin.is_own else plugin.name))
        if isinstance(wrong, Failed):
            message = f"{called} gives something that cannot be looked at: {wrong.reason}"
            findings.append(plugin.finding(kinds.WRONG_CONTRIBUTION, message))
        elif wrong:
            findings.append(plugin.finding(wrong.kind, f"{called} {wrong.words}", wrong.hint))
        else:
            usable.append(thing)
    return usable, findings


class _Marked(NamedTuple):
    """A function that is marked as a hook's or named like one. `wants` are parameters that must be given."""

    name: str
    hook: str
    function: Callable[[], object]
    marked: bool
    optional: bool
    wants: tuple[str, ...]


def _marked(loaded: object) -> list[_Marked]:
    from pluggy import PluginManager

    reader = PluginManager("dcsgen")
    found: list[_Marked] = []
    for name in dir(loaded):
        options: Any = reader.parse_hookimpl_opts(loaded, name)
        if options is None and not name.startswith(PREFIX):
            continue
        function = getattr(loaded, name)
        if inspect.isroutine(function):
            marks = options or {}
            hook = (marks.get("specname") or name).removeprefix(PREFIX)
            optional = bool(marks.get("optionalhook"))
            found.append(_Marked(name, hook, function, options is not None, optional, _wanted(function)))
    return found


def _wanted(function: Callable[..., object]) -> tuple[str, ...]:
    given_by_itself = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return tuple(
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if parameter.default is parameter.empty and parameter.kind not in given_by_itself
    )


def _trouble(plugin: Plugin, found: _Marked) -> Finding | None:
    function = f"{plugin.label}: its function {found.name}"
    if found.hook not in _NAMES:
        if found.optional:
            return None
        message = f"{plugin.label}: there is no hook {PREFIX}{found.hook}"
        near = [f"{PREFIX}{name}" for name in closest(found.hook, sorted(_NAMES))]
        hint = f"did you mean {listed(near, 'or')}?" if near else ""
        return plugin.finding(kinds.UNKNOWN_HOOK, message, hint)
    if not found.marked:
        return plugin.finding(kinds.UNMARKED_HOOK, f"{function} is not marked", "put @hookimpl above it")
    if found.wants:
        return plugin.finding(kinds.HOOK_WITH_PARAMETERS, f"{function} wants {listed(found.wants, 'and')}")
    return None


def _kind_of(value: object) -> str:
    return "nothing" if value is None else f"an object of class {type(value).__name__}"
