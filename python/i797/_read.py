"""Reads documents in worker processes."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, overload

from ._native import Pool, Records
from .errors import EngineWarning, Error, UsageError
from .records import Document, Finding, Json

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Literal, TypedDict

    from typing_extensions import Unpack

    from ._native import Source

    class Options(TypedDict, total=False):
        """How documents are read; the defaults are those of the program."""

        jobs: int | None
        """Documents read at the same time, by all threads together; one per core if `None`."""
        password: None | str | Iterable[str]
        """Passwords to try on locked PDFs."""
        engine: Literal["both", "builtin", "tesseract"]
        """What reads scans. Tesseract is in `extract-ocr`, if it lies beside the program."""
        ocr: Literal["auto", "always", "never"]
        """When pages are read from their pixels."""
        mask: bool
        """Show only the last four digits of numbers, and initials of names."""
        explain: bool
        """Give the reasons for every candidate, in `Document.explanations`."""
        timeout: float
        """Seconds for opening a document, and for each page."""
        max_memory: int
        """MiB for a worker."""
        max_file: int
        """MiB."""
        max_pages: int
        max_pixels: int
        """Millions, for a page image."""


PathLike = Union[str, "os.PathLike[str]"]
Bytes = Union[bytes, bytearray, memoryview]
Item = Union[PathLike, Bytes, tuple[PathLike, Bytes]]

PROGRAM = Path(__file__).parent / "bin" / "extract"
"""The program that the package carries; workers are started from it."""

_pool = Pool()


class Batch(Iterator[Document]):
    """Documents in the order of their sources, each as soon as its turn comes.

    Use it in a `with` block, or call `close()`, where you may not take all of it.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._end: Json | None = None

    def __iter__(self) -> Batch:
        return self

    def __next__(self) -> Document:
        data: Json = json.loads(self._next_line())
        # What kind of line it is; not part of the record.
        del data["type"]
        return Document(data)

    def _next_line(self) -> bytes:
        """The next document as a line of JSON."""
        while self._end is None:
            told = self._records.next()
            if told is None:
                raise Error("the batch was closed")
            is_trouble, line = told
            if is_trouble:
                warnings.warn(line.decode(), EngineWarning, stacklevel=3)
            elif line.startswith(b'{"type":"batch"'):
                self._end = json.loads(line)
            else:
                return line
        raise StopIteration

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What contradicts across the documents; known at the end."""
        return tuple(Finding(each) for each in self._at_end()["findings"])

    @property
    def summary(self) -> Json:
        """The counts of the batch; known at the end."""
        return dict(self._at_end()["summary"])

    def _at_end(self) -> Json:
        if self._end is None:
            raise Error("known only when all documents of the batch were taken")
        return self._end

    def close(self) -> None:
        """Lets go of what is being read. Other batches go on."""
        self._records.close()

    def __enter__(self) -> Batch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


@overload
def read(  # type: ignore[overload-overlap]
    source: PathLike | Bytes, *, name: str | None = None, **options: Unpack[Options]
) -> Document: ...
@overload
def read(source: Iterable[Item], *, name: None = None, **options: Unpack[Options]) -> Batch: ...
def read(
    source: PathLike | Bytes | Iterable[Item],
    *,
    name: str | None = None,
    **options: Unpack[Options],
) -> Document | Batch:
    """Reads a file, or a document in memory; or a batch of them.

    A path or bytes give a `Document`; `name` is what its record calls it. A list of paths, folders,
    bytes and pairs of a name and bytes gives a `Batch`, an iterator of documents in that order.
    What cannot be read is a document that says so, whatever is wrong with it.
    """
    if isinstance(source, (str, os.PathLike)):
        if os.path.isdir(source):
            raise UsageError("a folder holds many documents: read([folder]) gives them")
        return _single((source, None, None), options)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _single((name or "bytes", bytes(source), None), options)
    return Batch(_start([_source(item, at) for at, item in enumerate(source)], True, **options))


def _single(source: Source, options: Options) -> Document:
    with Batch(_start([source], False, **options)) as batch:
        document, *inside = batch
    document.inside = tuple(inside)
    return document


def _source(item: Item, at: int) -> Source:
    if isinstance(item, (str, os.PathLike)):
        return item, None, None
    name, content = item if isinstance(item, tuple) else (f"bytes-{at}", item)
    if not isinstance(content, (bytes, bytearray, memoryview)):
        raise TypeError(f"a path, bytes, or a pair of a name and bytes, not {type(item).__name__}")
    return name, bytes(content), None


def _start(
    sources: list[Source],
    batch: bool,
    *,
    jobs: int | None = None,
    password: None | str | Iterable[str] = None,
    engine: str = "both",
    ocr: str = "auto",
    mask: bool = False,
    explain: bool = False,
    timeout: float = 30.0,
    max_memory: int = 3072,
    max_file: int = 1024,
    max_pages: int = 5000,
    max_pixels: int = 150,
) -> Records:
    global _pool
    if _pool.process != os.getpid():
        # A forked child gets workers of its own.
        _pool = Pool()
    passwords = [password] if isinstance(password, str) else list(password or ())
    settings: dict[str, Any] = {
        "program": PROGRAM,
        "jobs": jobs,
        "ocr": ocr,
        "engine": engine,
        "passwords": passwords,
        "explain": explain,
        "timeout": timeout,
        "max_memory": max_memory,
        "max_file": max_file,
        "max_pages": max_pages,
        "max_pixels": max_pixels,
    }
    return _pool.start(sources, settings, batch, mask)
