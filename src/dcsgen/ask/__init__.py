"""Asks for what descriptions do not state, and reads what is answered."""

from dcsgen.ask.asking import Wanted, questions_about
from dcsgen.ask.reading import UnfitError, read_answer

__all__ = ["UnfitError", "Wanted", "questions_about", "read_answer"]
