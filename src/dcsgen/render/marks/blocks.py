"""Paragraphs, lists, figures and tables that were added, removed or changed."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from html import escape

from dcsgen.plugin.statement import SectionDifference
from dcsgen.render.language import N_
from dcsgen.render.marks import inline, tables
from dcsgen.render.marks.align import Traits, align
from dcsgen.render.marks.inline import Marked
from dcsgen.render.marks.tree import Element, Mark, Run, Trees, close_tag, is_label, open_tag, parts, words_of
from dcsgen.render.marks.words import Word

_ALIKE = 0.3
_ITEMS_ALIKE = 0.15
"""A list stays the same one with few items that are."""
_NAMED_ALIKE = 0.72
"""How alike things with different names must be to be one that was renamed."""

_LISTS = {"ul", "ol", "dl"}

_WORDS_FOR = {"p": "text", "li": "list item", "figure": "figure", "pre": "text", "blockquote": "text", "dt": "term"}


class Merger:
    """Merges two trees of a section; `events` are what it found, in the order of the document."""

    def __init__(self, trees: Trees, word: Word) -> None:
        self._word = word
        self.trees = trees
        self.events: list[SectionDifference] = []

    def content(self, old: Element, new: Element) -> Marked:
        """What stands in two elements that belong together, as that of the new one with marks."""
        olds, news = parts(self.trees, old, old=True), parts(self.trees, new, old=False)
        if len(olds) == len(news) == 1 and isinstance(olds[0], tuple) and isinstance(news[0], tuple):
            only = inline.merged(olds[0], news[0])
            return Marked(only.html, only.changed, only.changed)
        pieces: list[str] = []
        changed = own = False
        for pair in align(olds, news, self._traits):
            if pair.equal and pair.new is not None:
                pieces.append(self._as_it_is(pair.new))
                continue
            if pair.old is None or pair.new is None:
                mark = Mark.REMOVED if pair.new is None else Mark.ADDED
                piece = pair.old if pair.new is None else pair.new
                if isinstance(piece, tuple):
                    pieces.append(inline.all_of(piece, mark))
                    own = True
                else:
                    self._tell(piece, mark)
                    pieces.append(self.whole(piece, mark))
                changed = True
                continue
            one = self._both(pair.old, pair.new)
            pieces.append(one.html)
            changed = changed or one.changed
            own = own or (one.changed and isinstance(pair.new, tuple))
        return Marked("".join(pieces), changed, own)

    def whole(self, element: Element, mark: Mark) -> str:
        """An element that was added or removed with all that is in it."""
        ids = mark is Mark.ADDED
        if element.tag in ("table", "div") and (table := _table_of(element)) is not None:
            inside = tables.whole(table, mark, self)
            if element is table:
                return inside
            name = caption_of(table) if not ids else ""
            return f"{open_tag(element, mark, ids=ids, more={'aria-label': name})}{inside}</div>"
        return f"{open_tag(element, mark, ids=ids)}{self.inside(element, mark)}{close_tag(element)}"

    def inside(self, element: Element, mark: Mark) -> str:
        """What stands in an element that was added or removed."""
        return "".join(
            inline.all_of(part, mark) if isinstance(part, tuple) else self.whole(part, mark)
            for part in parts(self.trees, element, old=mark is Mark.REMOVED)
        )

    def tell(self, mark: Mark, what: str, name: str) -> None:
        """Note that something was added, removed or changed."""
        self.events.append(SectionDifference(mark, what, name))

    def _tell(self, element: Element, mark: Mark) -> None:
        if (table := _table_of(element)) is not None:
            self.tell(mark, "table", caption_of(table))
        elif element.tag == "figure":
            self.tell(mark, "figure", _name_of_figure(element))
        elif element.tag in _LISTS:
            self.tell(mark, "list", "")
        else:
            self.tell(mark, _WORDS_FOR.get(element.tag, "text"), _lead(element))

    def _as_it_is(self, part: Element | Run) -> str:
        if isinstance(part, tuple):
            return inline.written((token, None) for token in part)
        return self.trees.html(part)

    def _both(self, old: Element | Run, new: Element | Run) -> Marked:
        """Two parts of the same kind that belong together."""
        if isinstance(old, tuple) or isinstance(new, tuple):
            return inline.merged(old, new) if isinstance(old, tuple) and isinstance(new, tuple) else Marked("", False)
        if new.tag == "table":
            return tables.merged(old, new, self)
        if new.tag == "figure":
            return self._figures(old, new)
        inner = self.content(old, new)
        if inner.own and not (new.tag == "span" or new.getparent().tag in ("td", "th")):
            self.tell(Mark.CHANGED, _WORDS_FOR.get(new.tag, "text"), _lead(new))
        # A list or a region only holds what is changed; what holds words of its own is changed itself.
        mark = Mark.CHANGED if inner.own else None
        return Marked(f"{open_tag(new, mark)}{inner.html}{close_tag(new)}", inner.changed)

    def _figures(self, old: Element, new: Element) -> Marked:
        """A figure with the new drawing: that it is another one is said beside its caption."""
        drawings = [[self.trees.whole(image) for image in side.iter("img")] for side in (old, new)]
        redrawn = drawings[0] != drawings[1]
        pieces = []
        changed = redrawn
        before = old.find("figcaption")
        for part in parts(self.trees, new, old=False):
            if isinstance(part, tuple) or part.tag != "figcaption":
                pieces.append(self._as_it_is(part))
                continue
            inner = Marked(self.inside(part, Mark.ADDED), True) if before is None else self.content(before, part)
            changed = changed or inner.changed
            said = escape(self._word(N_("figure changed")))
            note = f'<span class="change-note"> ({said})</span>' if redrawn else ""
            pieces.append(f"{open_tag(part)}{inner.html}{note}{close_tag(part)}")
        if changed:
            self.tell(Mark.CHANGED, "figure", _name_of_figure(new))
        return Marked(f"{open_tag(new, Mark.CHANGED if changed else None)}{''.join(pieces)}</figure>", changed)

    def _traits(self, part: Element | Run) -> Traits:
        if isinstance(part, tuple):
            keys = tuple(token.key for token in part)
            return Traits(keys, None, "text", lambda: [key for key in keys if key != " "], _ALIKE)
        name = _name(part)
        return Traits(
            self.trees.whole(part),
            name,
            (part.tag, part.get("class") if part.tag in ("div", "span") else ""),
            partial(words_of, part),
            _NAMED_ALIKE if name is not None else _ITEMS_ALIKE if part.tag in _LISTS else _ALIKE,
        )


def caption_of(table: Element) -> str:
    """What the caption of a table says behind its number."""
    caption = table.find("caption")
    return "" if caption is None else _behind_label(caption)


def _name_of_figure(figure: Element) -> str:
    caption = figure.find("figcaption")
    return "" if caption is None else _behind_label(caption)


def _behind_label(caption: Element) -> str:
    label = next((each for each in caption if is_label(each)), None)
    text = caption.text_content() if label is None else caption.text_content().replace(label.text or "", "", 1)
    return " ".join(text.split())


def _table_of(element: Element) -> Element | None:
    """The table that an element is, or is the region of."""
    if element.tag == "table":
        return element
    return element[0] if element.tag == "div" and len(element) == 1 and element[0].tag == "table" else None


def _name(element: Element) -> Hashable | None:
    """By what authors and readers know a block: the id of a table, the words in bold that a list item begins with."""
    if (table := _table_of(element)) is not None:
        caption = table.find("caption")
        return caption.get("id") if caption is not None else None
    if element.get("id"):
        return str(element.get("id"))
    return _lead(element) or None


def _lead(element: Element) -> str:
    """The words in bold that a block begins with."""
    if (element.text or "").strip() or not len(element):
        return ""
    first = element[0]
    if first.tag in ("strong", "b") or first.get("class") == "key":
        return " ".join(first.text_content().split()).rstrip(".:")
    return ""
