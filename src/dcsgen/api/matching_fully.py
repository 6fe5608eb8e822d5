"""The matrix of a few products with the whole match of each pair: down to content, with what is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations_with_replacement

from msgspec import structs

from dcsgen.api.loading import Loaded
from dcsgen.api.matching import match
from dcsgen.api.matching_many import files_of, in_parts, matrix, matrix_product
from dcsgen.api.sides import read_side
from dcsgen.base.errors import UsageError
from dcsgen.base.interaction import Interaction, Means, Outcome, Side
from dcsgen.host import Host
from dcsgen.model.prospect import Prospect, prospects
from dcsgen.plugin.match_reporter import Match
from dcsgen.plugin.matrix import Matrix, MatrixProduct, Row

MOST = 40
"""Products that are matched fully: each pair of them takes a part of a second."""

MOST_REASONS = 4
"""Sentences that are told of one thing."""

Found = dict[tuple[int, int], tuple[Prospect, ...]]


def full_matrix(
    words: Sequence[str],
    host: Host,
    jobs: int | None = None,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Matrix:
    """The matrix of what words name, as `read_products` takes them, with each pair matched as `match` does.

    `tell` is told how many parts of the work are done. Raises what `read_products` raises, and `UsageError` for more
    than `MOST` products.
    """
    files = files_of(words)
    if len(files) > MOST:
        raise UsageError(f"{len(files)} products are too many for --full; name {MOST} or fewer")
    read = [read_side(file, host) for file in files]
    products = [matrix_product(each) for each in read]
    both_ways = list(combinations_with_replacement(range(len(products)), 2))
    parts = in_parts(both_ways, jobs or 0, lambda part: [_matched(read, products, host, *pair) for pair in part], tell)
    found: Found = {pair: its for one in parts for pair, its in one.items()}
    made = matrix(products)
    return structs.replace(
        made,
        full=True,
        pairs=lambda user, provider: found[user, provider],
        rows=lambda user, group: _row([found[user, provider] for provider in range(len(products))], group),
    )


def _matched(read: Sequence[Loaded], products: Sequence[MatrixProduct], host: Host, first: int, second: int) -> Found:
    """What becomes of all that two products use of each other."""
    whole = match(read[first], read[second], host)
    found = {(first, second): tuple(_prospects(products[first], products[second], whole, Side.A))}
    if first != second:
        found[second, first] = tuple(_prospects(products[second], products[first], whole, Side.B))
    return found


def _prospects(user: MatrixProduct, provider: MatrixProduct, whole: Match, side: Side) -> Iterator[Prospect]:
    """Each thing that a product uses, with the best of its interactions; what has none is as it is on paper."""
    interactions: dict[str, list[Interaction]] = {}
    for one in whole.interactions:
        if one.user.side is side:
            key = f"{one.service_class}/{one.key}" if one.means is Means.WEB else one.key
            interactions.setdefault(key, []).append(one)
    for each in prospects(user.abilities, provider.abilities):
        its = interactions.get(each.key)
        if not its:
            yield each
            continue
        best = min(its, key=lambda one: one.outcome.rank)
        said = list(dict.fromkeys(reason.message for reason in best.decisive))
        more = [f"and {len(said) - MOST_REASONS} more"] if len(said) > MOST_REASONS else []
        agreed = tuple(best.context.common.values()) if best.context is not None else each.agreed
        works = best.outcome in (Outcome.WORKS, Outcome.LOSS)
        yield structs.replace(
            each,
            outcome=best.outcome,
            agreed=agreed if works else (),
            reason="; ".join([*said[:MOST_REASONS], *more]),
        )


def _row(pairs: Sequence[tuple[Prospect, ...]], group: str) -> Row:
    """The numbers of one product with each."""
    outcomes = [[one.outcome for one in pair if group in ("", one.group)] for pair in pairs]
    counted = (
        [its.count(outcome) for its in outcomes] for outcome in (Outcome.WORKS, Outcome.CANNOT_TELL, Outcome.LOSS)
    )
    works, may, loss = counted
    return Row(works, may, loss)
