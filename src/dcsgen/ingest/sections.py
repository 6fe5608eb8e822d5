"""Sections by what they are about: their names in the layouts of dcsgen, and what vendors call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dcsgen.base.resources import folder
from dcsgen.ingest.lexicon import cleaned
from dcsgen.plugin.document import Section

LAYOUTS = ("ps3.2-annex-n", "ps3.2-annex-a", "tr62266")

_IDS: dict[str, tuple[str, ...]] = {
    "character sets": ("character-sets", "character-sets-overview"),
    "associations": (
        *("policies", "general", "number", "asynchronous", "identification", "general-association", "initiation"),
        "file-meta-information",
    ),
    "addresses": ("addresses", "local-addresses", "configuration", "parameters"),
    "remote addresses": ("remote-addresses",),
    "history": ("history",),
    "media": ("media", "media-services", "media-overview", "media-model"),
    "security": ("security", "secure-transport", "security-profiles"),
}
"""What sections of which id in the layouts are about."""

_VENDORS: dict[str, str] = {
    "character sets": r"character (set|repertoire)|\bcharsets?\b|internationali[sz]ation|localization",
    "associations": (
        r"association (polic|establishment|parameter|negotiation|settings?)|number of associations|asynchronous|"
        r"implementation (identif|class|parameter|info)|\bpdu\b|connection polic|communication (parameter|setting)"
    ),
    "addresses": r"ae titles?\b|presentation address|\bports?\b|local (settings?|address)|configur|environment var",
    "remote addresses": r"\bremote\b|\bpeers?\b|external (ae|device|node)",
    "history": (
        r"(revision|document|change|version|release) (history|log|record)|change ?log|^(history|revisions|changes)$"
    ),
    "media": r"\bmedia\b|application profile|offline|interchange|cd[/ -]?r|dvd|\busb\b|dicomdir|file.?set",
    "security": r"\bsecurity\b|\btls\b|secure transport|encryption|confidentiality|audit|de-?identif|anonymi",
    "file meta": r"file meta",
    "glossary": r"glossary|abbreviation|acronym|definitions?\b|terminolog|terms\b|references?$|basics of",
    "limits": r"limitation|known issue|not supported|unsupported|out of scope|future|roadmap|planned",
}


def is_about(section: Section, subject: str, *, depth: int = 2) -> bool:
    """Whether the innermost headings of a section say that it is about a subject; `depth` is how many of them."""
    return any(title_is_about(title, subject) for title in section.titles[-depth:])


def title_is_about(title: str, subject: str) -> bool:
    """Whether a title says that what stands below is about a subject."""
    plain = " ".join(cleaned(title).split())
    return bool(re.search(_VENDORS[subject], plain, re.I)) or reduced(plain) in _of_layouts(subject)


def reduced(title: str) -> str:
    """A title in small letters, without numbers and signs."""
    return re.sub(r"[^a-z]+", " ", cleaned(title).casefold().replace("&", " and ")).strip()


@cache
def _of_layouts(subject: str) -> frozenset[str]:
    wanted = _IDS.get(subject, ())
    return frozenset(
        reduced(title) for layout in LAYOUTS for section, title, _ in titles_of(layout) if section in wanted and title
    )


@cache
def titles_of(layout: str) -> tuple[tuple[str, str, int], ...]:
    """The ids, titles and depths of the sections of a layout that have a title of their own."""
    import yaml

    data = yaml.safe_load((folder("templates") / "layouts" / f"{layout}.yaml").read_text(encoding="utf-8"))
    return tuple(_titles(data["sections"], 1))


def _titles(sections: list[dict[str, Any]], depth: int) -> Iterator[tuple[str, str, int]]:
    for section in sections:
        title = str(section.get("title", ""))
        if title and "{{" not in title:
            yield str(section["id"]), title, depth
        yield from _titles(section.get("sections", []), depth + 1)
