"""Artefacts in, scores and joins out. Does not know: plans, who made the clips.

Importing this folder loads no library of pictures; `check_shot` and `check_film` do.
"""

from consistency.api import check_film, check_shot, check_still, footage_of, look_of
from consistency.joins.generative import Bridge
from consistency.light import Steadied, steady
from consistency.smoothing import Join, Side, smooth
from consistency.table import MEASURES, Measure, Threshold, limit_for, measured_on, thresholds
from consistency.values import Box, Footage, Instance, Look, Number, Scores
from consistency.verdicts import LOOKED, Advice, Change, Failure, Verdict, best, judge, seen
from consistency.vision import Held, Looked, Looker, Question, Repair, look, questions, weigh

__all__ = [
    "LOOKED",
    "MEASURES",
    "Advice",
    "Box",
    "Bridge",
    "Change",
    "Failure",
    "Footage",
    "Held",
    "Instance",
    "Join",
    "Look",
    "Looked",
    "Looker",
    "Measure",
    "Number",
    "Question",
    "Repair",
    "Scores",
    "Side",
    "Steadied",
    "Threshold",
    "Verdict",
    "best",
    "check_film",
    "check_shot",
    "check_still",
    "footage_of",
    "judge",
    "limit_for",
    "look",
    "look_of",
    "measured_on",
    "questions",
    "seen",
    "smooth",
    "steady",
    "thresholds",
    "weigh",
]
