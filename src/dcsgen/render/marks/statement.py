"""A document with change marks: sections of both documents by their ids, each merged with what it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape

from msgspec import Struct, structs

from dcsgen.plugin.statement import Changes, Section, SectionChanges, SectionDifference, Statement
from dcsgen.render.marks import inline
from dcsgen.render.marks.align import Traits, align
from dcsgen.render.marks.blocks import Merger
from dcsgen.render.marks.tree import Mark, Trees, without_numbers, words
from dcsgen.render.marks.words import Word, in_words

_RENAMED = 0.5
_HISTORY = "history"
_TAGS = re.compile("<[^>]*>")


def marked(old: Statement, new: Statement) -> Statement:
    """The new document with marks for all that differs from the old one, and `changes` in words.

    Both are of the same layout. What is removed stands at its place, without ids and links.
    """
    document = _Document(old.sections, new.sections, new.word)
    sections = document.sections(document.pairs)
    since, product = old.capability.document, old.capability.product
    return structs.replace(
        new,
        sections=sections,
        changes=Changes(
            revision=since.revision, date=since.date, version=product.version, sections=tuple(document.changes)
        ),
    )


class _Paired(Struct, frozen=True):
    """A section of one document or of both, with those in it."""

    old: Section | None
    new: Section | None
    children: tuple[_Paired, ...]


class _Document:
    """Both documents; collects what differs."""

    def __init__(self, old: Sequence[Section], new: Sequence[Section], word: Word) -> None:
        self._word = word
        self._old = {section.id: section for section in _all(old)}
        self._new = {section.id: section for section in _all(new)}
        self.pairs = tuple(self._paired(old, new))
        self._names = dict(_renamed(self.pairs))
        self._anchors = tuple(
            {anchor for section in sections.values() for anchor in _anchors(section)}
            for sections in (self._old, self._new)
        )
        self.changes: list[SectionChanges] = []

    def _paired(self, old: Sequence[Section], new: Sequence[Section]) -> Iterator[_Paired]:
        """Sections by their ids, wherever they stand; others by title and text, among those beside them."""
        gone = [section for section in old if section.id not in self._new]
        come = [section for section in new if section.id not in self._old]
        renamed = {new.id: was for was, new, _ in align(gone, come, _traits) if was is not None and new is not None}
        before = [self._old.get(section.id) or renamed.get(section.id) for section in new]
        here = {section.id for section in before if section is not None}
        # What is gone stands behind what it stood behind.
        behind: dict[str, list[Section]] = {}
        last = ""
        for section in old:
            if section.id in here:
                last = section.id
            elif section.id not in self._new:
                behind.setdefault(last, []).append(section)
        yield from map(self._gone, behind.get("", ()))
        for section, was in zip(new, before, strict=True):
            yield _Paired(was, section, tuple(self._paired(was.children if was else (), section.children)))
            if was is not None:
                yield from map(self._gone, behind.pop(was.id, ()))

    def _gone(self, section: Section) -> _Paired:
        return _Paired(section, None, tuple(self._paired(section.children, ())))

    def sections(self, pairs: Iterable[_Paired]) -> tuple[Section, ...]:
        """The sections with their marks."""
        return tuple(self._section(pair) for pair in pairs)

    def _section(self, pair: _Paired) -> Section:
        if pair.new is None:
            assert pair.old is not None
            return self._removed(pair.old, pair.children)
        if pair.old is None:
            return self._added(pair.new, pair.children)
        old, new = pair.old, pair.new
        title = inline.merged(tuple(words(old.title)), tuple(words(new.title)))
        html, events = self._content(old.html, new.html)
        if title.changed:
            events = [SectionDifference(Mark.CHANGED, "title", ""), *events]
        self._tell(new, events)
        return structs.replace(
            new,
            html=html,
            change=Mark.CHANGED if events else "",
            heading=title.html if title.changed else "",
            children=self.sections(pair.children),
        )

    def _content(self, old: str, new: str) -> tuple[str, list[SectionDifference]]:
        if old == new or without_numbers(old) == without_numbers(new):
            return new, []
        merger = Merger(Trees(self._target), self._word)
        before, after = merger.trees.read(old, old=True), merger.trees.read(new, old=False)
        inner = merger.content(before, after)
        return (inner.html, merger.events) if inner.changed else (new, [])

    def _whole(self, html: str, mark: Mark) -> str:
        if not html.strip():
            return html
        merger = Merger(Trees(self._target), self._word)
        return merger.inside(merger.trees.read(html, old=mark is Mark.REMOVED), mark)

    def _added(self, section: Section, children: Iterable[_Paired]) -> Section:
        self._tell(section, [SectionDifference(Mark.ADDED, "section", "")])
        told = len(self.changes)
        inside = self.sections(children)
        # That the sections in it are new goes without saying.
        del self.changes[told:]
        return structs.replace(
            section,
            html=self._whole(section.html, Mark.ADDED),
            change=Mark.ADDED,
            heading=inline.all_of(tuple(words(section.title)), Mark.ADDED),
            children=inside,
        )

    def _removed(self, section: Section, children: Iterable[_Paired]) -> Section:
        self._tell(section, [SectionDifference(Mark.REMOVED, "section", "")])
        told = len(self.changes)
        inside = self.sections(children)
        del self.changes[told:]
        number = f'<span class="no">{escape(section.label or section.number)}</span> ' if section.number else ""
        return structs.replace(
            section,
            number="",
            label="",
            html=self._whole(section.html, Mark.REMOVED),
            change=Mark.REMOVED,
            heading=f"<del>{number}{escape(section.title, quote=False)}</del>",
            children=inside,
        )

    def _tell(self, section: Section, events: Sequence[SectionDifference]) -> None:
        # What the history of revisions says is about changes, and none itself.
        if events and section.id != _HISTORY and f'id="table-{_HISTORY}"' not in section.html:
            told = SectionChanges(
                id=section.id,
                number=section.number,
                title=section.title,
                differences=tuple(events),
                words=tuple(in_words(events, self._word)),
            )
            self.changes.append(told)

    def _target(self, id: str, old: bool) -> str:
        """The name of a link's target that both documents know; what only one of them has is not told apart:
        a table that was renamed is no other one."""
        name = self._names.get(id, id) if old else id
        known = name in self._anchors[1] and (name in self._anchors[0] or name in self._names.values())
        return f"#{name}" if known else "#"


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _renamed(pairs: Iterable[_Paired]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        if pair.old is not None and pair.new is not None and pair.old.id != pair.new.id:
            yield pair.old.id, pair.new.id
        yield from _renamed(pair.children)


_ID = re.compile(r'<[^>]*\sid="([^"]*)"')


def _anchors(section: Section) -> Iterator[str]:
    yield section.id
    yield from _ID.findall(section.html)


def _traits(section: Section) -> Traits:
    return Traits(section.id, section.title, section.level, partial(_words, section), _RENAMED)


_MOST_WORDS = 3000


def _words(section: Section) -> list[str]:
    """The words of a section and those in it, the first ones if there are very many."""
    found: list[str] = []
    for each in _all([section]):
        found += _TAGS.sub(" ", f"{each.title} {each.html}").split()
        if len(found) > _MOST_WORDS:
            break
    return found[:_MOST_WORDS]
