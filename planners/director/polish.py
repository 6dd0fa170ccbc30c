"""Owns polishing of prompts for picture and film models by a language model, without loss and without additions.

Prompt-A-Video: a prompt in the words that its model likes. Everybody and all looks of the plan's own prompt stay, and
nobody and nothing comes in; else the plan's own prompt stands. Does not know: generators.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from planners.backends.rules.beings import ANIMALS, FABLED, PEOPLE
from planners.backends.rules.things import PROPS, VEHICLES
from planners.chat_model import Asker
from planners.director.answers import PolishAnswer
from planners.director.evidence import stem, told, words_of
from planners.errors import ChatError
from planners.plan import Entity, Shot
from planners.prompting import Prompts, profile, token_estimate
from planners.wording import noun_phrase

_FIGURES = frozenset(stem(word) for word in ANIMALS | FABLED | PEOPLE | PROPS | VEHICLES if " " not in word)
_SMALL = frozenset({"a", "an", "the", "with", "and", "of", "in", "wearing"})


def polished(prompts: Prompts, shot: Shot, entities: Mapping[str, Entity], asker: Asker) -> tuple[Prompts, str]:
    """The prompts with a better `text`, and why not when there is none ("" when there is)."""
    wanted = profile(prompts.profile)
    if not prompts.text:
        return prompts, f"{prompts.profile} takes no text"
    try:
        answer = asker.ask(
            "polish",
            {
                "text": prompts.text,
                "model": prompts.profile,
                "form": wanted.form,
                "tokens": wanted.tokens,
                "makes": wanted.makes,
            },
            PolishAnswer,
            check=functools.partial(check_polished, prompts=prompts, shot=shot, entities=entities),
            where=f"prompt of {shot.id} for {prompts.profile}",
        )
    except ChatError as error:
        return prompts, " ".join(str(error).split())[:300]
    return prompts.model_copy(update={"text": answer.text}), ""


def check_polished(answer: PolishAnswer, prompts: Prompts, shot: Shot, entities: Mapping[str, Entity]) -> list[str]:
    """Whether a text keeps everybody with their looks, adds nobody, and fits."""
    have = {stem(word) for word in words_of(answer.text)}
    was = {stem(word) for word in words_of(prompts.text)}
    found = []
    for name in shot.cast:
        entity = entities[name]
        stage = next((track.stage for track in shot.layout if track.entity == name), None)
        needed = {stem(word) for word in words_of(noun_phrase(entity, stage))} - _SMALL
        lost = sorted((needed & was) - have)
        found += [f"{entity.name}: lost {', '.join(lost)}"] if lost else []
    found += [f"{word!r} is new; add nobody and nothing" for word in sorted((have - was) & _FIGURES)]
    found += ["it gives orders; only describe the picture"] if told(answer.text)[1] else []
    tokens, most = token_estimate(answer.text), profile(prompts.profile).tokens
    return [*found, f"about {tokens} tokens; {most} are allowed"] if tokens > most else found
