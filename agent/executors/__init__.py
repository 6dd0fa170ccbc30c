"""Ways to run tasks: on this machine (`local`). Does not know: what tasks make."""

from agent.executors.base import Executor
from agent.executors.local import LocalExecutor
from agent.settings import Settings

__all__ = ["Executor", "open_executor"]


def open_executor(settings: Settings) -> Executor:
    """The executor that the settings name."""
    return LocalExecutor(settings.workers)
