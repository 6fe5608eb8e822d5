"""The rule S401: an applied IOD says something about each mandatory Module."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._mappings import standard_modules
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S401",
    slug="mandatory-module-not-stated",
    severity=Severity.WARNING,
    what="An applied IOD leaves out a Module that PS3.3 makes mandatory, so that nobody knows what becomes of it.",
    why=(
        "Every object of this sort has the Module. A reader cannot tell whether the product uses it, skips it, or was "
        "described before the Module came into the standard."
    ),
    instead="List the Module as `used`, `ignored` or `not_supported`.",
    clause="PS3.3 A.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each applied IOD that leaves out mandatory Modules, with their names."""
    for key, iod in capability.iods.items():
        mandatory = [module.name for module in standard_modules(iod) if module.usage == "M"]
        missing = [name for name in mandatory if name not in iod.modules]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            message = f"{some(missing)} of the applied IOD {quoted(key)} {verb} mandatory, but not stated"
            yield KIND.at(("iods", key, "modules"), message, hint="say whether each is used, ignored or not supported")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
