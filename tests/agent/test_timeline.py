"""The film as data: no gap, no overlap, joins that take no time."""

from hypothesis import given
from hypothesis import strategies as st
from small_plans import make_small_plan

from agent.timeline import timeline
from planners import Plan, Shot, Transition


def with_shots(plan: Plan, rows: list[tuple[int, str, int]]) -> Plan:
    shots = tuple(
        Shot(id=f"s{i}", scene="scene_01", frames=frames, transition=Transition(kind=kind, frames=join))
        for i, (frames, kind, join) in enumerate(rows)
    )
    return plan.model_copy(update={"shots": shots})


def test_small_film(small_plan: Plan) -> None:
    line = timeline(small_plan)
    assert [(p.id, p.kind, p.start, p.frames) for p in line.pieces] == [
        ("shot_001", "body", 0, 36),
        ("shot_002", "body", 36, 21),
        ("shot_002-shot_003", "join", 57, 6),
        ("shot_003", "body", 63, 21),
        ("end_card", "card", 84, 12),
    ]
    assert line.handles["shot_002"].tail == line.handles["shot_003"].head == 3
    assert line.starts == {"shot_001": 0, "shot_002": 36, "shot_003": 60}


ROWS = st.lists(
    st.tuples(st.integers(4, 400), st.sampled_from(["cut", "dissolve", "match"]), st.integers(0, 60)),
    min_size=1,
    max_size=12,
)


@given(ROWS)
def test_pieces_cover_the_film_without_gap_or_overlap(rows: list[tuple[int, str, int]]) -> None:
    plan = with_shots(make_small_plan(), rows)
    line = timeline(plan)
    assert line.frames == plan.frames == sum(row[0] for row in rows) + plan.cards.end
    at = 0
    for piece in line.pieces:
        assert piece.start == at
        assert piece.frames > 0
        at += piece.frames


@given(ROWS)
def test_every_piece_finds_its_frames_in_its_clips(rows: list[tuple[int, str, int]]) -> None:
    plan = with_shots(make_small_plan(), rows)
    line = timeline(plan)
    length = {s.id: line.handles[s.id].head + s.frames + line.handles[s.id].tail for s in plan.shots}
    for piece in line.pieces:
        if piece.kind == "body":
            assert 0 <= piece.first <= piece.first + piece.frames <= length[piece.id]
        if piece.kind == "join":
            a, b = piece.shots
            assert piece.first + piece.frames == length[a]
            assert piece.first_b + piece.frames <= length[b]
