"""Owns the errors that generators raise.

    GeneratorError
    +-- UnknownGenerator    you asked for a name that nothing is registered under
    +-- MissingExtra        you asked for a generator whose libraries are not installed
    +-- RequestRefused      you asked for something this generator cannot do
    +-- GenerationFailed    the generator, or the encoder it drives, broke

Does not know: stages, retries, the command line.
"""

from __future__ import annotations


class GeneratorError(Exception):
    """Base of all errors of this folder."""


class UnknownGenerator(GeneratorError):
    """No generator has this name."""


class MissingExtra(GeneratorError):
    """Libraries that the generator needs are not installed."""


class RequestRefused(GeneratorError):
    """The request asks for what the generator's capabilities rule out."""


class GenerationFailed(GeneratorError):
    """A generator or its encoder failed while working."""
