"""What every reading keeps: ids resolve, events and speeches point at sentences, pins win, nothing is silent."""

import pytest

from planners.backends.rules import read
from planners.backends.rules.model import ModelError, verify
from planners.story import Story

TALE = """Once upon a time there was an old miller called Jonas. He had a brown donkey.

One morning, Jonas loaded a heavy sack on the donkey, and they walked to the market. It was raining.

"Are you tired?" asked the miller.

"A little," said the donkey.

Years later, old Jonas sat in the garden. He put on a red hat."""


@pytest.fixture(scope="module")
def tale():
    return read(Story(story=TALE))


def test_every_id_that_is_named_is_an_entity(tale):
    named = {key for s in tale.sentences for key in (*s.present, s.place) if key}
    named |= {key for e in tale.events for key in (*e.agents, *e.patients, *e.instruments)}
    named |= {s.speaker for s in tale.speeches if s.speaker}
    assert named <= set(tale.entities)


def test_events_and_speeches_follow_the_sentences(tale):
    order = [event.sentence for event in tale.events]
    assert order == sorted(order)
    assert len({event.id for event in tale.events}) == len(tale.events)
    assert all(0 <= speech.sentence < len(tale.sentences) for speech in tale.speeches)


def test_a_bare_say_tag_is_not_narrated(tale):
    spoken = [tale.sentences[speech.sentence].narration for speech in tale.speeches]
    assert spoken == ["", ""]


def test_years_and_clothes_make_stages_of_the_same_one(tale):
    jonas = tale.entities["jonas"]
    assert any(own.age == "elder" for own in [jonas.attributes, *jonas.stages.values()])
    last = tale.sentences[-1].stages["jonas"]
    assert ("hat", "red") in {(g.kind, g.color) for g in jonas.stages[last].clothes}


def test_reading_twice_is_the_same(tale):
    assert read(Story(story=TALE)) == tale


def test_pins_win_and_keep_their_ids():
    story = Story.model_validate(
        {
            "story": "Mara walked along the shore. The keeper lifted the lantern.",
            "characters": {"mara": {"description": "an old woman, grey bun, blue coat, lighthouse keeper"}},
            "places": {"north_beach": {"description": "a stony beach"}},
            "props": {"lantern": {"description": "a brass lantern"}},
        }
    )
    reading = read(story)
    mara = reading.entities["mara"]
    assert (mara.attributes.age, mara.attributes.gender, mara.attributes.hair) == ("elder", "female", "bun")
    assert [(g.kind, g.color) for g in mara.attributes.clothes] == [("coat", "blue")]
    assert reading.sentences[0].place == "north_beach"
    assert reading.events[-1].agents == ("mara",)
    assert "lantern" in reading.sentences[1].present


def test_a_shot_list_is_kept_with_its_fields():
    story = Story.model_validate(
        {
            "shots": [
                "Wide: A fox walks along the beach at dusk, left to right.",
                {
                    "action": "The fox looks at the sea. The camera zooms in slowly.",
                    "camera": {"framing": "close up", "angle": "from the moon"},
                    "place": "beach",
                    "weather": "foggy",
                    "transition": "fade",
                    "lines": [{"speaker": "fox", "text": "How grey it is."}],
                },
            ]
        }
    )
    reading = read(story)
    first, second = reading.sentences[0], reading.sentences[-1]
    assert [s.shot for s in reading.sentences] == sorted(s.shot for s in reading.sentences)
    assert first.camera.framing == "wide"
    assert "Wide" not in first.narration
    assert (second.camera.framing, second.camera.move, second.camera.speed) == ("close-up", "zoom in", "slow")
    assert (second.weather, second.transition) == ("fog", "dissolve")
    assert reading.speeches[0].speaker == "fox"
    assert any("from the moon" in note.what for note in reading.notes)
    assert [e.id for e in reading.entities.values() if e.kind == "character"] == ["fox"]


@pytest.mark.parametrize(
    ("language", "text", "nouns"),
    [
        (
            "fr",
            "Le loup et le renard marchaient dans la forêt. Une vieille femme les regardait de sa maison.",
            {"wolf", "fox"},
        ),
        ("zh", "老人和狐狸走进森林。“你好！”狐狸说。", {"fox", "man"}),
        ("de", "Der König und die Königin saßen im Schloss. Ein Hund schlief neben ihnen.", {"king", "queen", "dog"}),
        ("es", "El perro y el gato duermen en la cocina. La abuela abre la puerta.", {"dog", "cat", "grandmother"}),
    ],
)
def test_another_language_is_said_to_be_read_by_simpler_rules(language, text, nouns):
    reading = read(Story(story=text))
    assert reading.language == language
    assert nouns <= {e.attributes.noun for e in reading.entities.values()}
    assert any(note.kind == "downgrade" and note.where == "language" for note in reading.notes)
    assert all(s.narration or reading.speeches_of(s.index) for s in reading.sentences)


def test_a_language_without_a_table_still_reads():
    reading = read(
        Story(story="Kissa nukkuu sohvalla. Liisa ja Matti kävelevät metsässä. Liisa nauraa ja Matti laulaa.")
    )
    assert reading.language != "en"
    assert len(reading.sentences) == 3


def test_a_name_keeps_its_bearer_over_a_long_text():
    reading = read(Story(story="\n\n".join([TALE] * 20)))
    assert len(reading.sentences) > 150
    assert [e.id for e in reading.entities.values() if e.name == "Jonas"] == ["jonas"]


def test_foreign_weights_are_refused(tmp_path):
    (tmp_path / "tok2vec").mkdir()
    (tmp_path / "tok2vec" / "model").write_bytes(b"something else")
    with pytest.raises(ModelError, match="sha256"):
        verify(tmp_path)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Hans und Gretel gingen in den Wald. Sie weinten.", [("go", 2), ("cry", 2)]),
        ("Le chat ne dort pas. Le chien mange une pomme.", [("eat", 1)]),
        ("El lobo quería comer a la niña. La niña corrió a casa.", [("run", 1)]),
    ],
)
def test_verbs_of_other_languages_are_read_where_they_happen(text, deeds):
    reading = read(Story(story=text))
    found = [(event.verb, len(event.agents)) for event in reading.events if event.verb != "be"]
    assert found == deeds


def test_a_language_without_verbs_says_so():
    reading = read(Story(story="狐狸走进了森林。他看见一只鸟。"))
    assert any("not understood" in note.detail for note in reading.notes)
