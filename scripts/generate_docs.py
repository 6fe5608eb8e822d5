"""Writes the pages of docs/ that follow from schemas and code: keys, findings, rules, commands, hooks, views.

A test compares them with the files. Usage: python scripts/generate_docs.py
"""

from __future__ import annotations

from pathlib import Path

from docs_pages import change_rules, commands, description, findings, hooks, match_rules, requirements, views

FOLDER = Path(__file__).resolve().parents[1] / "docs"

PAGES = {
    "change-rules.md": change_rules.page,
    "commands.md": commands.page,
    "description.md": description.page,
    "findings.md": findings.page,
    "hooks.md": hooks.page,
    "match-rules.md": match_rules.page,
    "requirement-kinds.md": requirements.page,
    "views.md": views.page,
}


def generated(name: str) -> str:
    """The text of one generated page."""
    return PAGES[name]().rstrip() + "\n"


def main() -> None:
    """Write them all."""
    for name in PAGES:
        (FOLDER / name).write_text(generated(name), encoding="utf-8")


if __name__ == "__main__":
    main()
