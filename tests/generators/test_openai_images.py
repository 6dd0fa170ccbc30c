"""Hosted keyframes: what is asked, what is paid, what is kept, and what people are told when it goes wrong."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import skia
from image_server import Answer, ImageServer
from small_plans import make_small_plan

from agent.answers import PictureFolder
from agent.budget import Ledger
from agent.errors import BudgetError
from generators import (
    GenerationFailed,
    Patch,
    RequestRefused,
    Wanted,
    capabilities,
    create,
    make_keyframe,
    make_reference,
    price_of,
    repair_keyframe,
    shot_spec,
)
from generators.base import ImageGenerator
from generators.crops import read_rgb
from generators.patches import mask_of

CANARY = "sk-canary-8f2b6d10aa7744c9"
FIRST = "shot_001"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


def made(server: ImageServer, options: str = "", *, purse: Ledger | None = None, folder: Path | None = None):
    """The backend at a test's server."""
    kept = PictureFolder(folder) if folder else None
    return create(f"openai-images:tiny?endpoint={server.url}{options}", purse=purse, kept=kept)


def still(backend, folder: Path, *, guide: str | None = None, references=(), shot: str = FIRST):
    spec = shot_spec(make_small_plan(), shot)
    return make_keyframe(spec, references, backend=backend, folder=folder, image="k.png", guide=guide)


def guide_of(folder: Path) -> str:
    """A guide that is red on its left and blue on its right."""
    size = make_small_plan().size
    surface = skia.Surface(*size)
    surface.getCanvas().clear(skia.ColorRED)
    half = skia.Rect.MakeXYWH(size[0] / 2, 0, size[0] / 2, size[1])
    surface.getCanvas().drawRect(half, skia.Paint(Color=skia.ColorBLUE))
    (folder / "guide.png").write_bytes(bytes(surface.makeImageSnapshot().encodeToData()))
    return "guide.png"


def test_the_guide_and_the_references_go_along_and_the_prompt_says_which_is_which(tmp_path: Path) -> None:
    plan = make_small_plan()
    cast = [plan.entities[name] for name in shot_spec(plan, FIRST).cast]
    with ImageServer() as server:
        backend = made(server)
        references = tuple(
            make_reference(item, backend=backend, folder=tmp_path, image=f"r{n}.png", style=plan.style, seed=1)
            for n, item in enumerate(cast)
        )
        keyframe = still(backend, tmp_path, guide=guide_of(tmp_path), references=references)
        asked = server.requests[-1]
    assert asked.path == "/v1/images/edits"
    assert [name.partition("-")[0] for name, _ in asked.files] == [str(n + 1) for n in range(len(cast) + 1)]
    assert "Picture 1 is the composition" in asked.fields["prompt"]
    for number, item in enumerate(cast, 2):
        assert f"Picture {number} shows {item.name}" in asked.fields["prompt"]
    picture = skia.Image.open(str(tmp_path / "k.png"))
    assert (picture.width(), picture.height()) == plan.size
    assert keyframe.downgrades == (
        f"openai-images makes 1536x1024, whose middle is cut out in the film's shape and scaled to "
        f"{plan.size[0]}x{plan.size[1]}.",
    )


def test_the_composition_lies_where_the_answer_is_cut(tmp_path: Path) -> None:
    """What a server that changes nothing gives back is the guide itself."""
    from generators.backends.openai_images import pictures

    sent = pictures.padded(tmp_path / guide_of(tmp_path), (1536, 1024))
    pictures.write(sent, tmp_path / "back.png", make_small_plan().size)
    before = skia.Image.open(str(tmp_path / "guide.png")).toarray().astype(int)
    after = skia.Image.open(str(tmp_path / "back.png")).toarray().astype(int)
    assert abs(before - after).mean() < 2


def test_a_region_is_asked_for_with_a_mask_and_only_it_changes(tmp_path: Path) -> None:
    spec = shot_spec(make_small_plan(), FIRST)
    patch = Patch(entity="fox", region=(0.6, 0.5, 0.9, 0.95), words="fully visible")
    with ImageServer() as server:
        backend = made(server, "&price=0.1", purse=(ledger := Ledger(limit=0.15)))
        assert capabilities(f"openai-images:tiny?endpoint={server.url}", ImageGenerator).repairs
        assert backend.capabilities().repairs
        shot = {"backend": backend, "folder": tmp_path, "still": tmp_path / guide_of(tmp_path), "t": 0.5}
        fixed = repair_keyframe(spec, [patch], image="fixed.png", **shot)
        (asked,) = server.requests
        with pytest.raises(BudgetError):
            repair_keyframe(spec, [patch], image="again.png", number=1, **shot)
        assert len(server.requests) == 1
    assert asked.path.endswith("/images/edits")
    assert "fox" in asked.fields["prompt"]
    assert "fully visible" in asked.fields["prompt"]
    files = dict(asked.files)
    mask = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(files["mask.png"])).toarray()
    still = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(files["1-still.png"])).toarray()
    assert mask.shape == still.shape
    clear = mask[..., 3] == 0
    assert 0.1 < clear.mean() < 0.35
    assert not clear[:, : int(0.5 * clear.shape[1])].any()
    before, after = (read_rgb(tmp_path / name) for name in ("guide.png", fixed.image))
    inside = mask_of([patch], spec.size) > 0
    assert (before[~inside] == after[~inside]).all()
    assert (before[inside] != after[inside]).any(axis=1).mean() > 0.9
    assert ledger.usd == pytest.approx(0.1)


def test_what_was_answered_is_not_paid_for_again_by_another_process_with_the_same_folder(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json", limit=1.0)
    with ImageServer() as server:
        for _ in range(2):
            still(made(server, "&price=0.4", purse=ledger, folder=tmp_path / "paid"), tmp_path)
        assert server.paid == 1
        kept = next((tmp_path / "paid").glob("*.picture"))
        kept.write_bytes(b"altered")
        still(made(server, "&price=0.4", purse=ledger, folder=tmp_path / "paid"), tmp_path)
        assert server.paid == 2
    assert ledger.usd == pytest.approx(0.8)


def test_the_budget_stops_before_anything_is_sent(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json", limit=0.5)
    with ImageServer() as server:
        backend = made(server, "&price=0.3", purse=ledger)
        still(backend, tmp_path)
        with pytest.raises(BudgetError, match=r"of the budget of 0\.5000"):
            still(backend, tmp_path, shot="shot_002")
        assert len(server.requests) == 1


def test_what_a_picture_is_said_to_cost_is_what_is_set_aside_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generators.backends.openai_images import models

    held: list[float | None] = []

    class Watched(Ledger):
        def hold(self, usd, *, what):
            held.append(usd)
            return super().hold(usd, what=what)

    plan, spec = make_small_plan(), shot_spec(make_small_plan(), FIRST)
    cast = [plan.entities[name] for name in spec.cast]
    with ImageServer() as server:
        monkeypatch.setattr(models, "hosts", lambda: (server.root.removeprefix("http://"),))
        name = f"openai-images:gpt-image-1-mini?endpoint={server.url}"
        backend = create(name, purse=Watched(tmp_path / "ledger.json"))
        sheets = tuple(
            make_reference(item, backend=backend, folder=tmp_path, image=f"r{n}.png", style=plan.style, seed=1)
            for n, item in enumerate(cast)
        )
        still(backend, tmp_path, guide=guide_of(tmp_path), references=sheets)
        looks = tuple((item, None) for item in cast)
        said = [
            price_of(name, Wanted(kind="reference", size=plan.size, looks=(look,), style=plan.style)) for look in looks
        ]
        said.append(price_of(name, Wanted(kind="still", size=plan.size, spec=spec, looks=looks, guided=True)))
    assert [quote.most for quote in said] == held
    assert all(quote.least is not None and 0 < quote.least < quote.most for quote in said)


def test_list_prices_hold_for_their_own_host_only_and_usage_replaces_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    from generators.backends.openai_images.models import choose
    from generators.backends.openai_images.service import Service

    own = Service(choose("gpt-image-1.5?quality=high"), None, None)
    assert own.choice.most("x" * 1000, 2) == pytest.approx((1000 * 5 + 16000 * 8 + 6240 * 32) / 1e6)
    assert own.choice.usd(200, 646, 6208) == pytest.approx((200 * 5 + 646 * 8 + 6208 * 32) / 1e6)
    other = Service(choose("gpt-image-1.5?endpoint=https://images.example.com/v1"), None, None)
    assert other.choice.most("x", 0) is None
    with pytest.raises(BudgetError, match=r"\?price=USD"), Ledger(limit=1.0).hold(None, what="m"):
        pass
    near = Service(choose("gpt-image-1.5?endpoint=http://192.168.1.7:8080/v1"), None, None)
    assert near.choice.most("x", 0) == 0.0


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (Answer(400, {"message": "Your request was rejected by the safety system.", "code": "moderation_blocked"}),
         RequestRefused, "content policy is against it: change the words"),
        (Answer(404, "The model 'tiny' does not exist"), GenerationFailed, "Is the model's name right"),
        (Answer(429, {"message": "no credit", "code": "insufficient_quota"}), GenerationFailed, "no credit left"),
        (Answer(403, "must be verified"), GenerationFailed, "may not use this model"),
        (Answer(429, "slow down", {"Retry-After": "900"}), GenerationFailed, "Too many requests"),
        (Answer(body={"data": [], "error": None}), GenerationFailed, "sent no picture"),
        (Answer(body={"data": [{"b64_json": "bm8gcGljdHVyZQ=="}]}), GenerationFailed, "no PNG, JPEG or WebP"),
    ],
)  # fmt: skip
def test_every_refusal_says_what_to_do_and_costs_nothing(
    tmp_path: Path, answer: Answer, kind: type[Exception], said: str
) -> None:
    ledger = Ledger(tmp_path / "ledger.json")
    with ImageServer(answer) as server, pytest.raises(kind, match=said):
        still(made(server, "&price=0.3&timeout=5", purse=ledger), tmp_path)
    assert len(server.requests) == 1
    assert ledger.usd == (0.3 if "PNG" in said else 0)


def test_a_rate_limit_is_waited_for_as_long_as_the_server_says(tmp_path: Path) -> None:
    busy = Answer(429, "slow down", {"Retry-After": "0.3"})
    with ImageServer(busy, busy) as server:
        began = time.monotonic()
        still(made(server), tmp_path)
        assert time.monotonic() - began >= 0.6
        assert (len(server.requests), server.paid) == (3, 1)


def test_a_picture_that_does_not_come_in_time_counts_against_the_budget(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json", limit=1.0)
    with (
        ImageServer(Answer(delay=3)) as server,
        pytest.raises(GenerationFailed, match="no picture for shot_001 within 1 s"),
    ):
        still(made(server, "&price=0.3&timeout=1", purse=ledger), tmp_path)
    assert ledger.usd == pytest.approx(0.3)


def test_a_job_is_asked_after_and_not_begun_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.json", limit=1.0)
    with ImageServer(jobs=True) as server:
        slow = made(server, "&price=0.6&timeout=1", purse=ledger, folder=tmp_path / "paid")
        with pytest.raises(GenerationFailed, match=r"still works on shot_001 \(job job/1\)"):
            still(slow, tmp_path)
        server.hold.set()
        still(made(server, "&price=0.6", purse=ledger, folder=tmp_path / "paid"), tmp_path)
        assert server.paid == 1
        assert set(server.polls) == {"job/1"}
    assert ledger.usd == pytest.approx(0.6)


def test_a_job_that_the_server_forgot_is_begun_again(tmp_path: Path) -> None:
    with ImageServer(jobs=True) as server:
        with pytest.raises(GenerationFailed):
            still(made(server, "&timeout=0.5", folder=tmp_path / "paid"), tmp_path)
        server.made.clear()
        server.hold.set()
        still(made(server, folder=tmp_path / "paid"), tmp_path)
        assert server.paid == 2


def test_pictures_by_their_address_are_fetched(tmp_path: Path) -> None:
    with ImageServer(Answer(link=True)) as server:
        still(made(server), tmp_path)
    assert (tmp_path / "k.png").is_file()


def test_keys_reach_the_server_and_nothing_else(tmp_path: Path) -> None:
    with ImageServer(key=CANARY) as server:
        still(made(server, folder=tmp_path / "paid", purse=Ledger(tmp_path / "ledger.json")), tmp_path)
    with ImageServer(key="sk-other-0000000000") as server, pytest.raises(GenerationFailed) as caught:
        still(made(server), tmp_path)
    assert "set OPENAI_API_KEY" in str(caught.value)
    texts = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert CANARY.encode() not in b"".join(texts) + str(caught.value).encode()


def test_without_a_key_and_with_the_network_switched_off_people_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RequestRefused, match=r"STORYREEL_OFFLINE is set: api\.openai\.com is not called"):
        still(create("openai-images"), tmp_path)
    monkeypatch.setenv("STORYREEL_OFFLINE", "0")
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(RequestRefused, match="set OPENAI_API_KEY"):
        still(create("openai-images"), tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("openai-images:m?qualty=low", "known: quality"),
        ("openai-images:m?quality=best", "quality: Input should be"),
        (f"openai-images:{CANARY}", "keys come from OPENAI_API_KEY"),
        ("openai-images:m?endpoint=https://u:secret@x.example/v1", "OPENAI_BASE_URL"),
        (f"openai-images:m?key={CANARY}", "come from the environment"),
    ],
)
def test_wrong_names_are_told_before_anything_starts_and_never_repeat_a_secret(name: str, said: str) -> None:
    with pytest.raises(RequestRefused, match=said) as caught:
        capabilities(name, ImageGenerator)
    assert CANARY not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("model", "film", "size"),
    [
        ("gpt-image-1.5", (1280, 720), (1536, 1024)),
        ("gpt-image-1.5", (720, 1280), (1024, 1536)),
        ("gpt-image-1.5", (900, 900), (1024, 1024)),
        ("gpt-image-2", (1280, 720), (1536, 864)),
        ("gpt-image-2", (720, 1280), (864, 1536)),
        ("gpt-image-2", (4000, 1000), (2000, 672)),
    ],
)
def test_the_size_that_is_asked_for_is_one_that_the_model_makes(
    model: str, film: tuple[int, int], size: tuple[int, int]
) -> None:
    from generators.backends.openai_images.models import choose

    made_size = choose(model).size(film)
    assert made_size == size
    assert max(made_size) / min(made_size) <= 3


def test_the_generators_that_the_page_names_exist_and_its_code_runs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "hosted-models.md").read_text()
    names = [name.strip('"') for name in re.findall(r"--keyframes (\S+)", page)]
    assert len(names) == 3
    for name in names:
        assert capabilities(name, ImageGenerator).name == "openai-images"
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "hosted-models.md", "exec"), {})
