"""What can be wrong with a plug-in before anybody uses what it gives: the findings X001 to X011."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

PLUGIN_NOT_LOADED = Kind(
    code="X001",
    slug="plugin-not-loaded",
    severity=Severity.ERROR,
    what="A plug-in was found, but its module could not be imported, its `pyproject.toml` could not be read, or "
    "the name it goes by cannot stand in front of a rule's code.",
    why="Nothing that it contributes is there: its rules were not run, its records, layouts and formats are "
    "unknown. Everything else works as if it were not installed.",
    instead="Read the reason in the message: often a library that the plug-in needs is missing, or the plug-in "
    "was made for another version of dcsgen. `python -c 'import NAME'` shows the whole story. A plug-in's "
    "name has letters, digits, `.`, `-` and `_`; a single file can set it with `PLUGIN_NAME`.",
)

PLUGIN_NAME_REPEATED = Kind(
    code="X002",
    slug="plugin-name-repeated",
    severity=Severity.ERROR,
    what="Two plug-ins have the same name, or one has the name of dcsgen itself. The second one was left out.",
    why="The name tells a plug-in's rules, extension keys and findings apart. With two owners, nobody could "
    "say which one a finding speaks of.",
    instead="Uninstall one of them, or rename it: the name is the key of its entry point, or `PLUGIN_NAME` in a "
    "plug-in from a folder.",
)

UNKNOWN_HOOK = Kind(
    code="X003",
    slug="unknown-hook",
    severity=Severity.ERROR,
    what="A function is marked with `hookimpl`, or has a name that begins with `dcsgen_`, but dcsgen has no hook "
    "of that name.",
    why="Nothing ever calls it, so what it would give is missing, and without this finding it would be missing "
    "silently.",
    instead="Correct the spelling. If the hook belongs to a newer dcsgen, mark the function with "
    "`@hookimpl(optionalhook=True)` and older versions pass over it.",
)

UNMARKED_HOOK = Kind(
    code="X004",
    slug="unmarked-hook",
    severity=Severity.ERROR,
    what="A function has the name of a hook, but not the mark `@hookimpl`.",
    why="Only marked functions are called, so that a helper function never becomes a hook by accident.",
    instead="Put `@hookimpl` from `dcsgen.plugin` above the function, or rename it if it is no hook.",
)

HOOK_WITH_PARAMETERS = Kind(
    code="X005",
    slug="hook-with-parameters",
    severity=Severity.ERROR,
    what="The function of a hook wants arguments.",
    why="Hooks of dcsgen only give things and are told nothing; so the order of plug-ins never matters and none "
    "can disturb another. A function that wants arguments cannot be called.",
    instead="Remove the parameters. What a rule or a format needs, it gets when it is run.",
)

HOOK_RAISED = Kind(
    code="X006",
    slug="hook-raised",
    severity=Severity.ERROR,
    what="The function of a hook ended with an exception instead of a list.",
    why="What this hook would have given is missing. The plug-in's other hooks, and all other plug-ins, were used.",
    instead="Correct the function at the line that the message names. Work that can fail belongs into the thing "
    "that is given (`find`, `write`, `run`), not into the hook that gives it.",
)

HOOK_GAVE_NO_LIST = Kind(
    code="X007",
    slug="hook-gave-no-list",
    severity=Severity.ERROR,
    what="The function of a hook returned something that is not a list.",
    why="A generator can fail half-way, a single object hides a forgotten bracket, and nothing at all is a "
    "forgotten `return`: none of these is guessed at.",
    instead="Return a list, e.g. `return [RULE]`; an empty one if there is nothing to give.",
)

WRONG_CONTRIBUTION = Kind(
    code="X008",
    slug="wrong-contribution",
    severity=Severity.ERROR,
    what="An item of a hook's list is not of the class that the hook is for, or one of its fields holds "
    "something of another type.",
    why="It would fail later, far from its cause, in the middle of a user's work.",
    instead="Give objects of the class that the hook's own documentation names, with a text as name, a "
    "`pathlib.Path` as file and functions where functions are wanted.",
)

CONTRIBUTION_NAME_REPEATED = Kind(
    code="X009",
    slug="contribution-name-repeated",
    severity=Severity.ERROR,
    what="Two plug-ins give something of the same kind and name. What dcsgen gives itself stays; otherwise the "
    "plug-in whose name comes first keeps its own.",
    why="A description, a command line or a suppression refers to things by name, and has to mean the same thing "
    "on every machine, in whatever order plug-ins are installed.",
    instead="Rename one of the two; a plug-in's name as a prefix keeps names apart.",
)

CONTRIBUTION_FILE_MISSING = Kind(
    code="X010",
    slug="contribution-file-missing",
    severity=Severity.ERROR,
    what="A record, a schema fragment or a template folder points to a file or folder that is not there.",
    why="Most often the file was left out of the wheel, so the plug-in works in its author's checkout and "
    "nowhere else.",
    instead="Build the path from the module, e.g. `Path(__file__).with_name('iods') / 'rt-plan.yaml'`, and see "
    "that the packaging takes YAML and template files along.",
)

FOREIGN_RULE_CODE = Kind(
    code="X011",
    slug="foreign-rule-code",
    severity=Severity.ERROR,
    what="A rule has a code that is not made from its plug-in's name, `S` (a change rule: `C`, a match rule: `M`) and "
    "a number.",
    why="Codes without a prefix belong to dcsgen, codes with another prefix to somebody else; who reads a "
    "finding has to see whom to ask.",
    instead="Name the rule `<plug-in>/S1`, `<plug-in>/S2` and so on, a change rule `<plug-in>/C1`, a match rule "
    "`<plug-in>/M1`, with the name that `dcsgen plugins` shows.",
)

RULE_RAISED = Kind(
    code="X012",
    slug="rule-raised",
    severity=Severity.ERROR,
    what="A lint rule stopped with an error of its own instead of looking for problems.",
    why="What the rule would have found is not known; all other rules ran.",
    instead="Report it to the author of the plug-in with the description, or leave the plug-in out by `--no-plugins`.",
)

ALL = (
    PLUGIN_NOT_LOADED,
    PLUGIN_NAME_REPEATED,
    UNKNOWN_HOOK,
    UNMARKED_HOOK,
    HOOK_WITH_PARAMETERS,
    HOOK_RAISED,
    HOOK_GAVE_NO_LIST,
    WRONG_CONTRIBUTION,
    CONTRIBUTION_NAME_REPEATED,
    CONTRIBUTION_FILE_MISSING,
    FOREIGN_RULE_CODE,
    RULE_RAISED,
)
"""All kinds of this package, in the order of their codes."""
