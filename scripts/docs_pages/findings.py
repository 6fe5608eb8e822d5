"""docs/findings.md: every kind of finding."""

from __future__ import annotations

from dcsgen.api.explaining import kinds
from dcsgen.base.finding import Kind
from dcsgen.host import open_host
from docs_pages.markdown import head, table

AREAS = {
    "L00": "Reading a file",
    "L01": "Reading a file",
    "L02": "Keys and values",
    "L03": "Names and references",
    "L05": "Names and references",
    "L04": "Several files, and links",
    "L06": "Languages",
    "Q": "Answers to questions",
    "R": "Requirement profiles",
    "I": "Reading statements of others (`dcsgen import`)",
    "S": "Rules of `dcsgen check`",
    "X02": "Projects: what is accepted and asked for",
    "X": "Plug-ins",
}
"""Titles by the beginning of a code."""

INTRODUCTION = """\
Everything that `dcsgen check`, `dcsgen build` and `dcsgen import` can find, `dcsgen questions` in answers, and `dcsgen
assess` in requirement profiles. `dcsgen explain CODE` shows the same. A code is never used for anything else later. The
rules of a plug-in have its name in their code, as in `xyz/S1`; `dcsgen explain` knows them where the plug-in is loaded.
"""


def page() -> str:
    """The text of the page; KeyError if a code belongs to no area."""
    areas: dict[str, list[Kind]] = {}
    for kind in sorted(kinds(open_host(vendors=False)).values(), key=lambda kind: kind.code):
        areas.setdefault(area_of(kind.code), []).append(kind)
    rows = [
        (f"[{kind.code}](#{kind.slug})", f"`{kind.slug}`", kind.severity.value, area)
        for area, members in areas.items()
        for kind in members
    ]
    sections = [f"## {area}\n\n" + "\n".join(map(_section, members)) for area, members in areas.items()]
    contents = table(("code", "slug", "severity", "about"), rows)
    return "\n".join([head("Findings", "the kinds in the code"), INTRODUCTION, contents, *sections])


def area_of(code: str) -> str:
    """The title under which a code stands; KeyError if there is none."""
    for start, title in AREAS.items():
        if code.startswith(start):
            return title
    raise KeyError(f"{code} belongs to no area of docs_pages/findings.py")


def _section(kind: Kind) -> str:
    clause = f"\n*Clause.* {kind.clause}.\n" if kind.clause else ""
    return (
        f'<a id="{kind.slug}"></a>\n\n### {kind.code} {kind.slug}\n\n**{kind.severity.capitalize()}.** {kind.what}\n\n'
        f"*Why it matters.* {kind.why}\n\n*Instead.* {kind.instead}\n{clause}"
    )
