"""Owns the acting: turns beats, lines and tracks into one pose per member and frame.

Poses change on twos (twelve a second), positions on ones. Does not know: drawing, light, pixels.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generators.artefacts import MouthTrack, ShotSpec
from generators.backends.animatic.animals.bird import Bird
from generators.backends.animatic.animals.mammal import Mammal
from generators.backends.animatic.camera import clock
from generators.backends.animatic.figure import PHASES, Figure, Pose
from generators.backends.animatic.glyphs import Labelled
from generators.backends.animatic.people.person import Person
from generators.backends.animatic.troupe import POSTURES, Member
from planners.plan import Action, Beat, Box, Emotion, Facing, Line, Track, window
from planners.seats import POSTURE, seat_of

MOOD_EMOTION: dict[str, Emotion] = {
    "happy": "happy", "sad": "sad", "tense": "afraid", "afraid": "afraid", "angry": "angry",
    "tender": "tender", "wonder": "surprised", "funny": "happy",
}  # fmt: skip
LASTING: frozenset[Action] = frozenset(
    {"sit", "kneel", "lie", "sleep", "fly", "swim", "float", "perch", "crouch", "ride", "drive", "hold", "carry",
     "hide", "sail"}
)  # fmt: skip
"""Actions that go on after their beat until another begins, and hold before it."""
STRIDING: frozenset[Action] = frozenset({"walk", "run", "crawl", "hop", "climb", "roll", "drive", "push", "pull"})
"""Actions whose phase comes from the way travelled, so that feet and wheels do not slide."""
STANDING: frozenset[Action] = frozenset(
    {"stand", "talk", "listen", "look", "reach", "point", "wave", "laugh", "cry", "sing", "give", "bow", "open",
     "catch", "throw", "read", "eat", "drink", "play", "hug"}
)  # fmt: skip
"""Actions done on one's feet: a member that moves meanwhile walks."""
IDLE: frozenset[Action] = frozenset({"stand", "look", "listen"})
CHANGE = 0.42
"""Seconds that a body takes from one posture to another."""
WHIRLING: frozenset[Action] = frozenset({"roll", "spin", "fall"})
"""Actions from and to which no way leads: the whole body turns."""
_WALKS, _RUNS = 0.05, 1.5
"""Speeds in own heights per second above which a member walks, and runs."""
_TURN = 3
"""Frames to each side of a change of direction in which a member is seen from the front."""


@dataclass(frozen=True)
class Acting:
    """What one member does in one frame."""

    member: Member
    pose: Pose
    fit_action: Action
    """The action whose size fills the box."""
    fit_view: str
    mirrored: bool
    box: Box
    """In stage coordinates; the whole figure."""
    moving: bool
    leaps: bool = False
    """Whether the box itself rises and falls, so that the drawing adds no leap of its own."""
    squash: float = 1.0
    """Height over normal height: anticipation and follow-through."""
    came: Acting | None = None
    """What it did until just now, while it is on the way from there (`Pose.before`, `Pose.share`)."""


@dataclass
class Role:
    """All that a member does in the shot, worked out once."""

    member: Member
    beats: tuple[Beat, ...]
    lines: tuple[Line, ...]
    main: Action
    travelled: list[float] = field(default_factory=list)
    """Own heights travelled since frame 0, by frame from `first` on; negative before it."""
    facing: list[str] = field(default_factory=list)
    blink_offset: float = 0.0
    blink_every: float = 3.4
    idle_offset: float = 0.0
    travels: bool = False
    rises: bool = False


class Performance:
    """The acting of one shot, handles included."""

    def __init__(
        self, spec: ShotSpec, members: Sequence[Member], *, mouths: Sequence[MouthTrack] = (), head: int = 0,
        tail: int = 0,
    ) -> None:  # fmt: skip
        """Read the shot once.

        Args:
            spec: The shot.
            members: Its tracks with their figures.
            mouths: Openness of speakers' mouths per frame.
            head: Handle frames before frame 0.
            tail: Handle frames after the last.
        """
        self.spec, self.members = spec, list(members)
        self.first, self.last = -head, spec.shot.frames + tail
        self.flat = spec.shot.camera.angle == "top-down"
        self.aspect = spec.size[0] / spec.size[1]
        self.step = max(1, round(spec.fps / 12))
        self.mouths = tuple(mouths)
        self.roles = [self._role(member) for member in self.members]
        self._sat: list[list[tuple[int, int]]] | None = None

    def at(self, frame: int) -> list[Acting]:
        """What every member on stage does in a frame of the shot (negative and late frames are handles)."""
        acts = (self._act(role, frame) for role in self.roles)
        return [act for act in acts if act is not None]

    def sitting(self, frame: int) -> list[Acting]:
        """Everybody who sits in the shot, settled, at the moment of their sitting that is nearest to a frame."""
        found = []
        for role, spans in zip(self.roles, self._spans(), strict=True):
            if spans:
                moment = min((min(max(frame, a), b) for a, b in spans), key=lambda at: abs(at - frame))
                act = self._doing(role, moment)
                found += [act] if act is not None else []
        return found

    def _spans(self) -> list[list[tuple[int, int]]]:
        """From when to when each member sits."""
        if self._sat is None:
            self._sat = [self._sits(role) for role in self.roles]
        return self._sat

    def _sits(self, role: Role) -> list[tuple[int, int]]:
        if not any(beat.action == "sit" for beat in role.beats):
            return []
        spans: list[tuple[int, int]] = []
        for frame in range(self.first, self.last):
            act = self._doing(role, frame)
            if act is None or act.pose.action != "sit":
                continue
            if spans and spans[-1][1] == frame - 1:
                spans[-1] = (spans[-1][0], frame)
            else:
                spans.append((frame, frame))
        return spans

    # -- once -------------------------------------------------------------------------------------

    def _role(self, member: Member) -> Role:
        track, shot = member.track, self.spec.shot
        beats = tuple(b for b in shot.beats if track.key in b.actors or track.entity in b.actors)
        lines = tuple(line for line in shot.lines if line.speaker == track.entity)
        luck = random.Random(f"{self.spec.seed}-{track.key}")
        role = Role(
            member=member,
            beats=beats,
            lines=lines,
            main=_main_action(beats),
            blink_offset=luck.uniform(0, 3.5),
            blink_every=luck.uniform(2.9, 4.1),
            idle_offset=luck.uniform(0, 1),
        )
        self._travel(role)
        return role

    def _travel(self, role: Role) -> None:
        track = role.member.track
        total, direction = 0.0, track.facing
        for frame in range(self.first, self.last + 1):
            vx, vy, speed = self._velocity(track, frame)
            total += speed / self.spec.fps
            sideways = abs(vx) > _WALKS and abs(vx) > 0.35 * abs(vy) and track.facing in ("left", "right")
            if self.flat and speed > _WALKS:
                direction = _headed(vx, vy)
            elif sideways or (abs(vx) > 3 * abs(vy) and abs(vx) > 0.25):
                direction = "right" if vx > 0 else "left"
            role.travelled.append(total)
            role.facing.append(direction)
        begun = role.travelled[-self.first]
        role.travelled = [way - begun for way in role.travelled]
        role.travels = total > 0.1
        bottoms = [key.box[3] for key in track.keys if key.box is not None]
        role.rises = bool(bottoms) and max(bottoms) - min(bottoms) > 0.03
        if role.main in POSTURES or (role.main in STANDING and role.travels):
            quick = total > _RUNS * (self.last - self.first) / self.spec.fps
            role.main = "stand" if role.main in POSTURES else "run" if quick else "walk"

    def _velocity(self, track: Track, frame: float) -> tuple[float, float, float]:
        """Own heights per second: across, down, and along the way."""
        a, b = (self.box(track, frame - 0.5), self.box(track, frame + 0.5))
        if a is None or b is None:
            return 0.0, 0.0, 0.0
        tall = max(min(a[3] - a[1], (a[2] - a[0]) * self.aspect * 2.2), 0.02)
        vx = (b[0] + b[2] - a[0] - a[2]) / 2 * self.aspect / tall * self.spec.fps
        vy = (b[3] - a[3]) / tall * self.spec.fps
        return vx, vy, math.hypot(vx, vy)

    def box(self, track: Track, frame: float) -> Box | None:
        """The track's box at a frame; in the handles a motion goes on as it was."""
        shot = self.spec.shot
        t = clock(shot, frame)
        box = track.at(t)
        beyond = frame - t * max(shot.frames - 1, 1)
        if box is None or abs(beyond) < 1e-9:
            return box
        inner = track.at(clock(shot, 1 if beyond < 0 else shot.frames - 2))
        if inner is None:
            return box
        way = -beyond if beyond < 0 else beyond
        dx = ((box[0] + box[2]) - (inner[0] + inner[2])) / 2 * way
        dy = (box[3] - inner[3]) * way
        return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)

    # -- per frame --------------------------------------------------------------------------------

    def _act(self, role: Role, frame: int) -> Acting | None:
        """What a member does; for a moment after it began to do something else, on the way there."""
        now = self._doing(role, frame)
        steps = round(CHANGE * self.spec.fps / self.step)
        if now is None or self.flat or not goes_between(role.member.figure) or now.pose.action in WHIRLING:
            return now
        for back in range(1, steps):
            then = self._doing(role, frame - back * self.step) if frame - back * self.step >= self.first else None
            if then is None or then.pose.view != now.pose.view or then.mirrored != now.mirrored:
                return now
            if then.pose.action in WHIRLING:
                return now
            if (then.pose.action, then.pose.deed) != (now.pose.action, now.pose.deed):
                share = round(eased(back / steps), 2)
                return replace(now, pose=replace(now.pose, before=then.pose, share=share), came=then)
        return now

    def _doing(self, role: Role, frame: int) -> Acting | None:
        """What a member does by its beats and lines alone."""
        box = self.box(role.member.track, frame)
        if box is None:
            return None
        held = max(frame - frame % self.step, self.first)
        t = clock(self.spec.shot, held)
        beat = _beat_at(role.beats, t)
        _, _, speed = self._velocity(role.member.track, frame)
        action = self._action(role, beat, speed, held)
        view, mirrored = self._view(role, held)
        talking = self._line_at(role, held)
        deed = _deed(action, beat, t, talking)
        pose = Pose(
            action=action,
            phase=_thinned(self._phase(role, deed or action, held), action, box, self._zoom(frame)),
            view=view,
            emotion=self._emotion(beat, talking),
            mouth=self._mouth(role, talking, held),
            blink=self._blink(role, held),
            gaze=self._gaze(role, beat, held, mirrored, box),
            deed=deed,
        )
        return Acting(
            member=role.member,
            pose=pose,
            fit_action=action if action in POSTURES else role.main,
            fit_view="side" if self.flat or role.facing[held - self.first] in ("left", "right") else view,
            mirrored=mirrored,
            box=box,
            moving=speed > _WALKS / 2,
            leaps=role.rises and action in ("jump", "hop", "fall", "dance"),
            squash=self._squash(role, frame),
        )

    def _action(self, role: Role, beat: Beat | None, speed: float, frame: int) -> Action:
        wanted: Action = beat.action if beat is not None else "stand"
        if wanted in IDLE and self._line_at(role, frame) is not None:
            wanted = "talk"
        if role.member.track.held_by is not None:
            return self._carried(role, wanted)
        if wanted == "sail" and role.member.entity.attributes.species is None:
            return "sit"
        if role.member.entity.kind == "prop":
            return _driven(role, speed) if wanted == "stand" else wanted
        if wanted in STANDING and speed > _WALKS:
            return "run" if speed > _RUNS else "walk"
        if wanted in ("walk", "run") and speed < _WALKS / 2 and role.travels:
            return "stand"
        return wanted

    def _carried(self, role: Role, wanted: Action) -> Action:
        """What someone does who sits on or in another; a held thing does as it is told."""
        under = next((m for m in self.members if m.track.key == role.member.track.held_by), None)
        if under is None or role.member.entity.kind == "prop" or wanted in ("sleep", "lie"):
            return wanted
        animal = role.member.entity.attributes.species is not None
        if under.entity.kind == "character" and under.entity.attributes.species is None:
            return "lie" if wanted == "stand" and animal else wanted
        seat = seat_of(under.entity.look(under.track.stage))
        if animal:
            return "sit"
        return "ride" if seat is None else POSTURE[seat.how]

    def _phase(self, role: Role, action: Action, frame: int) -> int:
        seconds = max(role.member.figure.seconds(action), 0.1)
        if action in STRIDING and role.travels:
            travelled = role.travelled[frame - self.first]
            stride = _stride(role.member, action)
            fastest = 4.0 * abs(frame) / self.spec.fps
            cycles = min(max(travelled / stride, -fastest), fastest)
            return int(cycles * PHASES + role.idle_offset * PHASES) % PHASES
        return int((frame / self.spec.fps / seconds + role.idle_offset) * PHASES) % PHASES

    def _zoom(self, frame: int) -> float:
        seen = window(self.spec.shot, clock(self.spec.shot, frame), self.spec.size)
        return 1.0 / max(seen[3] - seen[1], 1e-3)

    def _view(self, role: Role, frame: int) -> tuple[str, bool]:
        index = frame - self.first
        facing = role.facing[index]
        if isinstance(role.member.figure, Labelled):
            return "side", False  # lettering is never mirrored
        for other in (max(index - _TURN, 0), min(index + _TURN, len(role.facing) - 1)):
            if not self.flat and {role.facing[other], facing} == {"left", "right"}:
                return "front", facing == "left"
        return ("side" if facing in ("left", "right") else facing), facing == "left"

    def _line_at(self, role: Role, frame: int) -> Line | None:
        return next((line for line in role.lines if line.start <= frame < line.start + line.frames), None)

    def _emotion(self, beat: Beat | None, line: Line | None) -> Emotion:
        if line is not None and line.emotion != "neutral":
            return line.emotion
        if beat is not None and beat.emotion != "neutral":
            return beat.emotion
        return MOOD_EMOTION.get(self.spec.scene.mood, "neutral")

    def _mouth(self, role: Role, line: Line | None, frame: int) -> int:
        heard = [mouth for mouth in self.mouths if mouth.speaker == role.member.track.entity]
        for mouth in heard:
            if 0 <= frame - mouth.start < len(mouth.openness):
                return min(max(mouth.openness[frame - mouth.start], 0), 3)
        if heard or line is None:
            return 0
        beat = (frame - line.start) // self.step
        return random.Random(f"{line.id}-{beat}").choice((0, 1, 1, 2, 2, 3))

    def _blink(self, role: Role, frame: int) -> int:
        since = (frame / self.spec.fps + role.blink_offset) % role.blink_every
        return (1, 2, 1)[int(since * 12)] if 0 <= since * 12 < 3 else 0

    def _gaze(self, role: Role, beat: Beat | None, frame: int, mirrored: bool, box: Box) -> tuple[float, float]:
        at = self._looked_at(role, beat, frame)
        if at is None:
            return (0.0, 0.0)
        tall = max(box[3] - box[1], 0.02)
        dx = ((at[0] + at[2]) - (box[0] + box[2])) / 2 * self.aspect / tall
        dy = (at[1] + 0.25 * (at[3] - at[1]) - (box[1] + 0.15 * tall)) / tall
        return (_notch(-dx if mirrored else dx), _notch(dy))

    def _looked_at(self, role: Role, beat: Beat | None, frame: int) -> Box | None:
        own = role.member.track
        speaker = next((r for r in self.roles if r is not role and self._line_at(r, frame) is not None), None)
        if speaker is not None:
            return self.box(speaker.member.track, frame)
        wanted = () if beat is None else (*((beat.recipient,) if beat.recipient else ()), *beat.targets)
        for name in wanted:
            for other in self.members:
                if name in (other.track.key, other.track.entity) and other.track.key != own.key:
                    return self.box(other.track, frame)
        return self._busy(role, frame) if beat is None else None

    def _busy(self, role: Role, frame: int) -> Box | None:
        """Where someone else does something: who has nothing to do watches."""
        t = clock(self.spec.shot, frame)
        for other in self.roles:
            beat = _beat_at(other.beats, t)
            if other is not role and beat is not None and beat.action not in IDLE:
                return self.box(other.member.track, frame)
        return None

    def _squash(self, role: Role, frame: int) -> float:
        """A dip before a beat begins and a small lift after: 1 is no change."""
        for beat in role.beats:
            if beat.action in LASTING or beat.start <= 0.02:
                continue
            since = frame - beat.start * (self.spec.shot.frames - 1)
            if -5 <= since < 0:
                return 1 - 0.03 * math.sin(math.pi * (since + 5) / 5)
            if 0 <= since < 6:
                return 1 + 0.025 * math.sin(math.pi * since / 6)
        return 1.0


def goes_between(figure: Figure) -> bool:
    """Whether a figure can be drawn on its way from one pose to another."""
    return isinstance(figure, (Person, Mammal, Bird))


def eased(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


def _deed(action: Action, beat: Beat | None, t: float, line: Line | None) -> Action | None:
    """What face and arms do of one who goes on sitting or kneeling: plans keep the posture and tell the verb."""
    if action not in ("sit", "kneel", "perch", "crouch"):
        return None
    if line is not None:
        return "talk"
    return _SITTING_DEEDS.get(beat.verb) if beat is not None and beat.start <= t <= beat.end else None


_SITTING_DEEDS: dict[str, Action] = {
    "laugh": "laugh", "giggle": "laugh", "chuckle": "laugh", "cry": "cry", "weep": "cry", "sob": "cry",
    "sing": "sing", "hum": "sing", "wave": "wave", "point": "point",
}  # fmt: skip


def _headed(vx: float, vy: float) -> Facing:
    """Which way somebody goes who is seen from above."""
    if abs(vx) >= abs(vy):
        return "right" if vx > 0 else "left"
    return "front" if vy > 0 else "back"


def _thinned(phase: int, action: Action, box: Box, zoom: float) -> int:
    """Fewer drawings of slow gestures, fewest when a figure fills the frame: each is dear, and they go on for long."""
    slow = action in IDLE or action in ("talk", "sit", "hold", "read", "sleep", "lie", "sing", "write", "perch")
    return phase - phase % (3 if (box[3] - box[1]) * zoom > 0.85 else 2) if slow else phase


def _notch(value: float) -> float:
    """A direction in -1 .. 1 in steps of a half, so that drawings can be kept."""
    return round(max(-1.0, min(1.0, value)) * 2) / 2


def _beat_at(beats: tuple[Beat, ...], t: float) -> Beat | None:
    now = [beat for beat in beats if beat.start <= t <= beat.end]
    if now:
        return max(now, key=lambda b: b.start)
    before = [beat for beat in beats if beat.end < t and beat.action in LASTING]
    if before and max(beats, key=lambda b: b.end if b.end < t else -1).action in LASTING:
        return max(before, key=lambda b: b.end)
    if not before and beats and beats[0].start > t and beats[0].action in LASTING:
        return beats[0]
    return None


def _driven(role: Role, speed: float) -> Action:
    """How a thing moves that nobody moves: balls roll, vehicles drive."""
    if speed < _WALKS:
        return "stand"
    if getattr(getattr(role.member.figure, "kind", None), "round", False):
        return "roll"
    return "drive" if "seat" in role.member.figure.anchors(Pose()) else "stand"


def _main_action(beats: tuple[Beat, ...]) -> Action:
    """The action that fills most of the shot; it decides the figure's size."""
    spans: dict[Action, float] = {}
    for beat in beats:
        spans[beat.action] = spans.get(beat.action, 0.0) + beat.end - beat.start
    if not spans:
        return "stand"
    best = max(spans, key=lambda action: spans[action])
    return best if spans[best] > 0.25 else "stand"


def _stride(member: Member, action: Action) -> float:
    """Own heights travelled in one cycle of a gait."""
    width, height = member.figure.size
    told = getattr(member.figure, "stride", None)
    seen = float(told(action)) / height if callable(told) else _measured_stride(member, action)
    if seen > 0.1:
        return seen
    if action == "roll":
        return math.pi
    person = member.entity.attributes.species is None
    base = 0.62 if person else 0.82 if height >= width else 0.95 * width / height
    return base * (1.9 if action == "run" else 0.5 if action in ("crawl", "climb") else 1.0)


def _measured_stride(member: Member, action: Action) -> float:
    """The way of a standing foot in one cycle of a gait, in own heights; 0 when no foot can be followed."""
    figure = member.figure
    points = [figure.anchors(Pose(action=action, phase=phase)) for phase in range(PHASES)]
    name = "foot" if "foot" in points[0] else "far_hand" if member.entity.attributes.species else ""
    if not name or name not in points[0]:
        return 0.0
    xs = [point[name][0] for point in points]
    back = sorted(a - b for a, b in zip(xs, xs[1:] + xs[:1], strict=True) if a > b)
    return back[len(back) // 2] * PHASES / figure.size[1] if back else 0.0
