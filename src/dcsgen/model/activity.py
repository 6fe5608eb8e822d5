"""Real-World Activities and their sequences (PS3.2 5.1.2, A.4.1.3)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.words import Side, StepKind


class RealWorldActivity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happens in the world, here or at the peer, and makes Application Entities communicate."""

    name: str
    side: Side
    description: str = ""
    triggered_by: tuple[str, ...] = ()


class Step(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One arrow of a sequence, between Application Entities, activities or named actors."""

    source: str
    target: str
    message: str
    kind: StepKind = StepKind.MESSAGE
    note: str = ""


class Sequence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Steps in time order, drawn as a sequence diagram."""

    title: str
    description: str = ""
    steps: tuple[Step, ...]
