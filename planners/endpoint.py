"""Owns where a server is and what may be said of it: base URL, host, key, whether it is on this machine or network.

Does not know: the protocol.
"""

from __future__ import annotations

import base64
import ipaddress
import os
import re
from urllib.parse import unquote, urlsplit, urlunsplit

from planners.errors import ChatError

DEFAULT_URL = "https://api.openai.com/v1"
OPENAI_HOST = "api.openai.com"
KEYLESS = "none"
"""Sent as the key to servers that need none."""
_SECRETS = re.compile(
    r"\b(?:sk|pk|rk|gsk|xai|hf|key|api)[-_][A-Za-z0-9_\-*]{8,}|(?i:bearer|basic)\s+\S+|(?<=://)[^/\s@]+:[^/\s@]+@"
)


class Endpoint:
    """One server. Its key is never part of what it says of itself."""

    __slots__ = ("_key", "_login", "host", "local", "loopback", "url")

    def __init__(self, url: str, key: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ChatError(f"the endpoint must be a URL like http://localhost:8080/v1, not {self._plain(url)!r}")
        name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        self.host = name if parts.port is None else f"{name}:{parts.port}"
        self.url = urlunsplit((parts.scheme, self.host, parts.path.rstrip("/"), "", ""))
        """Without user and password, which libraries would log."""
        self.loopback, self.local = _nearness(parts.hostname)
        self._key = key
        self._login = (unquote(parts.username or ""), unquote(parts.password or ""))

    def __repr__(self) -> str:
        return f"Endpoint({self.host!r})"

    @property
    def key(self) -> str:
        """The key, for the client only.

        Raises:
            ChatError: OpenAI's own server is meant and there is no key.
        """
        if not self._key and self.host == OPENAI_HOST:
            raise ChatError(
                f"{self.host} needs a key: set OPENAI_API_KEY. For a server of your own give its address with "
                "--endpoint or OPENAI_BASE_URL; --planner rules needs neither."
            )
        return self._key or KEYLESS

    @property
    def keyed(self) -> bool:
        """Whether there is a key, or none is needed: only OpenAI's own server is known to need one."""
        return bool(self._key) or self.host != OPENAI_HOST

    @property
    def blocked(self) -> bool:
        """Whether STORYREEL_OFFLINE is set and the server is not on this machine."""
        return os.environ.get("STORYREEL_OFFLINE", "0") not in ("", "0") and not self.loopback

    @property
    def headers(self) -> dict[str, str]:
        """What goes with every request: the login of the URL, for the client only."""
        if not any(self._login):
            return {}
        return {"Authorization": f"Basic {base64.b64encode(':'.join(self._login).encode()).decode()}"}

    def redacted(self, text: str) -> str:
        """A text without this endpoint's secrets, and without whatever else looks like one."""
        coded = self.headers.get("Authorization", "").removeprefix("Basic ")
        for secret in filter(None, (self._key, self._login[1], coded)):
            text = text.replace(secret, "[key]")
            if len(secret) > 12:
                text = text.replace(secret[-12:], "[key]").replace(secret[:12], "[key]")
        return self._plain(text)

    @staticmethod
    def _plain(text: str) -> str:
        return _SECRETS.sub("[key]", text)

    def allowed(self) -> None:
        """Pass, unless STORYREEL_OFFLINE is set and the server is not on this machine.

        Raises:
            ChatError: it is.
        """
        if self.blocked:
            raise ChatError(f"STORYREEL_OFFLINE is set: {self.host} is not called. Unset it, or use --planner rules.")


def endpoint(url: str | None = None, key: str | None = None) -> Endpoint:
    """The server that is meant: what was given, else OPENAI_BASE_URL and OPENAI_API_KEY, else OpenAI's own.

    Raises:
        ChatError: the URL is none.
    """
    found = url or os.environ.get("OPENAI_BASE_URL") or DEFAULT_URL
    return Endpoint(found, key if key is not None else os.environ.get("OPENAI_API_KEY", ""))


def _nearness(host: str) -> tuple[bool, bool]:
    """Whether a host is this machine, and whether it is this machine or a private network."""
    if host == "localhost" or host.endswith(".localhost"):
        return True, True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False, host.endswith((".local", ".lan", ".internal")) or "." not in host
    return address.is_loopback, address.is_loopback or address.is_private
