"""What can be wrong where a description draws in other files: the findings L040 to L044."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

INCLUDE_NOT_FOUND = Kind(
    code="L040",
    slug="include-not-found",
    severity=Severity.ERROR,
    what="`include` or `extends` names a file that does not exist.",
    why="A part of the description is missing, so nothing can be said about the whole.",
    instead="Write the name relative to the file that names it.",
)

INCLUDE_OUTSIDE = Kind(
    code="L041",
    slug="include-outside",
    severity=Severity.ERROR,
    what="`include` or `extends` names a file outside of the folder of the description, by an absolute path, by "
    "`..`, or through a link.",
    why="A description is data that travels from vendor to purchaser. It must not read files of the machine on "
    "which it is opened.",
    instead="Keep all files of a description in its folder or below it.",
)

INCLUDE_CYCLE = Kind(
    code="L042",
    slug="include-cycle",
    severity=Severity.ERROR,
    what="A file draws in itself, directly or through others.",
    why="There is no order in which the parts could be joined.",
    instead="Take one of the `include` or `extends` entries of the chain out.",
)

INCLUDE_CONFLICT = Kind(
    code="L043",
    slug="include-conflict",
    severity=Severity.ERROR,
    what="Two files that are joined by `include` give the same key different values.",
    why="Included files stand side by side, none comes before the other, so neither value could win.",
    instead="Keep one of the two. To change values of another file, use `extends`.",
)

TOO_MANY_FILES = Kind(
    code="L044",
    slug="too-many-files",
    severity=Severity.ERROR,
    what="The description is made of more files than dcsgen reads.",
    why="No real description comes near; a hostile one could otherwise keep a build server busy.",
    instead="Join some of the files.",
)

ALL = (INCLUDE_NOT_FOUND, INCLUDE_OUTSIDE, INCLUDE_CYCLE, INCLUDE_CONFLICT, TOO_MANY_FILES)
