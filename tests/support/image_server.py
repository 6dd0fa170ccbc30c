"""A server on this machine that speaks OpenAI's image protocol over real sockets, well or badly, as a test wants it."""

from __future__ import annotations

import base64
import email.parser
import email.policy
import json
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import skia

COLORS = (skia.ColorRED, skia.ColorGREEN, skia.ColorBLUE, skia.ColorYELLOW, skia.ColorCYAN, skia.ColorMAGENTA)


def png(size: tuple[int, int], color: int) -> bytes:
    """A picture of one colour."""
    surface = skia.Surface(*size)
    surface.getCanvas().clear(color)
    return bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kPNG, 100))


@dataclass
class Answer:
    """How one request is answered."""

    status: int = 200
    error: dict[str, Any] | str = ""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    body: dict[str, Any] | None = None
    """Sent as it is in place of a picture."""
    usage: tuple[int, int, int] | None = (100, 300, 1000)
    """Text, picture and output tokens."""
    link: bool = False
    """The picture is told by its address."""


@dataclass
class Request:
    """One request as it came."""

    path: str
    fields: dict[str, str]
    files: list[tuple[str, bytes]]
    key: str


class ImageServer:
    """`with ImageServer(Answer(...), ...) as server:` answers one request with each, then makes pictures."""

    def __init__(
        self,
        *answers: Answer,
        key: str | None = None,
        jobs: bool = False,
        each: Answer | None = None,
        together: int = 0,
    ) -> None:
        """`together`: so many first pictures are answered when all of them have been asked for, or after a minute."""
        self.answers, self.key, self.jobs, self.each = deque(answers), key, jobs, each or Answer()
        self.hold = threading.Event()
        """Jobs are under way until it is set."""
        self.requests: list[Request] = []
        self.polls: list[str] = []
        self.made: dict[str, dict[str, Any]] = {}
        self.paid = 0
        """Pictures that were begun, which a real server would charge for."""
        self.most_at_once = 0
        self._now = 0
        self._together, self._met = together, threading.Condition()
        self._lock = threading.Lock()
        self._http = _Quiet(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._http.daemon_threads = True
        self.root = f"http://127.0.0.1:{self._http.server_address[1]}"
        self.url = f"{self.root}/v1"

    def __enter__(self) -> ImageServer:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hold.set()
        self._http.shutdown()
        self._http.server_close()

    def take(self, request: Request) -> tuple[Answer, dict[str, Any]]:
        """The answer to a request, and its body."""
        with self._lock:
            self.requests.append(request)
            if self.key is not None and request.key != f"Bearer {self.key}":
                given = request.key.removeprefix("Bearer ")
                return Answer(status=401, error=f"Incorrect API key provided: {given}."), {}
            answer = self.answers.popleft() if self.answers else self.each
            if answer.status != 200 or answer.body is not None:
                return answer, answer.body or {}
            self.paid += 1
            number = self.paid
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
            body = self._picture(request, answer)
            if self.jobs:
                job = f"job/{self.paid}"
                self.made[job] = body
                body = {"id": job, "status": "queued"}
        self._meet(number)
        time.sleep(answer.delay)
        with self._lock:
            self._now -= 1
        return answer, body

    def _meet(self, number: int) -> None:
        with self._met:
            self._met.notify_all()
            if number <= self._together:
                self._met.wait_for(lambda: self.paid >= self._together, timeout=60)

    def _picture(self, request: Request, answer: Answer) -> dict[str, Any]:
        width, height = (int(side) for side in request.fields["size"].split("x"))
        data = png((width, height), COLORS[self.paid % len(COLORS)])
        self.made[f"picture-{self.paid}"] = {"data": data}
        told = f"{self.root}/pictures/picture-{self.paid}" if answer.link else base64.b64encode(data).decode()
        body: dict[str, Any] = {"created": 1, "data": [{"url" if answer.link else "b64_json": told}]}
        if answer.usage:
            text, sent, made = answer.usage
            body["usage"] = {
                "input_tokens": text + sent,
                "input_tokens_details": {"text_tokens": text, "image_tokens": sent},
                "output_tokens": made,
                "total_tokens": text + sent + made,
            }
        return body

    def state(self, job: str) -> dict[str, Any] | None:
        """What is told of a job; None when there is none."""
        self.polls.append(job)
        if job not in self.made:
            return None
        return {"id": job, "status": "completed", **self.made[job]} if self.hold.is_set() else {"status": "in_progress"}


class _Quiet(ThreadingHTTPServer):
    owner: ImageServer

    def handle_error(self, *_: object) -> None:
        """Clients that hang up are no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Quiet

    def log_message(self, *_: object) -> None:
        """Silent."""

    def do_GET(self) -> None:
        owner = self.server.owner
        if self.path.startswith("/pictures/"):
            self._send(200, owner.made[self.path.rsplit("/", 1)[1]]["data"], {"Content-Type": "image/png"})
            return
        found = owner.state(self.path.rsplit("/", 1)[1].replace("%2F", "/"))
        error = {"error": {"message": "no such job"}}
        self._send(200 if found else 404, json.dumps(found or error).encode(), {})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        fields, files = _parts(self.headers["Content-Type"], raw)
        request = Request(self.path, fields, files, self.headers.get("Authorization", ""))
        answer, body = self.server.owner.take(request)
        if answer.status != 200:
            error = answer.error if isinstance(answer.error, dict) else {"message": answer.error}
            body = {"error": error}
        self._send(answer.status, json.dumps(body).encode(), answer.headers)

    def _send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def _parts(kind: str, raw: bytes) -> tuple[dict[str, str], list[tuple[str, bytes]]]:
    if kind.startswith("application/json"):
        return {name: str(value) for name, value in json.loads(raw).items()}, []
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        f"Content-Type: {kind}\r\n\r\n".encode() + raw
    )
    fields, files = {}, []
    for part in message.iter_parts():
        data = part.get_payload(decode=True)
        if part.get_filename():
            files.append((str(part.get_filename()), data))
        else:
            fields[str(part.get_param("name", header="content-disposition"))] = data.decode()
    return fields, files
