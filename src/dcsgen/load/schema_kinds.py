"""What the schemas can find wrong with a description: the findings L020 to L029."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

UNKNOWN_KEY = Kind(
    code="L020",
    slug="unknown-key",
    severity=Severity.ERROR,
    what="A key that the description language does not have at this place.",
    why="What dcsgen does not understand it cannot print, compare or check; a misspelt key would vanish silently.",
    instead="Correct the spelling. `dcsgen explain KEY.PATH` shows the keys of a place. Keys of your own go under "
    "`extensions.<plug-in>`.",
)

WRONG_TYPE = Kind(
    code="L021",
    slug="wrong-type",
    severity=Severity.ERROR,
    what="A value of another type than the key takes: text instead of a list, a list instead of a mapping.",
    why="The value cannot be understood.",
    instead="Write it as in the example of `dcsgen explain KEY.PATH`. A single item of a list still needs its dash.",
)

MISSING_KEY = Kind(
    code="L022",
    slug="missing-key",
    severity=Severity.ERROR,
    what="A key that must be there is not.",
    why="The statement would have a hole where a reader needs the fact.",
    instead="Add the key.",
)

NOT_ALLOWED = Kind(
    code="L023",
    slug="value-not-allowed",
    severity=Severity.ERROR,
    what="A value that is not one of those that the key takes.",
    why="Closed lists are what makes statements comparable.",
    instead="Take one of the listed values.",
)

WRONG_FORM = Kind(
    code="L024",
    slug="wrong-form",
    severity=Severity.ERROR,
    what="Text that does not have the form that the key takes, for example a date or an AE Title.",
    why="The standard or the document fixes the form.",
    instead="Write it as in the example of `dcsgen explain KEY.PATH`.",
)

OUT_OF_BOUNDS = Kind(
    code="L025",
    slug="out-of-bounds",
    severity=Severity.ERROR,
    what="A number that is too small or too large, a text that is too long, or a list with too few, too many or "
    "repeated items.",
    why="The standard or the document sets the bound.",
    instead="Stay within the bound that the message names.",
)

UNKNOWN_EXTENSION = Kind(
    code="L026",
    slug="unknown-extension",
    severity=Severity.WARNING,
    what="Keys under `extensions` for which no plug-in gives a schema.",
    why="Nobody checks or uses them: the plug-in is not installed, or its name is misspelt.",
    instead="Install the plug-in, or say where it is with `--plugins DIR`.",
)

BROKEN_FRAGMENT = Kind(
    code="L027",
    slug="broken-schema-fragment",
    severity=Severity.ERROR,
    what="The schema that a plug-in gives for its own keys is not a JSON Schema (draft 2020-12).",
    why="The keys under `extensions` cannot be checked.",
    instead="Tell the author of the plug-in, who can check it with any JSON Schema validator.",
)

MADE_DATA = Kind(
    code="L028",
    slug="made-data",
    severity=Severity.ERROR,
    what="The file holds the data of a document, as `dcsgen build --format json` and `dcsgen extract` write it.",
    why="In it, names are replaced by what they mean, sets are resolved, and what was included is put in: it is what "
    "dcsgen makes of a description, and cannot take its place.",
    instead="Name the description that it was made from. `dcsgen diff` and `dcsgen build --since` take data, too.",
)

ALL = (
    UNKNOWN_KEY,
    WRONG_TYPE,
    MISSING_KEY,
    NOT_ALLOWED,
    WRONG_FORM,
    OUT_OF_BOUNDS,
    UNKNOWN_EXTENSION,
    BROKEN_FRAGMENT,
    MADE_DATA,
)
