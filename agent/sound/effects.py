"""Owns the few sounds of the world that plans name: rain, wind, waves, steps, door ... made from noise and tones.

Does not know: which shot has them, how loud the film is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy import signal

from agent.sound.wav import RATE, Samples

Maker = Callable[[int, np.random.Generator], Samples]
"""(samples, noise) -> (samples, 2)."""


def _noise(count: int, rng: np.random.Generator) -> Samples:
    return rng.standard_normal((count, 2)).astype(np.float32)


def _band(samples: Samples, low: float, high: float) -> Samples:
    sos = signal.butter(2, (low, high), "bandpass", fs=RATE, output="sos")
    return np.asarray(signal.sosfilt(sos, samples, axis=0), np.float32)


def _swell(count: int, period: float, floor: float, phase: float) -> Samples:
    t = np.arange(count, dtype=np.float32) / RATE
    wave = floor + (1 - floor) * (0.5 + 0.5 * np.sin(2 * np.pi * (t / period + phase)))
    return np.asarray(wave[:, None], np.float32)


def _rain(count: int, rng: np.random.Generator) -> Samples:
    hiss = _band(_noise(count, rng), 1200, 9000) * 0.11
    drops = (rng.random((count, 2)) > 0.9994).astype(np.float32) * rng.random((count, 2)).astype(np.float32)
    return hiss + _band(drops, 1500, 7000) * 2.2


def _wind(count: int, rng: np.random.Generator) -> Samples:
    low = _band(_noise(count, rng), 150, 700) * _swell(count, 4.7, 0.3, 0.1)
    return low * 0.35 + _band(_noise(count, rng), 600, 1500) * _swell(count, 3.1, 0.05, 0.6) * 0.1


def _waves(count: int, rng: np.random.Generator) -> Samples:
    return _band(_noise(count, rng), 200, 3500) * _swell(count, 5.2, 0.12, 0.0) ** 2 * 0.3


def _water(count: int, rng: np.random.Generator) -> Samples:
    return _band(_noise(count, rng), 700, 3000) * _swell(count, 0.9, 0.6, 0.2) * 0.12


def _fire(count: int, rng: np.random.Generator) -> Samples:
    crackle = (rng.random((count, 2)) > 0.9997).astype(np.float32)
    return _band(_noise(count, rng), 80, 500) * 0.1 + _band(crackle, 900, 6000) * 3.0


def _crowd(count: int, rng: np.random.Generator) -> Samples:
    return _band(_noise(count, rng), 250, 1400) * _swell(count, 1.7, 0.5, 0.3) * 0.16


def _engine(count: int, rng: np.random.Generator) -> Samples:
    t = np.arange(count, dtype=np.float32) / RATE
    hum = sum(np.sin(2 * np.pi * 52 * k * t + k) / k for k in range(1, 7))
    return (
        np.repeat(np.asarray(hum, np.float32)[:, None], 2, axis=1) * 0.09 + _band(_noise(count, rng), 100, 600) * 0.06
    )


def _room(count: int, rng: np.random.Generator) -> Samples:
    """The air of a room: hardly heard, but missed when it stops."""
    return _band(_noise(count, rng), 60, 420) * 0.02 + _band(_noise(count, rng), 400, 2400) * 0.004


def _hits(times: list[float], tone: Samples, count: int) -> Samples:
    out = np.zeros((count, 2), np.float32)
    for time in times:
        _add(out, time, np.repeat(tone[:, None], 2, axis=1))
    return out


def _add(out: Samples, time: float, sound: Samples) -> None:
    first = int(time * RATE)
    room = min(len(sound), len(out) - first)
    if room > 0:
        out[first : first + room] += sound[:room]


def _thud(hertz: float, seconds: float, rng: np.random.Generator, *, noisy: float) -> Samples:
    t = np.arange(int(seconds * RATE), dtype=np.float32) / RATE
    tone = np.sin(2 * np.pi * hertz * t * (1 - 0.3 * t / seconds)) + noisy * rng.standard_normal(len(t))
    return np.asarray(tone * np.exp(-t * 6 / seconds), np.float32)


def _steps(count: int, rng: np.random.Generator) -> Samples:
    times = [0.15 + 0.5 * i for i in range(int(count / RATE / 0.5))]
    return _hits(times, _thud(110, 0.12, rng, noisy=0.35) * 0.2, count)


def _door(count: int, rng: np.random.Generator) -> Samples:
    return _hits([0.3], _thud(75, 0.5, rng, noisy=0.3) * 0.5, count)


def _thunder(count: int, rng: np.random.Generator) -> Samples:
    out = np.zeros((count, 2), np.float32)
    first = min(int(0.8 * RATE), count)
    length = min(int(3.5 * RATE), count - first)
    if length > 0:
        t = np.arange(length, dtype=np.float32)[:, None] / RATE
        out[first : first + length] = _band(_noise(length, rng), 30, 220) * np.exp(-t * 1.1) * np.minimum(t / 0.08, 1)
    return out * 0.9


def _birds(count: int, rng: np.random.Generator) -> Samples:
    out = np.zeros((count, 2), np.float32)
    for _ in range(max(1, int(count / RATE * 0.9))):
        start, hertz, side = rng.random() * count / RATE, 2200 + 1900 * rng.random(), rng.random()
        t = np.arange(int(0.13 * RATE), dtype=np.float32) / RATE
        chirp = np.sin(2 * np.pi * (hertz * t + 9000 * t * t * (rng.random() - 0.4))) * np.sin(np.pi * t / 0.13)
        stereo = np.asarray(chirp[:, None] * np.array([side, 1 - side], np.float32) * 0.07, np.float32)
        for repeat in range(int(1 + 3 * rng.random())):
            _add(out, start + 0.17 * repeat, stereo)
    return out


def _bell(count: int, rng: np.random.Generator) -> Samples:
    t = np.arange(int(2.5 * RATE), dtype=np.float32) / RATE
    tone = sum(np.sin(2 * np.pi * 520 * ratio * t) * np.exp(-t * (1.0 + ratio)) for ratio in (1.0, 2.1, 2.76, 5.4))
    return _hits([0.3], np.asarray(tone, np.float32) * 0.16, count)


EFFECTS: Mapping[str, Maker] = {
    "rain": _rain, "wind": _wind, "waves": _waves, "water": _water, "fire": _fire, "crowd": _crowd,
    "engine": _engine, "steps": _steps, "door": _door, "thunder": _thunder, "birds": _birds, "bell": _bell,
    "room": _room,
}  # fmt: skip


ONCE = frozenset({"door", "thunder", "bell"})
"""Effects that sound once, at their start; the others go on for as long as they are asked to."""
FADE = 0.25
"""Seconds in which an effect comes and goes."""


def effect(name: str, seconds: float, seed: int) -> Samples:
    """The sound `name` for `seconds`, (frames, 2) at 48 kHz, with soft ends.

    Raises:
        KeyError: no such effect; see EFFECTS.
    """
    count = round(seconds * RATE)
    rng = np.random.default_rng([seed % 2**32, sum(ord(c) * 31**i for i, c in enumerate(name)) % 2**32])
    out = np.clip(EFFECTS[name](count, rng), -1.0, 1.0)
    fade = min(int(FADE * RATE), count // 3)
    if fade:
        ramp = np.linspace(0, 1, fade, dtype=np.float32)[:, None]
        out[:fade] *= ramp
        out[-fade:] *= ramp[::-1]
    return out
