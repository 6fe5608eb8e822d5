"""Forms in which differences are reported, one per file."""
