"""Values as text beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dcsgen.builtin.change_reporter._values import Piece, shortened, side_by_side, text_of
from dcsgen.model import AssociationPolicy


def test_a_record_is_told_by_what_it_says() -> None:
    record = AssociationPolicy(max_pdu_received=32768, accepted_called_ae_titles=("A", "B"), description="One\ntwo.\n")
    assert text_of(record) == "max PDU received: 32768\naccepted called AE titles: A, B\ndescription: One two."


def test_paragraphs_and_lists_of_prose_keep_their_lines() -> None:
    assert text_of("One\ntwo.\n\n- a\n- b\n") == "One two.\n\n- a\n- b"


def test_what_is_not_there_is_empty() -> None:
    assert [text_of(value) for value in (None, "", (), {})] == [""] * 4
    assert text_of(0) == "0"


def test_what_a_text_lacks_is_told() -> None:
    assert shortened("a\nb\nc\nd", 2, 99) == "a\nb\n… 2 more lines"
    assert shortened("abcdef", 9, 3) == "abc …"


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = side_by_side("It stores all objects.", "It stores most objects.")
    assert [piece.text for piece in old if not piece.same] == ["all"]
    assert [piece.text for piece in new if not piece.same] == ["most"]
    assert side_by_side("", "new") == ((), (Piece("new", False),))


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_word_is_lost(before: str, after: str) -> None:
    old, new = side_by_side(before, after)
    assert ("".join(piece.text for piece in old), "".join(piece.text for piece in new)) == (before, after)
    assert [piece.text for piece in old if piece.same] == [piece.text for piece in new if piece.same]
