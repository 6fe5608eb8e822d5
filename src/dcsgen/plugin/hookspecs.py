"""The hooks of dcsgen. Each takes nothing, returns a list of one class, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
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
    from dcsgen.plugin.rule import LintRule
    from dcsgen.plugin.schema_fragment import SchemaFragment
    from dcsgen.plugin.starter import Starter
    from dcsgen.plugin.template_folder import TemplateFolder
    from dcsgen.plugin.workflow import WorkflowPlan

hookspec = pluggy.HookspecMarker("dcsgen")
hookimpl = pluggy.HookimplMarker("dcsgen")


@hookspec
def dcsgen_iods() -> list[Iod]:
    """Applied IODs that descriptions can refer to."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_attribute_mappings() -> list[AttributeMapping]:
    """Attribute mappings that descriptions can refer to."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_status_tables() -> list[StatusTable]:
    """Tables of status codes that descriptions can refer to."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_ae_mappings() -> list[AeMapping]:
    """AE-specific mappings that descriptions can refer to."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_schema_fragments() -> list[SchemaFragment]:
    """Schemas for the vendor's own keys under `extensions.<name>`."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_lint_rules() -> list[LintRule]:
    """Rules that `dcsgen check` runs over a resolved Capability."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_change_rules() -> list[ChangeRule]:
    """Rules that `dcsgen diff` asks what a difference means."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_match_rules() -> list[MatchRule]:
    """Rules that `dcsgen match` asks what speaks for and against an interaction of two products."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_workflows() -> list[WorkflowPlan]:
    """Workflows that `dcsgen match` composes from interactions."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_layouts() -> list[Layout]:
    """Layouts of the document."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_template_folders() -> list[TemplateFolder]:
    """Folders of templates that a description can choose by `document.template`."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_formats() -> list[Format]:
    """File formats that `dcsgen build` can write."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_reporters() -> list[Reporter]:
    """Formats in which findings are reported."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_change_reporters() -> list[ChangeReporter]:
    """Formats in which differences are reported."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_match_reporters() -> list[MatchReporter]:
    """Formats in which matches are reported."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_matrix_reporters() -> list[MatrixReporter]:
    """Formats in which matrices of many products are reported."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_requirement_kinds() -> list[RequirementKind]:
    """Kinds of requirements that profiles of `dcsgen assess` can ask for."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_assess_reporters() -> list[AssessReporter]:
    """Formats in which assessments are reported."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_object_reporters() -> list[ObjectReporter]:
    """Formats in which it is reported what becomes of DICOM objects at a receiver."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_importers() -> list[Importer]:
    """Kinds of files from which `dcsgen import` reads statements."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_starters() -> list[Starter]:
    """Descriptions to begin with, which `dcsgen init` writes."""
    raise AssertionError("a specification is never called")


@hookspec
def dcsgen_commands() -> list[Command]:
    """Commands of the command line."""
    raise AssertionError("a specification is never called")
