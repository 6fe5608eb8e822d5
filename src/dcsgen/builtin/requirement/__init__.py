"""Kinds of requirements that ship with dcsgen, one per file."""
