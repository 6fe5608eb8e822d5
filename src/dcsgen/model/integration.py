"""IHE profiles that a product claims, and real-time video (PS3.2 A.1, 7.8)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import Scan, VideoRole
from dcsgen.model.sop_class import SopClass, TransferSyntax


class IheActor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An actor of an IHE profile; its key is its name there. Without Application Entities, the whole product acts."""

    options: tuple[str, ...] = ()
    application_entities: tuple[str, ...] = ()
    remark: str = ""


class IheProfile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A profile of IHE; its key is as the author wrote it. `name` is empty for a profile that dcsgen does not know."""

    name: str = ""
    actors: dict[str, IheActor]
    remark: str = ""


class VideoResolution(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A resolution of real-time video; `frame_rate` is in frames per second."""

    rows: int
    columns: int
    frame_rate: float | None = None
    video_type: str = ""
    scan: Scan | None = None


class RealTimeVideo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Real-time video that an Application Entity provides or consumes (PS3.22)."""

    application_entity: str
    role: VideoRole
    sop_classes: tuple[SopClass, ...]
    transfer_syntaxes: tuple[TransferSyntax, ...]
    photometric_interpretations: tuple[str, ...] = ()
    bit_depths: tuple[int, ...] = ()
    resolutions: dict[str, VideoResolution] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    behaviour: str = ""
