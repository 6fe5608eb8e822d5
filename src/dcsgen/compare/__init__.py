"""Says in which facts two Capabilities differ: values in, values out, and no opinion."""

from dcsgen.compare.alignment import Pins, same_product
from dcsgen.compare.comparing import COMPLETE, Partial, compare
from dcsgen.compare.patch import patch
from dcsgen.compare.places import Written, placed

__all__ = ["COMPLETE", "Partial", "Pins", "Written", "compare", "patch", "placed", "same_product"]
