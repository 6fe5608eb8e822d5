"""The kinds of things of the standard that can be looked up, one a file.

A file takes part by being there and defining `KIND`; nothing else names it. Files that begin with `_` are helpers.
"""
