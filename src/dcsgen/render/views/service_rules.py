"""Views of transcoding, coercion and failure reasons of a service (PS3.2 N.5.2.5, N.5.2.6)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dcsgen.base.content_words import TranscodingResult
from dcsgen.base.standard.statuses import FAILURE_REASONS
from dcsgen.model import Coercion, FailureReason, Service, Transcoding, TransferSyntax
from dcsgen.render.views import phrases


class TranscodingRow(Struct, frozen=True):
    """What becomes of objects kept in some Transfer Syntaxes when some others are negotiated.

    `words` is the result, for layouts with codes of their own.
    """

    stored: tuple[TransferSyntax, ...]
    negotiated: tuple[TransferSyntax, ...]
    result: str
    remark: str
    words: TranscodingResult


class CoercionRow(Struct, frozen=True, kw_only=True):
    """A change of an Attribute in words; `sop_classes` is empty for all of the service."""

    path: str
    nesting: str
    name: str
    tag: str
    sop_classes: tuple[str, ...]
    change: str
    new_value: str
    when: str
    remark: str
    coercion: Coercion


class FailureReasonRow(Struct, frozen=True):
    """A failure reason of Storage Commitment; `text` is its condition and what is done then.

    `condition` and `behaviour` are the two apart; both are empty for a reason of the standard that is not stated.
    """

    code: str
    meaning: str
    text: str
    condition: str
    behaviour: str


def transcodings(transcoding: Mapping[str, Transcoding]) -> tuple[TranscodingRow, ...]:
    """The rows of the transcoding of a service or transaction."""
    return tuple(
        TranscodingRow(one.stored, one.negotiated, phrases.TRANSCODING_RESULTS[one.result], one.remark, one.result)
        for one in transcoding.values()
    )


def coercions(coercion: Mapping[str, Coercion]) -> tuple[CoercionRow, ...]:
    """The rows of the coercion of a service or transaction; a Sequence that is implied has no words."""
    return tuple(
        CoercionRow(
            path=path,
            nesting=">" * path.count("."),
            name=one.name,
            tag=one.tag,
            sop_classes=tuple(sop.name for sop in one.sop_classes),
            change="" if one.implied else phrases.COERCION_CHANGES[one.change],
            new_value=one.new_value,
            when=phrases.COERCION_TIMES[one.when] if one.when else "",
            remark=one.remark,
            coercion=one,
        )
        for path, one in coercion.items()
    )


def failure_reasons(service: Service) -> tuple[FailureReasonRow, ...]:
    """The rows of the failure reasons of a service, by code."""
    return tuple(_reason(code, one) for code, one in sorted(service.failure_reasons.items()))


def every_failure_reason(service: Service) -> tuple[FailureReasonRow, ...]:
    """The same with all that the standard has, because Tables N.5-15 and N.5-16 list each; none if none is stated."""
    if not service.failure_reasons:
        return ()
    standard = {f"{one.code:04X}": FailureReason(meaning=one.meaning) for one in FAILURE_REASONS}
    return tuple(_reason(code, one) for code, one in sorted((standard | service.failure_reasons).items()))


def _reason(code: str, one: FailureReason) -> FailureReasonRow:
    text = " ".join(text for text in (one.condition, one.behaviour) if text)
    return FailureReasonRow(code, one.meaning, text, one.condition, one.behaviour)
