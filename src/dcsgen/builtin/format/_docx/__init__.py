"""How a document becomes a DOCX file: WordprocessingML (ECMA-376) written as text.

Text, because a statement may hold tables of 20,000 rows, for which libraries that build a tree of objects take
minutes; because their files carry the time; and because a vendor's .dotx is nothing that they open.
"""
