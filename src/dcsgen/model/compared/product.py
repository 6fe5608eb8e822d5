"""How the product, its document and its IHE Integration Statement are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model import identity, integration
from dcsgen.model.compared.security import SCOPE
from dcsgen.model.compared.spec import OFFERS, Empty, Record, each, records, standard, texts, value, words

PRODUCT = Record(
    of=identity.Product,
    subject=Subject.PRODUCT,
    area=Area.PRODUCT,
    fields={"name": value(), "vendor": value(), "version": value(), "description": words(), "url": words()},
)

REVISION = Record(
    of=identity.Revision,
    subject=Subject.REVISION,
    area=Area.DOCUMENT,
    fields={"date": value(), "description": words(), "author": words()},
)

REFERENCE = Record(
    of=identity.Reference,
    subject=Subject.REFERENCE,
    area=Area.DOCUMENT,
    fields={"title": words(), "edition": words(), "url": words()},
)

DOCUMENT = Record(
    of=identity.Document,
    subject=Subject.DOCUMENT,
    area=Area.DOCUMENT,
    fields={
        "identifier": value(),
        "revision": value(),
        "date": value(),
        "title": words(),
        "layout": value(),
        "language": value(),
        "template": value(),
        "scope": words(),
        "audience": words(),
        "contents": words(),
        "remarks": words(),
        "history": records(REVISION, empty=Empty.NONE),
        "terms": texts(Subject.TERM, prose=True),
        "abbreviations": texts(Subject.ABBREVIATION, prose=True),
        "references": records(REFERENCE, empty=Empty.NONE, named=True),
    },
)

IHE_ACTOR = Record(
    of=integration.IheActor,
    subject=Subject.IHE_ACTOR,
    area=Area.PRODUCT,
    fields={
        "options": each(Subject.IHE_OPTION, stance=OFFERS, empty=Empty.NONE),
        "application_entities": SCOPE,
        "remark": words(),
    },
)

IHE_PROFILE = Record(
    of=integration.IheProfile,
    subject=Subject.IHE_PROFILE,
    area=Area.PRODUCT,
    fields={"name": standard(), "actors": records(IHE_ACTOR, OFFERS, empty=Empty.NONE), "remark": words()},
)
