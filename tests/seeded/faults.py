"""Faults that are put into the examples one by one: the form of the files in this folder.

Each file holds one family of faults as a list. A fault is an edit of one file, and what must be found then:

    - fault: an AE Title of 20 characters
      file: examples/xyz/configuration.yaml
      replace: "ae_title: XYZ_IMPORT"
      by: "ae_title: XYZ_PRESCRIPTION_IMP"
      finds: L024

`replace` stands in the file once. The finding must be at the line where the new text begins, or so many lines `below`
it. If it belongs elsewhere, `at` is text that the file has once, after the edit, and the line is that of its end; `in`
names the file if it is another one. `also` lists consequences of the fault, with `finds`, `at` and `file`; nothing else
may be found. `slip` says that published statements have this very fault. `profile` is the one that looks for the fault,
`release` if it is not given.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from msgspec import Struct, field

from dcsgen.base.finding import Profile

FOLDER = Path(__file__).parent
DESCRIPTIONS = {
    "examples/xyz": "examples/xyz/xyz.yaml",
    "examples/dcmqrscp": "examples/dcmqrscp/dcmqrscp.yaml",
    "examples/archive": "examples/archive/archive.yaml",
    "plugins": "examples/xyz/xyz.yaml",
}
"""Which description shows the faults of the files in a folder."""


class Found(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that is a consequence of a fault: its code, and the line where `at` ends in a file."""

    finds: str
    at: str
    file: str = ""


class Fault(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An edit, and what it makes `dcsgen check` find."""

    family: str = ""
    fault: str
    file: str
    replace: str
    by: str = ""
    finds: str
    other: str = field(default="", name="in")
    at: str = ""
    below: int = 0
    also: tuple[Found, ...] = ()
    slip: bool = False
    profile: Profile = Profile.RELEASE

    def __str__(self) -> str:
        return f"{self.family}: {self.fault}"

    @property
    def description(self) -> str:
        """The description that has to be checked."""
        return next(main for folder, main in DESCRIPTIONS.items() if self.file.startswith(f"{folder}/"))

    def edited(self, text: str) -> str:
        """The text of the file with the fault in it."""
        assert text.count(self.replace) == 1, f"{self.file} has {text.count(self.replace)} times: {self.replace}"
        assert self.by != self.replace
        return text.replace(self.replace, self.by)

    def places(self, root: Path, before: str) -> list[tuple[str, str, int]]:
        """Code, file and line of everything that has to be found, below a folder in which the fault is.

        `before` is the text of the file without it.
        """
        elsewhere = [Found(self.finds, self.at, self.other)] if self.at else []
        places = []
        if not self.at:
            places.append((self.finds, self.file, before.partition(self.replace)[0].count("\n") + 1 + self.below))
        for one in (*elsewhere, *self.also):
            file = one.file or self.file
            places.append((one.finds, file, line_of(one.at, (root / file).read_text("utf-8"))))
        return sorted(places)


def line_of(wanted: str, text: str) -> int:
    """The line in which a text that stands in another one once has its end."""
    assert text.count(wanted) == 1, f"{text.count(wanted)} times: {wanted}"
    return text[: text.index(wanted) + len(wanted.rstrip())].count("\n") + 1


def families() -> dict[str, list[Fault]]:
    """The faults by family, as the files in this folder list them."""
    found = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        listed = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        read = msgspec.convert(listed, list[Fault], strict=False)
        found[file.stem] = [msgspec.structs.replace(fault, family=file.stem) for fault in read]
    return found
