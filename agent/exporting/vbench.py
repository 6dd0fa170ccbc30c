"""Owns folders for VBench: every shot with its prompt (custom input), and the film for VBench-Long.

The form is that of Vchitect/VBench's own reader: `--mode=custom_input` takes a folder of videos and a `--prompt_file`,
a JSON object from file name to prompt; VBench-Long's `long_custom_input` takes the prompt from the file's name, up to a
`-Scene`, and cuts the film itself. Does not know: how VBench scores.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from agent.errors import MakeError
from agent.exporting.places import lay
from agent.exporting.sequence import sequence_of
from agent.exporting.values import Clip, Exported
from agent.store import Store, write_text
from planners import Plan

DIMENSIONS = (
    "subject_consistency", "background_consistency", "motion_smoothness", "dynamic_degree", "aesthetic_quality",
    "imaging_quality",
)  # fmt: skip
"""What VBench and VBench-Long score of videos that are not of their own prompts (READMEs of both)."""
LONG = 5
"""Seconds from which on VBench's README-FAQ asks for VBench-Long."""
NAME_BYTES = 180
"""VBench-Long adds to the name; file systems allow 255 bytes."""


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Lay the videos out.

    Raises:
        MakeError: the film has not been made.
    """
    film = store.root / "06_film/film.mp4"
    if not film.is_file():
        raise MakeError("film.mp4 is not there: make the film first", task="export")
    sequence = sequence_of(plan, store)
    shots = {shot.id: shot for shot in plan.shots}
    clips = [clip for clip in sequence.pictures if clip.name in shots]
    prompts = {f"{number:03}_{clip.media.file.stem}.mp4": clip for number, clip in enumerate(clips, 1)}
    for name, clip in prompts.items():
        lay(clip.media.file, target / "shots" / name)
    texts = {name: shots[clip.name].text or clip.name for name, clip in prompts.items()}
    _json(target / "prompts.json", texts)
    _json(target / "shots.json", {name: _row(plan, clip) for name, clip in prompts.items()})
    long = f"{long_name(_story(plan))}.mp4"
    lay(film, target / "long" / long)
    write_text(target / "README.txt", _readme())
    handled = [name for name, clip in prompts.items() if clip.frames < clip.media.frames]
    notes: tuple[str, ...] = (
        (f"{len(handled)} shots carry handle frames for their transitions, which VBench scores too (shots.json).",)
        if handled
        else ()
    )
    slow = sum(clip.media.frames >= LONG * plan.fps for clip in prompts.values())
    notes += (f"{slow} shots last {LONG} s or more: VBench's authors ask for VBench-Long there.",) if slow else ()
    lettered = "The long film has its title and end card, and captions where they are burnt in."
    return Exported(files=(target, target / "prompts.json", target / "long" / long), notes=(*notes, lettered))


def long_name(prompt: str) -> str:
    """A prompt as the name of a file, so that VBench-Long reads the prompt back from it.

    It cuts names at `-Scene` and `.mp4`, and takes `-` with digits at the end for a number; slashes cannot be in names.
    """
    text = re.sub(r"[\x00-\x1f/\\:*?\"<>|]+", " ", prompt).replace("-Scene", " Scene").replace(".mp4", "")
    text = " ".join(text.split())
    while len(text.encode()) > NAME_BYTES:
        text = text[: text.rfind(" ")] if " " in text else text[: NAME_BYTES // 4]
    return re.sub(r"-(\d+)$", r" \1", text).strip(" .") or "film"


def _story(plan: Plan) -> str:
    return " ".join([plan.title, *(shot.text for shot in plan.shots)])


def _row(plan: Plan, clip: Clip) -> dict[str, object]:
    return {
        "shot": clip.name, "fps": plan.fps, "frames": clip.media.frames, "first": clip.first, "shown": clip.frames,
        "long": clip.media.frames >= LONG * plan.fps,
    }  # fmt: skip


def _json(path: Path, found: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, json.dumps(found, indent=1, ensure_ascii=False) + "\n")


def _readme() -> str:
    asked = " ".join(DIMENSIONS)
    return (
        "Every shot with its prompt, for VBench (https://github.com/Vchitect/VBench):\n\n"
        "  python evaluate.py --mode=custom_input --videos_path shots --prompt_file prompts.json \\\n"
        f"    --dimension {asked}\n\n"
        "The film, for VBench-Long, which reads the prompt from the file's name and cuts the film into its scenes\n"
        "(--use_semantic_splitting; without it every two seconds, across the film's cuts):\n\n"
        "  python vbench2_beta_long/eval_long.py --mode long_custom_input --videos_path long \\\n"
        f"    --use_semantic_splitting --dev_flag --dimension {asked}\n\n"
        "VBench's authors ask for VBench-Long from 5 seconds on; shots.json tells which shots are so long (`long`).\n"
        "shots.json: frames of each file, and which of them the film shows outside of transitions.\n"
    )
