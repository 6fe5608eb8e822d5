"""Views of created objects: Modules with what is written into them (PS3.2 A.9.1.1, N.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from dcsgen.base.content_words import ModulePresence
from dcsgen.base.words import ObjectRole
from dcsgen.model import AppliedModule, Capability, CreatedAttribute, Iod
from dcsgen.render.language import _
from dcsgen.render.views import phrases
from dcsgen.render.views.objects import IodView, iod_view


class CreatedAttributeRow(Struct, frozen=True, kw_only=True):
    """An Attribute that is written, in words; `attribute` is the record itself, for layouts with codes of their own."""

    path: str
    nesting: str
    name: str
    tag: str
    vr: str
    type: str
    presence: str
    source: str
    values: tuple[str, ...]
    remarks: tuple[str, ...]
    attribute: CreatedAttribute


class CreatedTable(Struct, frozen=True, kw_only=True):
    """The Attributes of a Module or Functional Group Macro; `title` names it, `id` is that of the table."""

    id: str
    title: str
    description: str
    rows: tuple[CreatedAttributeRow, ...]


class CreatedModuleRow(Struct, frozen=True, kw_only=True):
    """A Module or macro of created objects; `tables` are the ids of the tables of its Attributes.

    `words` is its presence, for layouts with codes of their own.
    """

    name: str
    entity: str
    usage: str
    presence: str
    condition: str
    tables: tuple[str, ...]
    remark: str
    words: ModulePresence | None


class CreatedObjectView(Struct, frozen=True, kw_only=True):
    """An applied IOD of which it is stated what is written.

    `tables` are those of its own Modules, `macro_tables` those of macros. `stated` is false if nothing is stated but
    which Modules there are.
    """

    id: str
    title: str
    iod: IodView
    modules: tuple[CreatedModuleRow, ...]
    tables: tuple[CreatedTable, ...]
    macros: tuple[CreatedModuleRow, ...]
    macro_tables: tuple[CreatedTable, ...]
    stated: bool


def common_modules(capability: Capability) -> tuple[CreatedTable, ...]:
    """The Modules that several created objects share."""
    return tuple(
        CreatedTable(
            id=_id("common", key),
            title=_("%(module)s Module", module=one.module),
            description=one.description,
            rows=attributes(one.attributes),
        )
        for key, one in capability.common_modules.items()
    )


def common_macros(capability: Capability) -> tuple[CreatedTable, ...]:
    """The Functional Group Macros that several created objects share."""
    return tuple(
        CreatedTable(
            id=_id("common-macro", key),
            title=_("%(macro)s Macro", macro=one.macro),
            description=one.description,
            rows=attributes(one.attributes),
        )
        for key, one in capability.common_functional_groups.items()
    )


def created_objects(capability: Capability) -> tuple[CreatedObjectView, ...]:
    """The applied IODs of which it is stated what is written, in the order of the description."""
    return tuple(_object(key, iod) for key, iod in capability.iods.items() if _is_stated(iod))


def written_iods(capability: Capability) -> tuple[CreatedObjectView, ...]:
    """The applied IODs of objects that are created, and of those of which it is stated what is written."""
    iods = capability.iods.items()
    return tuple(_object(key, iod) for key, iod in iods if iod.role is ObjectRole.CREATED or _is_stated(iod))


def _id(*parts: str) -> str:
    """The id of a table: `table-created-ct-image-general-series`."""
    return re.sub("[^a-z0-9]+", "-", "-".join(("table", *parts)).lower())


def _is_stated(iod: Iod) -> bool:
    modules = iod.modules.values()
    return bool(iod.functional_groups) or any(m.presence or m.condition or m.common or m.attributes for m in modules)


def _object(key: str, iod: Iod) -> CreatedObjectView:
    return CreatedObjectView(
        id=key,
        title=iod.title,
        iod=iod_view(key, iod),
        modules=tuple(_module(key, name, module) for name, module in iod.modules.items()),
        tables=tuple(
            CreatedTable(
                id=_id("created", key, name),
                title=_("%(module)s Module", module=name),
                description="",
                rows=attributes(module.attributes),
            )
            for name, module in iod.modules.items()
            if module.attributes
        ),
        macros=tuple(
            CreatedModuleRow(
                name=name,
                entity=phrases.PLACEMENTS[group.placement],
                usage="",
                presence=phrases.MODULE_PRESENCE[group.presence] if group.presence else phrases.not_stated(),
                condition=group.condition,
                tables=(
                    *((_id("common-macro", group.common),) if group.common else ()),
                    *((_id("macro", key, name),) if group.attributes else ()),
                ),
                remark="",
                words=group.presence,
            )
            for name, group in iod.functional_groups.items()
        ),
        macro_tables=tuple(
            CreatedTable(
                id=_id("macro", key, name),
                title=_("%(macro)s Macro", macro=name),
                description="",
                rows=attributes(group.attributes),
            )
            for name, group in iod.functional_groups.items()
            if group.attributes
        ),
        stated=_is_stated(iod),
    )


def _module(key: str, name: str, module: AppliedModule) -> CreatedModuleRow:
    stated = phrases.MODULE_PRESENCE[module.presence] if module.presence else phrases.not_stated()
    return CreatedModuleRow(
        name=name,
        entity=module.entity,
        usage=module.usage,
        presence=stated,
        condition=module.condition,
        tables=(
            *((_id("common", module.common),) if module.common else ()),
            *((_id("created", key, name),) if module.attributes else ()),
        ),
        remark=module.remark,
        words=module.presence,
    )


def attributes(written: Mapping[str, CreatedAttribute]) -> tuple[CreatedAttributeRow, ...]:
    """Attributes that are written, as rows."""
    return tuple(
        CreatedAttributeRow(
            path=path,
            nesting=">" * path.count("."),
            name=one.name,
            tag=one.tag,
            vr=one.vr,
            type=one.type,
            presence=phrases.PRESENCE[one.presence] if one.presence else "",
            source=", ".join(phrases.VALUE_SOURCES[each] for each in one.source),
            values=one.values,
            remarks=tuple(text for text in (one.condition, one.remark) if text),
            attribute=one,
        )
        for path, one in written.items()
    )
