"""Owns the layout node (blocking): where everybody stands and moves in each shot, kept from shot to shot.

Positions of a scene are remembered, so that people stay on their side of the axis (180-degree rule) and
travel keeps its screen direction over cuts. Does not know: the camera.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.lens import Box
from planners.nodes.company import FRONT, SEATS, Instance, appearances, beats_of, company
from planners.nodes.entrances import beside, emerging
from planners.nodes.furniture import around, laid, ridden
from planners.nodes.moves import AT_REST, CLOSE, TRAVELLING, keys_for, timed
from planners.nodes.paths import path
from planners.nodes.postures import after
from planners.nodes.relations import Floor, placed_by_relations
from planners.nodes.rows import GAP, ROOM, in_row, shrink_of, width_of
from planners.nodes.space import BACK, GROUND, REGIONS, centred, figure, kept_inside, middle, rounded, shifted, standing
from planners.nodes.state import Draft, SceneKey, State
from planners.plan import Action, Entity, Facing, Key, Shot, Track
from planners.reading import Event, Motion, Reading

SET_PIECE = 100.0
"""Things this large, in figure units, stand behind those who act."""
BORNE = frozenset({"on", "in", "above", "under"})
HANGING = frozenset({"sun", "moon", "star", "cloud", "rainbow", "balloon", "kite", "branch", "wire", "shelf"})
AIRBORNE = frozenset({"fly", "float", "swim"})


class Memory:
    """What the blocking remembers of a scene: where each figure stood, and which way travel went."""

    def __init__(self) -> None:
        self.places: dict[SceneKey, dict[str, float]] = {}
        self.heading: dict[str, str] = {}
        self.postures: dict[SceneKey, dict[str, Action]] = {}


def layout(state: State) -> State:
    """Drafts -> shots with cast, beats and layout."""
    reading, entities, size = state["reading"], state["entities"], state["story"].size
    memory = Memory()
    shots, notes = [], list(state["notes"])
    for draft in state["drafts"]:
        postures = memory.postures.get(draft.scene, {})
        instances, found = company(draft, reading, entities, postures)
        notes += found
        blocking = Blocking(draft, reading, entities, size, instances, memory)
        tracks = blocking.tracks()
        shots.append(
            Shot(
                id=draft.id,
                scene="",
                frames=1,
                text=draft.text,
                beats=(beats := beats_of(draft, reading, instances, postures)),
                cast=tuple(dict.fromkeys(item.entity for item in instances)),
                layout=tracks,
                state={key: value for event in draft.events for key, value in event.state.items()},
            )
        )
        done = [(name, beat.action) for beat in beats for name in beat.actors]
        memory.postures[draft.scene] = after(postures, done)
    return {"shots": tuple(shots), "notes": tuple(notes)}


class Blocking:
    """The blocking of one shot."""

    def __init__(
        self,
        draft: Draft,
        reading: Reading,
        entities: Mapping[str, Entity],
        size: tuple[int, int],
        instances: Sequence[Instance],
        memory: Memory,
    ) -> None:
        self.draft, self.reading, self.entities, self.size = draft, reading, entities, size
        self.instances = list(instances)
        self.known = memory.places.setdefault(draft.scene, {})
        self.heading = memory.heading
        wish = next((s.camera for s in draft.sentences if s.camera.framing or s.camera.angle), None)
        self.flat = any(s.camera.angle == "top-down" for s in draft.sentences)
        self.far = wish is not None and wish.framing == "extreme wide"
        self.boxes: dict[str, Box] = {}
        self.depths: dict[str, float] = {}

    def tracks(self) -> tuple[Track, ...]:
        """Everybody's track, far to near."""
        free = [item for item in self.instances if item.held_by is None]
        self._stand(free)
        self._relate(free)
        self._regions(free)
        keys = ridden({item.key: self._keys(item) for item in free}, self.boxes, self._relations(free), free)
        facing = {item.key: self._facing(item, keys[item.key]) for item in free}
        for item in self.instances:
            if item.held_by is not None:
                keys[item.key], facing[item.key] = self._held(item, keys, facing)
        self._remember(keys)
        tracks = [
            Track(
                key=item.key,
                entity=item.entity,
                stage=item.stage,
                depth=round(self.depths.get(item.held_by or item.key, 0.5) + (0.02 if item.held_by else 0), 3),
                facing=facing[item.key],
                held_by=item.held_by,
                keys=keys[item.key],
            )
            for item in self.instances
        ]
        return tuple(sorted(tracks, key=lambda track: track.depth))

    # -- standing ---------------------------------------------------------------------------------

    def _stand(self, free: list[Instance]) -> None:
        """Actors in a row, large things behind them, the set's furniture among them."""
        back = [item for item in free if self._is_back(item)]
        borne = [item for item in free if item not in back and self._is_borne(item, free)]
        row = [item for item in free if item not in back and item not in borne]
        sizes = {item.key: self._size(item) for item in free}
        row, spare = self._roomy(row, sizes)
        shrink = shrink_of([sizes[item.key][0] for item in row])
        self.sizes = sizes = {key: (w * shrink, h * shrink) for key, (w, h) in sizes.items()}
        items = {item.key: item for item in row}
        for key, x, step in in_row([item.key for item in around(self._ordered(row))], sizes):
            feet = GROUND + step - self._lift(items[key], sizes[key][1])
            self._put(items[key], standing(x, feet, sizes[key]), 0.5 + step)
        for index, item in enumerate(spare):
            x = 0.07 + 0.86 * (index + 0.5) / len(spare)
            self._put(item, standing(x, BACK + 0.03, sizes[item.key]), 0.3)
        for item in borne:
            self._put(item, standing(0.5, GROUND, sizes[item.key]), 0.5)
        self._near(row)
        self._alone(row)
        for index, item in enumerate(back):
            side = self.known.get(item.key, (0.8, 0.2, 0.6, 0.4)[index % 4])
            self._put(item, standing(side, BACK, sizes[item.key]), 0.15 + 0.02 * index)

    def _is_back(self, item: Instance) -> bool:
        if item.acts or item.kind == "character":
            return False
        return max(self._units(item)) >= SET_PIECE and item.look.noun not in SEATS | FRONT

    def _is_borne(self, item: Instance, free: list[Instance]) -> bool:
        """Whether something on stage carries it, so that it needs no room on the ground."""
        here = {other.entity for other in free}
        return any(a == item.entity and how in BORNE and b in here and a != b for a, how, b in self._relations(free))

    def _relations(self, free: list[Instance]) -> list[tuple[str, str, str]]:
        told = [relation for sentence in self.draft.sentences for relation in sentence.relations]
        return laid(told, free, self.entities[self.draft.scene.place].attributes.noun)

    def _units(self, item: Instance) -> tuple[float, float]:
        w, h = figure(item.look, item.kind, "stand", (720, 720))
        return (w * 200, h * 200)

    def _size(self, item: Instance) -> tuple[float, float]:
        scale = 0.5 if self.far else 1.0
        return figure(item.look, item.kind, item.action, self.size, scale)

    def _roomy(
        self, row: list[Instance], sizes: Mapping[str, tuple[float, float]]
    ) -> tuple[list[Instance], list[Instance]]:
        """Those in front, and the things that stand behind them because there is no room for all."""
        if width_of([sizes[item.key][0] for item in row]) <= ROOM or self.flat:
            return row, []
        spare = [item for item in row if item.kind == "prop" and not item.acts and item.look.noun not in SEATS | FRONT]
        return ([item for item in row if item not in spare], spare) if len(spare) < len(row) else (row, [])

    def _ordered(self, row: list[Instance]) -> list[Instance]:
        """Those who stood in this scene before keep their order; newcomers go to the free side."""
        before = [item for item in row if item.key in self.known]
        new = [item for item in row if item.key not in self.known]
        before.sort(key=lambda item: self.known[item.key])
        if before and self.known[before[-1].key] > 0.6:
            return [*new, *before]
        return [*before, *new]

    def _lift(self, item: Instance, height: float) -> float:
        """How far above the ground a flying, floating or swimming figure is."""
        if self.flat:
            return GROUND - 0.5 - height / 2
        flying = item.action in AIRBORNE or item.look.noun in HANGING
        return max(0.0, GROUND - 0.34 - height / 2) if flying else 0.0

    def _near(self, row: list[Instance]) -> None:
        """Who hugs, fights, gives or kisses is within reach."""
        for event in self.draft.events:
            if event.action not in CLOSE:
                continue
            whom = [*event.patients, *([event.recipient] if event.recipient else [])]
            agents = [item for item in row if item.entity in {m for a in event.agents for m in self._members(a)}]
            others = [item for item in row if item.entity in whom and item.kind == "character"]
            if agents and others:
                self._close_up(agents[0], others[0], CLOSE[event.action])

    def _close_up(self, a: Instance, b: Instance, gap: float) -> None:
        """Both moved toward each other until `gap` (a share of the slimmer one's width) is between them."""
        left, right = sorted((self.boxes[a.key], self.boxes[b.key]), key=lambda box: box[0])
        wanted = gap * min(left[2] - left[0], right[2] - right[0])
        shift = (right[0] - left[2] - wanted) / 2
        for item in (a, b):
            side = 1 if self.boxes[item.key] == left else -1
            self.boxes[item.key] = shifted(self.boxes[item.key], side * shift)

    def _alone(self, row: list[Instance]) -> None:
        """One figure alone stands off the middle, with room to look into; where it stood before if it did."""
        if len(row) != 1 or self.flat:
            return
        key = row[0].key
        wanted = self.known.get(key, 0.44)
        self._put(row[0], shifted(self.boxes[key], wanted - middle(self.boxes[key])[0]), self.depths[key])

    def _put(self, item: Instance, box: Box, depth: float) -> None:
        self.boxes[item.key] = kept_inside(box)
        self.depths[item.key] = depth

    # -- what the text says -----------------------------------------------------------------------

    def _relate(self, free: list[Instance]) -> None:
        relations = self._relations(free)
        floor = Floor(boxes=self.boxes, depths=self.depths, sizes=self.sizes, items=free)
        placed_by_relations(relations, floor)
        passed = {event.motion.past for event in self.draft.events if event.motion}
        for item in free:
            box = self.boxes[item.key]
            if item.entity in passed:
                box = shifted(box, 0.5 - middle(box)[0])
            self.boxes[item.key] = kept_inside(box)

    def _regions(self, free: list[Instance]) -> None:
        """Figures whose place in the frame the text names stand there."""
        for item in free:
            regions = [a.region for a in appearances(self.draft, item.entity) if a.region]
            if not regions:
                continue
            group = [other for other in free if other.entity == item.entity]
            x, y = REGIONS[regions[0]]
            offset = (group.index(item) - (len(group) - 1) / 2) * (self.sizes[item.key][0] + GAP / 2)
            wh = self.sizes[item.key]
            high = regions[0].split(" ")[0] in ("upper", "top", "lower", "bottom")
            box = (
                centred(x + offset, y, wh)
                if high or self.flat
                else shifted(self.boxes[item.key], x + offset - middle(self.boxes[item.key])[0])
            )
            self._put(item, box, self.depths[item.key])

    # -- time -------------------------------------------------------------------------------------

    def _keys(self, item: Instance) -> tuple[Key, ...]:
        rest = self.boxes[item.key]
        keys: tuple[Key, ...] = (Key(t=0, box=rounded(rest)),)
        motion = self._motion(item)
        if motion is not None:
            others = {other.entity: self.boxes[other.key] for other in self.instances if other.key in self.boxes}
            keys = self._apart(item, keys_for(motion, rest, others, flat=self.flat))
        keys = self._apart(item, self._emerging(item)) or keys
        return self._present(item, keys)

    def _motion(self, item: Instance) -> Motion | None:
        """How an instance moves: along the corners that the text names, else as its event says."""
        stops = path(self.draft)
        if stops and item.entity in self.draft.sentences[0].present + self.draft.sentences[-1].present:
            return Motion(start=stops[0], way=stops[1:-1], end=stops[-1])
        event = self._moving(item)
        if event is None or event.motion is None or "out of" in event.text:
            return None
        return self._directed(item, event.motion)

    def _emerging(self, item: Instance) -> tuple[Key, ...]:
        """Out of the bushes, out of the house: from there, or from the back, to where it stands."""
        event = self._moving(item)
        if event is None or event.motion is None or "out of" not in event.text:
            return ()
        target = event.motion.target
        origin = next((self.boxes[o.key] for o in self.instances if o.entity == target and o.key in self.boxes), None)
        return emerging(self.boxes[item.key], origin)

    def _moving(self, item: Instance) -> Event | None:
        """The event in which an instance moves."""
        for event in self.draft.events:
            agents = {name for agent in event.agents for name in self._members(agent)}
            moved = (
                set(event.patients)
                if event.action in ("push", "pull", "throw") and not agents & {item.entity}
                else set()
            )
            if event.motion is not None and event.action not in AT_REST and item.entity in agents | moved:
                return event
        return None

    def _members(self, name: str) -> tuple[str, ...]:
        entity = self.reading.entities.get(name)
        return entity.members if entity is not None and entity.members else (name,)

    def _directed(self, item: Instance, motion: Motion) -> Motion:
        """Travel without a stated direction keeps the heading it had."""
        stated = motion.direction or motion.start or motion.end or motion.target or motion.around is not None
        travels = item.action in TRAVELLING
        if stated or not travels:
            if motion.direction in ("left", "right"):
                self.heading[item.entity] = motion.direction
            return motion
        heading = self.heading.setdefault(item.entity, "right")
        return motion.model_copy(update={"direction": heading})

    def _apart(self, item: Instance, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """Those who move together keep their places in the group."""
        event = self._moving(item)
        free = [other for other in self.instances if other.held_by is None]
        group = [o for o in free if o.entity == item.entity or (event is not None and self._moving(o) is event)]
        if len(group) < 2:
            return keys
        widths = [self.sizes[other.key][0] * 0.9 for other in group]
        index, reach = group.index(item), (sum(widths) - widths[-1]) / 2
        offset = sum(widths[:index]) + widths[index] / 2 - sum(widths) / 2
        return tuple(beside(key, offset, reach, (index % 2) * 0.04 - 0.02) for key in keys)

    def _present(self, item: Instance, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """Absent before it appears and after it leaves, as the text says."""
        for appearance in appearances(self.draft, item.entity):
            if appearance.start > 0 or appearance.end < 1:
                return timed(keys, appearance.start, appearance.end, before=True, after=True)
        return keys

    # -- facing and holding -----------------------------------------------------------------------

    def _facing(self, item: Instance, keys: tuple[Key, ...]) -> Facing:
        boxes = [key.box for key in keys if key.box is not None]
        if len(boxes) > 1:
            dx = middle(boxes[-1])[0] - middle(boxes[0])[0]
            if abs(dx) > 0.03:
                return "right" if dx > 0 else "left"
        x = middle(self.boxes[item.key])[0]
        target = self._looked_at(item)
        if target is not None:
            return "right" if target > x else "left"
        others = [o for o in self.instances if o.kind == "character" and o.key != item.key and o.key in self.boxes]
        if others and item.kind == "character":
            nearest = min(others, key=lambda o: abs(middle(self.boxes[o.key])[0] - x))
            return "right" if middle(self.boxes[nearest.key])[0] >= x else "left"
        partner = self._partner(item)
        if partner is not None:
            return "right" if partner > x else "left"
        if item.kind == "character" and item.action in ("talk", "stand", "sing", "dance", "wave") and len(boxes) <= 1:
            return "front" if not others and item.look.species is None else ("right" if x <= 0.5 else "left")
        return "right" if x <= 0.5 else "left"

    def _partner(self, item: Instance) -> float | None:
        """Where the nearest other character of the scene who is not in the picture stands (x): the axis is kept."""
        x = middle(self.boxes[item.key])[0]
        others = [
            place
            for key, place in self.known.items()
            if key.split("#")[0] != item.entity and self.entities[key.split("#")[0]].kind == "character"
        ]
        near = [place for place in others if abs(place - x) > 0.04]
        return min(near, key=lambda place: abs(place - x)) if near and item.kind == "character" else None

    def _looked_at(self, item: Instance) -> float | None:
        """X of what the instance acts upon, speaks to, or is acted upon by."""
        for event in self.draft.events:
            agents = {name for agent in event.agents for name in self._members(agent)}
            objects = [*event.patients, *([event.recipient] if event.recipient else [])]
            wanted = objects if item.entity in agents else list(agents) if item.entity in objects else []
            for name in wanted:
                for other in self.instances:
                    if other.entity == name and other.key in self.boxes and other.entity != item.entity:
                        return middle(self.boxes[other.key])[0]
        return None

    def _held(
        self, item: Instance, keys: Mapping[str, tuple[Key, ...]], facing: Mapping[str, Facing]
    ) -> tuple[tuple[Key, ...], Facing]:
        """At the hand of the holder, all along its way."""
        holder = item.held_by or ""
        wh = self._size(item)
        side = -1 if facing[holder] == "left" else 1
        out = []
        for key in keys[holder]:
            if key.box is None:
                out.append(key)
                continue
            x0, y0, x1, y1 = key.box
            x = (x0 + x1) / 2 + side * (x1 - x0) * 0.42
            y = y0 + (y1 - y0) * 0.52
            out.append(Key(t=key.t, box=rounded(centred(x, y, wh))))
        return tuple(out), facing[holder]

    def _remember(self, keys: Mapping[str, tuple[Key, ...]]) -> None:
        """Where everybody is found in the next shot of the scene: where they first stood, or went."""
        for item in self.instances:
            boxes = [key.box for key in keys[item.key] if key.box is not None]
            if boxes and item.held_by is None and (len(boxes) > 1 or item.key not in self.known):
                self.known[item.key] = round(min(max(middle(boxes[-1])[0], 0.12), 0.88), 4)
