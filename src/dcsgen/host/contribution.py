"""What each hook is for, and what is wrong with a thing that a plug-in gives for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from dcsgen.base.change import Action, Subject, Verdict
from dcsgen.base.finding import Kind, Profile, Severity
from dcsgen.base.interaction import Means
from dcsgen.host import kinds
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
from dcsgen.plugin.records import AeMapping, AttributeMapping, Iod, StatusTable
from dcsgen.plugin.reporter import Reporter
from dcsgen.plugin.requirement import RequirementKind
from dcsgen.plugin.rule import LintRule, nothing
from dcsgen.plugin.schema_fragment import SchemaFragment
from dcsgen.plugin.starter import Starter
from dcsgen.plugin.template_folder import TemplateFolder
from dcsgen.plugin.workflow import WorkflowPlan

T = TypeVar("T")

PREFIX = "dcsgen_"
"""What the name of every hook begins with."""


class Hook(NamedTuple, Generic[T]):
    """A hook without its prefix, the class of what it gives, and the word for one such thing in messages."""

    name: str
    gives: type[T]
    word: str


IODS = Hook("iods", Iod, "IOD")
ATTRIBUTE_MAPPINGS = Hook("attribute_mappings", AttributeMapping, "attribute mapping")
STATUS_TABLES = Hook("status_tables", StatusTable, "status table")
AE_MAPPINGS = Hook("ae_mappings", AeMapping, "AE mapping")
SCHEMA_FRAGMENTS = Hook("schema_fragments", SchemaFragment, "schema fragment")
LINT_RULES = Hook("lint_rules", LintRule, "lint rule")
CHANGE_RULES = Hook("change_rules", ChangeRule, "change rule")
MATCH_RULES = Hook("match_rules", MatchRule, "match rule")
WORKFLOWS = Hook("workflows", WorkflowPlan, "workflow")
LAYOUTS = Hook("layouts", Layout, "layout")
TEMPLATE_FOLDERS = Hook("template_folders", TemplateFolder, "template folder")
FORMATS = Hook("formats", Format, "format")
REPORTERS = Hook("reporters", Reporter, "reporter")
CHANGE_REPORTERS = Hook("change_reporters", ChangeReporter, "change reporter")
MATCH_REPORTERS = Hook("match_reporters", MatchReporter, "match reporter")
MATRIX_REPORTERS = Hook("matrix_reporters", MatrixReporter, "matrix reporter")
REQUIREMENT_KINDS = Hook("requirement_kinds", RequirementKind, "kind of requirement")
ASSESS_REPORTERS = Hook("assess_reporters", AssessReporter, "assessment reporter")
OBJECT_REPORTERS = Hook("object_reporters", ObjectReporter, "object reporter")
IMPORTERS = Hook("importers", Importer, "importer")
STARTERS = Hook("starters", Starter, "starter")
COMMANDS = Hook("commands", Command, "command")

HOOKS: tuple[Hook[Any], ...] = (
    IODS,
    ATTRIBUTE_MAPPINGS,
    STATUS_TABLES,
    AE_MAPPINGS,
    SCHEMA_FRAGMENTS,
    LINT_RULES,
    CHANGE_RULES,
    MATCH_RULES,
    WORKFLOWS,
    LAYOUTS,
    TEMPLATE_FOLDERS,
    FORMATS,
    REPORTERS,
    CHANGE_REPORTERS,
    MATCH_REPORTERS,
    MATRIX_REPORTERS,
    REQUIREMENT_KINDS,
    ASSESS_REPORTERS,
    OBJECT_REPORTERS,
    IMPORTERS,
    STARTERS,
    COMMANDS,
)
"""All hooks, in the order of their specifications."""

_TEXTS = ("name", "suffix", "title", "clause", "help", "describe")
_FUNCTIONS = ("find", "find_written", "write", "configure", "run", "words", "judge", "check")
_FUNCTIONS = ("find", "find_written", "write", "configure", "run", "judge", "recognises", "read")
_TEXTS_OF_KIND = ("code", "slug", "what", "why", "instead", "clause")


_LETTERS = ((ChangeRule, "C"), (LintRule, "S"), (MatchRule, "M"))
"""What the codes of rules begin with."""


class Fault(NamedTuple):
    """What is wrong with a contribution: the kind, and the end of a sentence that begins with the plug-in."""

    kind: Kind
    words: str
    hint: str = ""


def name_of(thing: Any) -> str:
    """What a contribution is referred to by: its name, or a rule's code."""
    if isinstance(thing, ChangeRule | MatchRule):
        return thing.code
    name: str = thing.kind.code if isinstance(thing, LintRule) else thing.name
    return name


def fault(thing: object, hook: Hook[T], owner: str) -> Fault | None:
    """What is wrong with a thing that stands in a hook's list; None if it can be used.

    `owner` is the name of the plug-in, empty for dcsgen's own.
    """
    if not isinstance(thing, hook.gives):
        wanted = _with_article(hook.gives.__name__)
        return Fault(kinds.WRONG_CONTRIBUTION, f"gives {_with_article(type(thing).__name__)}, not {wanted}")
    wrong = _wrong_field(thing)
    if wrong:
        return Fault(kinds.WRONG_CONTRIBUTION, f"gives {_with_article(hook.word)} whose {wrong}")
    missing = _missing_file(thing)
    if missing:
        return Fault(
            kinds.CONTRIBUTION_FILE_MISSING,
            f'gives the {hook.word} "{name_of(thing)}", but there is no {missing}',
            "was it left out of the wheel?",
        )
    letter = next((letter for kind, letter in _LETTERS if isinstance(thing, kind)), "")
    if letter and not _code_of(owner, letter).fullmatch(name_of(thing)):
        codes = f"{owner}/{letter}1, {owner}/{letter}2 and so on"
        return Fault(
            kinds.FOREIGN_RULE_CODE,
            f'gives the {hook.word} "{name_of(thing)}", whose code does not say whose it is',
            f"the codes of this plug-in are {codes}" if owner else f"{letter} and three digits",
        )
    return None


def _code_of(owner: str, letter: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(owner)}/{letter}[0-9]+" if owner else f"{letter}[0-9]{{3}}")


def _wrong_field(thing: Any) -> str:
    """The first field that holds the wrong type, as the end of a sentence; msgspec checks only what it decodes."""
    if isinstance(thing, LintRule):
        kind = thing.kind
        if not isinstance(kind, Kind):
            return "kind is not a Kind"
        wrong = _wrong_text(kind, _TEXTS_OF_KIND)
        if wrong:
            return f"kind's {wrong}"
        if not isinstance(kind.severity, Severity):
            return "kind's severity is not a Severity"
        if not isinstance(thing.profile, Profile):
            return "profile is not a Profile"
        if thing.find is nothing and thing.find_written is nothing:
            return "find and find_written are both missing"
    if isinstance(thing, ChangeRule) and (wrong := _wrong_change_rule(thing)):
        return wrong
    if isinstance(thing, MatchRule):
        if not isinstance(thing.means, Means | None):
            return "means is not a Means"
        wrong = _wrong_text(thing, (*_TEXTS_OF_KIND, "together"))
        if wrong:
            return wrong
    if isinstance(thing, RequirementKind) and not (isinstance(thing.schema, dict) and isinstance(thing.example, dict)):
        return "schema or example is not a dict"
    wrong = _wrong_text(thing, _TEXTS)
    if wrong:
        return wrong
    for field in _FUNCTIONS:
        if not callable(getattr(thing, field, print)):
            return f"{field} is not a function"
    for field in ("file", "folder"):
        if not isinstance(getattr(thing, field, Path()), Path):
            return f"{field} is not a pathlib.Path"
    return ""


def _wrong_change_rule(rule: ChangeRule) -> str:
    wrong = _wrong_text(rule, (*_TEXTS_OF_KIND, "hurts", "role", "field"))
    if wrong:
        return wrong
    # A plug-in's general rule would speak where dcsgen's own do.
    if not isinstance(rule.verdict, Verdict) or not isinstance(rule.subject, Subject | None):
        return "verdict is not a Verdict, or subject not a Subject"
    if not all(isinstance(action, Action) for action in (*rule.actions, *rule.echo_of)):
        return "actions are not all Actions"
    return "" if callable(rule.say) and callable(rule.when) else "say or when is not a function"


def _wrong_text(thing: object, fields: tuple[str, ...]) -> str:
    for field in fields:
        value = getattr(thing, field, "none")
        if not isinstance(value, str):
            return f"{field} is not text"
        if not value and field in ("name", "code"):
            return f"{field} is empty"
    return ""


def _missing_file(thing: Any) -> str:
    if isinstance(thing, TemplateFolder):
        return "" if thing.folder.is_dir() else f"folder {thing.folder.as_posix()}"
    file = getattr(thing, "file", None)
    return "" if file is None or file.is_file() else f"file {file.as_posix()}"


def _with_article(word: str) -> str:
    return f"{'an' if word[:1] in 'AEIOUaeiou' else 'a'} {word}"
