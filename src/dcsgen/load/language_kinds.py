"""What can be wrong with the languages of texts: the finding L060."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

NOT_TRANSLATED = Kind(
    code="L060",
    slug="text-not-translated",
    severity=Severity.WARNING,
    what="A text of the description is not there in the language of the document, which shows it in another one: the "
    "main language of the description, or the first one that there is.",
    why="A reader who asked for a statement in his language finds foreign sentences in it.",
    instead="Write the text as a mapping of languages: `scope: {en: …, de: …}`. Texts that are no mappings are in the "
    "main language, which is `document.language`; of those, one finding tells how many there are.",
)

ALL: tuple[Kind, ...] = (NOT_TRANSLATED,)
