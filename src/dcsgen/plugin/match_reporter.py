"""Match reporters: forms in which it is written out whether two products work together."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.base.interaction import Interaction, Outcome, Side, Unmet, Workflow


class Product(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One product of a match, and where its description was read.

    `name` is what sentences call it: two products of one name have their versions in it.
    """

    side: Side
    file: str
    name: str
    version: str
    vendor: str
    document: str = ""
    draft: bool = False

    @property
    def title(self) -> str:
        """Its name and version."""
        known = not self.version or self.version in self.name.split()
        return self.name if known else f"{self.name} {self.version}"


class Explained(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a match rule is about, for every code that stands in a match; see `MatchRule` for what the fields mean."""

    code: str
    slug: str
    what: str
    why: str
    instead: str
    clause: str = ""
    together: str = ""


class Match(Struct, frozen=True, kw_only=True):
    """What two products can do together: every interaction, what has no counterpart, and the workflows.

    Interactions stand in the order of the first description, those that the first product uses before those that the
    second one does. `rules` explain the codes of the reasons. `fail_on` is the outcome from which a match fails. `site`
    is the name of a site, if one was given, and `at_site` what holds there, a sentence each.
    """

    tool: str
    version: str
    a: Product
    b: Product
    interactions: tuple[Interaction, ...]
    unmet: tuple[Unmet, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    rules: tuple[Explained, ...] = ()
    trouble: tuple[str, ...] = ()
    fail_on: Outcome = Outcome.FAILS
    site: str = ""
    at_site: tuple[str, ...] = ()

    def product(self, side: Side) -> Product:
        """The product of a side."""
        return self.a if side is Side.A else self.b

    def count(self, outcome: Outcome) -> int:
        """How many interactions have an outcome."""
        return sum(interaction.outcome is outcome for interaction in self.interactions)

    @property
    def fails(self) -> bool:
        """Whether an interaction or a workflow is as bad as `fail_on`."""
        outcomes = [*(one.outcome for one in self.interactions), *(one.outcome for one in self.workflows)]
        return any(outcome.rank >= self.fail_on.rank for outcome in outcomes)


class MatchReporter(Struct, frozen=True):
    """A named form. `write` takes the match and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same match, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[Match, bool], str | bytes]
    binary: bool = False
