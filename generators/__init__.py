"""Plan in, artefacts out: references, keyframes, shots and cards, made by named generators.

Importing this folder imports no drawing library; `create` loads a generator when it is asked for.
"""

from generators.artefacts import Artefact, Identity, Keyframe, MouthTrack, Reference, ShotClip, ShotSpec
from generators.base import (
    Capabilities,
    CardMaker,
    CardRequest,
    Control,
    ControlMaker,
    ControlRequest,
    ImageGenerator,
    KeyframeRequest,
    KeyframeResult,
    ModelNeed,
    Progress,
    ReferenceRequest,
    ReferenceResult,
    Setting,
    ShotRequest,
    ShotResult,
    TitleMaker,
    TitleRequest,
    VideoGenerator,
)
from generators.cards import make_card
from generators.controls import Controls, FrameControl, boxes_of, read_controls, write_controls
from generators.errors import GenerationFailed, GeneratorError, MissingExtra, RequestRefused, UnknownGenerator
from generators.ffmpeg import CLIP, FILM, ffmpeg_exe, frames_of, run_ffmpeg
from generators.given import given_clip, given_still, moving_still
from generators.keyframes import make_keyframe, shot_spec, telling_moment
from generators.lettering import TITLE_FADE, TITLE_WAIT, title_seconds
from generators.photos import keep_photo
from generators.pricing import Quote, Wanted
from generators.references import make_reference
from generators.registry import (
    available,
    capabilities,
    create,
    fetch,
    image_generator,
    models,
    pays,
    price_of,
    release,
    require,
    settings,
    video_generator,
)
from generators.shots import Before, make_shot
from generators.styles import STYLES, resolve_style

__all__ = [
    "CLIP",
    "FILM",
    "STYLES",
    "TITLE_FADE",
    "TITLE_WAIT",
    "Artefact",
    "Before",
    "Capabilities",
    "CardMaker",
    "CardRequest",
    "Control",
    "ControlMaker",
    "ControlRequest",
    "Controls",
    "FrameControl",
    "GenerationFailed",
    "GeneratorError",
    "Identity",
    "ImageGenerator",
    "Keyframe",
    "KeyframeRequest",
    "KeyframeResult",
    "MissingExtra",
    "ModelNeed",
    "MouthTrack",
    "Progress",
    "Quote",
    "Reference",
    "ReferenceRequest",
    "ReferenceResult",
    "RequestRefused",
    "Setting",
    "ShotClip",
    "ShotRequest",
    "ShotResult",
    "ShotSpec",
    "TitleMaker",
    "TitleRequest",
    "UnknownGenerator",
    "VideoGenerator",
    "Wanted",
    "available",
    "boxes_of",
    "capabilities",
    "create",
    "fetch",
    "ffmpeg_exe",
    "frames_of",
    "given_clip",
    "given_still",
    "image_generator",
    "keep_photo",
    "make_card",
    "make_keyframe",
    "make_reference",
    "make_shot",
    "models",
    "moving_still",
    "pays",
    "price_of",
    "read_controls",
    "release",
    "require",
    "resolve_style",
    "run_ffmpeg",
    "settings",
    "shot_spec",
    "telling_moment",
    "title_seconds",
    "video_generator",
    "write_controls",
]
