"""What is on disk is used only when it is complete, unchanged and made from the same things."""

from pathlib import Path

import pytest

from agent.attic import Attic
from agent.fingerprint import file_digest
from agent.store import Record, Store

NAME, RECORD = "03_keyframes/a.png", "03_keyframes/a.json"


def put(store: Store, key: str, parts: dict[str, str]) -> Path:
    path = store.path("03_keyframes/a.png")
    path.write_bytes(b"picture")
    files = {"03_keyframes/a.png": file_digest(path)}
    store.write("03_keyframes/a.json", Record(task="keyframe:a", key=key, parts=parts, files=files))
    return path


def test_status_names_the_cause(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.status("03_keyframes/a.json", "k1", {}).reason == "never made"
    path = put(store, "k1", {"shot": "s1", "style": "x"})
    assert store.status("03_keyframes/a.json", "k1", {"shot": "s1", "style": "x"}).current
    changed = store.status("03_keyframes/a.json", "k2", {"shot": "s2", "style": "x"})
    assert (changed.current, changed.reason) == (False, "changed: shot")
    path.write_bytes(b"other")
    altered = store.status("03_keyframes/a.json", "k1", {})
    assert (altered.current, altered.reason) == (False, "altered on disk: 03_keyframes/a.png")
    path.unlink()
    assert store.status("03_keyframes/a.json", "k1", {}).reason == "missing: 03_keyframes/a.png"


def test_a_damaged_record_counts_as_never_made(tmp_path: Path) -> None:
    store = Store(tmp_path)
    put(store, "k1", {})
    (tmp_path / "03_keyframes/a.json").write_text('{"task": "keyf')
    assert store.status("03_keyframes/a.json", "k1", {}).reason == "never made"


def test_nothing_is_written_outside_the_run_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leaves the run folder"):
        Store(tmp_path / "run").path("../elsewhere.png")


def test_what_is_set_aside_comes_back_whole_and_only_for_its_own_key(tmp_path: Path) -> None:
    store = Store(tmp_path)
    attic = Attic(store)
    path = put(store, "k1", {"shot": "s1"})
    assert attic.set_aside(RECORD) is not None
    assert not path.exists()
    assert attic.restore(RECORD, "k2") is None
    path.write_bytes(b"another")
    store.write(RECORD, Record(task="keyframe:a", key="k2", parts={}, files={NAME: file_digest(path)}))
    restored = attic.restore(RECORD, "k1")
    assert restored is not None
    assert path.read_bytes() == b"picture"
    assert store.status(RECORD, "k1", {}).current
    assert [record.key for record in attic.kept(RECORD)] == ["k2"]


def test_what_was_changed_by_hand_is_never_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    attic = Attic(store)
    for words in (b"mine", b"mine too"):
        path = put(store, "k1", {})
        path.write_bytes(words)
        attic.set_aside(RECORD)
    kept = sorted(path.read_bytes() for path in (tmp_path / ".kept").rglob("*.png"))
    assert kept == [b"mine", b"mine too"]
    assert all(record.data["by_hand"] for record in attic.kept(RECORD))
    assert attic.restore(RECORD, "k1") is None


def test_a_damaged_file_is_not_brought_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    attic = Attic(store)
    put(store, "k1", {})
    attic.set_aside(RECORD)
    attic.file(RECORD, "k1", NAME).write_bytes(b"half")
    assert attic.restore(RECORD, "k1") is None
