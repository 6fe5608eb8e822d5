"""Holds two single values against each other: which action turns one into the other."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from dcsgen.base.change import Action
from dcsgen.base.words import Stance
from dcsgen.model.compared import Everything, Field, Form, Stances

_SINGLE = {Form.WORDS, Form.VALUE, Form.SIZE, Form.SCALE, Form.EXTENT, Form.RANGE}


def is_single(field: Field) -> bool:
    """Whether a field holds one value, which `action` compares."""
    return field.form in _SINGLE


def unstated(value: Any) -> bool:
    """Whether a value says nothing: None, or an empty text or list."""
    return value is None or value == "" or value == ()


def action(field: Field, before: Any, after: Any) -> Action | None:
    """What happened to a single value; None if both mean the same."""
    if before == after:
        return None
    if unstated(before):
        return Action.STATED
    if unstated(after):
        return Action.UNSTATED
    if field.form is Form.SIZE:
        return _larger(size_of(field, before), size_of(field, after))
    if field.form is Form.SCALE and before in field.scale and after in field.scale:
        return _larger(field.scale.index(before), field.scale.index(after))
    if field.form is Form.EXTENT:
        return _wider(extent_of(field, before), extent_of(field, after))
    if field.form is Form.RANGE:
        return _roomier(before, after)
    return Action.CHANGED


def stance(stances: Stances, roles: tuple[str, ...]) -> Stance | None:
    """The stance of a product in these roles; None if it has none, or several at once."""
    if not isinstance(stances, Mapping):
        return stances
    found = {stances[role] for role in roles if role in stances}
    return found.pop() if len(found) == 1 else None


def roles_of(field: Field, value: Any) -> tuple[str, ...]:
    """The single roles that the value of a role field stands for, sorted."""
    if unstated(value):
        return ()
    extent = extent_of(field, value)
    return () if isinstance(extent, Everything) else tuple(sorted(extent))


def size_of(field: Field, value: Any) -> float:
    """A number, infinite where it means that there is no limit."""
    if value in field.unlimited:
        return math.inf
    return float(value) if isinstance(value, int | float) else math.nan


def _larger(before: float, after: float) -> Action:
    if after > before:
        return Action.RAISED
    return Action.LOWERED if after < before else Action.CHANGED


def extent_of(field: Field, value: Any) -> frozenset[str] | Everything:
    """What a word or a list stands for."""
    if isinstance(value, tuple):
        return frozenset(str(each) for each in value)
    return field.extents.get(value, frozenset({str(value)}))


def _wider(before: frozenset[str] | Everything, after: frozenset[str] | Everything) -> Action | None:
    if before == after:
        return None
    if isinstance(after, Everything):
        return Action.WIDENED
    if isinstance(before, Everything):
        return Action.NARROWED
    if before < after:
        return Action.WIDENED
    return Action.NARROWED if after < before else Action.CHANGED


def _roomier(before: tuple[Any, Any], after: tuple[Any, Any]) -> Action:
    low, high = (
        (_bound(each[0], -math.inf) for each in (before, after)),
        (_bound(each[1], math.inf) for each in (before, after)),
    )
    (old_low, new_low), (old_high, new_high) = low, high
    if new_low <= old_low and new_high >= old_high:
        return Action.WIDENED
    return Action.NARROWED if new_low >= old_low and new_high <= old_high else Action.CHANGED


def _bound(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
