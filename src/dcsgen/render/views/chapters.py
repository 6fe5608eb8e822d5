"""Chapters of plain tables for what a layout has no place of its own for: codes, templates, flows, video, IHE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.content_words import ValueSet
from dcsgen.base.standard import elements
from dcsgen.base.standard.service_classes import ServiceClass, class_of
from dcsgen.model import (
    AttributeFlow,
    Capability,
    ContentItem,
    ContextGroup,
    RealTimeVideo,
    SrTemplate,
    VideoResolution,
)
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.absent import AbsentView, is_private
from dcsgen.render.views.settings import titles_of

_OWN_COLUMNS = (ServiceClass.WORKLIST, ServiceClass.PERFORMED_STEP)
"""The Service Classes that have a column of their own in the mappings of the samples of Annex A."""


class FactCell(Struct, frozen=True):
    """A cell: plain lines, and prose in CommonMark below.

    `words` of a code list stand above, as the layout writes them.
    """

    lines: tuple[str, ...] = ()
    prose: str = ""
    words: tuple[StrEnum, ...] = ()
    code_list: str = ""


class FactTable(Struct, frozen=True, kw_only=True):
    """A table; `kind` says which columns it has in a layout. Rows are cells by name. A layout may have no columns."""

    id: str
    title: str
    kind: str
    rows: tuple[dict[str, FactCell], ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """A chapter: texts in CommonMark, then tables."""

    id: str
    title: str
    texts: tuple[str, ...] = ()
    tables: tuple[FactTable, ...] = ()


class FactsView(Struct, frozen=True, kw_only=True):
    """The same facts in the sections of PS3.2 A.9 and N.9 to N.13; None where nothing is stated.

    `root_templates` are those that reports begin with; `private_codes` are those of private and local coding schemes,
    `video_entities` the Application Entities with real-time video.
    """

    attribute_flows: Chapter | None
    code_sets: Chapter | None
    context_groups: Chapter | None
    private_codes: Chapter | None
    templates: Chapter | None
    root_templates: tuple[SrTemplate, ...]
    grayscale: Chapter | None
    video: Chapter | None
    video_entities: tuple[str, ...]
    ihe: Chapter | None


def facts(capability: Capability) -> FactsView:
    """The facts of a Capability for the sections of the newer layouts."""
    return FactsView(
        attribute_flows=_unless_empty(_flows(capability)),
        code_sets=_unless_empty(_code_sets(capability)),
        context_groups=_unless_empty(_code_sets(capability, private=False)),
        private_codes=_unless_empty(_code_sets(capability, private=True)),
        templates=_unless_empty(_templates(capability)),
        root_templates=tuple(template for template in (capability.templates or {}).values() if template.root),
        grayscale=_unless_empty(_grayscale(capability)),
        video=_unless_empty(_video(capability)),
        video_entities=tuple(dict.fromkeys(one.application_entity for one in capability.real_time_video.values())),
        ihe=_unless_empty(_ihe(capability)),
    )


def chapters(found: FactsView, none: AbsentView) -> tuple[Chapter, ...]:
    """The same as chapters at the end, in the order of PS3.2 A.9, then real-time video and IHE."""
    every = (found.attribute_flows, _coded(found, none), found.grayscale, found.video, found.ihe)
    return tuple(chapter for chapter in every if chapter is not None)


def _coded(found: FactsView, none: AbsentView) -> Chapter | None:
    """Codes and templates in one chapter."""
    parts = [chapter for chapter in (found.code_sets, found.templates) if chapter is not None]
    return _unless_empty(
        Chapter(
            id="coded-terminology",
            title=_("Coded Terminology and Templates"),
            texts=(
                *filter(None, (none.context_groups, none.templates)),
                *(text for part in parts for text in part.texts),
            ),
            tables=tuple(table for part in parts for table in part.tables),
        )
    )


def _unless_empty(chapter: Chapter) -> Chapter | None:
    return chapter if chapter.texts or chapter.tables else None


def _cell(*lines: str, prose: str = "", words: Iterable[StrEnum] = (), code_list: str = "") -> FactCell:
    return FactCell(tuple(line for line in lines if line), prose, tuple(words), code_list)


def _flows(capability: Capability) -> Chapter:
    rows = tuple(_flow(flow, capability) for flow in capability.attribute_flows.values())
    to_hl7 = tuple(row for flow in capability.attribute_flows.values() for row in _hl7_flow(flow))
    tables = (
        FactTable(id="flows", title=_("Attributes that services have in common"), kind="flows", rows=rows),
        FactTable(id="hl7-flows", title=_("Attributes and fields of HL7"), kind="hl7_flows", rows=to_hl7),
    )
    return Chapter(
        id="attribute-flows",
        title=_("Attribute Mapping between Services"),
        tables=tuple(table for table in tables if table.rows),
    )


def _flow(flow: AttributeFlow, capability: Capability) -> dict[str, FactCell]:
    titled = list(zip(flow.services, titles_of(capability, flow.services), flow.services.values(), strict=True))
    lines = {key: f"{title}: {_attribute(path)}" for key, title, path in titled}
    of = {key: _service_class(capability, key) for key in lines}
    return {
        "services": _cell(*lines.values()),
        "objects": _cell(*(f"{capability.iods[key].title}: {_attribute(path)}" for key, path in flow.iods.items())),
        "hl7": _cell(*(f"{field} {name}" for field, name in flow.hl7.items())),
        "remark": _cell(prose=flow.remark),
        "worklist": _cell(*(line for key, line in lines.items() if of[key] == ServiceClass.WORKLIST)),
        "performed_step": _cell(*(line for key, line in lines.items() if of[key] == ServiceClass.PERFORMED_STEP)),
        "others": _cell(*(line for key, line in lines.items() if of[key] not in _OWN_COLUMNS)),
    }


def _hl7_flow(flow: AttributeFlow) -> Iterator[dict[str, FactCell]]:
    """A row for each field of HL7, with the last Attribute of the flow."""
    path = next(iter((*flow.services.values(), *flow.iods.values())), "")
    found = elements.by_keyword(path.rpartition(".")[2]) if path else None
    for field, name in flow.hl7.items():
        yield {
            "hl7_attribute": _cell(found.name if found else path),
            "hl7_tag": _cell(found.tag if found else ""),
            "hl7_name": _cell(name),
            "hl7_field": _cell(field),
            "remark": _cell(prose=flow.remark),
        }


def _service_class(capability: Capability, key: str) -> str:
    service = capability.services.get(key)
    return class_of(service.sop_classes[0].uid) if service else ""


def _attribute(path: str) -> str:
    """Names and the last Tag of a path: `Request Attributes Sequence > Accession Number (0008,0050)`."""
    found = [elements.by_keyword(step) for step in path.split(".")]
    names = [each.name if each else step for each, step in zip(found, path.split("."), strict=True)]
    last = found[-1]
    return " > ".join(names) + (f" {last.tag}" if last else "")


def _code_sets(capability: Capability, *, private: bool | None = None) -> Chapter:
    """Context Groups and codes: all, or the private codes alone, or everything but these."""
    groups = tuple(_group(key, group) for key, group in (capability.context_groups or {}).items())
    table = FactTable(id="context-groups", title=_("Context Groups"), kind="context_groups", rows=groups)
    tables = [table] if groups and not private else []
    for key, group in (capability.context_groups or {}).items():
        codes = tuple(
            {
                "code": _cell(code),
                "scheme": _cell(one.scheme),
                "meaning": _cell(one.meaning),
                "description": _cell(prose=one.description),
            }
            for code, one in group.codes.items()
            if private is None or is_private(one.scheme) is private
        )
        if codes:
            title = _("Codes of %(group)s", group=key)
            tables.append(FactTable(id=f"codes-{key}", title=title, kind="codes", rows=codes))
    return Chapter(id="code-sets", title=_("Code Sets"), tables=tuple(tables))


def _templates(capability: Capability) -> Chapter:
    texts = []
    for template in (capability.templates or {}).values():
        facts = [*([_("a root of reports")] if template.root else []), *([_("private")] if template.private else [])]
        titles = ", ".join(capability.iods[key].title for key in template.iods if key in capability.iods)
        kind = f" ({', '.join(facts)})" if facts else ""
        texts.append(f"**TID {template.tid} {template.name}**{kind}{f': {titles}' if titles else ''}")
        texts += [template.description] if template.description else []
    tables = tuple(
        _content(key, f"TID {template.tid} {template.name}", template.content)
        for key, template in (capability.templates or {}).items()
        if template.content
    )
    return Chapter(id="templates", title=_("Templates"), texts=tuple(texts), tables=tables)


def _group(key: str, group: ContextGroup) -> dict[str, FactCell]:
    return {
        "group": _cell(
            key, f"CID {group.cid} {group.name}".rstrip() if group.cid else "", ", ".join(group.coding_schemes)
        ),
        "attribute": _cell(group.attribute_name, group.tag, group.attribute if "." in group.attribute else ""),
        "value_set": _cell(phrases.VALUE_SETS[group.value_set] if group.value_set else ""),
        "value_set_code": _cell(_value_set(key, group)),
        "configurable": _cell(phrases.CODES_CONFIGURABLE[group.configurable] if group.configurable else ""),
        "configurable_code": _cell(group.configurable.value.title() if group.configurable else ""),
        "use": _cell(prose=group.use),
    }


def _value_set(key: str, group: ContextGroup) -> str:
    """The Default Value Set as Table A.9.3-1 writes it."""
    name = str(group.cid or key)
    return {
        None: "",
        ValueSet.STANDARD: f"CID {name}",
        ValueSet.EXTENDED: f"extended CID {name}",
        ValueSet.PRIVATE: f"Private CID {name}",
        ValueSet.NONE: "None",
    }[group.value_set]


def _content(key: str, title: str, content: dict[str, ContentItem]) -> FactTable:
    rows = tuple(
        {
            "item": _cell(">" * name.count(".") + name.rpartition(".")[2]),
            "type": _cell(item.relationship or "", item.value_type),
            "concept": _cell(item.concept),
            "presence": _cell(words=[item.presence] if item.presence else [], code_list="presence"),
            "value": _cell(*item.values, words=item.source, code_list="value_source"),
            "remark": _cell(prose=item.remark),
        }
        for name, item in content.items()
    )
    return FactTable(id=f"content-{key}", title=title, kind="content", rows=rows)


def _grayscale(capability: Capability) -> Chapter:
    stated = capability.grayscale
    followed = {
        None: "",
        True: _("The Grayscale Standard Display Function (PS3.14) is followed."),
        False: _("The Grayscale Standard Display Function (PS3.14) is not followed."),
    }[stated.gsdf]
    texts = tuple(text for text in (followed, stated.calibration, stated.description) if text)
    return Chapter(id="grayscale", title=_("Grayscale Image Consistency"), texts=texts)


def _video(capability: Capability) -> Chapter:
    every = capability.real_time_video
    rows = tuple(_video_row(one) for one in every.values())
    tables = [FactTable(id="video", title=_("Real-Time Video"), kind="video", rows=rows)]
    for key, one in every.items():
        limits = tuple(_video_limits(one))
        title = _("Restrictions of real-time video: %(video)s", video=key)
        tables.append(FactTable(id=f"video-limits-{key}", title=title, kind="video_limits", rows=limits))
        resolutions = tuple(_resolution(each) for each in one.resolutions.values())
        title = _("Resolutions of real-time video: %(video)s", video=key)
        tables.append(FactTable(id=f"resolutions-{key}", title=title, kind="video_resolutions", rows=resolutions))
    return Chapter(
        id="real-time-video", title=_("Real-Time Video"), tables=tuple(table for table in tables if table.rows)
    )


def _bits(one: RealTimeVideo) -> str:
    depths = wording.listed([str(bit) for bit in one.bit_depths])
    return _("%(depths)s bits", depths=depths) if one.bit_depths else ""


def _video_row(one: RealTimeVideo) -> dict[str, FactCell]:
    return {
        "entity": _cell(one.application_entity, phrases.VIDEO_ROLES[one.role]),
        "sop_classes": _cell(*(f"{sop.name} ({sop.uid})" for sop in one.sop_classes)),
        "transfer_syntaxes": _cell(*(f"{syntax.name} ({syntax.uid})" for syntax in one.transfer_syntaxes)),
        "formats": _cell(*one.formats, *one.photometric_interpretations, _bits(one)),
        "remark": _cell(prose=one.behaviour),
    }


def _video_limits(one: RealTimeVideo) -> Iterator[dict[str, FactCell]]:
    """Categories and restrictions, as the samples of Annex A have them."""
    facts = _video_row(one)
    for name, cell in (
        (_("Application Entity"), facts["entity"]),
        (_("SOP Classes"), facts["sop_classes"]),
        (_("Transfer Syntaxes"), facts["transfer_syntaxes"]),
        (_("Photometric Interpretation"), _cell(*one.photometric_interpretations)),
        (_("Bit depth"), _cell(_bits(one))),
        (_("Formats"), _cell(*one.formats)),
        (_("Remark"), facts["remark"]),
    ):
        if cell.lines or cell.prose:
            yield {"name": _cell(name), "restriction": cell}


def _resolution(one: VideoResolution) -> dict[str, FactCell]:
    return {
        "rows": _cell(str(one.rows)),
        "columns": _cell(str(one.columns)),
        "frame_rate": _cell("" if one.frame_rate is None else wording.number(one.frame_rate)),
        "video_type": _cell(one.video_type),
        "scan": _cell(phrases.SCANS[one.scan] if one.scan else ""),
    }


def _ihe(capability: Capability) -> Chapter:
    rows = tuple(
        {
            "profile": _cell(key, profile.name),
            "actor": _cell(name),
            "options": _cell(*actor.options),
            "entities": _cell(", ".join(actor.application_entities)),
            "remark": _cell(prose=" ".join(text for text in (actor.remark, profile.remark) if text)),
        }
        for key, profile in capability.ihe_profiles.items()
        for name, actor in profile.actors.items()
    )
    table = FactTable(id="ihe", title=_("IHE profiles, actors and options"), kind="ihe", rows=rows)
    return Chapter(id="ihe", title=_("IHE Integration Statement"), tables=(table,) if rows else ())
