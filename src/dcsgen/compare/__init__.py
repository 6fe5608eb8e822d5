"""Says in which facts two Capabilities differ: values in, values out, and no opinion."""

from dcsgen.compare.alignment import Pins, same_product
from dcsgen.compare.comparing import COMPLETE, Partial, compare
from dcsgen.compare.patch import patch
from dcsgen.compare.places import Written, placed
from dcsgen.compare.united import United, united

__all__ = [
    "COMPLETE",
    "Partial",
    "Pins",
    "United",
    "Written",
    "compare",
    "patch",
    "placed",
    "same_product",
    "united",
]
