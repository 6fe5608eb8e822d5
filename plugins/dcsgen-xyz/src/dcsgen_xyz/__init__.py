"""The plug-in of XYZ/Company: what the descriptions of its products share, and what its documents look like.

Every hook takes nothing and returns a list. Nothing is read or imported before dcsgen needs it: records, schema
and templates are named by their files, and the rule is imported inside the hook that gives it.
"""

from __future__ import annotations

from pathlib import Path

from dcsgen.plugin import (
    AeMapping,
    AttributeMapping,
    Iod,
    Layout,
    LintRule,
    SchemaFragment,
    StatusTable,
    TemplateFolder,
    hookimpl,
    layout_from_file,
)

__version__ = "4.1.0"

HERE = Path(__file__).parent
DATA = HERE / "data"


@hookimpl
def dcsgen_iods() -> list[Iod]:
    """The RT Plan as XYZ/PRODUCT reads it."""
    return [Iod("xyz-rt-plan", DATA / "applied_rt_plan.yaml")]


@hookimpl
def dcsgen_attribute_mappings() -> list[AttributeMapping]:
    """Each Attribute of the RT Plan and its field in the database of XYZ/PRODUCT."""
    return [AttributeMapping("xyz-rt-plan-import", DATA / "rt_plan_import.yaml")]


@hookimpl
def dcsgen_status_tables() -> list[StatusTable]:
    """The status codes with which XYZ/PRODUCT answers a C-STORE request."""
    return [StatusTable("xyz-c-store", DATA / "c_store_status.yaml")]


@hookimpl
def dcsgen_ae_mappings() -> list[AeMapping]:
    """What the import does differently for single planning systems."""
    return [AeMapping("xyz-rt-plan-import", DATA / "ae_mapping.yaml")]


@hookimpl
def dcsgen_schema_fragments() -> list[SchemaFragment]:
    """The keys of `extensions.xyz`."""
    return [SchemaFragment("xyz", HERE / "extensions.schema.json")]


@hookimpl
def dcsgen_lint_rules() -> list[LintRule]:
    """The rules of this vendor: one file of `rules/` for each."""
    from dcsgen_xyz.rules.known_tables import RULE

    return [RULE]


@hookimpl
def dcsgen_layouts() -> list[Layout]:
    """The sheet for service technicians, with its own words beside the outline."""
    return [layout_from_file(HERE / "layouts" / "xyz-service.yaml")]


@hookimpl
def dcsgen_template_folders() -> list[TemplateFolder]:
    """Cover page and colours of XYZ/Company, for descriptions with `document.template: xyz`."""
    return [TemplateFolder("xyz", HERE / "templates")]
