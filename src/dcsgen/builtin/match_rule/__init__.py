"""What can stand between two products, one rule per file: its code, its page, and how it looks at a meeting."""
