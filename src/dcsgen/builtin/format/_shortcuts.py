"""Work of WeasyPrint that a document does not need, left out while one is written.

Each part replaces something inside WeasyPrint or pydyf and puts it back. Nothing on the pages is another for it. They
are for the versions named here; any other version does all the work.
"""

from __future__ import annotations

import ctypes.util
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from types import SimpleNamespace
from typing import Any

_VERSIONS = {"weasyprint": "70.", "pydyf": "0.13."}
_FOOTNOTES = ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
_FOOTNOTE_WORDS = ("footnote", "note(", "::note-")


@contextmanager
def shortcuts(html: str) -> Iterator[None]:
    """All of them, for a page of HTML with its style sheets inside; none if the versions are not those known here."""
    with ExitStack() as stack:
        if not versions_known():
            yield
            return
        for shortcut in (
            texts_set_once,
            leaders_in_one_piece,
            pages_styled_once,
            packed_lightly,
            partial(no_footnotes, html),
        ):
            stack.enter_context(shortcut())
        yield


def versions_known() -> bool:
    """Whether what is replaced has been looked at in the versions that are installed."""
    import pydyf  # type: ignore[import-untyped]
    import weasyprint  # type: ignore[import-untyped]

    installed = {"weasyprint": weasyprint.__version__, "pydyf": pydyf.VERSION}
    return all(f"{installed[name]}.".startswith(version) for name, version in _VERSIONS.items())


@contextmanager
def texts_set_once() -> Iterator[None]:
    """Lines stay in Pango from layout to drawing, which would else set each again. It takes some 2 KiB a line."""
    from weasyprint.text.line_break import Layout  # type: ignore[import-untyped]

    def reactivate(original: Callable[..., None], layout: Any, style: Any) -> None:
        # Drawing is without a width: a layout that would wrap, or one to be justified, is made anew.
        if layout.justification_spacing or layout.get_first_line()[1] is not None:
            original(layout, style)

    with replaced(Layout, "deactivate", lambda _, layout: None), replaced(Layout, "reactivate", reactivate):
        yield


@contextmanager
def leaders_in_one_piece() -> Iterator[None]:
    """The dots of a line of the contents are one text, not dozens of boxes: a sixth of all boxes of a document."""
    from weasyprint.layout import inline  # type: ignore[import-untyped]
    from weasyprint.layout.leader import leader_index  # type: ignore[import-untyped]

    def handle_leader(original: Callable[..., None], context: Any, line: Any, containing_block: Any) -> None:
        original(context, line, containing_block)
        _, leader = leader_index(line)
        if leader is None or len(leader.children) < 2:
            return
        # They stand side by side, the last one leftmost.
        *_, dots = leader.children
        dots.width *= len(leader.children)
        dots.text *= len(leader.children)
        dots.pango_layout = type(dots.pango_layout)(dots.style)
        dots.pango_layout.set_text(dots.text)
        dots.pango_layout.deactivate()
        leader.children = (dots,)

    with replaced(inline, "handle_leader", handle_leader):
        yield


@contextmanager
def pages_styled_once() -> Iterator[None]:
    """Pages to which the same @page rules apply share their styles.

    Each page would else get twenty of its own, and look for them among those of all pages before it, so that the
    time grows with the square of their number.
    """
    from weasyprint.layout import page as pages

    models: dict[Any, tuple[Any, list[str | None]]] = {}

    def set_styles(original: Callable[..., None], page: Any, html: Any, style_for: Any) -> None:
        selectors = (
            selector
            for sheet, _, _ in style_for._sheets
            for _, selector_list, _ in sheet.page_rules
            for _, _, selector in selector_list
        )
        rules = style_for, tuple(style_for._page_type_match(selector, page) for selector in selectors)
        styles = style_for.get_computed_styles()
        if rules in models:
            model, parts = models[rules]
            styles.update({(page, part): styles[model, part] for part in parts})
        else:
            original(page, html, style_for)
            models[rules] = page, [part for element, part in styles if element is page]

    with replaced(pages, "set_page_type_computed_styles", set_styles):
        yield


@contextmanager
def no_footnotes(html: str) -> Iterator[None]:
    """Nothing is kept ready for footnotes where there are none: it would be five styles for each element."""
    from weasyprint.html import UA_STYLESHEET  # type: ignore[import-untyped]

    matcher = UA_STYLESHEET.matcher
    rules = matcher.other_selectors
    if not any(word in html for word in _FOOTNOTE_WORDS):
        matcher.other_selectors = [rule for rule in rules if rule[3] not in _FOOTNOTES]
    try:
        yield
    finally:
        matcher.other_selectors = rules


@contextmanager
def packed_lightly() -> Iterator[None]:
    """Pages are compressed in a quarter of the time, which makes the file larger by a twenty-fifth."""
    import pydyf

    original = pydyf.zlib
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj())
    try:
        yield
    finally:
        pydyf.zlib = original


@contextmanager
def libraries_found_by_name() -> Iterator[None]:
    """Shared libraries have one name on Linux, which is the fourth that WeasyPrint tries. Before, two dozen runs of
    a compiler would look for libraries of the other names."""
    if sys.platform == "linux":
        with replaced(ctypes.util, "find_library", lambda _, name: None):
            yield
    else:
        yield


@contextmanager
def replaced(owner: Any, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """`owner.name` is `function` meanwhile, which gets what it replaces as its first argument."""
    original = getattr(owner, name, None)
    if original is None:
        yield
        return

    def replacement(*args: Any, **kwargs: Any) -> Any:
        return function(original, *args, **kwargs)

    setattr(owner, name, replacement)
    try:
        yield
    finally:
        setattr(owner, name, original)
