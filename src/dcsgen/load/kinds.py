"""What can be wrong with a YAML file before anybody asks what it says: the findings L001 to L017."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

FILE_NOT_FOUND = Kind(
    code="L001",
    slug="file-not-found",
    severity=Severity.ERROR,
    what="There is no file of this name, seen from the folder in which dcsgen runs or from the file that includes it.",
    why="Nothing can be said about a description that is not there.",
    instead="Check the spelling, capital letters too, and the folder.",
)

NOT_A_FILE = Kind(
    code="L002",
    slug="not-a-file",
    severity=Severity.ERROR,
    what="The name belongs to a folder, or to something else that cannot be read like a file.",
    why="A description starts from one file; dcsgen does not guess which file of a folder is meant.",
    instead="Name the YAML file that holds the description.",
)

NO_PERMISSION = Kind(
    code="L003",
    slug="no-permission",
    severity=Severity.ERROR,
    what="The file exists, but the user who runs dcsgen may not read it, or may not enter its folder.",
    why="The operating system refused; dcsgen never tries to get around that.",
    instead="Give the user the right to read the file, or copy it to where he has it.",
)

FILE_TOO_LARGE = Kind(
    code="L004",
    slug="file-too-large",
    severity=Severity.ERROR,
    what="The file has more bytes than dcsgen reads, which are 16 MiB unless the caller set another limit.",
    why="A file of this size is almost always the wrong one, and a hostile one could use up the memory of a build "
    "server.",
    instead="Check that the right file was named. Split a description that is truly this large and join its "
    "files with `include`.",
)

WRONG_ENCODING = Kind(
    code="L005",
    slug="wrong-encoding",
    severity=Severity.ERROR,
    what="The bytes of the file are not UTF-8, nor UTF-16 with a byte order mark. The place is that of the first "
    "byte that does not fit.",
    why="In another encoding the same bytes mean other letters: a guess would put wrong characters into names "
    "and units of a published document.",
    instead="Save the file as UTF-8 in your editor, or convert it: `iconv -f WINDOWS-1252 -t UTF-8 old > new`.",
)

YAML_SYNTAX = Kind(
    code="L006",
    slug="yaml-syntax",
    severity=Severity.ERROR,
    what="The file breaks the rules of YAML at this place, so its structure cannot be known.",
    why="The usual causes are a tab in the indentation, a colon without a space behind it, text that needs quotes "
    "because it holds `: ` or starts with a sign that YAML uses itself, and a quote or bracket that is not closed.",
    instead="Follow the hint. If the line looks right, look at the lines above it: an open quote or bracket is "
    "noticed only where the file stops to make sense.",
)

EMPTY_FILE = Kind(
    code="L007",
    slug="empty-file",
    severity=Severity.ERROR,
    what="The file holds nothing, or comments only.",
    why="Most often it was not saved, or a step before dcsgen failed without saying so.",
    instead="Write the description into it, or take the file out of the list.",
)

NESTING_TOO_DEEP = Kind(
    code="L008",
    slug="nesting-too-deep",
    severity=Severity.ERROR,
    what="Mappings and lists stand inside each other more than 100 levels deep, aliases counted with what they "
    "stand for.",
    why="No description needs nearly as many. Such a file is damaged, made by a program that went wrong, or meant "
    "to exhaust the reader.",
    instead="Check how the file was made. Attributes in sequences are written as one path with dots, not as nested "
    "mappings.",
)

ALIAS_BOMB = Kind(
    code="L009",
    slug="alias-bomb",
    severity=Severity.ERROR,
    what="Aliases (`*name`) stand for more than 100,000 nodes in total, or an alias stands inside the very node "
    "that it names.",
    why="A few lines of aliases of aliases can stand for billions of nodes: a known attack on whatever reads YAML.",
    instead="Use a named set for facts that repeat, and refer to it by its name; it is stored once however often "
    "it is used.",
)

REPEATED_KEY = Kind(
    code="L010",
    slug="repeated-key",
    severity=Severity.ERROR,
    what="The same key is given more than once in one mapping. The first value is used while reading goes on.",
    why="YAML forbids it, yet many programs quietly keep the last value: what the author meant cannot be known, and "
    "one of the two facts would vanish from the statement.",
    instead="Delete one of them, merge the two values into one, or correct the key that was meant differently.",
)

CUSTOM_TAG = Kind(
    code="L011",
    slug="custom-tag",
    severity=Severity.ERROR,
    what="A value or key carries a YAML tag such as `!name` or `!!int`, and is read as if it had none; or the file "
    "declares tags in a line `%TAG`.",
    why="Tags let a file choose the types of the program that reads it, which has been a way to run code. In a "
    "description the schema says what each value is.",
    instead="Delete the tag. Quote the value if it is text that starts with an exclamation mark, or if a number is "
    "to stay text.",
)

MERGE_KEY = Kind(
    code="L012",
    slug="merge-key",
    severity=Severity.ERROR,
    what="A mapping uses the YAML merge key `<<`. It is left out.",
    why="Merge keys are no part of YAML 1.2, and programs disagree on which value wins. What a product says on the "
    "network must not depend on that.",
    instead="Write repeated facts once as a named set and refer to it. Let the description extend another one if it "
    "is a variant of it.",
)

NOT_A_MAPPING = Kind(
    code="L013",
    slug="not-a-mapping",
    severity=Severity.ERROR,
    what="The outermost thing in the file is a list or a single value, where a description is a mapping of keys to "
    "values.",
    why="Without keys nothing says what the values are. Often a colon is missing in the first line, or the file "
    "is not a description at all.",
    instead="Begin the file with a key, a colon and a space, as in `name: value`.",
)

SEVERAL_DOCUMENTS = Kind(
    code="L014",
    slug="several-documents",
    severity=Severity.ERROR,
    what="The file holds more than one YAML document: a second one begins after `---` or `...`.",
    why="A file is one description, or one part of it. To read the first document only would drop facts in silence.",
    instead="Put each document into a file of its own, and join them with `include` if they belong together. Delete "
    "a `---` that stands at the end.",
)

BINARY_CONTENT = Kind(
    code="L015",
    slug="binary-content",
    severity=Severity.ERROR,
    what="The file is in a binary format, or holds control characters that no text file should hold, in the open "
    "or written as an escape such as `\\x1b`.",
    why="YAML does not allow them, documents made from the description could not show them, and a terminal may obey "
    "them.",
    instead="Give the YAML file instead of a document or archive. Delete stray control characters; they often come "
    "from copying out of a PDF.",
)

TOO_MANY_NODES = Kind(
    code="L016",
    slug="too-many-nodes",
    severity=Severity.ERROR,
    what="The file has more keys, values, mappings and lists than dcsgen reads, which are 1,000,000 unless the "
    "caller set another limit.",
    why="Twenty thousand attribute mappings have about a fifth of that. More come from a mistake in the program "
    "that wrote the file, or are meant to use up memory.",
    instead="Check how the file was made. Split a description that is truly this large and join its files with "
    "`include`.",
)

KEY_NOT_TEXT = Kind(
    code="L017",
    slug="key-not-text",
    severity=Severity.ERROR,
    what="A key is a mapping or a list. It is left out together with its value.",
    why="Every key of a description is a name. This happens mostly with template text such as `{{ name }}` without "
    "quotes, which YAML reads as a mapping inside a mapping.",
    instead="Put quotes around text with braces or brackets. Delete a question mark at the start of a line if it "
    "is not meant as text.",
)

ALL: tuple[Kind, ...] = (
    FILE_NOT_FOUND,
    NOT_A_FILE,
    NO_PERMISSION,
    FILE_TOO_LARGE,
    WRONG_ENCODING,
    YAML_SYNTAX,
    EMPTY_FILE,
    NESTING_TOO_DEEP,
    ALIAS_BOMB,
    REPEATED_KEY,
    CUSTOM_TAG,
    MERGE_KEY,
    NOT_A_MAPPING,
    SEVERAL_DOCUMENTS,
    BINARY_CONTENT,
    TOO_MANY_NODES,
    KEY_NOT_TEXT,
)
