"""Owns Final Cut Pro XML 1.10: a sequence as one spine with transitions, sounds connected below it, scenes as markers.

Written by hand after Apple's document type definition: a `media-rep` in every asset, connected clips before markers,
times as rational seconds on frame boundaries. The adapter of OpenTimelineIO writes 1.8 and loses transitions and
markers. Does not know: run folders.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

from agent.exporting.places import Place, as_url, beside
from agent.exporting.sequence import sequence_of
from agent.exporting.values import Clip, Exported, Media, Sequence
from agent.store import Store, write_text
from planners import Plan

VERSION = "1.10"
DISSOLVE = "FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265"
"""Final Cut Pro's own Cross Dissolve."""
_FORMAT, _EFFECT = "r1", "r2"
Element = ElementTree.Element
_add = ElementTree.SubElement


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Write the document, and the effects' stem beside it."""
    sequence = sequence_of(plan, store, stems=target.parent)
    write_text(target, to_fcpxml(sequence, beside(target.parent)))
    return Exported(files=(target,), notes=sequence.notes)


def to_fcpxml(sequence: Sequence, place: Place) -> str:
    """A sequence as FCPXML 1.10."""
    root = Element("fcpxml", version=VERSION)
    assets = _resources(_add(root, "resources"), sequence, place)
    event = _add(_add(root, "library"), "event", name=sequence.title)
    project = _add(event, "project", name=sequence.title)
    timed = {"duration": _time(sequence.frames, sequence.fps), "tcStart": "0s", "tcFormat": "NDF"}
    shown = _add(project, "sequence", {"format": _FORMAT, **timed, "audioLayout": "stereo", "audioRate": "48k"})
    _spine(_add(shown, "spine"), sequence, assets)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n{text}\n'


def _time(frames: int, fps: int) -> str:
    return _seconds(Fraction(frames, fps))


def _seconds(time: Fraction) -> str:
    return f"{time.numerator}s" if time.denominator == 1 else f"{time.numerator}/{time.denominator}s"


def _resources(parent: Element, sequence: Sequence, place: Place) -> dict[Path, str]:
    """The format, the dissolve and one asset per file; file -> id of its asset."""
    width, height = sequence.size
    size = {"width": str(width), "height": str(height), "colorSpace": "1-1-1 (Rec. 709)"}
    _add(parent, "format", {"id": _FORMAT, "frameDuration": _time(1, sequence.fps), **size})
    if sequence.dissolves:
        _add(parent, "effect", id=_EFFECT, name="Cross Dissolve", uid=DISSOLVE)
    ids: dict[Path, str] = {}
    for clip in (*sequence.pictures, *(clip for track in sequence.sounds for clip in track.clips)):
        if clip.media.file not in ids:
            ids[clip.media.file] = f"r{len(ids) + 3}"
            _asset(parent, clip, ids[clip.media.file], sequence.fps, place)
    return ids


def _asset(parent: Element, clip: Clip, name: str, fps: int, place: Place) -> None:
    media = clip.media
    kind = _sound(media) if media.sound else {"hasVideo": "1", "videoSources": "1", "format": _FORMAT}
    length = Fraction(media.samples, media.rate) if media.sound else Fraction(media.frames, fps)
    asset = _add(parent, "asset", {"id": name, "name": clip.name, "start": "0s", "duration": _seconds(length), **kind})
    _add(asset, "media-rep", kind="original-media", src=as_url(place(media)))


def _sound(media: Media) -> dict[str, str]:
    return {
        "hasAudio": "1", "audioSources": "1", "audioChannels": str(media.channels), "audioRate": str(media.rate),
    }  # fmt: skip


def _spine(spine: Element, sequence: Sequence, assets: dict[Path, str]) -> None:
    fps = sequence.fps
    dissolves = {dissolve.cut: dissolve for dissolve in sequence.dissolves}
    for clip in sequence.pictures:
        if clip.start in dissolves:
            around = dissolves[clip.start]
            span = {
                "offset": _time(around.cut - around.before, fps),
                "duration": _time(around.before + around.after, fps),
            }
            transition = _add(spine, "transition", {"name": "Cross Dissolve", **span})
            _add(transition, "filter-video", ref=_EFFECT, name="Cross Dissolve")
        shown = _clip(spine, clip, assets, clip.start, fps)
        _connected(shown, clip, sequence, assets)
        for marker in sequence.markers:
            if clip.start <= marker.start < clip.end:
                at = _time(marker.start - clip.start + clip.first, fps)
                _add(shown, "marker", start=at, duration=_time(1, fps), value=marker.name)


def _clip(parent: Element, clip: Clip, assets: dict[Path, str], offset: int, fps: int, **more: str) -> Element:
    timed = {
        "offset": _time(offset, fps), "start": _time(clip.first, fps), "duration": _time(clip.frames, fps),
    }  # fmt: skip
    return _add(parent, "asset-clip", {"ref": assets[clip.media.file], "name": clip.name, **timed, **more})


def _connected(shown: Element, clip: Clip, sequence: Sequence, assets: dict[Path, str]) -> None:
    """The sounds that begin while a clip is on screen, in the clip's own time."""
    for lane, track in enumerate(sequence.sounds, 1):
        for sound in track.clips:
            if clip.start <= sound.start < clip.end:
                offset = sound.start - clip.start + clip.first
                more = {"lane": str(-lane), "audioRole": track.role}
                _clip(shown, sound, assets, offset, sequence.fps, **more)
