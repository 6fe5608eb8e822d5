"""The pages of docs/ that follow from schemas and code, one page per module; each has `page() -> str`."""
