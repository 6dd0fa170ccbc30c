"""A real, small model behind a real server plans a story; skipped with a reason where there is none."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from planners import ChatError, chat_model, check_plan, examine_endpoint, load_story, make_plan

pytestmark = pytest.mark.slow
STORY = "A fox walks along a beach. It finds a red ball and plays with it. Then it falls asleep."


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The address of a server: one that runs already, or llama.cpp with the model file that the environment names."""
    running, file = os.environ.get("STORYREEL_TEST_ENDPOINT"), os.environ.get("STORYREEL_TEST_GGUF")
    if running:
        yield running
        return
    if not file or not os.path.isfile(file):
        pytest.skip("no model: name a GGUF file in STORYREEL_TEST_GGUF, or a server in STORYREEL_TEST_ENDPOINT")
    if find_spec("llama_cpp") is None or find_spec("fastapi") is None:
        pytest.skip("llama.cpp is not here: pip install 'llama-cpp-python[server]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", file, "--port", str(port), "--n_ctx", "8192"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/v1", server)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            server.terminate()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 120
    while time.monotonic() < ends and server.poll() is None:
        try:
            if chat_model("openai:any", endpoint=url).offered():  # type: ignore[attr-defined]
                return
        except ChatError:
            time.sleep(1)
    pytest.fail(f"llama.cpp did not begin to serve (exit code {server.poll()})")


def test_a_real_server_passes_the_conformance_test(served: str) -> None:
    rows = {row.what: row for row in examine_endpoint(served)}
    assert rows["plain answer"].state == "works"
    assert rows["streaming"].state != "fails"


def test_a_real_model_ends_with_a_valid_plan(served: str) -> None:
    model = chat_model("openai:any", endpoint=served).offered()[0]  # type: ignore[attr-defined]
    plan = make_plan(load_story({"story": STORY}), backend=f"openai:{model}", endpoint=served)
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]
    assert "fox" in {entity.attributes.noun for entity in plan.entities.values()}
