"""The rule S621: a section that the layout prints in any case has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dcsgen.base.text import quoted
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.model import Capability, CharacterSets, Configuration
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity
from dcsgen.plugin.layout import OutlineSection, WhenEmpty

KIND = Kind(
    code="S621",
    slug="empty-section",
    severity=Severity.WARNING,
    what=(
        "The layout of the document keeps a section that nothing in the description is for: communication stacks, "
        "configuration, peers, parameters or character sets. Layouts of plug-ins are not looked at."
    ),
    why=(
        'The section is printed with "Not stated" or with nothing at all, and a reader cannot tell forgotten from none.'
    ),
    instead=(
        "State the facts, or say that there are none: in the `description` of `communication` or `configuration`, in "
        "`configuration.remote_description`, by `parameters: none`, by `character_sets: {supported: none}`."
    ),
    clause="PS3.2 A.4.3, A.4.4, A.7",
)


class Need(NamedTuple):
    """What the part of a section prints, and whether there is any of it."""

    path: Path
    is_stated: bool


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each section of the chosen layout that is kept without content."""
    name = capability.document.layout
    needs = _needs(capability)
    for section in _all(next((layout.sections for layout in LAYOUTS if layout.name == name), ())):
        need = needs.get(section.part)
        if need is not None and not need.is_stated and section.empty is WhenEmpty.KEEP:
            message = f"the layout {name} prints the section {quoted(section.title)}, for which nothing is stated"
            yield KIND.at(need.path, message, hint=f"add `{'.'.join(map(str, need.path))}`")


def _needs(capability: Capability) -> dict[str, Need]:
    """By the name of the part. Parts that print a sentence of their own instead are not among them."""
    communication, configuration = capability.communication, capability.configuration
    stacks = Need(("communication", "stacks"), bool(communication.stacks or communication.description))
    parameters = Need(
        ("configuration", "parameters"),
        configuration.parameters is not None or "parameter" in configuration.description.casefold(),
    )
    return {
        "stacks": stacks,
        "physical_network": stacks,
        "external_network": stacks,
        "configuration": Need(("configuration",), configuration != Configuration()),
        "remote_addresses": Need(
            ("configuration", "remote_description"), bool(configuration.remote or configuration.remote_description)
        ),
        "parameters": parameters,
        "parameters_general": parameters,
        "character_sets": Need(("character_sets",), capability.character_sets != CharacterSets()),
    }


def _all(sections: Iterable[OutlineSection]) -> Iterator[OutlineSection]:
    for section in sections:
        yield section
        yield from _all(section.sections)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
