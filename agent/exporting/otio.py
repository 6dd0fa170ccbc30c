"""Owns OpenTimelineIO: a sequence as a `.otio` file, written by the opentimelineio library.

Does not know: run folders.
"""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio

from agent.exporting.places import Place, as_url, beside
from agent.exporting.sequence import sequence_of
from agent.exporting.values import Clip, Exported, Media, Sequence, SoundTrack
from agent.store import Store, write_text
from planners import Plan


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Write the timeline, and the effects' stem beside it."""
    sequence = sequence_of(plan, store, stems=target.parent)
    write_text(target, to_otio(sequence, beside(target.parent)))
    return Exported(files=(target,), notes=sequence.notes)


def to_otio(sequence: Sequence, place: Place) -> str:
    """A sequence as OTIO's JSON: one video track with transitions, tracks of sound, scenes as markers of the stack."""
    made = otio.schema.Timeline(name=sequence.title, global_start_time=otio.opentime.RationalTime(0, sequence.fps))
    made.metadata["storyreel"] = {"size": list(sequence.size), "frames": sequence.frames}
    for marker in sequence.markers:
        span = _span(marker.start, 1, sequence.fps)
        made.tracks.markers.append(otio.schema.Marker(name=marker.name, marked_range=span, color="GREEN"))
    made.tracks.append(_pictures(sequence, place))
    for track in sequence.sounds:
        made.tracks.append(_sounds(track, sequence.fps, place))
    return str(made.to_json_string(indent=1)) + "\n"


def _pictures(sequence: Sequence, place: Place) -> otio.schema.Track:
    track = otio.schema.Track(name="pictures", kind=otio.schema.TrackKind.Video)
    dissolves = {dissolve.cut: dissolve for dissolve in sequence.dissolves}
    for clip in sequence.pictures:
        if clip.start in dissolves:
            around = dissolves[clip.start]
            track.append(
                otio.schema.Transition(
                    name="dissolve",
                    transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve,
                    in_offset=otio.opentime.RationalTime(around.before, sequence.fps),
                    out_offset=otio.opentime.RationalTime(around.after, sequence.fps),
                )
            )
        track.append(_clip(clip, sequence.fps, place))
    return track


def _sounds(sound: SoundTrack, fps: int, place: Place) -> otio.schema.Track:
    track = otio.schema.Track(name=sound.name, kind=otio.schema.TrackKind.Audio)
    at = 0
    for clip in sound.clips:
        if clip.start > at:
            track.append(otio.schema.Gap(source_range=_span(0, clip.start - at, fps)))
        track.append(_clip(clip, fps, place))
        at = clip.end
    return track


def _clip(clip: Clip, fps: int, place: Place) -> otio.schema.Clip:
    reference = otio.schema.ExternalReference(
        target_url=as_url(place(clip.media)), available_range=_available(clip.media, fps)
    )
    return otio.schema.Clip(name=clip.name, media_reference=reference, source_range=_span(clip.first, clip.frames, fps))


def _available(media: Media, fps: int) -> otio.opentime.TimeRange:
    return _span(0, media.frames, fps)


def _span(first: int, frames: int, fps: int) -> otio.opentime.TimeRange:
    rational = otio.opentime.RationalTime
    return otio.opentime.TimeRange(start_time=rational(first, fps), duration=rational(frames, fps))
