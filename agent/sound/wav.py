"""Owns sound files: 48 kHz 16-bit WAV in and out, read as slices so that memory does not grow with length.

Does not know: what the sound is.
"""

from __future__ import annotations

import os
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE = 48_000
"""Samples per second of everything in a film."""

Samples = npt.NDArray[np.float32]
"""Shape (frames,) for mono or (frames, 2) for stereo, in -1 .. 1."""


def write_wav(path: Path, samples: Samples) -> None:
    """Write 16-bit PCM whole or not at all."""
    part = path.with_name(path.name + ".part")
    with wave.open(str(part), "wb") as stream:
        stream.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        stream.setsampwidth(2)
        stream.setframerate(RATE)
        stream.writeframes(to_pcm(samples))
    os.replace(part, path)


def to_pcm(samples: Samples) -> bytes:
    """Little-endian 16-bit samples."""
    return (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()


class WavReader:
    """A WAV file of which any slice can be had; outside its length there is silence."""

    def __init__(self, path: Path) -> None:
        with wave.open(str(path), "rb") as stream:
            self.frames = stream.getnframes()
            self.channels = stream.getnchannels()
        self._path = path

    def stereo(self, first: int, count: int) -> Samples:
        """Samples `first` .. `first + count` as (count, 2); silence where the file has none."""
        out = np.zeros((count, 2), np.float32)
        start, end = max(first, 0), min(first + count, self.frames)
        if end <= start:
            return out
        with wave.open(str(self._path), "rb") as stream:
            stream.setpos(start)
            raw = np.frombuffer(stream.readframes(end - start), "<i2").astype(np.float32) / 32768.0
        block = raw.reshape(-1, self.channels)
        out[start - first : end - first] = block if self.channels == 2 else np.repeat(block, 2, axis=1)
        return out
