"""Owns speech: a line of text and a voice -> a WAV that fits its room, with the mouth's movement.

Engines are found by name; `none` is silence, said so. Does not know: which shot a line belongs to.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from importlib.util import find_spec

import numpy as np
from pydantic import BaseModel, ConfigDict
from scipy import signal

from agent.sound.wav import RATE, Samples
from planners import Voice

ENGLISH_ONLY = frozenset({"hibari"})
MAX_RATE = 1.5
"""Speech is never hurried more than this; what still does not fit is left whole and named."""
SPOKEN_DBFS = -20.0
"""RMS level that every line is brought to, so that all voices are equally loud."""


class Spoken(BaseModel):
    """A spoken line: its samples (mono, 48 kHz), or none with the reason."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    samples: Samples | None
    downgrades: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Length of the speech in seconds."""
        return 0.0 if self.samples is None else len(self.samples) / RATE


Engine = Callable[[str, Voice, float, int], Samples]
"""(text, voice, rate, seed) -> mono samples at 48 kHz."""


@functools.cache
def _hibari() -> object:
    from hibari import Hibari

    return Hibari(threads=1)


def _speak_hibari(text: str, voice: Voice, rate: float, seed: int) -> Samples:
    """Hibari's one bundled voice, moved in pitch by resampling while the pace is kept.

    The engine's `speed` changes lengths in uneven steps, so the speed whose length is nearest is searched.
    """
    engine = _hibari()
    raw: Samples = engine(text, speed=1.0, seed=seed)  # type: ignore[operator]
    wanted = max(len(raw) * voice.pitch / (rate * voice.rate), 1.0)
    low, high = (1.0, 2.0) if len(raw) > wanted else (0.5, 1.0)
    for _ in range(6):
        if abs(len(raw) / wanted - 1) < 0.03:
            break
        speed = (low + high) / 2
        tried: Samples = engine(text, speed=speed, seed=seed)  # type: ignore[operator]
        low, high = (speed, high) if len(tried) > wanted else (low, speed)
        raw = min(raw, tried, key=lambda samples: abs(len(samples) - wanted))
    up, down = _ratio(RATE / 24_000 / voice.pitch)
    return np.asarray(signal.resample_poly(raw, up, down), np.float32)


def _ratio(value: float) -> tuple[int, int]:
    """`value` as a small fraction, within half a percent."""
    down = 50
    return round(value * down), down


ENGINES: Mapping[str, Engine] = {"hibari": _speak_hibari}
LOADERS: Mapping[str, Callable[[], object]] = {"hibari": _hibari}


def available_engines() -> dict[str, str]:
    """Name of each engine -> "ready", or what is missing."""
    found = "ready" if find_spec("hibari") else "not installed: pip install hibari-tts"
    return {"hibari": found, "none": "ready (subtitles only)"}


def load(engine: str) -> None:
    """Load an engine's weights, so that the first line need not wait for them; nothing when there is no such engine."""
    if engine in LOADERS and find_spec(engine) is not None:
        LOADERS[engine]()


def speak(text: str, voice: Voice, *, engine: str, language: str, room: float, seed: int) -> Spoken:
    """Say `text` in at most `room` seconds, hurrying up to MAX_RATE when it must.

    Args:
        text: What is said; may not be empty.
        voice: Pitch and pace.
        engine: A name of ENGINES, or `none`.
        language: Two-letter code of the text.
        room: Seconds until something else is heard.
        seed: Fixes the engine's noise, so that the same line is the same sound.
    """
    if engine == "none":
        return Spoken(samples=None, downgrades=("No voice was asked for: subtitles only.",))
    if engine not in ENGINES or find_spec(engine) is None:
        return Spoken(samples=None, downgrades=(f"The voice engine {engine!r} is not installed: subtitles only.",))
    if engine in ENGLISH_ONLY and language != "en":
        what = f"The voice engine {engine!r} speaks English only, the text is {language!r}: subtitles only."
        return Spoken(samples=None, downgrades=(what,))
    sayable = _sayable(text)
    if not sayable:
        return Spoken(samples=None, downgrades=(f"There is nothing to say in {text!r}: subtitles only.",))
    return _fitted(sayable, voice, ENGINES[engine], room, seed)


def _fitted(text: str, voice: Voice, engine: Engine, room: float, seed: int) -> Spoken:
    samples = _trimmed(engine(text, voice, 1.0, seed))
    if len(samples) == 0:
        return Spoken(samples=None, downgrades=(f"The voice engine made no sound of {text!r}: subtitles only.",))
    rate = 1.0
    while len(samples) / RATE > room and rate < MAX_RATE:
        rate = min(max(rate + 0.05, rate * len(samples) / RATE / room), MAX_RATE)
        samples = _trimmed(engine(text, voice, rate, seed))
    hurried = rate > 1.15
    lost = (f"A line was hurried to {rate:.2f} times the voice's pace to fit its shot.",) if hurried else ()
    return Spoken(samples=_levelled(samples), downgrades=lost)


def _sayable(text: str) -> str:
    """The text without marks that a voice would stumble over."""
    text = text.replace("…", "...").replace("—", ", ").replace("–", ", ").replace("_", " ")
    return re.sub(r"\s+", " ", re.sub(r"[*#<>|\[\]{}~^\\]", " ", text)).strip()


def _trimmed(samples: Samples) -> Samples:
    """Without the silence before and after, but for a breath of 30 ms."""
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    if len(loud) == 0:
        return samples[:0]
    pad = int(0.03 * RATE)
    return samples[max(loud[0] - pad, 0) : loud[-1] + pad]


def _levelled(samples: Samples) -> Samples:
    voiced = samples[np.abs(samples) > 0.01]
    rms = float(np.sqrt(np.mean(np.square(voiced)))) if len(voiced) else 1.0
    gain = min(10 ** (SPOKEN_DBFS / 20) / max(rms, 1e-6), 0.95 / max(float(np.abs(samples).max()), 1e-6))
    return (samples * gain).astype(np.float32)


def mouth(samples: Samples, fps: int) -> tuple[int, ...]:
    """How far the mouth is open in each frame, 0 closed .. 3 wide, from the loudness of the line itself."""
    step = RATE / fps
    count = int(np.ceil(len(samples) / step))
    rms = np.array([_rms(samples[int(i * step) : int((i + 1) * step)]) for i in range(count)])
    top = float(np.percentile(rms, 92)) or 1.0
    share = rms / max(top, 1e-6)
    return tuple(int(np.searchsorted((0.14, 0.42, 0.78), value)) for value in share)


def _rms(block: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(block)))) if len(block) else 0.0
