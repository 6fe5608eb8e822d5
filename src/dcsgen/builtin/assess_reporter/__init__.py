"""Forms of reports about assessments, one per file."""
