"""Ways to run tasks: on this machine (`local`) or on a cluster (`ray`). Does not know: what tasks make."""

from collections.abc import Callable, Mapping

from agent.errors import WrongSetting
from agent.executors.base import Executor
from agent.executors.local import ProcessWorker
from agent.executors.ray import RayExecutor
from agent.settings import Settings
from generators import ImageGenerator, VideoGenerator, capabilities, require

__all__ = ["EXECUTORS", "Executor", "fills_machine", "open_executor"]


def _local(workers: int) -> Executor:
    return Executor(workers, ProcessWorker)


EXECUTORS: Mapping[str, Callable[[int], Executor]] = {"local": _local, "ray": RayExecutor}


def open_executor(settings: Settings) -> Executor:
    """The executor that the settings name; nothing is started yet. A generator that fills the machine has one worker.

    Raises:
        WrongSetting: there is no such executor.
        MissingExtra: what it needs is not installed.
        GeneratorError: there is no such generator, or what it needs is not installed.
    """
    if settings.executor not in EXECUTORS:
        raise WrongSetting(f"there is no executor {settings.executor!r}; known are: {', '.join(EXECUTORS)}")
    for name in (settings.keyframes, settings.shots, settings.guide):
        require(name)
    return EXECUTORS[settings.executor](1 if fills_machine(settings) else settings.workers)


def fills_machine(settings: Settings) -> bool:
    """Whether a generator of the settings lets nothing run beside it.

    Raises:
        UnknownGenerator: there is no such generator.
    """
    able = (capabilities(settings.keyframes, ImageGenerator), capabilities(settings.shots, VideoGenerator))
    return any(item.exclusive for item in able)
