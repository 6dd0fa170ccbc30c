"""Owns folders for ViStoryBench: the story as its data set has it, and one still a shot as its readers expect.

The form is that of ViStoryBench/vistorybench: `story.json` with Characters and Shots in `en` and `ch`, portraits in
`image/<character>/NN.png`, and results in `outputs/METHOD/MODE/LANGUAGE/TIME/STORY/shots/shot_NN.png`. Does not know:
how ViStoryBench scores.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from agent.errors import MakeError
from agent.exporting.places import lay
from agent.exporting.values import Exported
from agent.stages import safe
from agent.store import Store, write_text
from planners import Entity, Plan, Shot

DATASET, METHOD, MODE, STORY = "dataset/ViStory", "storyreel", "base", "01"
LANGUAGES: Mapping[str, str] = {"zh": "ch"}
"""The benchmark's names of languages; all others stand as `en`."""


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Lay the story, the portraits and the stills out.

    Raises:
        MakeError: the film has not been made.
    """
    stills = [store.root / f"03_keyframes/{safe(shot.id)}.png" for shot in plan.shots]
    missing = [still.name for still in stills if not still.is_file()]
    if missing:
        raise MakeError(f"{missing[0]} is not there: make the film first", task="export")
    story = target / DATASET / STORY
    language = LANGUAGES.get(plan.language, "en")
    portraits = _portraits(plan, store, story / "image")
    story.mkdir(parents=True, exist_ok=True)
    write_text(story / "story.json", json.dumps(_story(plan, language), indent=4, ensure_ascii=False) + "\n")
    made = datetime.fromtimestamp(int(stills[0].stat().st_mtime), UTC).strftime("%Y%m%d-%H%M%S")
    results = target / "outputs" / METHOD / MODE / language / made / STORY / "shots"
    for number, still in enumerate(stills, 1):
        lay(still, results / f"shot_{number:02}.png")
    notes = [
        "ViStoryBench reads English and Chinese; the other language's fields hold the same text.",
        *(f"{name} has no picture of its own." for name, there in portraits.items() if not there),
    ]
    return Exported(files=(target, story / "story.json", results), notes=tuple(notes))


def _characters(plan: Plan) -> dict[str, Entity]:
    """Folder and key of each character that is seen -> the character."""
    seen = {track.entity for shot in plan.shots for track in shot.layout}
    found = [item for item in plan.entities.values() if item.kind == "character" and item.id in seen]
    names = [item.name for item in found]
    keys = [item.name if names.count(item.name) == 1 else f"{item.name} {item.id}" for item in found]
    return {_folder(key) or item.id: item for key, item in zip(keys, found, strict=True)}


def _folder(name: str) -> str:
    """A name as the name of a folder."""
    plain = re.sub(r"[\x00-\x1f/\\:*?\"<>|]+", " ", name)
    return " ".join(plain.split())[:60].strip(" .")


def _portraits(plan: Plan, store: Store, folder: Path) -> dict[str, bool]:
    """Cut-outs of every look, front first, else the whole sheet; key -> whether there is one."""
    out: dict[str, bool] = {}
    for key, item in _characters(plan).items():
        looks = sorted({(track.stage or "") for shot in plan.shots for track in shot.layout if track.entity == item.id})
        files = [file for look in looks for file in _pictures(store, item.id, look)]
        for number, file in enumerate(files):
            lay(file, folder / key / f"{number:02}.png")
        out[key] = bool(files)
    return out


def _pictures(store: Store, entity: str, look: str) -> list[Path]:
    name = safe(entity) + (f".{safe(look)}" if look else "")
    cut = [store.root / f"02_references/cutouts/{name}.{view}.png" for view in ("front", "side", "face")]
    sheet = store.root / f"02_references/{name}.png"
    there = [file for file in cut if file.is_file()]
    return there or ([sheet] if sheet.is_file() else [])


def _both(text: str) -> dict[str, str]:
    return {"en": text, "ch": text}


def _story(plan: Plan, language: str) -> dict[str, object]:
    keys = {item.id: key for key, item in _characters(plan).items()}
    people = {key: _character(plan, key, item) for key, item in _characters(plan).items()}
    shots = [_shot(plan, shot, number, keys) for number, shot in enumerate(plan.shots, 1)]
    return {"Story_type": _both("film by storyreel"), "Characters": people, "Shots": shots}


def _character(plan: Plan, key: str, item: Entity) -> dict[str, object]:
    words = item.description or item.name
    return {
        "tag": _tag(plan, item),
        "name_ch": key, "name_en": key, "prompt_ch": words, "prompt_en": words,
        "num_of_appearances": sum(any(t.entity == item.id for t in shot.layout) for shot in plan.shots),
    }  # fmt: skip


def _tag(plan: Plan, item: Entity) -> str:
    """The benchmark's three kinds; drawn people are not realistic ones."""
    if item.attributes.species:
        return "non_human"
    return "realistic_human" if "photo" in f"{plan.style} {plan.style_text}".lower() else "unrealistic_human"


def _shot(plan: Plan, shot: Shot, number: int, keys: Mapping[str, str]) -> dict[str, object]:
    scene = plan.scene_of(shot)
    place = plan.entities[scene.place].name if scene.place in plan.entities else scene.place
    there = list(dict.fromkeys(keys[track.entity] for track in shot.layout if track.entity in keys))
    setting = ", ".join(
        [place, scene.time, scene.weather, *([shot.script.background] if shot.script.background else [])]
    )
    view = f"{shot.camera.framing}, {shot.camera.angle} angle, camera {shot.camera.move}"
    return {
        "index": number,
        "Plot Correspondence": _both(shot.text),
        "Setting Description": _both(setting),
        "Shot Perspective Design": _both(view),
        "Characters Appearing": {"en": there, "ch": there},
        "Static Shot Description": _both(shot.script.character or shot.script.relation or shot.text),
    }
