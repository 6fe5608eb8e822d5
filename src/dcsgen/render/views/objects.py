"""Views of applied IODs and of mappings: the rows of Annexes B and D."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.words import NeededIn, ObjectRole, Use
from dcsgen.model import AeMapping, AttributeMapping, Capability, Iod, MappedAttribute, Target
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording


class ModuleRow(Struct, frozen=True):
    """A Module of an applied IOD."""

    name: str
    entity: str
    usage: str
    support: str
    remark: str


class IodView(Struct, frozen=True):
    """An applied IOD."""

    id: str
    title: str
    sop_class: str
    sop_class_uid: str
    role: str
    description: str
    modules: tuple[ModuleRow, ...]
    created: bool


class AttributeRow(Struct, frozen=True):
    """One Attribute. `nesting` is one `>` for each Sequence around it; prose columns are CommonMark."""

    nesting: str
    name: str
    tag: str
    vr: str
    type: str
    use: str
    constraints: tuple[str, ...]
    fields: tuple[str, ...]
    remarks: tuple[str, ...]
    ignored: bool
    sequence: bool


class MappedModuleView(Struct, frozen=True):
    """The table of one Module."""

    id: str
    name: str
    usage: str
    description: str
    rows: tuple[AttributeRow, ...]


class MappingView(Struct, frozen=True):
    """The mapping of an applied IOD, Module by Module.

    `counts` says how many Attributes are used how, `statuses` which code is returned when.
    """

    id: str
    title: str
    target: str
    direction: str
    description: str
    iod: IodView
    modules: tuple[MappedModuleView, ...]
    counts: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, str], ...]


class TargetRow(Struct, frozen=True):
    """Where a value goes for one AE Title of a peer; the first row of an Attribute is the default."""

    ae_title: str
    source: str
    fields: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    remark: str


class AeMappedAttributeView(Struct, frozen=True):
    """One Attribute that differs between peers."""

    id: str
    path: str
    name: str
    tag: str
    purpose: str
    configurable: str
    targets: tuple[TargetRow, ...]


class AeMappingView(Struct, frozen=True):
    """The differences of a mapping between peers."""

    id: str
    title: str
    description: str
    configurable: str
    attributes: tuple[AeMappedAttributeView, ...]


def iods(capability: Capability) -> tuple[IodView, ...]:
    """The applied IODs, in the order of the description."""
    return tuple(iod_view(name, iod) for name, iod in capability.iods.items())


def mappings(capability: Capability) -> tuple[MappingView, ...]:
    """The attribute mappings, in the order of the description."""
    return tuple(
        _mapping(name, mapping, capability.iods[mapping.iod]) for name, mapping in capability.attribute_mappings.items()
    )


def ae_mappings(capability: Capability) -> tuple[AeMappingView, ...]:
    """The AE-specific mappings, in the order of the description."""
    return tuple(_ae_mapping(name, mapping) for name, mapping in capability.ae_mappings.items())


def iod_view(name: str, iod: Iod) -> IodView:
    """An applied IOD as templates see it."""
    return IodView(
        id=name,
        title=iod.title,
        sop_class=iod.sop_class.name,
        sop_class_uid=iod.sop_class.uid,
        role=phrases.OBJECT_ROLES[iod.role],
        description=iod.description,
        modules=tuple(
            ModuleRow(key, m.entity, m.usage, phrases.SUPPORT[m.support], m.remark) for key, m in iod.modules.items()
        ),
        created=iod.role is ObjectRole.CREATED,
    )


def _mapping(name: str, mapping: AttributeMapping, iod: Iod) -> MappingView:
    every = [row for module in mapping.modules.values() for row in module.attributes.values() if not row.implied]
    return MappingView(
        id=name,
        title=mapping.title,
        target=mapping.target,
        direction=mapping.direction,
        description=mapping.description,
        iod=iod_view(mapping.iod, iod),
        modules=tuple(
            MappedModuleView(
                id=module_name,
                name=module_name,
                usage=iod.modules[module_name].usage if module_name in iod.modules else "",
                description=module.description,
                rows=tuple(_attribute(path, row) for path, row in module.attributes.items()),
            )
            for module_name, module in mapping.modules.items()
        ),
        counts=tuple((phrases.USE[use], sum(row.use is use for row in every)) for use in phrases.USE),
        statuses=tuple(
            (words, code)
            for cause, words in phrases.MAPPING_STATUSES.items()
            if (code := getattr(mapping.statuses, cause, ""))
        ),
    )


def _attribute(path: str, row: MappedAttribute) -> AttributeRow:
    return AttributeRow(
        nesting=">" * path.count("."),
        name=row.name,
        tag=row.tag,
        vr=row.vr,
        type=row.type,
        use="" if row.implied else _use(row),
        constraints=tuple(_constraints(row)),
        fields=row.field,
        remarks=tuple(_remarks(row)),
        ignored=row.use == "ignored",
        sequence=row.vr == "SQ",
    )


def _use(row: MappedAttribute) -> str:
    if row.use is Use.MANDATORY and row.needed_in is NeededIn.FIRST_ITEM:
        return _("Mandatory in the first Item")
    return phrases.USE[row.use]


def _constraints(row: MappedAttribute) -> Iterable[str]:
    if row.values:
        yield f"{wording.listed(row.values)}{f' {row.unit}' if row.unit else ''}."
    if bounds := wording.bounds(row.range, row.unit):
        yield f"{bounds[0].upper()}{bounds[1:]}."
    elif row.unit and not row.values:
        yield _("In %(unit)s.", unit=row.unit)
    if row.constraint:
        yield row.constraint
    if row.otherwise:
        yield (
            _("Otherwise: %(behaviour)s", behaviour=row.otherwise)
            if row.constraint or row.values or bounds
            else row.otherwise
        )
    if row.status and row.status not in row.otherwise:
        yield _("Status %(status)s.", status=row.status)


def _remarks(row: MappedAttribute) -> Iterable[str]:
    if row.conversion:
        yield wording.sentence(_("Converted: %(conversion)s", conversion=row.conversion))
    if row.default:
        if row.needed_in is NeededIn.FIRST_ITEM:
            yield _("Default in the first Item: %(value)s.", value=row.default)
        else:
            yield _("Default: %(value)s.", value=row.default)
    if overflow := wording.overflow(row.length, row.too_long):
        yield overflow
    if overwriting := wording.overwriting(row.overwrite):
        yield overwriting
    if row.remark:
        yield row.remark


def _ae_mapping(name: str, mapping: AeMapping) -> AeMappingView:
    return AeMappingView(
        id=name,
        title=mapping.title,
        description=mapping.description,
        configurable=phrases.CONFIGURABLE[mapping.configurable_by],
        attributes=tuple(
            AeMappedAttributeView(
                id=path,
                path=path,
                name=attribute.name or path,
                tag=attribute.tag,
                purpose=attribute.purpose,
                configurable=phrases.CONFIGURABLE[attribute.configurable_by or mapping.configurable_by],
                targets=(
                    _target(_("(any other)"), attribute.default),
                    *(_target(ae, target) for ae, target in attribute.per_ae_title.items()),
                ),
            )
            for path, attribute in mapping.attributes.items()
        ),
    )


def _target(ae_title: str, target: Target) -> TargetRow:
    return TargetRow(ae_title, target.source, target.field, tuple(target.values.items()), target.remark)
