"""A plug-in whose files were left out of the wheel."""

from pathlib import Path

from dcsgen.plugin import Iod, SchemaFragment, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_iods() -> list[Iod]:
    return [Iod("plan", Path(__file__).with_name("plan.yaml"))]


@hookimpl
def dcsgen_schema_fragments() -> list[SchemaFragment]:
    return [SchemaFragment("missing_file", Path(__file__).with_name("keys.schema.json"))]
