"""Owns the tasks of moving shots: the clip, its guide with masks and boxes, and what ties it to the clip before.

A shot depends on the one before it only when it is tied to it: then an edit of the first reaches the second. Does not
know: how a clip is made, the film.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.fingerprint import digest
from agent.jobs import ControlJob, ShotJob, SpokenLine
from agent.stages.given import given_clip_task, moving_still_task
from agent.stages.makers import Makers
from agent.stages.specs import guide_spec, spec_parts
from agent.stages.stills import CONTROL_VERSION, Stills, guide_still
from agent.stages.task import Task, input_keys, once_more, safe, task_key
from agent.timeline import Handles, Timeline
from agent.tries import Again
from planners import Line, Plan, Shot


@dataclass(frozen=True)
class Before:
    """The shot before a shot, with its clip."""

    shot: Shot
    clip: Task


@dataclass(frozen=True)
class Clips:
    """Makes the clips' tasks of one film."""

    plan: Plan
    makers: Makers
    line: Timeline
    speech: Mapping[str, Task]
    retries: Mapping[str, Again] = field(default_factory=dict)
    """Further attempts by task."""

    def tasks(self, shot: Shot, stills: Stills, needs: list[Task], before: Before | None) -> list[Task]:
        """A shot's clip as the last, and before it what it needs beside its stills and references.

        Args:
            shot: The shot.
            stills: Its stills.
            needs: References of who is in it.
            before: The shot before it, None for the first.
        """
        makers = self.makers
        if shot.clip:
            return [given_clip_task(self.plan, shot, self.line.handles[shot.id])]
        if shot.keyframe and not makers.starts_from_stills:
            instead = makers.video.partition(":")[0]
            handles = self.line.handles[shot.id]
            return [moving_still_task(self.plan, shot, stills.keyframe, handles, instead=instead)]
        helpers: list[Task] = []
        if makers.video_guided:
            drawn = stills.guide or guide_still(self.plan, shot, makers)
            helpers += [] if stills.guide else [drawn]
            helpers.append(self._guide(shot, drawn))
            helpers += [self._control(shot)] if makers.controls else []
        return [*helpers, self._clip(shot, stills, needs, helpers, before)]

    def _clip(self, shot: Shot, stills: Stills, needs: list[Task], helpers: list[Task], before: Before | None) -> Task:
        guides = [task for task in helpers if task.stage == "shots"]
        spoken, voices = self._spoken(shot)
        tie = self.makers.tie(before.shot, shot) if before else 0.0
        tied = [before.clip] if before and tie else []
        last = [stills.last] if stills.last else []
        inputs = [stills.keyframe, *last, *needs, *voices, *guides, *tied]
        by_kind = {task.id.partition(":")[0]: task.file for task in guides}
        more: dict[str, Any] = {"last": stills.last.record if stills.last else None}
        if before and tie:
            more |= {"before": before.clip.file, "before_last": self._end(before.shot, shot), "tie": tie}
        parts = {"tie": digest([tie, more["before_last"]])} if tied else {}
        return self._task(
            f"shot:{shot.id}",
            shot,
            inputs,
            parts | {"maker": self.makers.video_maker},
            keyframe=stills.keyframe.record,
            references=tuple(task.record for task in needs),
            lines=spoken,
            generator=self.makers.video,
            file=f"04_shots/{safe(shot.id)}.mp4",
            guide=by_kind.get("guide"),
            control=by_kind.get("control"),
            attempts=self.makers.video_attempts,
            looker=self.makers.looker,
            **more,
        )

    def _guide(self, shot: Shot, drawn: Task) -> Task:
        """The same shot by the generator that guides."""
        spoken, voices = self._spoken(shot)
        return self._task(
            f"guide:shot:{shot.id}",
            shot,
            [drawn, *voices],
            {"maker": self.makers.guide_maker},
            keyframe=drawn.record,
            references=(),
            lines=spoken,
            generator=self.makers.guide,
            file=f"04_shots/guides/{safe(shot.id)}.mp4",
        )

    def _control(self, shot: Shot) -> Task:
        """The control file of the guide."""
        spec, handles = guide_spec(self.plan, shot), self.line.handles[shot.id]
        job = ControlJob(
            spec=spec,
            t=None,
            head=handles.head,
            tail=handles.tail,
            generator=self.makers.guide,
            file=f"04_shots/guides/{safe(shot.id)}.control.npz",
        )
        parts = {
            **spec_parts(spec),
            "handles": digest(handles),
            "maker": self.makers.guide_maker,
            "file": digest(CONTROL_VERSION),
        }
        return Task(
            id=f"control:shot:{shot.id}",
            stage="shots",
            label=shot.id,
            file=job.file,
            parts=parts,
            job=job,
            weight=shot.frames / 2,
        )

    def _task(self, name: str, shot: Shot, inputs: list[Task], parts: Mapping[str, str], **job: Any) -> Task:
        handles: Handles = self.line.handles[shot.id]
        whole = {**input_keys(inputs), "handles": digest(handles), **parts}
        again, more = once_more(name, whole, self.retries)
        whole |= more
        made = ShotJob(head=handles.head, tail=handles.tail, key=task_key(whole), again=again, **job)
        return Task(
            id=name,
            stage="shots",
            label=shot.id,
            file=made.file,
            parts=whole,
            job=made,
            deps=tuple(task.id for task in inputs),
            weight=shot.frames,
        )

    def _spoken(self, shot: Shot) -> tuple[tuple[SpokenLine, ...], list[Task]]:
        """What characters say in it, with the tasks of their voices."""
        found = [
            (item, self.speech[f"line:{shot.id}:{index + 1}"]) for index, item in enumerate(shot.lines) if item.speaker
        ]
        return tuple(_said(item, task) for item, task in found), [task for _, task in found]

    def _end(self, before: Shot, shot: Shot) -> int:
        """Number of the frame in the clip before that a shot's clip follows: both show the frames of their join."""
        return self.line.handles[before.id].head + before.frames - 1 - self.line.handles[shot.id].head


def _said(item: Line, task: Task) -> SpokenLine:
    return SpokenLine(speaker=item.speaker or "", start=item.start, record=task.record)
