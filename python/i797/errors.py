"""What can go wrong beside a document: those that cannot be read are documents that say so."""

from __future__ import annotations


class Error(Exception):
    """Every error of this package."""


class UsageError(Error, ValueError):
    """An argument has no meaning."""


class SetupError(Error):
    """No worker process can be started."""


class UnreadError(Error):
    """A document was not read whole; raised only by `Document.raise_for_outcome`."""


class EngineWarning(UserWarning):
    """Something is missing, and more values go to review because of it."""
