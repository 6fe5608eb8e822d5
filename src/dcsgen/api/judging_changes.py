"""The whole of a comparison: facts, verdicts, alignment, and what the two sides are called."""

from __future__ import annotations

from dcsgen.api.comparing import Side, compare
from dcsgen.api.loading import Loaded
from dcsgen.compare import COMPLETE, Partial, Pins
from dcsgen.compare.judging import OfferedChangeRule, judge
from dcsgen.host import Host
from dcsgen.model import Capability
from dcsgen.plugin.change_rule import Difference, Sides
from dcsgen.version import __version__


def diff(
    old: Side,
    new: Side,
    host: Host,
    *,
    pins: Pins | None = None,
    partial: Partial = COMPLETE,
    versions: bool | None = None,
) -> Difference:
    """What differs between two descriptions, and what the change rules of the host say about it.

    Takes what `compare` takes, and raises what it raises.
    """
    comparison = compare(old, new, pins=pins, partial=partial, versions=versions)
    sides = Sides(_capability(old), _capability(new))
    verdicts = judge(comparison.changes, sides, [OfferedChangeRule(*pair) for pair in host.change_rules])
    return Difference(
        tool="dcsgen",
        version=__version__,
        old=_called(old),
        new=_called(new),
        old_product=_product(sides.old),
        new_product=_product(sides.new),
        changes=verdicts.changes,
        alignment=comparison.alignment,
        trouble=verdicts.trouble,
    )


def _capability(side: Side) -> Capability:
    found = side if isinstance(side, Capability) else side.capability
    assert found is not None
    return found


def _called(side: Side) -> str:
    return side.tree.sources[0].name if isinstance(side, Loaded) and side.tree.sources else ""


def _product(capability: Capability) -> str:
    return f"{capability.product.name} {capability.product.version}"
