"""Change a film from Python: everything that can be said in `storyreel chat` is a call.

    python examples/edit_a_film.py [RUN_FOLDER]

Every table row of docs/python.md is one of these calls.
"""

from __future__ import annotations

import sys

from agent import Film, StoryAgent
from agent.edits import Redescribe, Restage, Retime, SetCamera, SetLight, SetTransition
from agent.spans import dollars, times

STORY = {
    "title": "Two Friends",
    "size": [320, 180],
    "fps": 12,
    "narration": False,
    "music": False,
    "shots": [
        {"action": "A red fox walks through the meadow at dusk.", "duration": 1.5},
        {"action": "A girl in a yellow coat waves to the fox.", "duration": 1.5},
        {"action": "Close-up: the girl smiles.", "duration": 1},
    ],
}


def main(folder: str) -> Film:
    """Make a film, look at it, change it, take several takes, and go back."""
    agent = StoryAgent(voice="none")
    before = agent.estimate(STORY, out=folder)  # no model is loaded, no call is made
    print(f"{before.title}: costs {dollars(before.usd)}, takes {times(before.seconds)}")
    film = agent.make(STORY, out=folder)
    print(film.board.text())

    # What an edit would do, then the edit; only what depends on it is made again.
    first, second, third = (shot.id for shot in film.plan.shots)
    night = SetLight(shots=(first,), time="night", weather="fog")
    seen = film.preview(night)
    print("\n".join(seen.lines), "->", seen.outlook.sentence())
    film = film.edit(night, SetTransition(shots=(first,), kind="dissolve"))
    print("made:", ", ".join(film.made))

    # The same in words; then several edits that are made together.
    film = agent.revise(film, "make shot 2 half a second longer")
    girl = next(name for name, entity in film.plan.entities.items() if "girl" in entity.attributes.noun)
    film = film.edit(Redescribe(entity=girl, description="a girl in a green coat"), make=False)
    film = film.edit(Retime(shots=(third,), seconds=1.5), SetCamera(shots=(third,), move="zoom in"), make=False)
    film = film.render()
    print("why:", film.why(third)[0])

    # Takes of a shot beside the film: pick one, the others stay.
    for take in film.takes(second, count=2, vary="layout"):
        print(f"take {take.number}: {take.differs}, {take.scores}")
    film = film.pick(second, 2, make=False)
    film = film.edit(Restage(shots=(first,), way="farther"), make=False)

    # A branch to try something, and back; every version is kept.
    film = film.branch("what if").edit(SetLight(shots=(second, third), weather="snow"), make=False)
    film = film.switch("main", make=False)
    film = film.undo(make=False).redo()
    for version in film.history.versions():
        print(version.number, version.words)

    print("for an editing program:", film.export("otio").files[0])
    print("the page:", film.storyboard)
    return film


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "runs/edited")
