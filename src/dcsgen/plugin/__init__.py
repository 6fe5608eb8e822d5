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
    from dcsgen.base.object_fate import AttributeFate, Fate, ObjectFate, ObjectMatch
    from dcsgen.base.repair import AddEntry, Edit, Fix, RenameKey, Reorder, Repair, SetValue
    from dcsgen.base.requirement import Fulfilment, Ground, Importance, Needed, Requirement, RequirementProfile
    from dcsgen.base.words import Stance
    from dcsgen.plugin.assess_reporter import Answered, Assessment, AssessReporter, Input, Line, Score, Standing, Tally
    from dcsgen.plugin.change_reporter import ChangeReporter
    from dcsgen.plugin.change_rule import ChangeRule, Difference, Judged, Judgement, Sides
    from dcsgen.plugin.command import Command
    from dcsgen.plugin.content import Content, content_of
    from dcsgen.plugin.document import Cell, Document, Heading, Paragraph, Row, Spot, Table
    from dcsgen.plugin.format import Format
    from dcsgen.plugin.hookspecs import hookimpl
    from dcsgen.plugin.importer import Importer, Picture, Reading, Strip
    from dcsgen.plugin.layout import Layout, layout_from_file
    from dcsgen.plugin.match_reporter import Explained, Match, MatchReporter
    from dcsgen.plugin.match_rule import MatchRule, Meeting, Party, Said
    from dcsgen.plugin.matrix import Matrix, MatrixProduct, MatrixReporter
    from dcsgen.plugin.object_reporter import ObjectReporter
    from dcsgen.plugin.records import AeMapping, AttributeMapping, Iod, StatusTable
    from dcsgen.plugin.reporter import Looked, Report, Reporter
    from dcsgen.plugin.requirement import Candidate, Grading, RequirementKind, Wrong
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
    "Answered",
    "Area",
    "AssessReporter",
    "Assessment",
    "AttributeFate",
    "AttributeMapping",
    "Candidate",
    "Caption",
    "Cell",
    "Change",
    "ChangeReporter",
    "ChangeRule",
    "Changes",
    "Command",
    "Comparison",
    "Content",
    "Difference",
    "Document",
    "Does",
    "Edit",
    "Explained",
    "Fate",
    "Finding",
    "Fix",
    "Format",
    "Fulfilment",
    "Grading",
    "Ground",
    "Heading",
    "Importance",
    "Importer",
    "Input",
    "Interaction",
    "Iod",
    "Judged",
    "Judgement",
    "Kind",
    "Layout",
    "Line",
    "LintRule",
    "Looked",
    "Loss",
    "Match",
    "MatchReporter",
    "MatchRule",
    "Matrix",
    "MatrixProduct",
    "MatrixReporter",
    "Means",
    "Meeting",
    "Need",
    "Needed",
    "ObjectFate",
    "ObjectMatch",
    "ObjectReporter",
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
    "Requirement",
    "RequirementKind",
    "RequirementProfile",
    "Row",
    "Said",
    "SchemaFragment",
    "Score",
    "Section",
    "SectionChanges",
    "SectionDifference",
    "SetValue",
    "Severity",
    "Sides",
    "Spot",
    "Stance",
    "Standing",
    "Starter",
    "Statement",
    "StatusTable",
    "Strip",
    "Subject",
    "Table",
    "Tally",
    "TemplateFolder",
    "Thing",
    "Verdict",
    "WorkflowPlan",
    "WorkflowStep",
    "Written",
    "Wrong",
    "content_of",
    "hookimpl",
    "layout_from_file",
    "starter_from_file",
]

_HOMES = {
    "base.change": ("Action", "Area", "Change", "Comparison", "Subject", "Verdict"),
    "base.finding": ("Finding", "Kind", "Path", "Problem", "Profile", "Severity"),
    "base.interaction": ("Interaction", "Loss", "Means", "Outcome", "Reason"),
    "base.object_fate": ("AttributeFate", "Fate", "ObjectFate", "ObjectMatch"),
    "base.repair": ("AddEntry", "Edit", "Fix", "RenameKey", "Reorder", "Repair", "SetValue"),
    "base.requirement": ("Fulfilment", "Ground", "Importance", "Needed", "Requirement", "RequirementProfile"),
    "base.words": ("Stance",),
    "plugin.assess_reporter": (
        "Answered",
        "AssessReporter",
        "Assessment",
        "Input",
        "Line",
        "Score",
        "Standing",
        "Tally",
    ),
    "plugin.change_reporter": ("ChangeReporter",),
    "plugin.change_rule": ("ChangeRule", "Difference", "Judged", "Judgement", "Sides"),
    "plugin.command": ("Command",),
    "plugin.content": ("Content", "content_of"),
    "plugin.document": ("Cell", "Document", "Heading", "Paragraph", "Row", "Spot", "Table"),
    "plugin.format": ("Format",),
    "plugin.hookspecs": ("hookimpl",),
    "plugin.importer": ("Importer", "Picture", "Reading", "Strip"),
    "plugin.layout": ("Layout", "layout_from_file"),
    "plugin.match_reporter": ("Explained", "Match", "MatchReporter"),
    "plugin.match_rule": ("MatchRule", "Meeting", "Party", "Said"),
    "plugin.matrix": ("Matrix", "MatrixProduct", "MatrixReporter"),
    "plugin.object_reporter": ("ObjectReporter",),
    "plugin.records": ("AeMapping", "AttributeMapping", "Iod", "StatusTable"),
    "plugin.reporter": ("Looked", "Report", "Reporter"),
    "plugin.requirement": ("Candidate", "Grading", "RequirementKind", "Wrong"),
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
