"""Assessments, and the forms in which they are written out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.base.requirement import ANY_OF, Fulfilment, Ground, Importance, Needed, Requirement, RequirementProfile


class Answered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far a product meets a need, with the grounds or, for several needs, with the answer to each."""

    need: Needed
    fulfilment: Fulfilment
    grounds: tuple[Ground, ...] = ()
    members: tuple[Answered, ...] = ()

    @property
    def conditions(self) -> tuple[str, ...]:
        """What has to be bought, set or observed, if it is met with conditions; of alternatives, for the first one."""
        if self.fulfilment is not Fulfilment.CONDITIONS:
            return ()
        own = [one.condition for one in self.grounds if one.condition]
        inner = [member.conditions for member in self.members if member.conditions]
        inner = inner[:1] if self.need.kind == ANY_OF else inner
        return tuple(dict.fromkeys([*own, *(text for conditions in inner for text in conditions)]))


class Line(Struct, frozen=True, kw_only=True):
    """One requirement with the answers of the products, in their order."""

    requirement: Requirement
    answers: tuple[Answered, ...]

    @property
    def differs(self) -> bool:
        """Whether the products are not all alike: in how far they meet it, or under which conditions."""
        return len({(answer.fulfilment, answer.conditions) for answer in self.answers}) > 1


class Tally(Struct, frozen=True, kw_only=True):
    """How many requirements of one importance a product meets."""

    importance: Importance
    met: int
    conditions: int
    not_stated: int
    not_met: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.met + self.conditions + self.not_stated + self.not_met


class Score(Struct, frozen=True, kw_only=True):
    """Points for desired and weighted requirements: surely, at best if all that is not stated were met, and of all."""

    least: float
    most: float
    possible: float


class Input(Struct, frozen=True, kw_only=True):
    """A file that was read, with the digest of its bytes (SHA-256, in hexadecimal digits)."""

    file: str
    sha256: str


class Standing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A product and how it stands: `fulfilment` is about all mandatory requirements together.

    `word` is what it was called, `document` its statement, `sha256` the digest of the resolved description. A `draft`
    says only a part of what there is.
    """

    word: str
    product: str
    vendor: str
    fulfilment: Fulfilment
    tallies: tuple[Tally, ...]
    score: Score
    document: str = ""
    draft: bool = False
    sha256: str = ""
    inputs: tuple[Input, ...] = ()


class Assessment(Struct, frozen=True, kw_only=True):
    """Everything that an assessment tells.

    `editions` say by subject of which edition of the standard the data are. `date` is the one that the user gave.
    `fail_on` is the fulfilment of a mandatory requirement from which `fails` is true. With `only_differences`, the
    report shows the lines in which the products differ; `lines` has all of them. `plugins` are names and versions of
    those that were loaded, with a digest where there is no version. `trouble` has a sentence for each kind of a plug-in
    that failed.
    """

    tool: str
    version: str
    profile: RequirementProfile
    products: tuple[Standing, ...]
    lines: tuple[Line, ...]
    fail_on: Fulfilment = Fulfilment.NOT_MET
    fails: bool = False
    date: str = ""
    only_differences: bool = False
    editions: dict[str, str] = {}
    plugins: tuple[str, ...] = ()
    trouble: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that a report shows."""
        return tuple(line for line in self.lines if line.differs) if self.only_differences else self.lines


class AssessReporter(Struct, frozen=True):
    """A named form. `write` takes the assessment and whether colours are wanted, and gives the whole text.

    With `binary`, it gives the bytes of a file instead, which can only go to one: the same assessment, the same bytes.
    `write` raises `DcsgenError` with a sentence for people when the form cannot be had on this machine.
    """

    name: str
    write: Callable[[Assessment, bool], str | bytes]
    binary: bool = False
