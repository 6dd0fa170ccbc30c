"""Owns the stream of raw frames into one ffmpeg process, and the name under which its file appears.

A clip is H.264 High, yuv420p, BT.709, constant rate, closed groups. Frames are written one by one and
never kept; the file gets its name only when it is complete. Does not know: what the frames show.
"""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import ffmpeg

from generators.errors import GenerationFailed, RequestRefused
from generators.ffmpeg import CLIP, NO_FFMPEG, ffmpeg_exe


class ClipWriter:
    """Context manager that encodes raw frames to an mp4; on any error nothing is left behind."""

    def __init__(
        self, path: Path, *, size: tuple[int, int], fps: int, threads: int = 1, channels: str = "rgb24"
    ) -> None:
        """Prepare, without starting anything.

        Args:
            path: The finished file.
            size: Width and height of the frames in pixels, both even.
            fps: Frames per second.
            threads: Encoder threads.
            channels: Order of the channels in memory, by ffmpeg's name.

        Raises:
            RequestRefused: the size has an odd side, which H.264 in yuv420p cannot hold.
        """
        if size[0] % 2 or size[1] % 2:
            raise RequestRefused(f"a clip of {size[0]}x{size[1]} cannot be encoded: both sides must be even")
        self.path, self.size, self.fps, self.threads = path, size, fps, threads
        self.channels = channels
        self.frames = 0
        self._part = path.with_name(f".{path.stem}.part{path.suffix}")
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    def __enter__(self) -> ClipWriter:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        command = self.command()
        self._said = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=self._said, stderr=self._said)
        except OSError as error:
            self._said.close()
            raise GenerationFailed(f"cannot start ffmpeg ({command[0]}: {error.strerror}); {NO_FFMPEG}") from error
        return self

    def command(self) -> list[str]:
        """The ffmpeg command line."""
        width, height = self.size
        frames = ffmpeg.input(
            "pipe:", format="rawvideo", pix_fmt=self.channels, video_size=(width, height), framerate=self.fps
        )
        shown = frames.filter("scale", out_color_matrix="bt709", out_range="tv", flags="bicubic+bitexact")
        shown = shown.filter("format", "yuv420p")
        options = {**CLIP, "threads": self.threads, "g": self.fps * 2, "f": "mp4"}
        graph = ffmpeg.output(shown, str(self._part), **options).global_args(
            "-hide_banner", "-loglevel", "error", "-nostdin"
        )
        command: list[str] = graph.overwrite_output().compile(cmd=ffmpeg_exe())
        return command

    def write(self, frame: Any) -> None:
        """Encode one frame: any C-contiguous buffer of the frame's bytes in the order of `channels`."""
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(memoryview(frame).cast("B"))
        except (BrokenPipeError, OSError) as error:
            raise self._failure() from error
        self.frames += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        process = self._running()
        assert process.stdin is not None
        try:
            if kind is not None:
                self._abandon(process)
                return
            try:
                process.stdin.close()
            except OSError as broken:
                raise self._failure() from broken
            if process.wait() != 0:
                raise self._failure()
            self._part.replace(self.path)
        finally:
            if self._said is not None:
                self._said.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise GenerationFailed(f"the encoder of {self.path.name} was not started: use it in a with statement")
        return self._process

    def _abandon(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        self._discard()

    def _failure(self) -> GenerationFailed:
        process = self._running()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        tail = ""
        if self._said is not None and not self._said.closed:
            self._said.seek(0)
            tail = " | ".join(self._said.read().decode(errors="replace").strip().splitlines()[-6:])
        self._discard()
        return GenerationFailed(
            f"encoding {self.path.name} stopped after {self.frames} frames"
            f" (ffmpeg exit {process.returncode}): {tail or 'no message'}"
        )

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self._part.unlink(missing_ok=True)
