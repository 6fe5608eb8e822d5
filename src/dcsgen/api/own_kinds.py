"""All kinds of findings that dcsgen itself can make."""

from __future__ import annotations

from dcsgen.api.answer_kinds import KINDS as ANSWER_KINDS
from dcsgen.assess import kinds as assess_kinds
from dcsgen.base.finding import Kind, Severity
from dcsgen.check import kinds as check_kinds
from dcsgen.host import kinds as host_kinds
from dcsgen.ingest import kinds as ingest_kinds
from dcsgen.load import compose_kinds, language_kinds, schema_kinds
from dcsgen.load import kinds as load_kinds
from dcsgen.resolve import kinds as resolve_kinds

UNKNOWN_TARGET = Kind(
    code="L045",
    slug="unknown-link-target",
    severity=Severity.WARNING,
    what="A link in the prose, `[words](#target)` or `[](#target)`, to something that the document does not have.",
    why="The reader clicks and nothing happens; without words of its own the link prints its target's name.",
    instead="Take the id of a section, table or figure. They stand in the address of a link in the HTML.",
)

UNKNOWN_LAYOUT = Kind(
    code="L046",
    slug="unknown-layout",
    severity=Severity.ERROR,
    what="`document.layout` names a layout that neither dcsgen nor a plug-in has.",
    why="The document cannot be built.",
    instead="Correct the name, or load the plug-in that has the layout.",
)

UNKNOWN_TEMPLATE_FOLDER = Kind(
    code="L047",
    slug="unknown-template-folder",
    severity=Severity.ERROR,
    what="`document.template` names a template folder that no plug-in has.",
    why="The document cannot be built, because it would not look as its vendor wants it.",
    instead="Correct the name, or load the plug-in that has the folder.",
)

UNKNOWN_LANGUAGE = Kind(
    code="L048",
    slug="unknown-language",
    severity=Severity.ERROR,
    what="`document.language` is a language in which layouts have no words.",
    why="The document cannot be built: its titles and headings would be in another language than its prose.",
    instead="Take another language, or give the words in a template folder, in `locales/<language>.po`.",
)

VERSION_STEP_MISSING = Kind(
    code="X023",
    slug="version-step-missing",
    severity=Severity.ERROR,
    what="The version of the product, or the revision of the document, does not go as far as the project asks for with "
    "such changes, or nobody can tell because it is not made of numbers joined by dots.",
    why="Who installs a version judges by its number whether peers must be looked at. A breaking change behind a small "
    "step is found when it breaks.",
    instead="Give the version the number that its changes deserve, keep what would break, or accept the change in "
    "`dcsgen-accepted.yaml` with the reason why it breaks nothing. What each verdict needs is in the table "
    "`[diff.version-step]` of the configuration.",
)

OF_LOADING: tuple[Kind, ...] = (
    *load_kinds.ALL,
    *schema_kinds.ALL,
    *resolve_kinds.ALL,
    *compose_kinds.ALL,
    *language_kinds.ALL,
    UNKNOWN_LAYOUT,
    UNKNOWN_TEMPLATE_FOLDER,
    UNKNOWN_LANGUAGE,
)
"""What is looked for in every description, before any rule."""

OWN: tuple[Kind, ...] = (
    *OF_LOADING,
    UNKNOWN_TARGET,
    *ingest_kinds.ALL,
    *host_kinds.ALL,
    *check_kinds.ALL,
    *assess_kinds.ALL,
    VERSION_STEP_MISSING,
    *ANSWER_KINDS,
)
"""Everything that is no rule's."""
