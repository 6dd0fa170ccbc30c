"""Owns what people sit on when the plan shows nothing to sit on: a chair indoors, a bench or log outdoors.

Does not know: the plan's own furniture beyond its boxes, light, the camera's way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generators.artefacts import ShotSpec
from generators.backends.animatic.hands import Stood
from generators.backends.animatic.kit import Look
from generators.backends.animatic.performance import Acting
from generators.backends.animatic.troupe import Caster, Member, Placement
from planners.plan import Attributes, Entity, Key, Track

MARK = "seat:"
"""Prefix of the keys of seats, which the plan does not know."""
_OUTDOORS = {"street": "bench", "park": "bench", "garden": "bench", "city": "bench", "town": "bench", "square": "bench"}
_SITTABLE = frozenset(
    {"chair", "bench", "sofa", "couch", "armchair", "stool", "throne", "log", "stump", "rock", "bed", "swing", "wall",
     "step", "stone", "horse", "bicycle", "bike", "boat", "raft", "sled", "blanket", "rug", "carpet", "cushion",
     "box", "chest", "barrel", "table", "roof", "branch", "fence", "nest", "seat", "sleigh", "cart", "wagon"}
)  # fmt: skip


@dataclass(frozen=True)
class Seating:
    """The seat of a shot: one figure for all sitters."""

    member: Member
    taken: frozenset[str]
    """Keys of tracks that have something of their own to sit on."""

    def under(self, stood: Sequence[Stood]) -> list[Stood]:
        """A seat for every sitter without one, placed so that they sit on it."""
        return [self._for(item) for item in stood if self._needs(item)]

    def _needs(self, item: Stood) -> bool:
        act = item.act
        person = act.member.entity.kind == "character" and act.member.entity.attributes.species is None
        free = act.member.track.held_by is None and item.key not in self.taken
        return person and free and act.pose.action == "sit" and "seat" in act.member.figure.anchors(act.pose)

    def _for(self, item: Stood) -> Stood:
        act, at = item.act, item.at
        sitter = act.member.figure
        x, y = at.point(sitter.anchors(act.pose)["seat"])
        own = act.member.drawn("sit", act.pose.view)
        ground = at.y + own[3] * at.sy
        figure = self.member.figure
        sx, sy = figure.anchors(act.pose).get("seat", (0.0, -figure.size[1] * 0.55))
        scale = min(max((ground - y) / max(-sy, 1.0), 0.3 * at.sy), 2.2 * at.sy)
        mirrored = at.mirrored
        left = x - sx * scale * (-1 if mirrored else 1)
        place = Placement(x=left, y=ground, sx=scale, sy=scale, mirrored=mirrored)
        track = self.member.track.model_copy(update={"key": MARK + item.key, "depth": act.member.track.depth})
        member = replace(self.member, track=track)
        pose = replace(act.pose, action="stand", phase=0, mouth=0, blink=0, gaze=(0.0, 0.0), reach=None, holding=None)
        seat = Acting(
            member=member, pose=pose, fit_action="stand", fit_view=act.pose.view, mirrored=mirrored, box=act.box,
            moving=act.moving,
        )  # fmt: skip
        return Stood(seat, place)


def seating(spec: ShotSpec, caster: Caster, look: Look, *, indoor: bool) -> Seating | None:
    """The seat for the shot's sitters; None when nobody sits."""
    if not any(beat.action == "sit" for beat in spec.shot.beats):
        return None
    noun = "chair" if indoor else _OUTDOORS.get(spec.place.attributes.noun, "log")
    entity = Entity(id="seat", kind="prop", name=noun, attributes=Attributes(noun=noun))
    figure, _ = caster(entity, None, spec.seed)
    track = Track(key=MARK, entity="seat", keys=(Key(t=0, box=(0.0, 0.0, 1.0, 1.0)),))
    member = Member(track=track, entity=entity, figure=figure, name="seat", look=look)
    return Seating(member=member, taken=_served(spec))


def _served(spec: ShotSpec) -> frozenset[str]:
    """Tracks whose middle is over something in the plan that one can sit on."""
    furniture = [track for track in spec.shot.layout if _sittable(spec.cast[track.entity])]
    taken = set()
    for track in spec.shot.layout:
        own = track.at(0.5) or next((key.box for key in track.keys if key.box is not None), None)
        for other in furniture:
            box = other.at(0.5)
            if own is not None and box is not None and box[0] < (own[0] + own[2]) / 2 < box[2]:
                taken.add(track.key)
    return frozenset(taken)


def _sittable(entity: Entity) -> bool:
    return entity.attributes.noun.split(" ")[-1] in _SITTABLE
