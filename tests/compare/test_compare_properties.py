"""What holds for all differences, whatever was edited."""

from __future__ import annotations

from typing import Any

import msgspec
from compare_helpers import EXAMPLES, canonical, comparable, edited, example
from hypothesis import given, settings
from hypothesis import strategies as st

from dcsgen.api.flat import as_lines
from dcsgen.compare import compare, patch
from dcsgen.model import Capability

NAMES = st.sampled_from(EXAMPLES)
SEEDS = st.integers(0, 2**32)
SEVERAL = settings(max_examples=50, derandomize=True)


@given(name=NAMES, seed=SEEDS, edits=st.integers(0, 8))
@SEVERAL
def test_nothing_differs_from_itself(name: str, seed: int, edits: int) -> None:
    capability = edited(example(name), seed, edits)
    assert compare(capability, capability).changes == ()
    assert compare(capability, edited(example(name), seed, edits)).changes == ()


@given(name=NAMES, seed=SEEDS, edits=st.integers(1, 12), versions=st.booleans())
@SEVERAL
def test_the_other_way_round_everything_is_the_opposite(name: str, seed: int, edits: int, versions: bool) -> None:
    old, new = example(name), edited(example(name), seed, edits)
    there = compare(old, new, versions=versions)
    back = compare(new, old, versions=versions)
    assert sorted(comparable(one.mirrored) for one in there.changes) == sorted(map(comparable, back.changes))


@given(name=NAMES, seed=SEEDS, edits=st.integers(1, 12), versions=st.booleans())
@SEVERAL
def test_the_changes_tell_everything(name: str, seed: int, edits: int, versions: bool) -> None:
    old, new = edited(example(name), seed + 1, 3), edited(example(name), seed, edits)
    made = patch(old, compare(old, new, versions=versions).changes)
    assert canonical(made) == canonical(new)


@given(first=NAMES, second=NAMES, seed=SEEDS)
@settings(max_examples=25, derandomize=True)
def test_the_changes_between_products_tell_everything(first: str, second: str, seed: int) -> None:
    old, new = edited(example(first), seed, 4), edited(example(second), seed, 4)
    assert canonical(patch(old, compare(old, new).changes)) == canonical(new)


@given(name=NAMES, seed=SEEDS, edits=st.integers(1, 12))
@SEVERAL
def test_no_two_changes_have_the_same_fingerprint(name: str, seed: int, edits: int) -> None:
    changes = list(compare(example(name), edited(example(name), seed, edits)).every())
    assert len({change.fingerprint for change in changes}) == len(changes)


def turned_around(value: Any) -> Any:
    """The same data with the keys of all mappings in the opposite order."""
    if isinstance(value, dict):
        return {key: turned_around(each) for key, each in reversed(value.items())}
    return [turned_around(each) for each in value] if isinstance(value, list) else value


@given(first=NAMES, second=NAMES, seed=SEEDS)
@settings(max_examples=25, derandomize=True)
def test_the_order_of_keys_makes_no_difference_at_all(first: str, second: str, seed: int) -> None:
    old, new = edited(example(first), seed, 4), edited(example(second), seed, 4)
    other_old, other_new = (msgspec.convert(turned_around(msgspec.to_builtins(one)), Capability) for one in (old, new))
    assert compare(old, new) == compare(other_old, other_new)


@given(name=NAMES, seed=SEEDS, edits=st.integers(0, 3))
@settings(max_examples=25, deadline=None, derandomize=True)
def test_the_text_for_git_differs_where_facts_do(name: str, seed: int, edits: int) -> None:
    old, new = example(name), edited(example(name), seed, edits)
    changes = [change for change in compare(old, new).every() if not change.standard]
    assert (as_lines(old) != as_lines(new)) == bool(changes)
