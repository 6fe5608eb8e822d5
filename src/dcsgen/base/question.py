"""Questions to a vendor about what a description does not state, and what was answered."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from dcsgen.base.finding import dotted
from dcsgen.base.interaction import Side
from dcsgen.base.place import Path, Place

LENGTH = 8
"""Hexadecimal digits in the id of a question."""

YES, NO = "yes", "no"


class Question(Struct, frozen=True, kw_only=True):
    """A question about one key of a description.

    `number` counts in one questionnaire, `id` is the same in each. `about` is the record that it is about, in words;
    `text` asks. `takes` says with what to answer, `words` are those that can be chosen, if only these can be.
    `why` are sentences on why it is asked; `decides` is how many interactions hang on the answer.
    """

    number: int
    id: str
    side: Side
    product: str
    path: Path
    about: str
    text: str
    takes: str
    words: tuple[str, ...] = ()
    example: str = ""
    clause: str = ""
    why: tuple[str, ...] = ()
    decides: int = 0

    @property
    def key(self) -> str:
        """The path with dots."""
        return dotted(self.path)


class Questionnaire(Struct, frozen=True, kw_only=True):
    """Questions in the order in which they are to be asked; `products` are the names of those that they are about."""

    tool: str
    version: str
    products: dict[Side, str]
    questions: tuple[Question, ...]

    @property
    def title(self) -> str:
        """What stands above the questions."""
        names = " and ".join(self.products.values())
        return f"Questions about {names}"


class Answer(Struct, frozen=True, kw_only=True):
    """What stands in a sheet beside a question: `text` is empty for one that is open.

    `where` says in words where it stands in the sheet: `cell H7`.
    """

    number: str
    id: str
    key: str
    text: str
    remark: str = ""
    where: str = ""
    place: Place | None = None

    @property
    def side(self) -> Side | None:
        """The product that the question is about, as its id says; None if that is no id."""
        letter = self.id[:1].lower()
        return Side(letter) if letter in tuple(Side) else None


def question_id(side: Side, path: Path) -> str:
    """The id of the question about a key of a product: the same in every run."""
    text = f"{side}\0{dotted(path)}"
    return f"{side.upper()}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}"
