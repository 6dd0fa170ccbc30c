"""A server on this machine that speaks OpenAI's chat protocol over real sockets, well or badly, as a test wants it."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass
class Reply:
    """How one request is answered."""

    text: str = "{}"
    status: int = 200
    error: str | Body = ""
    headers: dict[str, str] = field(default_factory=dict)
    finish: str | None = "stop"
    usage: tuple[int, int] | None = (11, 7)
    delay: float = 0.0
    """Seconds before the first byte."""
    pause: float = 0.0
    """Seconds between two pieces of a stream."""
    cut: int | None = None
    """The connection ends after so many pieces of a stream."""
    raw: bytes | None = None
    """Sent as it is, in place of an answer."""
    kind: str = "text/html"
    """Content type of `raw`."""


@dataclass
class Traits:
    """What a server takes; it answers 400 to the rest, in the words of well-known servers."""

    schema: bool = True
    json_object: bool = True
    stream: bool = True
    stream_usage: bool = True
    temperature: bool = True
    seed: bool = True
    system: bool = True
    limit: str | None = None
    most_tokens: int | None = None
    silent: bool = False
    """Refuses without saying what it does not take."""
    key: str | None = None
    models: tuple[str, ...] = ("tiny", "tiny-instruct", "other")


def refusal(body: Body, traits: Traits) -> str:
    """What a server with these traits has against a request."""
    form = body.get("response_format", {}).get("type")
    asked = body.get("max_tokens", body.get("max_completion_tokens", 0))
    rows = (
        (not traits.schema and form == "json_schema", "'response_format.type' must be 'text' or 'json_object'"),
        (not traits.json_object and form == "json_object", "response_format is not supported by this model"),
        (not traits.stream_usage and "stream_options" in body, "Unrecognized request argument: stream_options"),
        (not traits.stream and body.get("stream"), "streaming is not supported"),
        (not traits.temperature and "temperature" in body, "Unsupported value: 'temperature' does not support 0.2"),
        (not traits.seed and "seed" in body, "unknown field: seed"),
        (not traits.system and body["messages"][0]["role"] == "system", "System role not supported"),
        (
            traits.limit is not None and {"max_tokens", "max_completion_tokens"} & set(body) - {traits.limit},
            f"Unsupported parameter: 'max_tokens' or so. Use '{traits.limit}' instead.",
        ),
        (traits.most_tokens and asked > traits.most_tokens, f"max_tokens is too large: at most {traits.most_tokens}"),
    )
    return next((words for wrong, words in rows if wrong), "")


class ChatServer:
    """`with ChatServer(Reply(...), Reply(...)) as server:` answers one request with each, then echoes nothing new."""

    def __init__(self, *replies: Reply, traits: Traits | None = None, answer: Callable[[Body], Reply] | None = None):
        self.traits = traits or Traits()
        self.replies, self.answer = deque(replies), answer or (lambda body: Reply())
        self.requests: list[Body] = []
        self.keys: list[str] = []
        self._lock = threading.Lock()
        self._http = Quiet(("127.0.0.1", 0), Handler)
        self._http.owner = self
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def __enter__(self) -> ChatServer:
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def take(self, body: Body, key: str) -> Reply:
        """The answer to a request."""
        with self._lock:
            self.requests.append(body)
            self.keys.append(key)
            if self.traits.key is not None and key != f"Bearer {self.traits.key}":
                return Reply(status=401, error=f"Incorrect API key provided: {key.removeprefix('Bearer ')}.")
            if body.get("model") not in self.traits.models:
                error = {"message": f"model '{body.get('model')}' not found", "code": "model_not_found"}
                return Reply(status=404, error=error)
            wrong = refusal(body, self.traits)
            if wrong:
                return Reply(status=400, error="Bad Request" if self.traits.silent else wrong)
            return self.replies.popleft() if self.replies else self.answer(body)


class Quiet(ThreadingHTTPServer):
    """Clients that hang up are no news."""

    owner: ChatServer

    def handle_error(self, *_: object) -> None:
        """Silent."""


class Handler(BaseHTTPRequestHandler):
    """One connection; the `ChatServer` is the owner of its server."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Silent."""

    def do_GET(self) -> None:
        rows = [
            {"id": name, "object": "model", "created": 0, "owned_by": "x"} for name in self.server.owner.traits.models
        ]
        self._send(200, json.dumps({"object": "list", "data": rows}).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        reply = self.server.owner.take(body, self.headers.get("Authorization", ""))
        time.sleep(reply.delay)
        if reply.raw is not None:
            self._send(reply.status, reply.raw, reply.kind)
        elif reply.status != 200:
            error = reply.error if isinstance(reply.error, dict) else {"message": reply.error}
            self._send(reply.status, json.dumps({"error": error}).encode(), extra=reply.headers)
        elif body.get("stream"):
            self._stream(reply, "stream_options" in body)
        else:
            self._send(200, json.dumps(_whole(reply)).encode())

    def _send(
        self, status: int, data: bytes, kind: str = "application/json", extra: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **(extra or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, reply: Reply, usage: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, part in enumerate(_pieces(reply, usage)):
            if number == reply.cut:
                self.close_connection = True
                self.connection.close()
                return
            data = f"data: {part}\n\n".encode()
            try:
                self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            except OSError:
                return
            time.sleep(reply.pause)
        self.wfile.write(b"0\r\n\r\n")


def _pieces(reply: Reply, usage: bool) -> Iterator[str]:
    def part(choices: list[Body], **more: object) -> str:
        row = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "tiny-1", "choices": choices}
        return json.dumps(row | more)

    for start in range(0, len(reply.text), 9):
        delta = {"role": "assistant", "content": reply.text[start : start + 9]}
        yield part([{"index": 0, "delta": delta, "finish_reason": None}])
    if reply.finish is not None:
        yield part([{"index": 0, "delta": {}, "finish_reason": reply.finish}])
    if usage and reply.usage:
        yield part([], usage=_usage(reply.usage))
    yield "[DONE]"


def _whole(reply: Reply) -> Body:
    message = {"role": "assistant", "content": reply.text}
    row: Body = {"id": "c", "object": "chat.completion", "created": 0, "model": "tiny-1"}
    row["choices"] = [{"index": 0, "message": message, "finish_reason": reply.finish}]
    return row | ({"usage": _usage(reply.usage)} if reply.usage else {})


def _usage(pair: tuple[int, int]) -> Body:
    return {"prompt_tokens": pair[0], "completion_tokens": pair[1], "total_tokens": sum(pair)}
