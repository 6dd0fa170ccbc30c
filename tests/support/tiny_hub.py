"""A model hub on this machine: as much of the hub's protocol as huggingface_hub needs to download a repository."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMMIT = "89abcdef0123456789abcdef0123456789abcdef"
"""The only commit that every repository has."""


class Hub(BaseHTTPRequestHandler):
    """Serves `folder/OWNER/REPOSITORY`, and notes every file that is asked for."""

    folder: Path
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def log_message(self, form: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self, *, body: bool) -> None:
        parts = unquote(urlsplit(self.path).path).strip("/").split("/")
        if parts[:2] == ["api", "models"]:
            self._tell(parts[2:], body=body)
        elif len(parts) > 4 and parts[2] == "resolve" and parts[3] == COMMIT:
            self._file("/".join(parts[:2]), "/".join(parts[4:]), body=body)
        else:
            self._send(404, b"", {"X-Error-Code": "RevisionNotFound"}, body=body)

    def _tell(self, parts: list[str], *, body: bool) -> None:
        place, rest = self.folder / "/".join(parts[:2]), parts[2:]
        if not place.is_dir() or (rest[:1] in (["revision"], ["tree"]) and rest[1] not in (COMMIT, "main")):
            code = "RepoNotFound" if not place.is_dir() else "RevisionNotFound"
            self._send(404, b"{}", {"X-Error-Code": code}, body=body)
            return
        files = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
        if rest[:1] == ["tree"]:
            told: object = [
                {"type": "file", "path": name, "size": (place / name).stat().st_size, "oid": _mark(place / name)}
                for name in files
            ]
        else:
            told = {"id": "/".join(parts[:2]), "sha": COMMIT, "siblings": [{"rfilename": name} for name in files]}
        self._send(200, json.dumps(told).encode(), {"Content-Type": "application/json"}, body=body)

    def _file(self, repository: str, name: str, *, body: bool) -> None:
        path = self.folder / repository / name
        if not path.is_file():
            self._send(404, b"", {"X-Error-Code": "EntryNotFound"}, body=body)
            return
        self.asked.append(f"{repository}/{name}")
        headers = {"ETag": f'"{_mark(path)}"', "X-Repo-Commit": COMMIT}
        self._send(200, path.read_bytes(), headers, body=body)

    def _send(self, code: int, content: bytes, headers: dict[str, str], *, body: bool) -> None:
        self.send_response(code)
        for key, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(key, value)
        self.end_headers()
        if body:
            self.wfile.write(content)


@contextmanager
def hub_of(folder: Path, asked: list[str]) -> Iterator[str]:
    """Serve `folder/OWNER/REPOSITORY`; its address. Every file that is asked for is noted in `asked`."""
    served = type("Served", (Hub,), {"folder": folder, "asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), served)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _mark(path: Path) -> str:
    return hashlib.sha1(path.read_bytes()).hexdigest()
