"""Ways to run tasks: on this machine (`local`). Does not know: what tasks make."""

from agent.executors.local import LocalExecutor

__all__ = ["LocalExecutor"]
