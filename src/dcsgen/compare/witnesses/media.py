"""Witnesses of media: a File-set that was read or written before and is not now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.witness import MediaWitness, Named, Party, Reply
from dcsgen.base.words import FileSetRole
from dcsgen.compare.witnesses.parts import named
from dcsgen.model.media import MediaService
from dcsgen.plugin.change_rule import Sides


class _OnMedia(NamedTuple):
    profile: str
    role: FileSetRole | None
    sop_class: Named | None
    transfer_syntax: Named | None


def of_media(change: Change, sides: Sides) -> MediaWitness | None:
    """The first thing on media that the old product deals with, the new one does not, and the change is about."""
    old: MediaService | None = sides.before(change)
    if old is None or (change.action is Action.ADDED and not change.field):
        return None
    there = {one for service in sides.new.media.values() for one in _on_media(service)}
    lost = next((one for one in _on_media(old) if one not in there and _is_about(one, change)), None)
    if lost is None:
        return None
    reads = lost.role in (FileSetRole.FSR, FileSetRole.FSU, None)
    said = ("the product reads it", "the product does not read it") if reads else ("it is there", "it is not written")
    return MediaWitness(
        sender=Party.PEER if reads else Party.PRODUCT,
        profile=lost.profile,
        role=lost.role,
        sop_class=lost.sop_class,
        transfer_syntax=lost.transfer_syntax,
        at_product=reads,
        before=Reply(said[0]),
        after=Reply(said[1]),
    )


def _is_about(one: _OnMedia, change: Change) -> bool:
    if change.subject is Subject.SOP_CLASS:
        return one.sop_class is not None and one.sop_class.uid == change.key
    if change.subject is Subject.TRANSFER_SYNTAX:
        return one.transfer_syntax is not None and one.transfer_syntax.uid == change.key
    if change.subject is Subject.FILE_SET_ROLE:
        return one.role == change.key
    return True


def _on_media(service: MediaService) -> Iterator[_OnMedia]:
    """Each thing that is on media: in a role, of a SOP Class, in a Transfer Syntax, as far as they are stated."""
    for role in service.roles or (None,):
        contents: list[tuple[Named | None, Named | None]] = [
            (named(sop_class), named(transfer_syntax))
            for content in service.contents.values()
            for sop_class in content.sop_classes
            for transfer_syntax in content.transfer_syntaxes
        ]
        for sop_class, transfer_syntax in contents or [(None, None)]:
            yield _OnMedia(service.profile.id, role, sop_class, transfer_syntax)
