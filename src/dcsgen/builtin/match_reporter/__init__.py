"""Forms in which matches are reported, one per file."""
