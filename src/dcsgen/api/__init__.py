"""dcsgen as a library: the commands as functions, from files to values.

```python
from pathlib import Path
from dcsgen import api

host = api.open_host()
loaded = api.load(Path("product.yaml"), host)
if loaded.capability:
    print(loaded.capability.product.name)
```

Functions raise `dcsgen.base.errors.DcsgenError` when they cannot go on; what is wrong with the content of a
description comes back as findings.

A name is imported when it is first asked for, so that a look-up does not pay for rendering.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcsgen.api.asked_for import known_language
    from dcsgen.api.building import BuildResult, Order, build, documents, graded, known_layout
    from dcsgen.api.building_many import Built, build_all
    from dcsgen.api.catalog_asking import catalog_question
    from dcsgen.api.catalog_query import CatalogAnswer, CatalogDocument, Provision, catalog_documents, query_catalog
    from dcsgen.api.cataloguing import FOLDER_TIMEOUT, ImportedFolder, import_folder
    from dcsgen.api.checking import check, start_accepted
    from dcsgen.api.comparing import compare, diff
    from dcsgen.api.configuring import configuration, configurations
    from dcsgen.api.deciding import accept_changes
    from dcsgen.api.drafts import draft_as, draft_form, read_decisions, severity_of, unused_decisions, write_drafts
    from dcsgen.api.embedded import extract
    from dcsgen.api.explaining import Explanation, explain, kinds, schema, schema_names
    from dcsgen.api.fixing import FixResult, fix
    from dcsgen.api.git_driver import Version, facts_for_git, git_differences
    from dcsgen.api.importing import read_draft
    from dcsgen.api.installation import About, about
    from dcsgen.api.judging import CheckResult
    from dcsgen.api.loading import Loaded, capability_of, load
    from dcsgen.api.made import Documents
    from dcsgen.api.matching import match, reasons_of
    from dcsgen.api.older import Since
    from dcsgen.api.previewing import Shown
    from dcsgen.api.reporting import (
        Output,
        change_outputs,
        match_outputs,
        outputs,
        report_as,
        write_differences,
        write_match,
        write_reports,
    )
    from dcsgen.api.rule_list import change_rules, rules
    from dcsgen.api.serving import Serving, serve
    from dcsgen.api.sides import read_side
    from dcsgen.api.sites import read_site
    from dcsgen.api.standard.asking import list_standard, look_up, page_of, page_of_kinds, search_standard
    from dcsgen.api.standard.records import Answer, Entry, Hit
    from dcsgen.api.starting import Question, check_answer, check_place, option, place_of, questions, start, starter
    from dcsgen.api.witness_files import witness_scripts, write_witnesses
    from dcsgen.check.configuration import Configuration, overruled
    from dcsgen.check.select import Choice
    from dcsgen.compare import Partial
    from dcsgen.host import Host, PluginInfo, open_host
    from dcsgen.render.completeness import Completeness, Grade, SectionGrade

_NAMES = {
    "dcsgen.api.asked_for": ("known_language",),
    "dcsgen.api.building": ("BuildResult", "Order", "build", "documents", "graded", "known_layout"),
    "dcsgen.api.building_many": ("Built", "build_all"),
    "dcsgen.api.catalog_query": (
        "CatalogAnswer",
        "CatalogDocument",
        "Provision",
        "catalog_documents",
        "query_catalog",
    ),
    "dcsgen.api.catalog_asking": ("catalog_question",),
    "dcsgen.api.cataloguing": (
        "FOLDER_TIMEOUT",
        "ImportedFolder",
        "import_folder",
    ),
    "dcsgen.api.checking": ("check", "start_accepted"),
    "dcsgen.api.comparing": ("compare", "diff"),
    "dcsgen.api.deciding": ("accept_changes",),
    "dcsgen.api.configuring": ("configuration", "configurations"),
    "dcsgen.api.drafts": (
        "draft_as",
        "draft_form",
        "read_decisions",
        "severity_of",
        "unused_decisions",
        "write_drafts",
    ),
    "dcsgen.api.embedded": ("extract",),
    "dcsgen.api.explaining": ("Explanation", "explain", "kinds", "schema", "schema_names"),
    "dcsgen.api.fixing": ("FixResult", "fix"),
    "dcsgen.api.git_driver": ("Version", "facts_for_git", "git_differences"),
    "dcsgen.api.importing": ("read_draft",),
    "dcsgen.api.installation": ("About", "about"),
    "dcsgen.api.judging": ("CheckResult",),
    "dcsgen.api.loading": ("Loaded", "capability_of", "load"),
    "dcsgen.api.made": ("Documents",),
    "dcsgen.api.older": ("Since",),
    "dcsgen.api.previewing": ("Shown",),
    "dcsgen.api.matching": ("match", "reasons_of"),
    "dcsgen.api.reporting": (
        "Output",
        "change_outputs",
        "match_outputs",
        "outputs",
        "report_as",
        "write_differences",
        "write_match",
        "write_reports",
    ),
    "dcsgen.api.rule_list": ("change_rules", "rules"),
    "dcsgen.api.serving": ("Serving", "serve"),
    "dcsgen.api.sides": ("read_side",),
    "dcsgen.api.sites": ("read_site",),
    "dcsgen.api.standard.asking": ("list_standard", "look_up", "page_of", "page_of_kinds", "search_standard"),
    "dcsgen.api.standard.records": ("Answer", "Entry", "Hit"),
    "dcsgen.api.starting": (
        "Question",
        "check_answer",
        "check_place",
        "option",
        "place_of",
        "questions",
        "start",
        "starter",
    ),
    "dcsgen.api.witness_files": ("witness_scripts", "write_witnesses"),
    "dcsgen.check.configuration": ("Configuration", "overruled"),
    "dcsgen.check.select": ("Choice",),
    "dcsgen.compare": ("Partial",),
    "dcsgen.host": ("Host", "PluginInfo", "open_host"),
    "dcsgen.render.completeness": ("Completeness", "Grade", "SectionGrade"),
}
"""The module of each name. No module of this package may have the name of a function: it would hide it."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "FOLDER_TIMEOUT",
    "About",
    "Answer",
    "BuildResult",
    "Built",
    "CatalogAnswer",
    "CatalogDocument",
    "CheckResult",
    "Choice",
    "Completeness",
    "Configuration",
    "Documents",
    "Entry",
    "Explanation",
    "FixResult",
    "Grade",
    "Hit",
    "Host",
    "ImportedFolder",
    "Loaded",
    "Order",
    "Output",
    "Partial",
    "PluginInfo",
    "Provision",
    "Question",
    "SectionGrade",
    "Serving",
    "Shown",
    "Since",
    "Version",
    "about",
    "accept_changes",
    "build",
    "build_all",
    "capability_of",
    "catalog_documents",
    "catalog_question",
    "change_outputs",
    "change_rules",
    "check",
    "check_answer",
    "check_place",
    "compare",
    "configuration",
    "configurations",
    "diff",
    "documents",
    "draft_as",
    "draft_form",
    "explain",
    "extract",
    "facts_for_git",
    "fix",
    "git_differences",
    "graded",
    "import_folder",
    "kinds",
    "known_language",
    "known_layout",
    "list_standard",
    "load",
    "look_up",
    "match",
    "match_outputs",
    "open_host",
    "option",
    "outputs",
    "overruled",
    "page_of",
    "page_of_kinds",
    "place_of",
    "query_catalog",
    "questions",
    "read_decisions",
    "read_draft",
    "read_side",
    "read_site",
    "reasons_of",
    "report_as",
    "rules",
    "schema",
    "schema_names",
    "search_standard",
    "serve",
    "severity_of",
    "start",
    "start_accepted",
    "starter",
    "unused_decisions",
    "witness_scripts",
    "write_differences",
    "write_drafts",
    "write_match",
    "write_reports",
    "write_witnesses",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
