"""Owns the check-up of this machine: what is there, what is missing, what to install.

Does not know: how any of it is used.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from importlib.util import find_spec

from pydantic import BaseModel, ConfigDict

from agent.fonts import folders
from agent.models import model_rows, price_rows
from agent.sound.speech import available_engines
from generators import ModelNeed, available, ffmpeg_exe
from planners import planner_status


class Finding(BaseModel):
    """One thing that was looked at."""

    model_config = ConfigDict(frozen=True)

    what: str
    works: bool
    found: str
    advice: str = ""
    optional: bool = False
    model: ModelNeed | None = None
    """The model that was looked for, with where its figures come from."""


def check_up() -> list[Finding]:
    """Look at everything a film needs, and at what would make more possible."""
    return [
        _python(),
        _ffmpeg(),
        _drawing(),
        _planner(),
        _model_planner(),
        _hosted_pictures(),
        *_voices(),
        _fonts(),
        _disk(),
        *_extras(),
        _generators(),
        *_models(),
        *_prices(),
    ]


def _python() -> Finding:
    good = (3, 11) <= sys.version_info[:2] < (3, 14)
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    return Finding(what="Python 3.11 - 3.13", works=good, found=found, advice="install Python 3.11, 3.12 or 3.13")


def _ffmpeg() -> Finding:
    try:
        done = subprocess.run([ffmpeg_exe(), "-hide_banner", "-filters"], capture_output=True, text=True, check=False)
        missing = [name for name in ("xfade", "ass", "tile") if f" {name} " not in done.stdout]
    except (OSError, RuntimeError) as error:
        return Finding(what="ffmpeg", works=False, found=str(error), advice="pip install imageio-ffmpeg")
    found = ffmpeg_exe() if not missing else f"{ffmpeg_exe()} without {', '.join(missing)}"
    return Finding(
        what="ffmpeg", works=not missing, found=found, advice="unset IMAGEIO_FFMPEG_EXE to use the bundled one"
    )


def _drawing() -> Finding:
    there = find_spec("skia") is not None
    return Finding(
        what="drawing (skia)", works=there, found="ready" if there else "missing", advice="pip install skia-python"
    )


def _planner() -> Finding:
    works, found = planner_status("rules")
    return Finding(what="planner rules", works=works, found=found, advice="pip install --force-reinstall storyreel")


def _model_planner() -> Finding:
    server = os.environ.get("OPENAI_BASE_URL")
    key = bool(os.environ.get("OPENAI_API_KEY"))
    found = f"{'a server' if server else 'OpenAI'} is named, {'with' if key else 'without'} a key"
    return Finding(
        what="planner openai:MODEL",
        works=bool(server or key),
        found=found if server or key else "no key and no server (not needed for the rules)",
        advice="set OPENAI_API_KEY, or OPENAI_BASE_URL; `storyreel doctor --endpoint URL` tests a server",
        optional=True,
    )


def _hosted_pictures() -> Finding:
    server = os.environ.get("OPENAI_BASE_URL")
    key = bool(os.environ.get("OPENAI_API_KEY"))
    found = f"{'a server' if server else 'OpenAI'} is named, {'with' if key else 'without'} a key"
    return Finding(
        what="keyframes openai-images:MODEL",
        works=bool(server or key),
        found=found if server or key else "no key and no server (not needed for the animatic)",
        advice="set OPENAI_API_KEY, or OPENAI_BASE_URL; docs/hosted-models.md says more",
        optional=True,
    )


def _voices() -> list[Finding]:
    return [
        Finding(what=f"voice {name}", works=found.startswith("ready"), found=found, advice=found, optional=True)
        for name, found in available_engines().items()
    ]


def _fonts() -> Finding:
    found = folders()
    return Finding(what="caption fonts", works=len(found) == 3, found=f"{len(found)} of 3 packages", optional=True)


def _disk() -> Finding:
    free = shutil.disk_usage(".").free / 1e9
    return Finding(
        what="disk space here",
        works=free > 1,
        found=f"{free:.1f} GB free",
        advice="a minute of film needs about 0.1 GB",
    )


def _extras() -> list[Finding]:
    rows = (("diffusion models", "torch", "diffusion"), ("several machines", "ray", "ray"))
    return [
        Finding(
            what=what,
            works=find_spec(module) is not None,
            found="installed" if find_spec(module) else "not installed (not needed for the animatic)",
            advice=f"pip install storyreel[{extra}]",
            optional=True,
        )
        for what, module, extra in rows
    ]


def _generators() -> Finding:
    return Finding(what="generators", works=True, found=", ".join(available()))


def _models() -> list[Finding]:
    return [
        Finding(
            what=f"{row.generator}: {row.need.role}",
            works=row.need.cached,
            found=row.text,
            advice=f"storyreel fetch {row.generator}",
            optional=True,
            model=row.need,
        )
        for row in model_rows()
    ]


def _prices() -> list[Finding]:
    return [
        Finding(
            what=f"price {row.listed.model}",
            works=row.good,
            found=row.text,
            advice=f"check {row.listed.source}",
            optional=True,
        )
        for row in price_rows()
    ]
