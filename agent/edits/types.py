"""Owns the typed edits: everything that a person can change about a planned film, one frozen model each.

`op` tells them apart in JSON, so that a language model, a history and a person's script speak of the same thing. Shots
and entities are named by id. Does not know: words that people use for them, how they are carried out.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, field_validator

from planners import Angle, Framing, Kind, Mood, Move, Part, Shot, Speed, Staging, TimeOfDay, TransitionKind, Weather


class _Edit(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AddShot(_Edit):
    """A new shot after another; before the first when `after` is None."""

    op: Literal["add_shot"] = "add_shot"
    text: Annotated[str, Field(min_length=1)]
    after: str | None = None
    seconds: Annotated[float, Field(gt=0, le=600)] | None = None


class CopyShot(_Edit):
    """Another shot like one that is there, after it; further edits may change the copy, whose id is `copy_id`."""

    op: Literal["copy_shot"] = "copy_shot"
    shot: str
    after: str | None = None
    """The shot that it follows; the one that is copied when None."""
    copy_id: str | None = None
    """Id of the copy; the next free one when None."""


class RemoveShots(_Edit):
    """Without some shots."""

    op: Literal["remove_shots"] = "remove_shots"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]


class MoveShot(_Edit):
    """A shot to another place of the film: after another one, or to the start when `after` is None."""

    op: Literal["move_shot"] = "move_shot"
    shot: str
    after: str | None = None


class SplitShot(_Edit):
    """Two shots out of one, cut at a share of its length; the second is framed closer, so that the cut is seen."""

    op: Literal["split_shot"] = "split_shot"
    shot: str
    at: Annotated[float, Field(gt=0, lt=1)] = 0.5


class MergeShots(_Edit):
    """A shot and the one after it as one."""

    op: Literal["merge_shots"] = "merge_shots"
    shot: str


class Retime(_Edit):
    """Longer or shorter: to a length, by some seconds, or by a factor; never shorter than what is said in it."""

    op: Literal["retime"] = "retime"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    seconds: Annotated[float, Field(gt=0, le=600)] | None = None
    by: float = 0.0
    """Seconds added; negative makes them shorter."""
    factor: Annotated[float, Field(gt=0, le=20)] = 1.0


class SetAction(_Edit):
    """What happens in a shot, told anew."""

    op: Literal["set_action"] = "set_action"
    shot: str
    text: Annotated[str, Field(min_length=1)]


class SetPlace(_Edit):
    """Where shots take place."""

    op: Literal["set_place"] = "set_place"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    place: Annotated[str, Field(min_length=1)]


class SetLight(_Edit):
    """Time of day, weather and mood of shots."""

    op: Literal["set_light"] = "set_light"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    time: TimeOfDay | None = None
    weather: Weather | None = None
    mood: Mood | None = None


class SetStyle(_Edit):
    """How the whole film is drawn."""

    op: Literal["set_style"] = "set_style"
    style: Annotated[str, Field(min_length=1)]


class SetCamera(_Edit):
    """How shots are framed and how the camera moves; what is None stays."""

    op: Literal["set_camera"] = "set_camera"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    framing: Framing | None = None
    angle: Angle | None = None
    move: Move | None = None
    speed: Speed | None = None
    focus: str | None = None
    """Entity id."""


class SetTransition(_Edit):
    """How shots leave to the next."""

    op: Literal["set_transition"] = "set_transition"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    kind: TransitionKind


class AddEntity(_Edit):
    """Somebody or something more in shots: one that the film knows, by id, or a new one, by its description."""

    op: Literal["add_entity"] = "add_entity"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    entity: str | None = None
    description: str = ""


class RemoveEntity(_Edit):
    """Without somebody or something: in some shots, or in the whole film when there are none."""

    op: Literal["remove_entity"] = "remove_entity"
    entity: str
    shots: tuple[str, ...] = ()


class RenameEntity(_Edit):
    """Another name, in every text of the film too."""

    op: Literal["rename_entity"] = "rename_entity"
    entity: str
    name: Annotated[str, Field(min_length=1, max_length=80)]


class Redescribe(_Edit):
    """Another look in the whole film; what the description leaves open stays."""

    op: Literal["redescribe"] = "redescribe"
    entity: str
    description: Annotated[str, Field(min_length=1)]


class SetCostume(_Edit):
    """Another look from a shot on, in that shot only, or up to another shot."""

    op: Literal["set_costume"] = "set_costume"
    entity: str
    description: Annotated[str, Field(min_length=1)]
    first: str
    only: bool = False
    last: str | None = None
    """The last shot with it; to the end of the film when None."""


class AddLine(_Edit):
    """A line that is said in a shot; by the narrator when there is no speaker."""

    op: Literal["add_line"] = "add_line"
    shot: str
    text: Annotated[str, Field(min_length=1)]
    speaker: str | None = None


class ChangeLine(_Edit):
    """Other words, or another speaker, for a line; `line` is its number in the shot, from 1."""

    op: Literal["change_line"] = "change_line"
    shot: str
    line: Annotated[int, Field(ge=1)] = 1
    text: str | None = None
    speaker: str | None = None
    """Entity id; `narrator` for the narrator."""


class RemoveLine(_Edit):
    """Without a line; `line` is its number in the shot, from 1."""

    op: Literal["remove_line"] = "remove_line"
    shot: str
    line: Annotated[int, Field(ge=1)] = 1


class SetVoice(_Edit):
    """How somebody speaks, or the narrator when `entity` is None: lower or higher, slower or quicker, another voice."""

    op: Literal["set_voice"] = "set_voice"
    entity: str | None = None
    pitch: Annotated[float, Field(gt=0.4, lt=2.5)] = 1.0
    """Times the pitch as it is."""
    rate: Annotated[float, Field(gt=0.4, lt=2.5)] = 1.0
    """Times the pace as it is."""
    name: str | None = None


class UseFile(_Edit):
    """The user's own picture or clip in place of a shot's keyframe or clip; `file` None gives it back to the makers."""

    op: Literal["use_file"] = "use_file"
    shot: str
    what: Literal["keyframe", "clip"]
    file: str | None
    """Inside the run folder, with forward slashes."""

    @field_validator("file")
    @classmethod
    def _inside(cls, value: str | None) -> str | None:
        if value is not None and (PurePosixPath(value).is_absolute() or ".." in PurePosixPath(value).parts):
            raise ValueError("the file must lie inside the run folder")
        return value


class SetShot(_Edit):
    """A shot as it is given, whole: another take, or a version from elsewhere. Its scene and its id stay."""

    op: Literal["set_shot"] = "set_shot"
    shot: str
    by: Shot


class SetSeed(_Edit):
    """Other chances for shots, everything else the same: another take."""

    op: Literal["set_seed"] = "set_seed"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    seed: Annotated[int, Field(ge=0, lt=2**63)]


class Restage(_Edit):
    """The figures of shots placed in another way, by the rules of staging: see `planners.restaging`."""

    op: Literal["restage"] = "restage"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    way: Staging


class SetPrompt(_Edit):
    """How shots are told to models that read words; what is None stays. The animatic, which reads none, stays too."""

    op: Literal["set_prompt"] = "set_prompt"
    shots: Annotated[tuple[str, ...], Field(min_length=1)]
    first: tuple[str, ...] | None = None
    """Entities whose looks stand before the others'."""
    lead: Part | None = None
    """The part of the prompt that stands first."""
    told: Literal["deeds", "story"] | None = None
    words: Annotated[str, Field(max_length=400)] | None = None
    """Words of your own, said with what happens; empty takes them away."""


class SetFilm(_Edit):
    """What concerns the whole film; what is None stays."""

    op: Literal["set_film"] = "set_film"
    title: Annotated[str, Field(min_length=1)] | None = None
    narration: bool | None = None
    music: bool | None = None
    subtitles: Literal["burn", "track", "off"] | None = None


class PinEntity(_Edit):
    """A picture of the user's for an entity; None takes it away. It matters to generators that take references."""

    op: Literal["pin_entity"] = "pin_entity"
    entity: str
    reference: str | None


ToldEdit: TypeAlias = Annotated[
    AddShot | CopyShot | RemoveShots | MoveShot | SplitShot | MergeShots | Retime | SetAction | SetPlace | SetLight
    | SetStyle | SetCamera | SetTransition | AddEntity | RemoveEntity | RenameEntity | Redescribe | SetCostume
    | AddLine | ChangeLine | RemoveLine | SetVoice | UseFile | SetSeed | Restage | SetPrompt | SetFilm | PinEntity,
    Field(discriminator="op"),
]  # fmt: skip
"""An edit that can be told in words: all but a whole shot, whose schema is longer than all others together."""
Edit: TypeAlias = Annotated[
    AddShot | CopyShot | RemoveShots | MoveShot | SplitShot | MergeShots | Retime | SetAction | SetPlace | SetLight
    | SetStyle | SetCamera | SetTransition | AddEntity | RemoveEntity | RenameEntity | Redescribe | SetCostume
    | AddLine | ChangeLine | RemoveLine | SetVoice | UseFile | SetShot | SetSeed | Restage | SetPrompt | SetFilm
    | PinEntity,
    Field(discriminator="op"),
]  # fmt: skip
"""Any edit."""

KindOfEntity: TypeAlias = Kind
