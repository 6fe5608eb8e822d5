"""The host: dcsgen's own things and those of plug-ins together, and what is wrong with plug-ins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from dcsgen.base.errors import PluginError
from dcsgen.base.finding import Finding
from dcsgen.host import contribution, kinds
from dcsgen.host.contribution import HOOKS, Hook, name_of
from dcsgen.host.discovery import Origin, Plugin, discover, home_of
from dcsgen.host.implementation import Implementation, ask, implementations
from dcsgen.plugin.assess_reporter import AssessReporter
from dcsgen.plugin.change_reporter import ChangeReporter
from dcsgen.plugin.change_rule import ChangeRule
from dcsgen.plugin.command import Command
from dcsgen.plugin.format import Format
from dcsgen.plugin.importer import Importer
from dcsgen.plugin.layout import Layout
from dcsgen.plugin.match_reporter import MatchReporter
from dcsgen.plugin.match_rule import MatchRule
from dcsgen.plugin.matrix import MatrixReporter
from dcsgen.plugin.object_reporter import ObjectReporter
from dcsgen.plugin.records import AeMapping, AttributeMapping, Iod, Record, StatusTable
from dcsgen.plugin.reporter import Reporter
from dcsgen.plugin.requirement import RequirementKind
from dcsgen.plugin.rule import LintRule
from dcsgen.plugin.schema_fragment import SchemaFragment
from dcsgen.plugin.starter import Starter
from dcsgen.plugin.template_folder import TemplateFolder
from dcsgen.plugin.workflow import WorkflowPlan
from dcsgen.version import __version__

T = TypeVar("T")


class PluginInfo(Struct, frozen=True):
    """A plug-in for people who want to know what they have.

    `location` is the name of its distribution, or its path. `contributions` goes from the hook's name without
    prefix to the sorted names of what is used from it; hooks that gave nothing are left out. `errors` are the
    findings about this plug-in alone.
    """

    name: str
    version: str
    origin: Origin
    location: str
    contributions: dict[str, tuple[str, ...]]
    errors: tuple[Finding, ...]


class Opening(NamedTuple):
    """How a host was opened, so that another process can open the same."""

    folders: tuple[Path, ...]
    vendors: bool


class Host:
    """Plug-ins, registered and asked when somebody wants to know: each hook is called once at most.

    What a hook gives is a tuple of (provider, thing), sorted by the thing's name; the provider is the name of
    the plug-in, empty for dcsgen's own. Plug-ins never make these raise: what is wrong with one is in `findings`.
    """

    def __init__(self, plugins: Sequence[Plugin], opening: Opening | None = None) -> None:
        self.opening = opening
        self._plugins = tuple(plugins)
        self._trouble = [(plugin, finding) for plugin in plugins for finding in plugin.findings]
        self._loaded: dict[str, Plugin] = {}
        self._implementations: dict[str, list[Implementation]] = {hook.name: [] for hook in HOOKS}
        self._given: dict[str, tuple[tuple[str, Any], ...]] = {}
        for plugin in plugins:
            self._register(plugin)

    @property
    def iods(self) -> tuple[tuple[str, Iod], ...]:
        """Applied IODs."""
        return self._all(contribution.IODS)

    @property
    def attribute_mappings(self) -> tuple[tuple[str, AttributeMapping], ...]:
        """Attribute mappings."""
        return self._all(contribution.ATTRIBUTE_MAPPINGS)

    @property
    def status_tables(self) -> tuple[tuple[str, StatusTable], ...]:
        """Tables of status codes."""
        return self._all(contribution.STATUS_TABLES)

    @property
    def ae_mappings(self) -> tuple[tuple[str, AeMapping], ...]:
        """AE-specific mappings."""
        return self._all(contribution.AE_MAPPINGS)

    @property
    def records(self) -> tuple[tuple[str, Record], ...]:
        """The four kinds of records together, one kind after the other."""
        return (*self.iods, *self.attribute_mappings, *self.status_tables, *self.ae_mappings)

    @property
    def schema_fragments(self) -> tuple[tuple[str, SchemaFragment], ...]:
        """Schemas of vendors' own keys."""
        return self._all(contribution.SCHEMA_FRAGMENTS)

    @property
    def lint_rules(self) -> tuple[tuple[str, LintRule], ...]:
        """Lint rules, by code."""
        return self._all(contribution.LINT_RULES)

    @property
    def change_rules(self) -> tuple[tuple[str, ChangeRule], ...]:
        """Change rules, by code."""
        return self._all(contribution.CHANGE_RULES)

    @property
    def match_rules(self) -> tuple[tuple[str, MatchRule], ...]:
        """Match rules, by code."""
        return self._all(contribution.MATCH_RULES)

    @property
    def workflows(self) -> tuple[tuple[str, WorkflowPlan], ...]:
        """Workflows that two products can have together."""
        return self._all(contribution.WORKFLOWS)

    @property
    def layouts(self) -> tuple[tuple[str, Layout], ...]:
        """Layouts; raises UnreadableInputError if one of dcsgen's own outline files is damaged."""
        return self._all(contribution.LAYOUTS)

    @property
    def template_folders(self) -> tuple[tuple[str, TemplateFolder], ...]:
        """Folders of templates."""
        return self._all(contribution.TEMPLATE_FOLDERS)

    @property
    def formats(self) -> tuple[tuple[str, Format], ...]:
        """File formats."""
        return self._all(contribution.FORMATS)

    @property
    def reporters(self) -> tuple[tuple[str, Reporter], ...]:
        """Forms of reports."""
        return self._all(contribution.REPORTERS)

    @property
    def change_reporters(self) -> tuple[tuple[str, ChangeReporter], ...]:
        """Forms of reports about differences."""
        return self._all(contribution.CHANGE_REPORTERS)

    @property
    def match_reporters(self) -> tuple[tuple[str, MatchReporter], ...]:
        """Forms of reports about matches."""
        return self._all(contribution.MATCH_REPORTERS)

    @property
    def matrix_reporters(self) -> tuple[tuple[str, MatrixReporter], ...]:
        """Forms of reports about matrices."""
        return self._all(contribution.MATRIX_REPORTERS)

    @property
    def requirement_kinds(self) -> tuple[tuple[str, RequirementKind], ...]:
        """Kinds of requirements."""
        return self._all(contribution.REQUIREMENT_KINDS)

    @property
    def assess_reporters(self) -> tuple[tuple[str, AssessReporter], ...]:
        """Forms of reports about assessments."""
        return self._all(contribution.ASSESS_REPORTERS)

    @property
    def object_reporters(self) -> tuple[tuple[str, ObjectReporter], ...]:
        """Forms of reports about what becomes of objects."""
        return self._all(contribution.OBJECT_REPORTERS)

    @property
    def importers(self) -> tuple[tuple[str, Importer], ...]:
        """Kinds of files from which statements are read."""
        return self._all(contribution.IMPORTERS)

    @property
    def starters(self) -> tuple[tuple[str, Starter], ...]:
        """Descriptions to begin with; raises UnreadableInputError if one of dcsgen's own is damaged."""
        return self._all(contribution.STARTERS)

    @property
    def commands(self) -> tuple[tuple[str, Command], ...]:
        """Commands of the command line."""
        return self._all(contribution.COMMANDS)

    @property
    def names(self) -> tuple[str, ...]:
        """Names and versions of the plug-ins of vendors, as they were found."""
        return tuple(plugin.label for plugin in self._plugins if not plugin.is_own)

    @property
    def unversioned(self) -> tuple[tuple[str, Path], ...]:
        """Those of the names that have no version, each with the file or the folder that it is."""
        found = ((plugin.label, home_of(plugin)) for plugin in self._plugins if not (plugin.is_own or plugin.version))
        return tuple((label, home) for label, home in found if home)

    @property
    def places(self) -> tuple[Path, ...]:
        """Folders and files that the plug-ins of vendors are in: those that were given, and what was imported."""
        given = self.opening.folders if self.opening else ()
        imported = (home_of(plugin) for plugin in self._plugins if not plugin.is_own)
        return tuple(dict.fromkeys((*given, *(home for home in imported if home))))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The trouble of all plug-ins, by plug-in, code and message; calls every hook that a vendor implements."""
        for hook in HOOKS:
            if not all(implementation.plugin.is_own for implementation in self._implementations[hook.name]):
                self._all(hook)
        return tuple(sorted((finding for _, finding in self._trouble), key=_order))

    @property
    def infos(self) -> tuple[PluginInfo, ...]:
        """All plug-ins by name, with what each gives; calls every hook."""
        for hook in HOOKS:
            self._all(hook)
        infos = [self._info(plugin) for plugin in self._plugins]
        return tuple(sorted(infos, key=lambda info: (info.name, info.version, info.location)))

    def _info(self, plugin: Plugin) -> PluginInfo:
        contributions: dict[str, tuple[str, ...]] = {}
        if self._loaded.get(plugin.name) is plugin:
            for hook in HOOKS:
                names = tuple(name_of(thing) for who, thing in self._all(hook) if who == plugin.provider)
                if names:
                    contributions[hook.name] = names
        errors = tuple(sorted((finding for who, finding in self._trouble if who is plugin), key=_order))
        return PluginInfo(plugin.name, plugin.version, plugin.origin, plugin.location, contributions, errors)

    def _register(self, plugin: Plugin) -> None:
        if plugin.loaded is None:
            return
        other = self._loaded.setdefault(plugin.name, plugin)
        if other is not plugin:
            where = f"{other.label} from {other.location} has the same name"
            message = f"{plugin.label} from {plugin.location} was left out, because {where}"
            self._trouble.append((plugin, plugin.finding(kinds.PLUGIN_NAME_REPEATED, message)))
            return
        usable, findings = implementations(plugin)
        self._trouble += [(plugin, finding) for finding in findings]
        for implementation in usable:
            self._implementations[implementation.hook].append(implementation)

    def _all(self, hook: Hook[T]) -> tuple[tuple[str, T], ...]:
        if hook.name not in self._given:
            self._given[hook.name] = self._collected(hook)
        return self._given[hook.name]

    def _collected(self, hook: Hook[T]) -> tuple[tuple[str, T], ...]:
        first: dict[str, Plugin] = {}
        given: list[tuple[str, T]] = []
        trouble: list[tuple[Plugin, Finding]] = []
        # The provider of dcsgen's own things is empty, so they come first and keep their names.
        for implementation in sorted(self._implementations[hook.name], key=lambda one: one.plugin.provider):
            plugin = implementation.plugin
            things, findings = ask(implementation, hook)
            trouble += [(plugin, finding) for finding in findings]
            for thing in things:
                name = name_of(thing)
                if name in first:
                    trouble.append((plugin, _repeated(plugin, first[name], f'{hook.word} "{name}"')))
                else:
                    first[name] = plugin
                    given.append((plugin.provider, thing))
        self._trouble += trouble
        return tuple(sorted(given, key=lambda pair: (name_of(pair[1]), pair[0])))


def open_host(*, folders: Sequence[Path] = (), vendors: bool = True, strict: bool = False) -> Host:
    """The host with dcsgen's own things and, if `vendors`, with all plug-ins of `folders` and installed ones.

    `strict` asks every plug-in at once and raises PluginError with the first trouble there is. Raises UsageError
    for a folder that does not exist. Without `vendors`, `folders` are not looked at.
    """
    from dcsgen.builtin import hooks

    own = Plugin("dcsgen", __version__, "built-in", "dcsgen", hooks)
    host = Host([own, *(discover(folders) if vendors else ())], Opening(tuple(folders), vendors))
    if strict and host.findings:
        raise PluginError(host.findings[0].message)
    return host


def _repeated(plugin: Plugin, other: Plugin, thing: str) -> Finding:
    gives = f"{plugin.label} gives the {thing}"
    message = f"{gives} twice" if other is plugin else f"{gives}, which {other.label} gives already"
    return plugin.finding(kinds.CONTRIBUTION_NAME_REPEATED, message)


def _order(finding: Finding) -> tuple[str, str, str]:
    return finding.provider, finding.code, finding.message
