"""Reads PDF: lines of text, tables by their rules, and what both make together over all pages."""
