"""Owns which generator makes what in a run, and what each needs beside the plan: guides, stills of set moments, ties.

Asked once, from data; nothing is loaded. Does not know: tasks, files, how anything is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from agent.jobs import LookerOf
from agent.settings import Settings
from generators import Capabilities, ImageGenerator, RequestRefused, VideoGenerator, capabilities, pays
from planners import Plan, Shot

WRITER = "animatic"
"""Draws cards and the title when neither the shots' generator nor their guide can."""
TIES: Mapping[str, float] = {"smooth": 0.5, "reset": 0.8, "generative": 0.8}
"""How strongly a shot is held to the one before, by the kind of the transition between them; others: not at all."""
LEARNED_ATTEMPTS = 2
"""How often learned generators make a still or clip at most, where the settings do not say."""
GOES_ON = 1.0
"""The same for a shot that goes on with the take before it."""


class Makers:
    """The generators in use."""

    def __init__(self, settings: Settings) -> None:
        self._image = capabilities(settings.keyframes, ImageGenerator)
        self._video = capabilities(settings.shots, VideoGenerator)
        self.image, self.video, self.guide = settings.keyframes, settings.shots, settings.guide
        self.image_maker, self.video_maker = _maker(self._image), _maker(self._video)
        self.image_guided, self.video_guided = self._image.guided, self._video.guided
        self.words = reads_words(self._image) or reads_words(self._video)
        """Whether anything is made from words, so that it matters how a shot is told."""
        guided = self.image_guided or self.video_guided
        shown = capabilities(settings.guide, VideoGenerator) if guided else self._video
        self.guide_maker = _maker(shown)
        self.controls = guided and shown.makes_controls
        """Whether guides come with control files."""
        self.lettered = self._video.lettering
        """Whether the shots' generator draws the title itself."""
        self.writer = settings.shots if self.lettered else settings.guide
        writer = self._video if self.lettered else capabilities(self.writer, VideoGenerator)
        if not writer.lettering:
            self.writer, writer = WRITER, capabilities(WRITER, VideoGenerator)
        self.writer_maker = _maker(writer)
        self._control = settings.control
        self.image_attempts, self.video_attempts = (_attempts(name, settings) for name in (self.image, self.video))
        """How often a still and a clip are made at most."""
        self.looker = (
            LookerOf(model=settings.looker, endpoint=settings.endpoint, prices=settings.prices)
            if settings.looker
            else None
        )

    @property
    def first(self) -> float | None:
        """The moment that every shot's still must show; None: the most telling one."""
        return 0.0 if self._video.first_frame and not self._video.any_frame else None

    @property
    def starts_from_still(self) -> bool:
        """Whether a clip has its looks from its still, not from a guide."""
        return (self._video.first_frame or self._video.any_frame) and not self._video.guided

    @property
    def image_learned(self) -> bool:
        """Whether stills are made by a model, so that another attempt is another picture."""
        return not _drawn(self.image)

    @property
    def video_learned(self) -> bool:
        """The same for clips."""
        return not _drawn(self.video)

    @property
    def last(self) -> bool:
        """Whether shots need a still of their last moment too."""
        return self._video.last_frame

    @property
    def starts_from_stills(self) -> bool:
        """Whether the shots' generator makes a shot of its still, so that the user's own one shows in it."""
        return self._video.first_frame or self._video.any_frame

    def tie(self, before: Shot, shot: Shot) -> float:
        """How strongly a shot is held to the end of the one before it: 0 not at all, 1 wholly."""
        if not self._video.continues:
            return 0.0
        return GOES_ON if shot.continues else TIES.get(before.transition.kind, 0.0)

    def controlled(self, shot: Shot) -> Shot:
        """A shot as learned generators get it: with its own strength of control, else that of the run."""
        return shot if shot.control is not None else shot.model_copy(update={"control": self._control})

    def check(self, plan: Plan) -> None:
        """See that the generators can make this film, before anything is made.

        Raises:
            RequestRefused: they cannot make its size, its rate, or one of its shots.
        """
        longest = max(shot.frames for shot in plan.shots)
        for able in (self._image, self._video):
            (least, most), (slow, quick) = (able.min_size, able.max_size), able.fps
            if not all(low <= side <= high for low, side, high in zip(least, plan.size, most, strict=True)):
                raise RequestRefused(
                    f"{able.name} cannot make {plan.size[0]}x{plan.size[1]}: from {least[0]}x{least[1]}"
                    f" to {most[0]}x{most[1]} is possible"
                )
            if not slow <= plan.fps <= quick:
                raise RequestRefused(f"{able.name} cannot make {plan.fps} fps: {slow} to {quick} are possible")
            if able.max_frames is not None and longest > able.max_frames:
                raise RequestRefused(f"{able.name} makes shots of up to {able.max_frames} frames; one has {longest}")


def reads_words(able: Capabilities) -> bool:
    """Whether a generator follows the words of a prompt."""
    return "emphasis" in able.heeds


def _attempts(name: str, settings: Settings) -> int:
    usual = 1 if _drawn(name) or pays(name) else LEARNED_ATTEMPTS
    return settings.attempts or usual


def _drawn(name: str) -> bool:
    return name.partition(":")[0] == WRITER


def _maker(able: Capabilities) -> str:
    return f"{able.name}@{able.version}"
