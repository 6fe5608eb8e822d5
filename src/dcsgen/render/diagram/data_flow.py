"""The application data flow diagram of an Implementation Model (PS3.2 5.1), drawn from small frozen values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dcsgen.base.drawing.svg import document
from dcsgen.render.diagram.flow_draw import drawn
from dcsgen.render.diagram.flow_graph import graph_of
from dcsgen.render.diagram.flow_plan import plan_of
from dcsgen.render.diagram.flow_words import flow_in_words


class AeBox(Struct, frozen=True):
    """An Application Entity, drawn as a rectangle: its name and, smaller, what it does."""

    id: str
    label: str
    caption: str = ""


class ActivityCircle(Struct, frozen=True):
    """A Real-World Activity, drawn as a circle, or as an ellipse if its text needs one."""

    id: str
    label: str


class LocalLink(Struct, frozen=True):
    """A local activity and the Application Entity it has to do with: a dashed line without arrowhead."""

    activity: str
    ae: str


class AssociationArrow(Struct, frozen=True):
    """Associations between an Application Entity and a remote activity, an arrow from whoever opens them.

    `both` draws two arrows.
    """

    ae: str
    activity: str
    initiator: Literal["ae", "remote", "both"]


class MediumLink(Struct, frozen=True):
    """An Application Entity that creates (FSC), reads (FSR) or updates (FSU) File-sets on a medium.

    Links with the same text for `medium` share one cylinder. `activity` is the id of the remote activity where
    the medium goes or comes from; empty if none is shown.
    """

    ae: str
    role: Literal["FSC", "FSR", "FSU"]
    medium: str
    activity: str = ""


class DataFlow(Struct, frozen=True):
    """All that a data flow diagram shows. Ids are unique among boxes, among local and among remote activities."""

    boxes: tuple[AeBox, ...]
    local: tuple[ActivityCircle, ...]
    remote: tuple[ActivityCircle, ...]
    local_links: tuple[LocalLink, ...]
    associations: tuple[AssociationArrow, ...]
    media: tuple[MediumLink, ...] = ()


def data_flow_svg(flow: DataFlow, title: str, id_prefix: str) -> str:
    """The diagram as an `svg` element, at most 680 CSS pixels wide, its height as the content needs.

    `title` becomes the alternative text, a description in sentences follows it. `id_prefix` keeps the ids of
    several diagrams in a page apart. The same values give the same text. Raises ValueError if an id is given
    twice or a link names one that is not there.
    """
    plan = plan_of(graph_of(flow))
    return document(title, flow_in_words(flow), id_prefix, plan.width, plan.height, drawn(plan))
