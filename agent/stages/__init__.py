"""What a plan needs made, from what, under which key. Does not know: what is current, how work is scheduled."""

from agent.stages.film import film_tasks
from agent.stages.pictures import picture_tasks
from agent.stages.task import STAGES, Task, graph, safe, task_key
from agent.stages.voices import speech_tasks

__all__ = ["STAGES", "Task", "film_tasks", "graph", "picture_tasks", "safe", "speech_tasks", "task_key"]
