"""The template engine: sandboxed, escaping, strict; it sees only folders of templates."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dcsgen.base.cache import TEMPLATES, cache_folder
from dcsgen.base.errors import UsageError
from dcsgen.render import coding, prose
from dcsgen.render.language import catalogue
from dcsgen.render.tables import Tables


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept by their content for the next run; a full disk does not matter."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which remembers what it has decided: that depends on the type of an object and the name alone."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._decided: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = type(obj), attr
        safe = self._decided.get(key)
        if safe is None:
            safe = self._decided[key] = super().is_safe_attribute(obj, attr, value)
        return safe


def environment(folders: Sequence[Path]) -> ImmutableSandboxedEnvironment:
    """An environment that looks for a template in the folders one after the other.

    Fixed texts are those of the language of the document: `_("text")` and `{% trans %}`.

    Filters: `block` and `inline` for prose, `coded(list)` for words in the codes of the `layout`. Functions:
    `columns_of(kind)` gives the columns of a kind of table, `legend(list)` tells what codes mean, `source(name)` is a
    file as text, for style sheets and scripts; `asset(name)` is a file as a `data:` URI, for pictures.
    """
    loader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
    compiled = cache_folder(TEMPLATES)
    env = _Sandbox(
        loader=loader,
        bytecode_cache=_Compiled(str(compiled)) if compiled else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: catalogue().gettext(message),
        lambda one, many, count: catalogue().ngettext(one, many, count),
        newstyle=True,
    )
    env.filters["block"] = prose.block
    env.filters["inline"] = prose.inline
    env.filters["coded"] = coding.coded

    def find(name: str) -> Path:
        if file := find_file(folders, name):
            return file
        raise UsageError(f"a template asks for the file {name}, which is in none of the template folders")

    def source(name: str) -> Markup:
        return Markup(find(name).read_text("utf-8"))

    def asset(name: str) -> str:
        file = find(name)
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return f"data:{media_type};base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"

    def exists(name: str) -> bool:
        try:
            env.get_template(name)
        except TemplateNotFound:
            return False
        return True

    env.globals["columns_of"] = Tables(folders).columns_of
    env.globals.update(source=source, asset=asset, exists=exists, legend=coding.legend)
    return env


def find_file(folders: Sequence[Path], name: str) -> Path | None:
    """The file of a name in the first folder that has it; nothing outside of the folders is found."""
    for folder in folders:
        file = (folder / name).resolve()
        if file.is_relative_to(folder.resolve()) and file.is_file():
            return file
    return None
