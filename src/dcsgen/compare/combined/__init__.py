"""Several products as one: what all of them have, or what at least one of them has."""

from dcsgen.compare.combined.algebra import DIFFERS, NOT_STATED, ONLY, Note
from dcsgen.compare.combined.combining import Combined, combine
from dcsgen.compare.combined.forms import Way

__all__ = ["DIFFERS", "NOT_STATED", "ONLY", "Combined", "Note", "Way", "combine"]
