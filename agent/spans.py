"""Owns ranges of amounts, as estimates have them. Does not know: what is counted."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Span(BaseModel):
    """From the least to the most; the most is None where it is not known."""

    model_config = ConfigDict(frozen=True)

    least: float
    most: float | None

    def __add__(self, other: Span) -> Span:
        """Both together; not known where one is not known."""
        most = None if self.most is None or other.most is None else self.most + other.most
        return Span(least=round(self.least + other.least, 9), most=None if most is None else round(most, 9))

    def over(self, workers: int) -> Span:
        """From the same work evenly shared out to several, to one thing after another."""
        return Span(least=self.least / workers, most=self.most)


NOTHING = Span(least=0.0, most=0.0)
FREE = NOTHING
UNKNOWN = Span(least=0.0, most=None)


def dollars(span: Span) -> str:
    """For people: `nothing`, `0.04 USD`, `0.04 to 0.33 USD`, `at least 0.10 USD`."""
    if span.most == 0.0:
        return "nothing"
    if span.most is None:
        return f"at least {_usd(span.least)} USD" if span.least else "not known"
    least, most = _usd(span.least), _usd(span.most)
    return f"{most} USD" if least == most else f"{least} to {most} USD" if span.least else f"up to {most} USD"


def times(span: Span) -> str:
    """For people: `12 s`, `3 to 5 min`, `not known`."""
    if span.most is None:
        return f"more than {_time(span.least)}" if span.least >= 1 else "not known"
    least, most = _time(span.least), _time(span.most)
    return most if least == most else f"{least} to {most}"


def _usd(amount: float) -> str:
    """Cents, or as many digits as show that it is not nothing."""
    return f"{amount:.2f}" if amount >= 0.1 or amount == 0 else f"{amount:.4f}".rstrip("0")


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s" if seconds >= 1 or seconds == 0 else f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
