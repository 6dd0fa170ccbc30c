"""The switch that makes real network calls impossible while tests run: an audit hook, which nothing can take out again.

Sockets to other machines and look-ups of their names raise; this machine and unix sockets stay open. Programs that
tests start do not have the hook; they get STORYREEL_OFFLINE=1 instead, which storyreel obeys.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator

import pytest


def _own() -> set[str]:
    """This machine's name, and its address on its network: ray's parts talk to one another there. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("10.255.255.255", 1))
            return {socket.gethostname(), asked.getsockname()[0]}
        except OSError:
            return {socket.gethostname()}


HOME = {"localhost", "", None} | _own()


class NetworkUsed(AssertionError):
    """A test reached for the network."""


class Switch:
    """Whether the network is open."""

    def __init__(self) -> None:
        self.open = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.open or event not in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
            return
        if event == "socket.connect" and getattr(arguments[0], "type", None) == socket.SOCK_DGRAM:
            return  # sends nothing; ray and others learn their own address so
        address = arguments[1] if event != "socket.getaddrinfo" else arguments
        host = address[0] if isinstance(address, tuple) else None
        if isinstance(host, bytes):
            host = host.decode("ascii", "replace")
        if isinstance(host, str) and not at_home(host):
            raise NetworkUsed(f"a test reached for {host}; tests may talk to this machine only")


def at_home(host: str) -> bool:
    """Whether a host is this machine."""
    if host in HOME:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


NETWORK = Switch()
"""Closed for every test that is not marked `network`."""


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    NETWORK.open = request.node.get_closest_marker("network") is not None
    if not NETWORK.open:
        monkeypatch.setenv("STORYREEL_OFFLINE", "1")
    yield
    NETWORK.open = False
