"""The document as Markdown in the flavour of GitHub, for repositories, where it is read and reviewed as text."""

from __future__ import annotations

from dcsgen.plugin.format import Format
from dcsgen.plugin.statement import Statement


def write_markdown(statement: Statement) -> bytes:
    """The file in UTF-8, with the resolved description packed in a comment at its end."""
    from dcsgen.builtin.format._markdown.file import markdown_file

    return markdown_file(statement)


FORMAT = Format("md", ".md", write_markdown)
