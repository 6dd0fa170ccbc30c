"""A conversation about a film: lines go in, replies come out; no terminal is needed."""

from agent.talk.reply import Reply, ReplyKind
from agent.talk.session import Talk

__all__ = ["Reply", "ReplyKind", "Talk"]
