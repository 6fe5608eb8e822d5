"""Views of the rows of a web transaction: resources, parameters, header fields, Attributes, media types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dcsgen.model import TransferSyntax, WebAttribute, WebMediaType, WebParameter, WebResource
from dcsgen.render.language import _
from dcsgen.render.views import web_phrases, wording


class WebResourceRow(Struct, frozen=True):
    """A resource; `template` is its URI template if PS3.18 has one for it."""

    name: str
    template: str
    description: str


class WebParameterRow(Struct, frozen=True):
    """A query parameter or header field; `supported` are the values if they are a closed list, `bounds` the range."""

    name: str
    supported: tuple[str, ...]
    bounds: str
    description: str


class WebAttributeRow(Struct, frozen=True):
    """An Attribute of a search; `keyword` is its path, `levels`, `matching` and `returned` are in words."""

    keyword: str
    name: str
    tag: str
    levels: str
    matching: str
    returned: str
    description: str
    attribute: WebAttribute


class WebMediaTypeRow(Struct, frozen=True):
    """A media type; `direction` says whether it is of requests or of responses."""

    direction: str
    name: str
    transfer_syntaxes: tuple[TransferSyntax, ...]
    description: str


def resource_rows(resources: Mapping[str, WebResource], templates: Mapping[str, str]) -> tuple[WebResourceRow, ...]:
    """The resources of a transaction; `templates` are the URI templates of PS3.18 by name."""
    return tuple(
        WebResourceRow(name, resource.uri or templates.get(name, ""), _of_resource(resource))
        for name, resource in resources.items()
    )


def attribute_rows(attributes: Mapping[str, WebAttribute]) -> tuple[WebAttributeRow, ...]:
    """The Attributes that a transaction matches or returns."""
    return tuple(
        WebAttributeRow(
            path,
            ">" * path.count(".") + attribute.name,
            attribute.tag,
            ", ".join(web_phrases.LEVELS[level] for level in attribute.levels),
            ", ".join(web_phrases.MATCHING[each] for each in attribute.matching_types)
            or wording.yes_no(attribute.matching),
            web_phrases.RETURNED[attribute.returned_when]
            if attribute.returned_when
            else wording.yes_no(attribute.returned),
            attribute.description,
            attribute,
        )
        for path, attribute in attributes.items()
    )


def _of_resource(resource: WebResource) -> str:
    """What is said of a resource, with the levels whose Attributes a search for it returns."""
    levels = ", ".join(web_phrases.LEVELS[level] for level in resource.levels)
    returns = _("Returns Attributes of %(levels)s.", levels=levels) if levels else ""
    own = _("The vendor's own.") if resource.private else ""
    return " ".join(filter(None, (own, returns, resource.description)))


def parameter_rows(parameters: Mapping[str, WebParameter]) -> tuple[WebParameterRow, ...]:
    """Query parameters or header fields."""
    return tuple(
        WebParameterRow(name, each.values, wording.bounds(each.range, each.unit), _of_parameter(each))
        for name, each in parameters.items()
    )


def _of_parameter(each: WebParameter) -> str:
    """What is said of a parameter, in sentences."""
    texts = [_("The vendor's own.")] if each.private else []
    if each.required:
        texts.append(_("Required."))
    if each.default is not None:
        texts.append(_("Without it: %(value)s.", value=wording.scalar(each.default)))
    if each.repeatable is not None:
        texts.append(_("Any number of times.") if each.repeatable else _("Once at most."))
    if each.resources:
        texts.append(_("For: %(resources)s.", resources=", ".join(each.resources)))
    return " ".join(filter(None, (*texts, each.description, each.otherwise)))


def media_type_rows(direction: str, media_types: Mapping[str, WebMediaType]) -> Iterator[WebMediaTypeRow]:
    """Media types of requests or of responses, as `direction` says."""
    for name, each in media_types.items():
        yield WebMediaTypeRow(direction, name, each.transfer_syntaxes, _of_media_type(each))


def _of_media_type(each: WebMediaType) -> str:
    """What is said of a media type, in sentences."""
    texts = []
    if each.resources:
        texts.append(_("For: %(resources)s.", resources=", ".join(each.resources)))
    if each.default_for:
        same = each.default_for == each.resources
        named = ", ".join(each.default_for)
        texts.append(_("The default.") if same else _("Default for: %(resources)s.", resources=named))
    if each.default_transfer_syntax:
        texts.append(_("Without a Transfer Syntax: %(name)s.", name=each.default_transfer_syntax.name))
    if each.as_stored:
        texts.append(_("Also as stored (`transfer-syntax=*`)."))
    return " ".join(filter(None, (*texts, each.description)))
