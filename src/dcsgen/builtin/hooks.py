"""The built-in plug-in: gives what the files of `builtin/` define, through the hooks that vendors use too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.builtin import builtin_commands, collected
from dcsgen.plugin import hookimpl

if TYPE_CHECKING:
    from dcsgen.plugin import (
        AssessReporter,
        ChangeReporter,
        ChangeRule,
        Command,
        Format,
        Importer,
        Layout,
        LintRule,
        MatchReporter,
        MatchRule,
        MatrixReporter,
        ObjectReporter,
        Reporter,
        RequirementKind,
        Starter,
        WorkflowPlan,
    )


@hookimpl
def dcsgen_lint_rules() -> list[LintRule]:
    """The rules of `builtin/rule/`."""
    return collected("rule", "RULE")


@hookimpl
def dcsgen_change_rules() -> list[ChangeRule]:
    """The rules of `builtin/change_rule/`."""
    return collected("change_rule", "RULE")


@hookimpl
def dcsgen_match_rules() -> list[MatchRule]:
    """The rules of `builtin/match_rule/`."""
    return collected("match_rule", "RULE")


@hookimpl
def dcsgen_workflows() -> list[WorkflowPlan]:
    """The workflows of `builtin/workflow/`."""
    return collected("workflow", "WORKFLOW")


@hookimpl
def dcsgen_layouts() -> list[Layout]:
    """The layouts of `builtin/layout/`, where a file may give several."""
    return [layout for layouts in collected("layout", "LAYOUTS") for layout in layouts]


@hookimpl
def dcsgen_formats() -> list[Format]:
    """The formats of `builtin/format/`."""
    return collected("format", "FORMAT")


@hookimpl
def dcsgen_reporters() -> list[Reporter]:
    """The reporters of `builtin/reporter/`."""
    return collected("reporter", "REPORTER")


@hookimpl
def dcsgen_change_reporters() -> list[ChangeReporter]:
    """The reporters of `builtin/change_reporter/`."""
    return collected("change_reporter", "REPORTER")


@hookimpl
def dcsgen_match_reporters() -> list[MatchReporter]:
    """The reporters of `builtin/match_reporter/`."""
    return collected("match_reporter", "REPORTER")


@hookimpl
def dcsgen_matrix_reporters() -> list[MatrixReporter]:
    """The reporters of `builtin/matrix_reporter/`."""
    return collected("matrix_reporter", "REPORTER")


@hookimpl
def dcsgen_requirement_kinds() -> list[RequirementKind]:
    """The kinds of `builtin/requirement/`."""
    return collected("requirement", "KIND")


@hookimpl
def dcsgen_assess_reporters() -> list[AssessReporter]:
    """The reporters of `builtin/assess_reporter/`."""
    return collected("assess_reporter", "REPORTER")


@hookimpl
def dcsgen_object_reporters() -> list[ObjectReporter]:
    """The reporters of `builtin/object_reporter/`."""
    return collected("object_reporter", "REPORTER")


@hookimpl
def dcsgen_importers() -> list[Importer]:
    """The importers of `builtin/importer/`."""
    return collected("importer", "IMPORTER")


@hookimpl
def dcsgen_starters() -> list[Starter]:
    """The starters of `builtin/starter/`, where a file may give several."""
    return [starter for starters in collected("starter", "STARTERS") for starter in starters]


@hookimpl
def dcsgen_commands() -> list[Command]:
    """The commands of `builtin/command/`."""
    return list(builtin_commands())
