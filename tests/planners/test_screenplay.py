"""Fountain and Final Draft scripts arrive in the plan as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from planners import Plan, StoryError, load_story, make_plan

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "fountain"

SCRIPT = """\
Title: The Last Slice
Author: Ada Penn
Style: noir
Duration: 40

INT. DINER - NIGHT

Rain on the windows. FRANK DOYLE, a tired detective in a grey coat, sits alone at the counter. [[A neon sign?]]

The WAITRESS slams down a plate of cherry pie.

WAITRESS
(angry)
Last slice. You were *lucky*.

FRANK
I am never lucky.

The phone RINGS.

VOICE (V.O.)
Don't turn around.

DISSOLVE TO:

/* EXT. DOCKS - DAY

Cut this.
*/

EXT. ALLEY BEHIND THE DINER - CONTINUOUS

= Frank runs for it.

Frank runs down the alley. A BLACK CAT sleeps on a trash can.

FADE OUT.
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    path = tmp_path_factory.mktemp("script") / "slice.fountain"
    path.write_text(SCRIPT, encoding="utf-8")
    return make_plan(load_story(path))


def test_headings_are_the_scenes(plan: Plan) -> None:
    assert [scene.heading for scene in plan.scenes] == [
        "INT. DINER - NIGHT",
        "EXT. ALLEY BEHIND THE DINER - CONTINUOUS",
    ]
    assert [scene.time for scene in plan.scenes] == ["night", "night"], "CONTINUOUS goes on at the same time"
    assert plan.entities[plan.scenes[1].place].name == "alley behind the diner"


def test_every_paragraph_and_every_speech_is_kept_in_order(plan: Plan) -> None:
    assert [shot.text.split(".")[0] for shot in plan.shots] == [
        "Rain on the windows",
        "The WAITRESS slams down a plate of cherry pie",
        "FRANK: I am never lucky",
        "The phone RINGS",
        "Frank runs down the alley",
    ]
    assert not any("Cut this" in shot.text for shot in plan.shots)


def test_lines_have_their_speaker_manner_and_whether_they_are_seen(plan: Plan) -> None:
    lines = [(line.speaker, line.text, line.manner, line.off) for shot in plan.shots for line in shot.lines]
    assert lines == [
        ("waitress", "Last slice. You were lucky.", "angry", False),
        ("frank", "I am never lucky.", "", False),
        ("voice", "Don't turn around.", "", True),
    ]
    assert plan.shots[1].lines[0].emotion == "angry"
    assert not any("voice" in shot.cast for shot in plan.shots), "a voice-over is heard, not seen"


def test_transitions_notes_and_title_page_arrive(plan: Plan) -> None:
    assert [shot.transition.kind for shot in plan.shots] == ["cut", "cut", "cut", "dissolve", "cut"]
    assert plan.shots[0].note == "A neon sign?"
    assert plan.shots[4].note == "Frank runs for it."
    assert (plan.title, plan.author, plan.style, plan.narration) == ("The Last Slice", "Ada Penn", "noir", False)


def test_capitals_of_a_script_are_no_other_people(plan: Plan) -> None:
    seen = {name for shot in plan.shots for name in shot.cast if plan.entities[name].kind == "character"}
    assert seen == {"frank", "waitress", "black_cat"}


def test_a_heading_without_action_is_a_shot_of_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.fountain"
    path.write_text("EXT. HARBOUR - DAWN\n\nINT. KITCHEN - DAY\n\nAda eats.\n", encoding="utf-8")
    made = make_plan(load_story(path))
    assert [(scene.heading, scene.time) for scene in made.scenes] == [
        ("EXT. HARBOUR - DAWN", "dawn"),
        ("INT. KITCHEN - DAY", "day"),
    ]
    assert len(made.shots) == 2


def test_final_draft_files_are_read(tmp_path: Path) -> None:
    rows = [
        ("Scene Heading", "INT. BARN - DAY"),
        ("Action", "A horse eats hay."),
        ("Character", "TOM"),
        ("Dialogue", "Good boy."),
    ]
    body = "".join(f'<Paragraph Type="{kind}"><Text>{text}</Text></Paragraph>' for kind, text in rows)
    path = tmp_path / "barn.fdx"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Version="1">'
        f"<Content>{body}</Content></FinalDraft>",
        encoding="utf-8",
    )
    made = make_plan(load_story(path))
    assert made.scenes[0].heading == "INT. BARN - DAY"
    assert [(line.speaker, line.text) for shot in made.shots for line in shot.lines] == [("tom", "Good boy.")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("INT. ROOM - DAY\n\n/* never closed\n\nBob walks.", "never closed"),
        ("Title: Nothing\n", "no shot"),
    ],
)
def test_what_is_wrong_with_a_script_is_said(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "bad.fountain"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoryError, match=what):
        load_story(path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared screenplay samples are not beside this checkout")
def test_speeches_of_the_sample_scripts_arrive_word_for_word() -> None:
    read = load_story(SHARED / "Character.fountain")
    spoken = [(line.speaker, line.text, line.off) for shot in read.shots or () for line in shot.lines]
    assert ("steel", "The man’s a myth!", False) in spoken
    assert ("mom", "Luke! Come down for supper!", True) in spoken
    assert ("test2", "Proper dual.", False) in spoken
    assert not any("Shouldn't work" in text for _, text, _ in spoken)
