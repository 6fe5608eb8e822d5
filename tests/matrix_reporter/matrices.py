"""Matrices of products that are made up, for tests of the forms that they are written in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from dcsgen import api
from dcsgen.base.interaction import Means, Outcome
from dcsgen.model.ability import BY_USER, Abilities, Ability, Leg
from dcsgen.model.prospect import Prospect
from dcsgen.plugin.matrix import Matrix, MatrixProduct, Row


def product(name: str, uses: Sequence[str] = (), provides: Sequence[str] = (), unstated: bool = False) -> MatrixProduct:
    """A product that uses and provides things by their names, in one way or, if `unstated`, in whatever way."""
    leg = Leg({}, (BY_USER,)) if unstated else Leg({BY_USER: ("1.2.840.10008.1.2",)})

    def things(names: Sequence[str]) -> dict[str, Ability]:
        return {
            each: Ability(means=Means.NETWORK, group=each.partition(" ")[0], name=each, legs=(leg,), paths=())
            for each in names
        }

    names = {"1.2.840.10008.1.2": "Implicit VR Little Endian"}
    return MatrixProduct(
        label=name,
        name=name,
        version="1",
        vendor="V",
        file=f"{name}.yaml",
        abilities=Abilities(things(uses), things(provides), names),
        places={},
    )


def everything() -> Matrix:
    """A matrix with a cell of every sort, a hostile name, and groups that nobody uses or provides."""
    return api.matrix(
        [
            product("<b>=SENDER</b>", uses=["Storage CT", "Storage MR", "Print A"]),
            product("ALL", provides=["Storage CT", "Storage MR", "Print A"]),
            product("SOME", provides=["Storage CT"], uses=["Lonely X"]),
            product("SILENT", provides=["Storage CT", "Storage MR"], unstated=True),
            product("NONE", provides=["Other Y"]),
            product("HALF", provides=["Storage CT", "Storage MR"]),
        ]
    )


def lossy() -> Matrix:
    """The same as if all pairs had been matched fully, and all that has to do with MR loses something."""
    made = everything()

    def pairs(user: int, provider: int) -> tuple[Prospect, ...]:
        return tuple(
            structs.replace(one, outcome=Outcome.LOSS, reason="it loses something")
            if one.name.endswith("MR") and one.outcome is Outcome.WORKS
            else one
            for one in made.pairs(user, provider)
        )

    def rows(user: int, group: str) -> Row:
        found = [[one.outcome for one in pairs(user, other) if group in ("", one.group)] for other in range(6)]
        return Row(*([its.count(one) for its in found] for one in (Outcome.WORKS, Outcome.CANNOT_TELL, Outcome.LOSS)))

    return structs.replace(made, full=True, pairs=pairs, rows=rows)


def many(count: int) -> Matrix:
    """A matrix of so many products that all store."""
    return api.matrix([product(f"P{number}", uses=["Storage CT"], provides=["Storage CT"]) for number in range(count)])


def written(name: str, matrix: Matrix, colour: bool = False) -> str | bytes:
    """The matrix in a form."""
    host = api.open_host(vendors=False)
    return {reporter.name: reporter for _, reporter in host.matrix_reporters}[name].write(matrix, colour)


def text_in(name: str, matrix: Matrix, colour: bool = False) -> str:
    """The matrix in a form that is text."""
    text = written(name, matrix, colour)
    assert isinstance(text, str)
    return text
