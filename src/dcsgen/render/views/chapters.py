"""Chapters of plain tables for what a layout has no place of its own for: codes, templates, flows, video, IHE."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.standard import elements
from dcsgen.model import AttributeFlow, Capability, ContentItem, ContextGroup, RealTimeVideo, SrTemplate
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.settings import titles_of


class FactCell(Struct, frozen=True):
    """A cell: plain lines, and prose in CommonMark below.

    `words` of a code list stand above, as the layout writes them.
    """

    lines: tuple[str, ...] = ()
    prose: str = ""
    words: tuple[StrEnum, ...] = ()
    code_list: str = ""


class FactTable(Struct, frozen=True, kw_only=True):
    """A table whose columns are headings with widths in percent; the first cell of a row is its heading."""

    id: str
    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[FactCell, ...], ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """A chapter: texts in CommonMark, then tables."""

    id: str
    title: str
    texts: tuple[str, ...] = ()
    tables: tuple[FactTable, ...] = ()


def chapters(capability: Capability) -> tuple[Chapter, ...]:
    """The chapters that have something to say, in the order of PS3.2 A.9, then real-time video and IHE."""
    made = (make(capability) for make in _CHAPTERS)
    return tuple(chapter for chapter in made if chapter.texts or chapter.tables)


class FactsView(Struct, frozen=True, kw_only=True):
    """The same facts in the sections of PS3.2 A.9 and N.9 to N.13; None where nothing is stated.

    `root_templates` are those that reports begin with; `private_codes` are those of private and local coding schemes.
    """

    attribute_flows: Chapter | None
    code_sets: Chapter | None
    context_groups: Chapter | None
    private_codes: Chapter | None
    templates: Chapter | None
    root_templates: tuple[SrTemplate, ...]
    grayscale: Chapter | None
    video: Chapter | None
    ihe: Chapter | None


def facts(capability: Capability) -> FactsView:
    """The facts of a Capability for the sections of the newer layouts."""
    return FactsView(
        attribute_flows=_unless_empty(_flows(capability)),
        code_sets=_unless_empty(_code_sets(capability)),
        context_groups=_unless_empty(_code_sets(capability, private=False)),
        private_codes=_unless_empty(_code_sets(capability, private=True)),
        templates=_unless_empty(_templates(capability)),
        root_templates=tuple(template for template in capability.templates.values() if template.root),
        grayscale=_unless_empty(_grayscale(capability)),
        video=_unless_empty(_video(capability)),
        ihe=_unless_empty(_ihe(capability)),
    )


def _unless_empty(chapter: Chapter) -> Chapter | None:
    return chapter if chapter.texts or chapter.tables else None


def _cell(*lines: str, prose: str = "", words: Iterable[StrEnum] = (), code_list: str = "") -> FactCell:
    return FactCell(tuple(line for line in lines if line), prose, tuple(words), code_list)


def _flows(capability: Capability) -> Chapter:
    rows = tuple(_flow(flow, capability) for flow in capability.attribute_flows.values())
    columns = ((_("Services"), 34), (_("Objects"), 26), ("HL7", 20), (_("Remark"), 20))
    table = FactTable(id="flows", title=_("Attributes that services have in common"), columns=columns, rows=rows)
    return Chapter(id="attribute-flows", title=_("Attribute Mapping between Services"), tables=(table,) if rows else ())


def _flow(flow: AttributeFlow, capability: Capability) -> tuple[FactCell, ...]:
    services = zip(titles_of(capability, flow.services), flow.services.values(), strict=True)
    return (
        _cell(*(f"{title}: {_attribute(path)}" for title, path in services)),
        _cell(*(f"{capability.iods[key].title}: {_attribute(path)}" for key, path in flow.iods.items())),
        _cell(*(f"{field} {name}" for field, name in flow.hl7.items())),
        _cell(prose=flow.remark),
    )


def _attribute(path: str) -> str:
    """Names and the last Tag of a path: `Request Attributes Sequence > Accession Number (0008,0050)`."""
    found = [elements.by_keyword(step) for step in path.split(".")]
    names = [each.name if each else step for each, step in zip(found, path.split("."), strict=True)]
    last = found[-1]
    return " > ".join(names) + (f" {last.tag}" if last else "")


def _codes(capability: Capability) -> Chapter:
    sets, templates = _code_sets(capability), _templates(capability)
    return Chapter(
        id="coded-terminology",
        title=_("Coded Terminology and Templates"),
        texts=templates.texts,
        tables=(*sets.tables, *templates.tables),
    )


def _code_sets(capability: Capability, *, private: bool | None = None) -> Chapter:
    """Context Groups and codes: all, or the private codes alone, or everything but these."""
    groups = tuple(_group(key, group) for key, group in capability.context_groups.items())
    columns = (
        (_("Context Group"), 22),
        (_("Attribute"), 24),
        (_("As delivered"), 18),
        (_("Configurable"), 12),
        (_("Use"), 24),
    )
    tables = [FactTable(id="context-groups", title=_("Context Groups"), columns=columns, rows=groups)] if groups else []
    tables = [] if private else tables
    for key, group in capability.context_groups.items():
        codes = tuple(
            (_cell(code), _cell(one.scheme), _cell(one.meaning), _cell(prose=one.description))
            for code, one in group.codes.items()
            if private is None or _is_private(one.scheme) is private
        )
        if codes:
            heads = ((_("Code Value"), 20), (_("Coding Scheme"), 16), (_("Code Meaning"), 30), (_("Description"), 34))
            tables.append(
                FactTable(id=f"codes-{key}", title=_("Codes of %(group)s", group=key), columns=heads, rows=codes)
            )
    return Chapter(id="code-sets", title=_("Code Sets"), tables=tuple(tables))


def _is_private(scheme: str) -> bool:
    """Whether a Coding Scheme Designator is that of a private or local scheme (PS3.3 8.2)."""
    return scheme == "L" or scheme.startswith("99")


def _templates(capability: Capability) -> Chapter:
    texts = []
    for template in capability.templates.values():
        facts = [*([_("a root of reports")] if template.root else []), *([_("private")] if template.private else [])]
        titles = ", ".join(capability.iods[key].title for key in template.iods if key in capability.iods)
        kind = f" ({', '.join(facts)})" if facts else ""
        texts.append(f"**TID {template.tid} {template.name}**{kind}{f': {titles}' if titles else ''}")
        texts += [template.description] if template.description else []
    tables = tuple(
        _content(key, f"TID {template.tid} {template.name}", template.content)
        for key, template in capability.templates.items()
        if template.content
    )
    return Chapter(id="templates", title=_("Templates"), texts=tuple(texts), tables=tables)


def _group(key: str, group: ContextGroup) -> tuple[FactCell, ...]:
    return (
        _cell(key, f"CID {group.cid} {group.name}".rstrip() if group.cid else "", ", ".join(group.coding_schemes)),
        _cell(group.attribute_name, group.tag, group.attribute if "." in group.attribute else ""),
        _cell(phrases.VALUE_SETS[group.value_set] if group.value_set else ""),
        _cell(phrases.CODES_CONFIGURABLE[group.configurable] if group.configurable else ""),
        _cell(prose=group.use),
    )


def _content(key: str, title: str, content: dict[str, ContentItem]) -> FactTable:
    columns = (
        (_("Content Item"), 20),
        (_("Type"), 14),
        (_("Concept Name"), 24),
        (_("Presence"), 14),
        (_("Value"), 14),
        (_("Remark"), 14),
    )
    rows = tuple(
        (
            _cell(">" * name.count(".") + name.rpartition(".")[2]),
            _cell(item.relationship or "", item.value_type),
            _cell(item.concept),
            _cell(words=[item.presence] if item.presence else [], code_list="presence"),
            _cell(*item.values, words=item.source, code_list="value_source"),
            _cell(prose=item.remark),
        )
        for name, item in content.items()
    )
    return FactTable(id=f"content-{key}", title=title, columns=columns, rows=rows)


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
    rows = tuple(row for one in capability.real_time_video.values() for row in _video_row(one))
    columns = (
        (_("Application Entity"), 16),
        (_("SOP Classes"), 22),
        (_("Transfer Syntaxes"), 22),
        (_("Formats"), 22),
        (_("Remark"), 18),
    )
    table = FactTable(id="video", title=_("Real-Time Video"), columns=columns, rows=rows)
    return Chapter(id="real-time-video", title=_("Real-Time Video"), tables=(table,) if rows else ())


def _video_row(one: RealTimeVideo) -> Iterator[tuple[FactCell, ...]]:
    bits = _("%(depths)s bits", depths=wording.listed([str(bit) for bit in one.bit_depths])) if one.bit_depths else ""
    yield (
        _cell(one.application_entity, phrases.VIDEO_ROLES[one.role]),
        _cell(*(f"{sop.name} ({sop.uid})" for sop in one.sop_classes)),
        _cell(*(f"{syntax.name} ({syntax.uid})" for syntax in one.transfer_syntaxes)),
        _cell(*one.formats, *one.photometric_interpretations, bits),
        _cell(prose=one.behaviour),
    )


def _ihe(capability: Capability) -> Chapter:
    rows = tuple(
        (
            _cell(key, profile.name),
            _cell(name),
            _cell(*actor.options),
            _cell(", ".join(actor.application_entities)),
            _cell(prose=" ".join(text for text in (actor.remark, profile.remark) if text)),
        )
        for key, profile in capability.ihe_profiles.items()
        for name, actor in profile.actors.items()
    )
    columns = (
        (_("Profile"), 26),
        (_("Actor"), 22),
        (_("Options"), 18),
        (_("Application Entities"), 16),
        (_("Remark"), 18),
    )
    table = FactTable(id="ihe", title=_("IHE profiles, actors and options"), columns=columns, rows=rows)
    return Chapter(id="ihe", title=_("IHE Integration Statement"), tables=(table,) if rows else ())


_CHAPTERS: tuple[Callable[[Capability], Chapter], ...] = (_flows, _codes, _grayscale, _video, _ihe)
