"""Reads USCIS I-797 notices: online account numbers, A-Numbers and receipt numbers, with evidence.

Documents are parsed in confined worker processes, so that a hostile file costs a document and not
the interpreter. Nothing here opens a network connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._read import PROGRAM, Batch, read
from .errors import EngineWarning, Error, SetupError, UnreadError, UsageError
from .records import (
    Deadline,
    Document,
    Explanation,
    Field,
    Fields,
    Finding,
    Identifier,
    Mark,
    Notice,
    Page,
    ReadError,
    Record,
    Settled,
    Sighting,
)

if TYPE_CHECKING:
    from .arrow import SCHEMA, read_arrow

__all__ = [
    "PROGRAM",
    "SCHEMA",
    "Batch",
    "Deadline",
    "Document",
    "EngineWarning",
    "Error",
    "Explanation",
    "Field",
    "Fields",
    "Finding",
    "Identifier",
    "Mark",
    "Notice",
    "Page",
    "ReadError",
    "Record",
    "Settled",
    "SetupError",
    "Sighting",
    "UnreadError",
    "UsageError",
    "read",
    "read_arrow",
]


def __getattr__(name: str) -> Any:
    """`SCHEMA` and `read_arrow` need pyarrow, which is loaded when they are asked for."""
    if name in ("SCHEMA", "read_arrow"):
        from . import arrow

        return getattr(arrow, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
