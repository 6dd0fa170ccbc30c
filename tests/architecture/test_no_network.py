"""No test can reach the network, by sockets or by names; this machine stays within reach."""

import socket

import pytest
from chat_server import ChatServer, Reply
from no_network import NetworkUsed

from planners import ChatError, ChatMessage, ChatRequest, chat_model

ASKED = ChatRequest(messages=(ChatMessage(role="user", content="Who?"),))


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888"])
def test_sockets_to_other_machines_are_closed(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as opened, pytest.raises(NetworkUsed, match="reached for"):
        opened.connect((address, 443))


def test_names_of_other_machines_are_not_looked_up() -> None:
    with pytest.raises(NetworkUsed, match=r"api\.openai\.com"):
        socket.create_connection(("api.openai.com", 443), timeout=1)


def test_the_product_is_offline_in_tests_and_still_talks_to_this_machine() -> None:
    with pytest.raises(ChatError, match="STORYREEL_OFFLINE"):
        chat_model("openai:x", endpoint="https://example.org/v1").complete(ASKED)
    with ChatServer(Reply("A fox.")) as server:
        assert chat_model("openai:tiny", endpoint=server.url).complete(ASKED).text == "A fox."
