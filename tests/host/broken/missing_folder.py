"""A plug-in whose folder of templates is a file."""

from pathlib import Path

from dcsgen.plugin import TemplateFolder, hookimpl

__version__ = "1.2.0"


@hookimpl
def dcsgen_template_folders() -> list[TemplateFolder]:
    return [TemplateFolder("brand", Path(__file__))]
