"""The lint rules of XYZ/Company: one rule per file, each with its `RULE`."""
