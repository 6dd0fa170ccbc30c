"""What is on disk is used only when it is complete, unchanged and made from the same things."""

from pathlib import Path

import pytest

from agent.fingerprint import file_digest
from agent.store import Record, Store


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
