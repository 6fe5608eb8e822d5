"""Forms in which matrices of many products are reported, one per file."""
