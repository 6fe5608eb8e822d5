"""The best assignment of things to things, by the Hungarian method with potentials (Jonker and Volgenant's form)."""

from __future__ import annotations

import math
from collections.abc import Mapping

LARGEST = 150
"""Things on one side that are still assigned exactly; more are assigned greedily, the best pair first."""

Scores = Mapping[tuple[str, str], float]


def assign(scores: Scores) -> dict[str, str]:
    """One partner at most for each, so that the sum of scores is the greatest. Pairs without a score never meet.

    Takes positive scores by pair. Things that no chain of pairs connects are assigned on their own, so that many small
    groups cost little. Cubic in the size of a group.
    """
    found: dict[str, str] = {}
    for group in _groups(scores):
        rows, columns = sorted({old for old, _ in group}), sorted({new for _, new in group})
        small = min(len(rows), len(columns)) <= LARGEST
        found |= _best(rows, columns, group) if small else _greedy(group)
    return found


def _groups(scores: Scores) -> list[dict[tuple[str, str], float]]:
    """The pairs that hang together."""
    of_old: dict[str, list[str]] = {}
    of_new: dict[str, list[str]] = {}
    for old, new in scores:
        of_old.setdefault(old, []).append(new)
        of_new.setdefault(new, []).append(old)
    groups = []
    seen: set[str] = set()
    met: set[str] = set()
    for start in sorted(of_old):
        if start in seen:
            continue
        group: dict[tuple[str, str], float] = {}
        waiting = [start]
        seen.add(start)
        while waiting:
            old = waiting.pop()
            for new in of_old[old]:
                group[old, new] = scores[old, new]
                if new in met:
                    continue
                met.add(new)
                fresh = [other for other in of_new[new] if other not in seen]
                seen.update(fresh)
                waiting += fresh
        groups.append(group)
    return groups


def _greedy(scores: Scores) -> dict[str, str]:
    found: dict[str, str] = {}
    taken = set()
    for (old, new), _ in sorted(scores.items(), key=lambda item: (-item[1], sorted(item[0]))):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _best(rows: list[str], columns: list[str], scores: Scores) -> dict[str, str]:
    if len(rows) > len(columns):
        turned = _best(columns, rows, {(new, old): score for (old, new), score in scores.items()})
        return {old: new for new, old in turned.items()}
    cost = [[-scores.get((old, new), 0.0) for new in columns] for old in rows]
    partner = _hungarian(cost)
    return {rows[row]: columns[column] for row, column in enumerate(partner) if (rows[row], columns[column]) in scores}


def _hungarian(cost: list[list[float]]) -> list[int]:
    """The column for each row, so that the sum of costs is the least. There are at least as many columns as rows."""
    width = len(cost[0])
    row_price = [0.0] * (len(cost) + 1)
    column_price = [0.0] * (width + 1)
    row_of = [0] * (width + 1)  # Rows and columns count from 1; 0 is "none yet".
    for row in range(1, len(cost) + 1):
        row_of[0] = row
        column = 0
        slack = [math.inf] * (width + 1)
        before = [0] * (width + 1)
        used = [False] * (width + 1)
        while row_of[column]:
            used[column] = True
            at, step, following = row_of[column], math.inf, 0
            for other in range(1, width + 1):
                if not used[other]:
                    reduced = cost[at - 1][other - 1] - row_price[at] - column_price[other]
                    if reduced < slack[other]:
                        slack[other], before[other] = reduced, column
                    if slack[other] < step:
                        step, following = slack[other], other
            for other in range(width + 1):
                if used[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = following
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    partner = [0] * len(cost)
    for column in range(1, width + 1):
        if row_of[column]:
            partner[row_of[column] - 1] = column - 1
    return partner
