"""Owns prompts for picture and film models: a shot of the plan in the words, order and length that a model reads best.

Prompt-A-Video: the prompt is written for the model that will be used, by a row of `data/prompt_profiles.json`. Every
prompt comes in parts: what the whole scene shares and what only this shot shows (SynCoS 6.4), and one text per beat
with its time (TALC 6.3, VSTAR 6.8). Deterministic; what does not fit is named, never cut silently.
Does not know: generators, language models.
"""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from planners.errors import PlanError
from planners.frozen import Frozen
from planners.plan import Entity, Plan, Scene, Shot
from planners.wish import Part, PromptWish
from planners.wording import noun_phrase, third_person

SCENE_PARTS: frozenset[Part] = frozenset({"style", "subjects", "place", "light"})
"""What a shot shares with its neighbours; the rest is its own."""
LEAST_FIRST: tuple[Part, ...] = ("light", "camera", "framing", "style", "place", "actions")
"""What goes first when a prompt is too long; subjects never go."""
LONG_WORD = 9
"""From so many letters on a word is counted as two tokens: an estimate, on the long side for English."""


class Profile(Frozen):
    """How one model wants its prompts."""

    makes: Literal["image", "edit", "video"]
    tokens: int
    """Longest prompt; 0: the model takes none."""
    form: Literal["tags", "sentences", "none"]
    negative: bool
    order: tuple[Part, ...]
    style_words: tuple[str, ...] = ()
    negative_words: tuple[str, ...] = ()
    opening: str = ""
    """A sentence before everything else."""
    source: str = ""
    """Where the limit comes from."""


class TimedPrompt(Frozen):
    """What is seen between two moments of a shot."""

    start: float
    """Share of the shot, 0 to 1."""
    end: float
    text: str


class Prompts(Frozen):
    """All texts for one shot and one model."""

    profile: str
    text: str
    """The whole prompt, within the model's limit."""
    common: str
    """What holds for the whole scene: style, looks, place, light."""
    local: str
    """What only this shot shows: who does what, size and movement of the picture."""
    negative: str = ""
    """Empty when the model takes none."""
    timed: tuple[TimedPrompt, ...] = ()
    """From 0 to 1 without a gap, one for each beat or beats at the same time."""
    left_out: tuple[str, ...] = ()
    """Parts for which there was no room."""


@functools.cache
def profiles() -> Mapping[str, Profile]:
    """All profiles by name."""
    text = (Path(__file__).parent / "data" / "prompt_profiles.json").read_text(encoding="utf-8")
    return {name: Profile.model_validate(row) for name, row in json.loads(text).items()}


def profile(name: str) -> Profile:
    """A profile by name.

    Raises:
        PlanError: there is none of that name.
    """
    known = profiles()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise PlanError(f"no prompt profile is called {name!r}{hint} Known: {', '.join(known)}")
    return known[name]


def shot_prompts(plan: Plan, shot_id: str, name: str) -> Prompts:
    """The prompts of one shot for one model.

    Args:
        plan: The film.
        shot_id: A shot of it.
        name: Name of a profile: sdxl, kolors, gligen, flux2, openai-images, qwen-edit, animatediff, svd, wan, ltx,
            cogvideox, hunyuan.

    Raises:
        KeyError: the plan has no such shot.
        PlanError: there is no such profile.
    """
    shot = plan.shot(shot_id)
    reviewed = plan.reviews.get(shot_id)
    return prompts_of(
        shot,
        plan.scene_of(shot),
        plan.entities,
        name,
        style=plan.style_text or plan.style,
        written=reviewed is not None and reviewed.complete and reviewed.tries > 0,
    )


def prompts_of(
    shot: Shot,
    scene: Scene,
    entities: Mapping[str, Entity],
    name: str,
    *,
    style: str,
    written: bool = False,
    first: Sequence[str] = (),
) -> Prompts:
    """The prompts of a shot from its parts.

    Args:
        shot: What is seen.
        scene: Where and when.
        entities: By id.
        name: Name of a profile.
        style: The film's style in words.
        written: Whether somebody wrote the shot's five domains, so that they are taken as they are.
        first: Ids of entities whose looks stand before everything else, and are never left out.

    Raises:
        PlanError: there is no such profile.
    """
    wish = shot.prompt or PromptWish()
    first = tuple(dict.fromkeys((*first, *wish.first)))
    least = len({track.entity for track in shot.layout} & set(first))
    wanted = _led(profile(name), "subjects" if least else None)
    wanted = _led(wanted, wish.lead)
    parts = _parts(shot, scene, entities, style, wanted, written=written)
    parts |= {"subjects": _subjects(shot, entities, first)} if "subjects" in parts else {}
    kept, left = _fitting(parts, wanted, least)
    timed = tuple(
        TimedPrompt(
            start=start,
            end=end,
            text=_text(_fitting({**parts, "actions": _wished(shot, said)}, wanted, least)[0], wanted),
        )
        for start, end, said in _times(shot, entities)
    )
    return Prompts(
        profile=name,
        text=_text(kept, wanted),
        common=_text({key: value for key, value in kept.items() if key in SCENE_PARTS}, wanted, bare=True),
        local=_text({key: value for key, value in kept.items() if key not in SCENE_PARTS}, wanted, bare=True),
        negative=_negative(shot, entities, wanted),
        timed=timed if wanted.tokens else (),
        left_out=tuple(left),
    )


def token_estimate(text: str) -> int:
    """How many tokens a text takes, on the long side: a word one, a long word two, a mark one, a wide letter one."""
    words = re.findall(r"[A-Za-z0-9'-]+", text)
    marks = re.findall(r"[^\sA-Za-z0-9'-]", text)
    return sum(1 if len(word) < LONG_WORD else 2 for word in words) + len(marks)


def _led(wanted: Profile, part: Part | None) -> Profile:
    """The profile with a part at the front; a part that it does not use stays out."""
    if part is None or (part not in wanted.order and part != "subjects"):
        return wanted
    return wanted.model_copy(update={"order": tuple(dict.fromkeys((part, *wanted.order)))})


# -- parts ------------------------------------------------------------------------------------------

Parts = dict[Part, str]


def _parts(
    shot: Shot, scene: Scene, entities: Mapping[str, Entity], style: str, wanted: Profile, *, written: bool
) -> Parts:
    place = entities[scene.place]
    look = ", ".join(filter(None, (_STYLES.get(style.strip().lower(), style.strip()), *wanted.style_words)))
    where = shot.script.background if written else _place(place)
    light = shot.script.lighting if written else f"{_LIGHT[scene.time]}{_AIR[scene.weather]}"
    made: Parts = {
        "style": look,
        "framing": _framing(shot),
        "subjects": _subjects(shot, entities),
        "actions": _wished(shot, _written(shot) if written and not _by_story(shot) else _actions(shot, entities)),
        "place": where,
        "light": light,
        "camera": _camera(shot) if wanted.makes == "video" else "",
    }
    return {part: made[part].strip(" .") for part in wanted.order if made[part].strip(" .")}


_STYLES = {
    "storybook": "children's storybook illustration, soft gouache", "paper-cut": "layered paper-cut illustration",
    "ink": "ink wash drawing on paper", "pastel": "soft pastel and felt illustration",
    "noir": "black-and-white film noir illustration", "night-blue": "night-blue cyanotype illustration",
}  # fmt: skip
_LIGHT = {"dawn": "soft pink light of dawn", "day": "clear daylight", "dusk": "warm low light of dusk",
          "night": "blue light of night"}  # fmt: skip
_AIR = {"clear": "", "cloudy": ", under clouds", "rain": ", in the rain", "snow": ", in falling snow",
        "storm": ", in a storm", "fog": ", in fog", "wind": ", in the wind"}  # fmt: skip
_ANGLES = {"eye": "", "low": ", seen from below", "high": ", seen from above", "top-down": ", seen from straight above",
           "over-the-shoulder": ", over the shoulder"}  # fmt: skip
_MOVES = {"left": "pans left", "right": "pans right", "up": "rises", "down": "sinks", "zoom in": "pushes in",
          "zoom out": "pulls back"}  # fmt: skip
_SPEEDS = {"slow": "slowly ", "medium": "", "fast": "quickly "}


def _place(place: Entity) -> str:
    bare = place.name.removeprefix("the ").removeprefix("a ")
    return place.description.rstrip(".") or f"the place is {bare if bare[:1].isupper() else f'the {bare}'}"


def _framing(shot: Shot) -> str:
    size = shot.camera.framing
    return f"{size if size.endswith('up') else f'{size} shot'}{_ANGLES[shot.camera.angle]}"


def _camera(shot: Shot) -> str:
    move = _MOVES.get(shot.camera.move)
    return f"the camera {_SPEEDS[shot.camera.speed]}{move}" if move else "the camera stands still"


def _stages(shot: Shot) -> dict[str, str | None]:
    return {track.entity: track.stage for track in shot.layout}


def _called(entity: Entity, name: str) -> str:
    """A proper name with the looks, or the looks alone."""
    proper = entity.name[:1].isupper() and entity.kind == "character" and name.lower() != entity.name.lower()
    return f"{entity.name}, {name}" if proper else name


def _subjects(shot: Shot, entities: Mapping[str, Entity], first: Sequence[str] = ()) -> str:
    """Everybody and everything seen, people first after those of `first`, the same words in every shot."""
    stages = _stages(shot)
    seen: dict[str, set[str]] = {}
    for track in shot.layout:
        seen.setdefault(track.entity, set()).add(track.key)
    order = sorted(shot.cast, key=lambda name: (name not in first, entities[name].kind != "character"))
    states = shot.state
    rows = []
    for name in order:
        if name not in seen:
            continue
        phrase = _called(entities[name], noun_phrase(entities[name], stages.get(name), count=len(seen[name])))
        state = states.get(name)
        rows.append(f"{phrase}, now {state}" if state and state not in phrase else phrase)
    return "; ".join(rows)


def _short(entity: Entity) -> str:
    if entity.kind == "character" and entity.name[:1].isupper():
        return entity.name
    return f"the {entity.name.removeprefix('the ').removeprefix('a ')}"


def _written(shot: Shot) -> str:
    return shot.script.relation


def _actions(shot: Shot, entities: Mapping[str, Entity]) -> str:
    return ", then ".join(said for _, _, said in _times(shot, entities) if said)


def _by_story(shot: Shot) -> bool:
    return shot.prompt is not None and shot.prompt.told == "story" and bool(shot.text.strip())


def _wished(shot: Shot, said: str) -> str:
    """What happens, with the user's own words."""
    words = shot.prompt.words.strip(" .") if shot.prompt else ""
    return ", ".join(filter(None, (said.strip(" ."), words)))


def _deed(shot: Shot, index: int, entities: Mapping[str, Entity]) -> str:
    """One beat as a clause: "Mara carries the wounded fox"."""
    beat = shot.beats[index]
    who = " and ".join(dict.fromkeys(_short(entities[name.split("#")[0]]) for name in beat.actors))
    if not who:
        return ""
    if not beat.verb.isascii():
        return f"{who}: {beat.text}".strip(" :")
    verb = beat.verb if len(beat.actors) > 1 else third_person(beat.verb)
    whom = " and ".join(_short(entities[name.split("#")[0]]) for name in beat.targets)
    to = f" to {_short(entities[beat.recipient])}" if beat.recipient else ""
    felt = f", {beat.emotion}" if beat.emotion != "neutral" else ""
    return f"{who} {verb} {whom}".strip() + to + felt


def _times(shot: Shot, entities: Mapping[str, Entity]) -> list[tuple[float, float, str]]:
    """What happens from 0 to 1 without a gap; beats that begin together share their time.

    Told in the words of the story it is one time: a sentence has no moments.
    """
    if _by_story(shot):
        return [(0.0, 1.0, " ".join(shot.text.split()).rstrip("."))]
    starts = sorted({beat.start for beat in shot.beats})
    rows: list[tuple[float, float, str]] = []
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else 1.0
        found = [index for index, beat in enumerate(shot.beats) if beat.start == start]
        said = ", ".join(filter(None, (_deed(shot, index, entities) for index in found)))
        rows.append((0.0 if at == 0 else round(start, 4), round(end, 4), said))
    return rows or [(0.0, 1.0, "")]


# -- putting together -------------------------------------------------------------------------------


def _fitting(parts: Parts, wanted: Profile, least: int = 1) -> tuple[Parts, list[str]]:
    """The parts for which there is room, and the names of those that had to go; `least` subjects stay."""
    kept, left = dict(parts), []
    for part in LEAST_FIRST:
        if token_estimate(_text(kept, wanted)) <= wanted.tokens or not wanted.tokens:
            break
        if part in kept:
            del kept[part]
            left.append(str(part))
    shorter = _shortened(kept, wanted, max(least, 1))
    return shorter, [*left, *(["some subjects"] if shorter.get("subjects") != kept.get("subjects") else [])]


def _shortened(parts: Parts, wanted: Profile, least: int) -> Parts:
    """The last subjects go, whole, while there is no room even for them."""
    kept = dict(parts)
    rows = kept.get("subjects", "").split("; ")
    while wanted.tokens and len(rows) > least and token_estimate(_text(kept, wanted)) > wanted.tokens:
        rows = rows[:-1]
        kept["subjects"] = "; ".join(rows)
    return kept


def _text(parts: Mapping[Part, str], wanted: Profile, *, bare: bool = False) -> str:
    if not wanted.tokens:
        return ""
    rows = [parts[part] for part in wanted.order if parts.get(part)]
    if wanted.form == "tags":
        return ", ".join(row.replace("; ", ", ") for row in rows)
    said = " ".join(f"{row[:1].upper()}{row[1:].rstrip('.')}." for row in rows)
    return f"{wanted.opening} {said}".strip() if wanted.opening and not bare else said


def _negative(shot: Shot, entities: Mapping[str, Entity], wanted: Profile) -> str:
    if not wanted.negative:
        return ""
    people = any(entities[track.entity].kind == "character" for track in shot.layout)
    extra: Sequence[str] = () if people else ("people",)
    return ", ".join((*wanted.negative_words, *extra))
