"""`import agent` stays light: no torch, no drawing, no language model, no speech."""

import subprocess
import sys

HEAVY = ("torch", "diffusers", "transformers", "spacy", "skia", "langgraph", "onnxruntime", "scipy.signal", "openai")


def test_importing_agent_loads_nothing_heavy() -> None:
    code = f"import sys, agent; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
