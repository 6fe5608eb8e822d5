"""Diagrams of a Conformance Statement as SVG text, drawn with the conventions of PS3.2 5.1."""
