"""Owns the Plan: the typed, hand-editable screenplay that every later stage reads.

Geometry: a scene is played on a *stage*. Stage coordinates are those of a wide shot of the place:
x and y in [0, 1] over the frame, origin top left; a place extends beyond it (x from -0.25 to 1.25).
A track's box is the whole figure, head to foot. The camera looks at the stage through a *window*, a
rectangle in stage coordinates; `Plan.boxes` projects tracks through the window into the frame.
Does not know: who made the plan, how it is drawn, where it is stored.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from planners.frozen import Frozen as Frozen
from planners.lens import FULL as FULL
from planners.lens import UPRIGHT_HEAD, Subject, along, clip, mix, window_at
from planners.lens import Box as Box
from planners.lens import Head as Head
from planners.lens import project as project
from planners.review import Review as Review
from planners.story import Subtitles
from planners.transition import Transition as Transition
from planners.transition import TransitionKind as TransitionKind
from planners.wish import PromptWish as PromptWish

PLAN_SCHEMA = "storyreel/plan@1"

Kind = Literal["character", "place", "prop"]
Facing = Literal["left", "right", "front", "back"]
Framing = Literal[
    "extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up"
]
Angle = Literal["eye", "low", "high", "top-down", "over-the-shoulder"]
Move = Literal["static", "left", "right", "up", "down", "zoom in", "zoom out"]
Speed = Literal["slow", "medium", "fast"]
TimeOfDay = Literal["dawn", "day", "dusk", "night"]
Weather = Literal["clear", "cloudy", "rain", "snow", "storm", "fog", "wind"]
Mood = Literal["neutral", "happy", "sad", "tense", "afraid", "angry", "tender", "wonder", "funny", "calm"]
Emotion = Literal[
    "neutral", "happy", "sad", "angry", "afraid", "surprised", "tender", "pain", "tired", "proud", "thoughtful"
]
Action = Literal[
    "stand", "walk", "run", "sit", "kneel", "lie", "sleep", "jump", "dance", "reach", "hold", "carry", "give",
    "wave", "point", "hug", "fight", "fly", "swim", "fall", "climb", "crawl", "roll", "ride", "drive", "eat",
    "drink", "read", "write", "cook", "sing", "cry", "laugh", "look", "talk", "listen", "push", "pull", "throw",
    "catch", "open", "hide", "dig", "play", "paint", "float", "sail", "spin", "bow", "hop", "perch", "crouch",
]  # fmt: skip
"""The closed vocabulary of what a figure can be seen doing."""

ACTIONS: tuple[str, ...] = Action.__args__  # type: ignore[attr-defined]


class Garment(Frozen):
    """One piece of clothing or thing worn, by kind and colour: coat/blue, hat/red, scarf/yellow, glasses."""

    kind: str
    color: str | None = None
    pattern: str | None = None


class Attributes(Frozen):
    """How an entity looks, owned by the entity alone. Empty means: the generator may choose, by seed."""

    noun: str = ""
    """Head noun, singular, lower case: fox, woman, lantern, beach."""
    species: str | None = None
    """Animals and fabled creatures: fox, owl, dragon. None for people and things."""
    age: Literal["baby", "child", "teen", "adult", "elder"] | None = None
    gender: Literal["female", "male"] | None = None
    role: str | None = None
    """Occupation that shows in the clothes: knight, pirate, chef, queen, lighthouse keeper."""
    build: str | None = None
    skin: str | None = None
    hair: str | None = None
    """Style words: bun, long, short, curly, braid, bald, ponytail."""
    hair_color: str | None = None
    beard: str | None = None
    eyes: str | None = None
    colors: tuple[str, ...] = ()
    """Colours of the thing as a whole ("a green car", "a black and white cat")."""
    pattern: str | None = None
    material: str | None = None
    size: Literal["tiny", "small", "medium", "large", "huge"] | None = None
    clothes: tuple[Garment, ...] = ()
    extra: tuple[str, ...] = ()
    """Other adjectives as in the text: wounded, brave, broken, lit."""


class Voice(Frozen):
    """A speaking voice that stays with its character for the whole film."""

    engine: str = "hibari"
    name: str = "heart"
    pitch: float = 1.0
    """Ratio to the engine's own pitch; 0.84 is lower, 1.18 higher."""
    rate: float = 1.0
    """Ratio to the engine's own pace."""


class Stage(Frozen):
    """One look of an entity: another age or costume from some shot on (VGoT section 1.5: one portrait per stage)."""

    id: str
    attributes: Attributes
    description: str = ""


class Entity(Frozen):
    """A character, place or prop with one id for the whole film."""

    id: str
    kind: Kind
    name: str
    """The noun with its attributes as in the text ("red fox"), or the proper name."""
    count: Annotated[int, Field(ge=1)] = 1
    description: str = ""
    attributes: Attributes = Attributes()
    stages: tuple[Stage, ...] = ()
    voice: Voice | None = None
    reference: str | tuple[str, ...] | None = None

    def look(self, stage: str | None) -> Attributes:
        """The attributes in this stage; the entity's own when the stage is None.

        Raises:
            KeyError: the entity has no such stage.
        """
        if stage is None:
            return self.attributes
        for candidate in self.stages:
            if candidate.id == stage:
                return candidate.attributes
        raise KeyError(f"{self.id} has no stage {stage!r}; it has {[s.id for s in self.stages]}")


class Key(Frozen):
    """A track's box at time t of the shot; a box of None means: not on stage from here on."""

    t: Annotated[float, Field(ge=0, le=1)]
    box: Box | None


class Track(Frozen):
    """Where one instance of an entity is during a shot. Boxes are whole figures in stage coordinates."""

    key: str
    """`<entity id>` or `<entity id>#<k>` for the k-th of several, k from 1."""
    entity: str
    stage: str | None = None
    depth: float = 0.5
    """0 far .. 1 near; nearer is drawn over farther."""
    facing: Facing = "right"
    head: Head | None = UPRIGHT_HEAD
    """Middle (x, y) and height of the head in shares of the box, facing right; None for things, which have none."""
    held_by: str | None = None
    """Key of the track whose hand holds, or whose back carries, this one."""
    keys: tuple[Key, ...]

    def at(self, t: float) -> Box | None:
        """The box at time t in [0, 1]: linear between keys, held before the first and after the last."""
        keys = self.keys
        if not keys:
            return None
        if t <= keys[0].t:
            return keys[0].box if keys[0].t == 0 or t == keys[0].t else None
        for left, right in itertools.pairwise(keys):
            if left.t <= t < right.t:
                if left.box is None or right.box is None:
                    return left.box
                share = (t - left.t) / (right.t - left.t)
                return mix(left.box, right.box, share)
        return keys[-1].box


class Beat(Frozen):
    """Who does what to whom, and when in the shot (Dysen-VDM's action timeline)."""

    id: str
    actors: tuple[str, ...]
    """Track keys (or entity ids standing for all their instances)."""
    action: Action
    verb: str
    """The verb as written, lemma."""
    targets: tuple[str, ...] = ()
    recipient: str | None = None
    emotion: Emotion = "neutral"
    start: Annotated[float, Field(ge=0, le=1)] = 0.0
    end: Annotated[float, Field(ge=0, le=1)] = 1.0
    text: str = ""
    event: str | None = None
    """Id of the story event that this beat shows."""


class Camera(Frozen):
    """The camera of a shot, from a closed vocabulary (VideoStudio section 3.1)."""

    framing: Framing = "wide"
    angle: Angle = "eye"
    move: Move = "static"
    speed: Speed = "medium"
    focus: str | None = None
    """Track key or entity id that the camera frames or follows; None frames all."""
    start: Box | None = None
    """Window on the stage at t=0, in stage coordinates; None: derived from framing and focus."""
    end: Box | None = None
    path: tuple[tuple[float, Box], ...] = ()
    """Windows at times t of the shot, rising from 0 to 1; wins over everything else, linear between them."""


class Line(Frozen):
    """Something said in a shot: by a character, or by the narrator (speaker None)."""

    id: str
    text: str
    speaker: str | None = None
    start: int = 0
    """First frame, counted from the shot's first; negative: heard before its shot is seen (J-cut)."""
    frames: Annotated[int, Field(ge=1)] = 24
    emotion: Emotion = "neutral"
    manner: str = ""
    """How it is said, in the author's words."""
    off: bool = False
    """The speaker is heard, not seen."""


class Script(Frozen):
    """The five domains of a shot (VideoGen-of-Thought section 1.2)."""

    character: str = ""
    background: str = ""
    relation: str = ""
    camera: str = ""
    lighting: str = ""


class Shot(Frozen):
    """One shot: what is seen and heard between two cuts."""

    id: str
    scene: str
    frames: Annotated[int, Field(ge=1)]
    text: str = ""
    """The part of the story, or the entry of `shots:`, that this shot shows."""
    script: Script = Script()
    beats: tuple[Beat, ...] = ()
    cast: tuple[str, ...] = ()
    layout: tuple[Track, ...] = ()
    camera: Camera = Camera()
    lines: tuple[Line, ...] = ()
    state: Mapping[str, str] = Field(default_factory=dict)
    effects: tuple[str, ...] = ()
    """Sounds heard: rain, wind, waves, steps, door, thunder, birds, fire, engine, bell, water, crowd."""
    transition: Transition = Transition()
    continues: bool = False
    """One take with the shot before: its state, positions, camera and clocks run on over the cut."""
    seed: int = 0
    note: str = ""
    """The author's remark; neither seen nor heard."""
    keyframe: str | None = None
    """The user's own picture in place of a generator's; its path inside the run folder."""
    clip: str | None = None
    """The user's own clip in place of a generator's; its path inside the run folder."""
    control: Annotated[float, Field(ge=0, le=1)] | None = None
    """How closely learned generators keep to their guide in this shot: 0 free of it, 1 the guide; None: their own."""
    prompt: PromptWish | None = None


class Scene(Frozen):
    """One place at one time, with one light and weather."""

    id: str
    place: str
    """Entity id of the place."""
    time: TimeOfDay = "day"
    weather: Weather = "clear"
    mood: Mood = "neutral"
    shots: tuple[str, ...] = ()
    heading: str = ""
    """As a screenplay has it: INT. KITCHEN - DAY."""


class Note(Frozen):
    """Something the author should know: a downgrade or an interpretation, never silent."""

    kind: Literal["downgrade", "interpreted", "repaired"]
    where: str
    what: str
    detail: str = ""


class Cards(Frozen):
    """Title (over the first shot) and end card (after the last), in frames; 0 switches one off."""

    title: Annotated[int, Field(ge=0)] = 0
    end: Annotated[int, Field(ge=0)] = 0


class Plan(Frozen):
    """The whole film as data. `01_plan/plan.yaml` is this type, and an edited file is honoured."""

    schema_: Annotated[str, Field(alias="schema")] = PLAN_SCHEMA
    title: str
    author: str = ""
    language: str = "en"
    style: str = "storybook"
    style_text: str = ""
    """The author's own words for the style."""
    size: tuple[int, int] = (1280, 720)
    fps: int = 24
    seed: int = 7
    narration: bool = True
    music: bool = True
    subtitles: Subtitles = "burn"
    narrator: Voice = Voice()
    cards: Cards = Cards()
    entities: dict[str, Entity]
    scenes: tuple[Scene, ...]
    shots: tuple[Shot, ...]
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Entity id -> shots in which it must look the same (VideoDirectorGPT section 2.1), by id."""
    events: dict[str, str] = Field(default_factory=dict)
    """Event id -> its words, in story order; every one is covered by a beat."""
    notes: tuple[Note, ...] = ()
    reviews: dict[str, Review] = Field(default_factory=dict)
    """Shot id -> the verdict on its five domains, when a language model wrote them."""

    @property
    def frames(self) -> int:
        """Length of the film: all shots and the end card (dissolves use handles, not time)."""
        return sum(shot.frames for shot in self.shots) + self.cards.end

    def shot(self, shot_id: str) -> Shot:
        """The shot with this id. Raises KeyError."""
        for shot in self.shots:
            if shot.id == shot_id:
                return shot
        raise KeyError(f"no shot {shot_id!r}; there are {len(self.shots)}: {self.shots[0].id} ..")

    def scene_of(self, shot: Shot) -> Scene:
        """The scene that the shot belongs to. Raises KeyError."""
        for scene in self.scenes:
            if scene.id == shot.scene:
                return scene
        raise KeyError(f"shot {shot.id} names scene {shot.scene!r}, which the plan does not have")

    def boxes(self, shot: str | Shot, t: float) -> dict[str, Box]:
        """Visible part in [0, 1] of the frame of every instance at time t in [0, 1], by key; absent: not on screen."""
        return seen_boxes(self.shot(shot) if isinstance(shot, str) else shot, t, self.size)


def seen_boxes(shot: Shot, t: float, size: tuple[int, int]) -> dict[str, Box]:
    """Visible part of every instance in the frame of a shot at time t in [0, 1], as `Plan.boxes`."""
    return {key: seen for key, box in whole_boxes(shot, t, size).items() if (seen := clip(box)) is not None}


def whole_boxes(shot: Shot, t: float, size: tuple[int, int]) -> dict[str, Box]:
    """Every instance in the frame of a shot at time t in [0, 1], with what of it is out of the frame."""
    view = window(shot, t, size)
    return {track.key: project(box, view) for track in shot.layout if (box := track.at(t)) is not None}


def window(shot: Shot, t: float, size: tuple[int, int]) -> Box:
    """The rectangle of the stage that the camera of a shot sees at time t in [0, 1]; see `planners.lens`."""
    camera = shot.camera
    if camera.path:
        return along(t, camera.path)
    return window_at(
        t,
        framing=camera.framing,
        move=camera.move,
        speed=camera.speed,
        focus=_focused(shot),
        start=camera.start,
        end=camera.end,
        size=size,
    )


def _focused(shot: Shot) -> list[Subject]:
    """Where the focused figures are at the middle of the shot, or when they are first seen."""
    focus = shot.camera.focus
    found: list[Subject] = []
    for track in shot.layout:
        if focus not in (None, track.key, track.entity):
            continue
        box = track.at(0.5) or next((key.box for key in track.keys if key.box is not None), None)
        if box is not None:
            found.append(subject(track, box))
    heads = [item for item in found if item.head is not None]
    return heads if focus is None and heads else found


def subject(track: Track, box: Box) -> Subject:
    """What the camera needs to know of a figure that is at `box`."""
    side = {"left": -1, "right": 1}.get(track.facing, 0)
    return Subject(box=box, head=track.head, side=side)
