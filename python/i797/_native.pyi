"""The native part: batches as JSON lines."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Union

Source = tuple[Union[str, "os.PathLike[str]"], bytes | None, str | None]
"""A path; a name and bytes; or a name and why there is nothing that goes by it."""

class Records:
    """The lines of a batch, read by a thread of its own."""

    def next(self) -> tuple[bool, bytes] | None:
        """The next line with `False`, what makes readings worse with `True`, `None` at the end."""
    def close(self) -> None:
        """Lets go of what is being read."""

class Pool:
    """The workers of one process."""

    process: int
    def __init__(self) -> None: ...
    def start(
        self, sources: list[Source], settings: Mapping[str, Any], batch: bool, mask: bool
    ) -> Records:
        """Begins to read."""

def content_hash(content: bytes) -> str:
    """The hash of a document, as its record has it: BLAKE3 in hex."""
