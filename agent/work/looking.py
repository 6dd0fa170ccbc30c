"""Owns the look of a vision-language model at an attempt: asked within the run's ledger, answers kept, words for notes.

Does not know: what is asked (`consistency.look` makes the questions from the plan), what follows from the answers.
"""

from __future__ import annotations

import functools
import io
from pathlib import Path

import av

import planners
from agent.answers import FolderCache
from agent.errors import BudgetError
from agent.jobs import LookerOf
from agent.work.paid import till
from consistency import Looked, look
from generators import ShotSpec
from planners import Asking, NoAnswer, seen_boxes

ANSWERS = "07_check/answers"
"""Folder of the answers, so that none is paid for twice."""
MOST_TOKENS = 4096


def looked_at(who: LookerOf, root: Path, spec: ShotSpec, picture: bytes, t: float) -> tuple[Looked | None, str]:
    """What a model sees of a picture; or None, and why it did not look.

    Args:
        who: The model, and where it is.
        root: The run folder.
        spec: What the picture should show; who is left out of it is not asked for.
        picture: PNG.
        t: Its moment of the shot in [0, 1].

    Raises:
        ChatError: the model could not be reached.
    """
    boxes = seen_boxes(spec.shot, t, spec.size)
    wanted = {key: box for key, box in boxes.items() if key.partition("#")[0] not in spec.leave_out}
    try:
        return look(_asking(who.model_dump_json(), root), picture, spec, wanted), ""
    except BudgetError as error:
        return None, f"{who.model} did not look at {spec.shot.id}: {error}"
    except NoAnswer as error:
        return None, f"{who.model} looked at {spec.shot.id} without a usable answer: {str(error).splitlines()[0]}"


def middle(video: Path, frame: int) -> bytes:
    """A frame of a clip as PNG; the last one when there are fewer.

    Args:
        video: The clip.
        frame: Which, counted from 0 in the file.
    """
    with av.open(str(video)) as container:
        picture = None
        for index, found in enumerate(container.decode(video=0)):
            picture = found
            if index >= frame:
                break
        if picture is None:
            return b""
        out = io.BytesIO()
        picture.to_image().save(out, format="PNG")
        return out.getvalue()


@functools.cache
def _asking(who: str, root: Path) -> Asking:
    told = LookerOf.model_validate_json(who)
    model = planners.chat_model(told.model, endpoint=told.endpoint)
    purse, cache = till(root)[0], FolderCache(root / ANSWERS)
    return Asking(model, purse=purse, cache=cache, prices=told.prices, max_tokens=MOST_TOKENS)
