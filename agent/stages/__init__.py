"""What a plan needs made, from what, under which key. Does not know: what is current."""

from agent.stages.film import film_tasks
from agent.stages.makers import Makers, reads_words
from agent.stages.pictures import picture_tasks
from agent.stages.schedule import Schedule
from agent.stages.soundtrack import effects_of
from agent.stages.task import STAGES, Task, check_graph, safe, task_key
from agent.stages.voices import speech_tasks

__all__ = [
    "STAGES",
    "Makers",
    "Schedule",
    "Task",
    "check_graph",
    "effects_of",
    "film_tasks",
    "picture_tasks",
    "reads_words",
    "safe",
    "speech_tasks",
    "task_key",
]
