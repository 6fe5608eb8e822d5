"""The matrix for programs: JSON in the form of `schemas/matrix.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dcsgen.base.errors import DcsgenError
from dcsgen.base.json_text import json_text
from dcsgen.base.place import Path, Place
from dcsgen.builtin.matrix_reporter._words import pairs
from dcsgen.plugin.matrix import Matrix, MatrixProduct, MatrixReporter

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""

MOST_PRODUCTS, MOST_BY_GROUP = 3_000, 500
"""Products that are written about at all, and such whose numbers are written by group, too."""

MOST = 50
"""Products whose pairs are written one by one, with all that becomes of what is used; of more, numbers alone."""


def write(matrix: Matrix, colour: bool) -> str:
    """The matrix as one JSON object; colours have no place in it. Raises `DcsgenError` for too many products."""
    count = len(matrix.products)
    if count > MOST_PRODUCTS:
        raise DcsgenError(
            f"{count:,} products are too many for JSON, which has room for {MOST_PRODUCTS:,}; name fewer, or ask for "
            "rows one by one in Python (api.matrix)"
        )
    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "tool": matrix.tool,
            "version": matrix.version,
            "full": matrix.full,
            "products": [_product(product) for product in matrix.products],
            "groups": [_group(matrix, name, means.value, count <= MOST_BY_GROUP) for name, means in matrix.groups],
            "all": _numbers(matrix, ""),
            **({"pairs": list(_pairs(matrix))} if count <= MOST else {}),
            "notes": matrix.notes,
        }
    )


def _product(product: MatrixProduct) -> dict[str, Any]:
    return {
        "label": product.label,
        "name": product.name,
        "version": product.version,
        "vendor": product.vendor,
        "file": product.file,
        "uses": product.uses(""),
        "provides": len(product.abilities.provides),
    }


def _group(matrix: Matrix, name: str, means: str, numbered: bool) -> dict[str, Any]:
    return {"name": name, "means": means, **(_numbers(matrix, name) if numbered else {})}


def _numbers(matrix: Matrix, group: str) -> dict[str, Any]:
    """How much each product uses, and what of it works or may work with each; rows of users, columns of providers."""
    rows = [matrix.rows(user, group) if product.uses(group) else None for user, product in enumerate(matrix.products)]
    may = [row is not None and any(row.may) for row in rows]
    return {
        "uses": [product.uses(group) for product in matrix.products],
        "works": [list(row.works) if row is not None else None for row in rows],
        **({"loss": [list(row.loss) if row is not None else None for row in rows]} if matrix.full else {}),
        **({"may": [list(row.may) if row is not None else None for row in rows]} if any(may) else {}),
    }


def _pairs(matrix: Matrix) -> Iterator[dict[str, Any]]:
    for user, provider in pairs(matrix):
        ours, theirs = matrix.products[user], matrix.products[provider]
        yield {
            "user": user,
            "provider": provider,
            "prospects": [
                {
                    "key": one.key,
                    "means": one.means.value,
                    "group": one.group,
                    "name": one.name,
                    "outcome": one.outcome.value,
                    **({"agreed": one.agreed} if one.agreed else {}),
                    **({"reason": one.reason} if one.reason else {}),
                    "user_places": _told(ours, one.user_paths),
                    "provider_places": _told(theirs, one.provider_paths),
                }
                for one in matrix.pairs(user, provider)
            ],
        }


def _told(product: MatrixProduct, paths: tuple[Path, ...]) -> tuple[Place, ...]:
    return product.placed(paths)


REPORTER = MatrixReporter(name="json", write=write)
