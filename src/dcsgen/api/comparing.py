"""Compares two descriptions: facts with their places, verdicts, and what was held against what."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import structs

from dcsgen.api.deciding import VERSIONS, decided
from dcsgen.api.loading import Loaded, without_errors
from dcsgen.base.change import Comparison
from dcsgen.base.errors import UsageError
from dcsgen.base.site import Site
from dcsgen.base.text import did_you_mean
from dcsgen.check.configuration import DEFAULT, Configuration
from dcsgen.compare import COMPLETE, Partial, Pins, United, Written, placed, same_product, united
from dcsgen.compare import compare as facts
from dcsgen.compare.judging import OfferedChangeRule, judge
from dcsgen.compare.site import at_site
from dcsgen.compare.witnesses import witnessed
from dcsgen.host import Host
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY
from dcsgen.plugin.change_rule import Difference, Sides
from dcsgen.plugin.reporter import Looked
from dcsgen.version import __version__

Side = Loaded | Capability
"""What can be compared; only what was read from files has places."""

By = Literal["ae", "product"]
"""Whether Application Entities are compared one by one, or what all of a product do together."""


def compare(
    old: Side,
    new: Side,
    *,
    by: By = "ae",
    pins: Pins | None = None,
    partial: Partial = COMPLETE,
    versions: bool | None = None,
) -> Comparison:
    """The facts in which two descriptions differ, and which record was held against which.

    With `by="product"`, it is about what at least one Application Entity does: services are those of the union, one for
    each SOP Class and role, and paths lead to them; what is said of single Application Entities is left out.
    `pins` says which record of the old side is which of the new one: `{"application_entities": {"STORE": "ARCHIVE"}}`.
    `partial` names the sides that say only a part of what there is; what is missing there is not taken for gone. A
    side that was imported is one of them.
    With `versions`, records of the same name are the same, without it they are aligned by what they do; left alone, it
    is true if vendor and name of the product are the same.

    Raises `UsageError` for a pin that means nothing, `UnreadableInputError` for a description with errors.
    """
    before, after = _united(old, by), _united(new, by)
    return _compared(old, new, before, after, pins=pins, partial=partial, versions=versions)


def diff(
    old: Side,
    new: Side,
    host: Host,
    *,
    by: By = "ae",
    pins: Pins | None = None,
    partial: Partial = COMPLETE,
    versions: bool | None = None,
    configuration: Configuration = DEFAULT,
    today: date | None = None,
    site: Site | None = None,
) -> Difference:
    """What differs between two descriptions, what the change rules of the host say about it, and what of it counts.

    Takes what `compare` takes, and raises what it raises. `configuration` has the policy of a project, and its list of
    what is accepted; entries expire only if `today` is given. Raises `UsageError` for a policy that names a rule that
    there is not. With a `site`, as `read_site` reads it, each change says which of its peers it affects.
    """
    before, after = _united(old, by), _united(new, by)
    partial = _partial(partial, old, new)
    comparison = _compared(old, new, before, after, pins=pins, partial=partial, versions=versions)
    sides = Sides(before.capability, after.capability, _names(comparison))
    rules = [OfferedChangeRule(*pair) for pair in host.change_rules]
    verdicts = judge(comparison.changes, sides, rules)
    difference = Difference(
        tool="dcsgen",
        version=__version__,
        old=_called(old),
        new=_called(new),
        old_product=_product(sides.old),
        new_product=_product(sides.new),
        changes=verdicts.changes,
        alignment=comparison.alignment,
        trouble=verdicts.trouble,
        old_document=sides.old.document,
        new_document=sides.new.document,
        looked=tuple(Looked(kind=rule.kind, provider=provider) for provider, rule in host.change_rules),
        same_product=same_product(sides.old, sides.new),
        partial=tuple(side for side in ("old", "new") if getattr(partial, side)),
    )
    read = [side for side in (old, new) if isinstance(side, Loaded)]
    places = {what: new.tree.place(path) for what, path in VERSIONS.items()} if isinstance(new, Loaded) else {}
    difference = decided(
        difference,
        sides,
        host,
        configuration,
        today=today,
        sources=tuple(dict.fromkeys(source.name for side in read for source in side.tree.sources)),
        versions={what: place for what, place in places.items() if place is not None},
    )
    if site is not None:
        # What a project calls harmless needs no answer.
        difference = structs.replace(difference, changes=at_site(difference.changes, site, sides), site=site.name)
    # A project may weigh what a rule says otherwise, so only now it is known what breaks.
    changes, trouble = witnessed(difference.changes, sides, rules)
    return structs.replace(difference, changes=changes, trouble=(*difference.trouble, *trouble))


def _compared(
    old: Side,
    new: Side,
    before: United,
    after: United,
    *,
    pins: Pins | None,
    partial: Partial,
    versions: bool | None,
) -> Comparison:
    checked = dict(pins or {})
    _check_pins(checked, before.capability, after.capability)
    partial = _partial(partial, old, new)
    comparison = facts(before.capability, after.capability, pins=checked, partial=partial, versions=versions)
    if isinstance(old, Capability) and isinstance(new, Capability):
        return comparison
    return placed(comparison, _written(old, before), _written(new, after))


def _partial(asked: Partial, old: Side, new: Side) -> Partial:
    """The sides that are asked for, and those that are drafts by themselves."""
    drafts = [isinstance(side, Loaded) and side.partial for side in (old, new)]
    return Partial(old=asked.old or drafts[0], new=asked.new or drafts[1])


def _names(comparison: Comparison) -> dict[str, dict[str, str]]:
    """The names of records of both sides that were held against each other, by collection."""
    names: dict[str, dict[str, str]] = {name: {} for name, field in CAPABILITY.fields.items() if field.named}
    for pair in comparison.alignment:
        if len(pair.path) == 1:
            names[str(pair.path[0])][pair.old] = pair.new
    return names


def _united(side: Side, by: By) -> United:
    capability = _capability(side)
    return united(capability) if by == "product" else United(capability, {})


def _capability(side: Side) -> Capability:
    if isinstance(side, Capability):
        return side
    return without_errors(side, _called(side) or "the description")


def _written(side: Side, made: United) -> Written | None:
    if isinstance(side, Capability) or side.capability is None:
        return None
    return Written(side.capability, side.tree, made.origins)


def _called(side: Side) -> str:
    return side.tree.sources[0].name if isinstance(side, Loaded) and side.tree.sources else ""


def _product(capability: Capability) -> str:
    return f"{capability.product.name} {capability.product.version}"


def _of_those(name: str, known: list[str]) -> str:
    """What may be meant by a name that is not there, or some of those that are."""
    more = f" and {len(known) - 10} more" if len(known) > 10 else ""
    return did_you_mean(name, known) or (f"there are {', '.join(known[:10])}{more}" if known else "there are none")


def _check_pins(pins: Pins, old: Capability, new: Capability) -> None:
    named = [name for name, field in CAPABILITY.fields.items() if field.named]
    for collection, pairs in pins.items():
        if collection not in named:
            raise UsageError(f'"{collection}" has no records that can be pinned; there are {", ".join(named)}.')
        for side, names in ((old, list(pairs)), (new, list(pairs.values()))):
            known = getattr(side, collection)
            which = "old" if side is old else "new"
            for name in names:
                if name not in known:
                    hint = _of_those(name, list(known))
                    raise UsageError(
                        f'"{name}" is pinned, but the {which} description has none in {collection}; {hint}'
                    )
                if names.count(name) > 1:
                    raise UsageError(f'"{name}" of the {which} description is pinned twice in {collection}.')
