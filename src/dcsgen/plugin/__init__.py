"""What the author of a plug-in imports.

A plug-in is a module whose functions, marked with `hookimpl`, give lists of the classes below.
Names are looked up when they are first used, so that a command costs only what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcsgen.base.change import Action, Area, Change, Comparison, Subject, Verdict
    from dcsgen.base.finding import Finding, Kind, Path, Problem, Profile, Severity
    from dcsgen.base.interaction import Interaction, Loss, Means, Outcome, Reason
    from dcsgen.base.repair import AddEntry, Edit, Fix, RenameKey, Reorder, Repair, SetValue
    from dcsgen.base.words import Stance
    from dcsgen.plugin.change_reporter import ChangeReporter
    from dcsgen.plugin.change_rule import ChangeRule, Difference, Judged, Judgement, Sides
    from dcsgen.plugin.command import Command
    from dcsgen.plugin.document import Cell, Document, Heading, Paragraph, Row, Spot, Table
    from dcsgen.plugin.format import Format
    from dcsgen.plugin.hookspecs import hookimpl
    from dcsgen.plugin.importer import Importer, Picture, Reading, Strip
    from dcsgen.plugin.layout import Layout, layout_from_file
    from dcsgen.plugin.match_reporter import Match, MatchReporter
    from dcsgen.plugin.match_rule import MatchRule, Meeting, Party, Said
    from dcsgen.plugin.records import AeMapping, AttributeMapping, Iod, StatusTable
    from dcsgen.plugin.reporter import Looked, Report, Reporter
    from dcsgen.plugin.rule import LintRule, Written
    from dcsgen.plugin.schema_fragment import SchemaFragment
    from dcsgen.plugin.starter import Starter, starter_from_file
    from dcsgen.plugin.statement import Caption, Changes, Section, SectionChanges, SectionDifference, Statement
    from dcsgen.plugin.template_folder import TemplateFolder
    from dcsgen.plugin.workflow import Does, Need, Thing, WorkflowPlan, WorkflowStep

__all__ = [
    "Action",
    "AddEntry",
    "AeMapping",
    "Area",
    "AttributeMapping",
    "Caption",
    "Cell",
    "Change",
    "ChangeReporter",
    "ChangeRule",
    "Changes",
    "Command",
    "Comparison",
    "Difference",
    "Document",
    "Does",
    "Edit",
    "Finding",
    "Fix",
    "Format",
    "Heading",
    "Importer",
    "Interaction",
    "Iod",
    "Judged",
    "Judgement",
    "Kind",
    "Layout",
    "LintRule",
    "Looked",
    "Loss",
    "Match",
    "MatchReporter",
    "MatchRule",
    "Means",
    "Meeting",
    "Need",
    "Outcome",
    "Paragraph",
    "Party",
    "Path",
    "Picture",
    "Problem",
    "Profile",
    "Reading",
    "Reason",
    "RenameKey",
    "Reorder",
    "Repair",
    "Report",
    "Reporter",
    "Row",
    "Said",
    "SchemaFragment",
    "Section",
    "SectionChanges",
    "SectionDifference",
    "SetValue",
    "Severity",
    "Sides",
    "Spot",
    "Stance",
    "Starter",
    "Statement",
    "StatusTable",
    "Strip",
    "Subject",
    "Table",
    "TemplateFolder",
    "Thing",
    "Verdict",
    "WorkflowPlan",
    "WorkflowStep",
    "Written",
    "hookimpl",
    "layout_from_file",
    "starter_from_file",
]

_HOMES = {
    "base.change": ("Action", "Area", "Change", "Comparison", "Subject", "Verdict"),
    "base.finding": ("Finding", "Kind", "Path", "Problem", "Profile", "Severity"),
    "base.interaction": ("Interaction", "Loss", "Means", "Outcome", "Reason"),
    "base.repair": ("AddEntry", "Edit", "Fix", "RenameKey", "Reorder", "Repair", "SetValue"),
    "base.words": ("Stance",),
    "plugin.change_reporter": ("ChangeReporter",),
    "plugin.change_rule": ("ChangeRule", "Difference", "Judged", "Judgement", "Sides"),
    "plugin.command": ("Command",),
    "plugin.document": ("Cell", "Document", "Heading", "Paragraph", "Row", "Spot", "Table"),
    "plugin.format": ("Format",),
    "plugin.hookspecs": ("hookimpl",),
    "plugin.importer": ("Importer", "Picture", "Reading", "Strip"),
    "plugin.layout": ("Layout", "layout_from_file"),
    "plugin.match_reporter": ("Match", "MatchReporter"),
    "plugin.match_rule": ("MatchRule", "Meeting", "Party", "Said"),
    "plugin.records": ("AeMapping", "AttributeMapping", "Iod", "StatusTable"),
    "plugin.reporter": ("Looked", "Report", "Reporter"),
    "plugin.rule": ("LintRule", "Written"),
    "plugin.schema_fragment": ("SchemaFragment",),
    "plugin.starter": ("Starter", "starter_from_file"),
    "plugin.statement": ("Caption", "Changes", "Section", "SectionChanges", "SectionDifference", "Statement"),
    "plugin.template_folder": ("TemplateFolder",),
    "plugin.workflow": ("Does", "Need", "Thing", "WorkflowPlan", "WorkflowStep"),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"dcsgen.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
