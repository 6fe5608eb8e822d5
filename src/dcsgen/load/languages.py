"""Texts in several languages: that of one language stays, as if the description had been written in it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Path, Problem, dotted
from dcsgen.base.tree import Tree
from dcsgen.load.language_kinds import NOT_TRANSLATED

T = TypeVar("T")

MAIN = "en"
"""The main language of a description that names none."""

_TAG = re.compile("([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?")
"""A language as BCP 47 writes it, or none."""

IN_MAIN = ""
"""Stands for the main language in a mapping whose translations come from another file."""


def is_text(path: Path) -> bool:
    """Whether a path of a description leads to a text that can be in several languages."""
    here: schemas.Located | None = schemas.root("description")
    for step in path:
        here = schemas.child(schemas.fitting(here, {}), step) if here is not None else None
    return here is not None and "x-text" in here.schema


def main_language(root: Any) -> str:
    """The language of the texts that are no mappings of languages: `document.language`."""
    document = root.get("document") if isinstance(root, dict) else None
    language = document.get("language") if isinstance(document, dict) else None
    return language if isinstance(language, str) and language else MAIN


def speak(tree: Tree, language: str = "") -> list[Problem]:
    """Put the text in one language in the place of each mapping of languages; tell what there is no text for.

    Without `language` it is the main language. A mapping that is none of languages stays, for the schema to tell.
    """
    main = main_language(tree.root)
    wanted = language or main
    marked = list(schemas.marked(tree.root, schemas.root("description"), "x-text"))
    problems = [
        problem
        for text in marked
        if isinstance(text.node, dict) and (problem := _spoken(tree, text.path, text.node, wanted, main)) is not None
    ]
    if _primary(wanted) != _primary(main):
        plain = [text.path for text in marked if "x-prose" in text.schema and isinstance(text.node, str) and text.node]
        if plain:
            count = "a text is" if len(plain) == 1 else f"{len(plain)} texts are"
            message = f"{count} in {main} only, not in {wanted}; the first is {dotted(plain[0])}"
            problems.append(NOT_TRANSLATED.at(plain[0], message, hint=f"write it as {{{main}: …, {wanted}: …}}"))
    return problems


def _spoken(tree: Tree, path: Path, texts: Mapping[str, Any], wanted: str, main: str) -> Problem | None:
    if not texts or not all(_TAG.fullmatch(key) and isinstance(text, str) for key, text in texts.items()):
        return None
    places = _named(tree.marks.get(id(texts), {}), main)
    texts = _named(texts, main)
    chosen = _chosen(texts, wanted) or _chosen(texts, main) or next(iter(texts))
    container = tree.root
    for step in path[:-1]:
        container = container[step]
    container[path[-1]] = texts[chosen]
    if chosen in places:
        tree.marks[id(container)][path[-1]] = places[chosen]
    if _primary(chosen) == _primary(wanted):
        return None
    message = f"{dotted(path)} has no text in {wanted}; that in {chosen} is printed"
    return NOT_TRANSLATED.at(path, message, hint=f"write it under the key {wanted} beside {chosen}")


def _named(by_language: Mapping[Any, T], main: str) -> dict[Any, T]:
    """The same with the main language by its name."""
    if IN_MAIN not in by_language:
        return dict(by_language)
    others = {key: value for key, value in by_language.items() if key != IN_MAIN}
    return {main: by_language[IN_MAIN], **others}


def _chosen(texts: Mapping[str, Any], language: str) -> str:
    """The key of a language, or of another form of it: `de` for `de-CH`, and the other way round."""
    exact = (key for key in texts if key.lower() == language.lower())
    general = (key for key in texts if key.lower() == _primary(language))
    related = (key for key in texts if _primary(key) == _primary(language))
    return next(exact, "") or next(general, "") or next(related, "")


def _primary(language: str) -> str:
    return language.lower().partition("-")[0]
