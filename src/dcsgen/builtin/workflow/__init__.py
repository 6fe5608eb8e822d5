"""Workflows that two products can have together, one per file: what is done by whom, in which steps."""
