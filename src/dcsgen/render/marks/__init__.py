"""Change marks: what a document adds to an older one, changes in it and removes from it, shown at its place.

Works on what parts have rendered, so that each format shows the same marks. Inside of blocks, `<ins>` and `<del>` hold
the words. Blocks, rows and cells that are new, gone, or hold such words say so by `data-change` ("added", "removed",
"changed"). Without all that is removed, the text is that of the new document; without all that is added, that of the
old one. Computed numbers are no change: those of sections, captions and references are the new ones.
"""
