"""Holds products against requirements: how far each meets each of them, what they meet in all, and what scores."""

from dcsgen.assess.answering import Offered, answered
from dcsgen.assess.standing import fails, fulfilment_of, score, tallies

__all__ = ["Offered", "answered", "fails", "fulfilment_of", "score", "tallies"]
