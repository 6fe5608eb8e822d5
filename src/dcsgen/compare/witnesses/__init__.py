"""Makes witnesses: for each breaking change, the smallest interaction that worked before and fails now."""

from dcsgen.compare.witnesses.making import witnessed

__all__ = ["witnessed"]
