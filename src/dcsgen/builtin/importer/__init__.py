"""Kinds of files from which statements are read, one per file."""
