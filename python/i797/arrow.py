"""Tables of documents: a batch of Arrow in, a batch of Arrow out, with a fixed schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.json

from ._read import Batch, _start
from .errors import UsageError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._native import Source
    from ._read import Options

_TEXT = pa.string()
_TEXTS = pa.list_(_TEXT)
_ERROR = pa.struct([("kind", _TEXT), ("message", _TEXT), ("advice", _TEXT)])
_PAGE = pa.struct(
    [
        ("page", pa.int32()),
        ("state", _TEXT),
        ("source", _TEXT),
        ("words", pa.int64()),
        ("error", _ERROR),
    ]
)
_SIGHTING = pa.struct(
    [
        ("page", pa.int32()),
        ("box", pa.list_(pa.float64())),
        ("printed", _TEXT),
        ("source", _TEXT),
        ("label", _TEXT),
    ]
)
_MARK = pa.struct([(key, _TEXT) for key in ("action", "by", "at")])
_SETTLED = pa.struct([(key, _TEXT) for key in ("kind", "action", "by", "at")])
_IDENTIFIER = pa.struct(
    [
        ("kind", _TEXT),
        ("value", _TEXT),
        ("verdict", _TEXT),
        ("owner", _TEXT),
        ("confidence", pa.float64()),
        ("sightings", pa.list_(_SIGHTING)),
        ("evidence", _TEXTS),
        ("person", _TEXT),
        ("decided", _MARK),
    ]
)
_FIELD = pa.struct(
    [
        ("value", _TEXT),
        ("printed", _TEXT),
        ("verdict", _TEXT),
        ("confidence", pa.float64()),
        ("title", _TEXT),
        ("sightings", pa.list_(_SIGHTING)),
        ("evidence", _TEXTS),
        ("decided", _MARK),
    ]
)
_FIELD_NAMES = [
    "notice_type",
    "case_type",
    "received_date",
    "priority_date",
    "notice_date",
    "applicant",
    "petitioner",
    "beneficiary",
    "class",
    "section",
    "consulate",
    "eligibility_category",
    "valid_from",
    "valid_to",
    "extension_months",
    "response_due",
    "appointment_date",
    "appointment_time",
    "appointment_place",
    "i94_number",
    "amount",
    "office",
    "addressee",
    "copy_for",
]
_DEADLINE = pa.struct(
    [(key, _TEXT) for key in ("date", "basis", "rule", "source", "latest", "time")]
)
_FINDING = pa.struct(
    [
        ("kind", _TEXT),
        ("severity", _TEXT),
        ("message", _TEXT),
        ("advice", _TEXT),
        ("values", _TEXTS),
        ("documents", _TEXTS),
        ("deadline", _DEADLINE),
        ("decided", _MARK),
    ]
)
_NOTICE = pa.struct(
    [
        ("pages", pa.list_(pa.int32())),
        ("is_notice", pa.bool_()),
        ("form", _TEXT),
        ("notice_type", _TEXT),
        ("notice_date", _TEXT),
        ("account_number", _TEXT),
        ("fields", pa.struct([(name, _FIELD) for name in _FIELD_NAMES])),
        ("identifiers", pa.list_(_IDENTIFIER)),
        ("findings", pa.list_(_FINDING)),
        ("decided", pa.list_(_SETTLED)),
    ]
)

SCHEMA = pa.schema(
    [
        ("schema_version", pa.int32()),
        ("path", _TEXT),
        ("path_bytes", _TEXT),
        ("content_hash", _TEXT),
        ("outcome", _TEXT),
        ("error", _ERROR),
        ("page_count", pa.int32()),
        ("pages", pa.list_(_PAGE)),
        ("notices", pa.list_(_NOTICE)),
        ("findings", pa.list_(_FINDING)),
        ("decided", _MARK),
    ]
)
"""A row per document, with the keys of the JSON contract but `explanations`. A list is never null;
everything else is null where JSON has `null` or no key."""


def read_arrow(
    batch: pa.RecordBatch,
    *,
    path: str = "path",
    content: str = "content",
    **options: Unpack[Options],
) -> pa.RecordBatch:
    """Reads a batch of documents: a column `content` of bytes, a column `path`, or both.

    With `content`, `path` is only what a row is called; without, files are opened. Rows come in the
    order of the batch. A document that holds others is followed by a row for each of them, whose
    path goes on where its own ends. A null is a document that could not be read. Rows are not
    compared with one another, so that they do not depend on how a table is cut into batches.
    """
    return finish_arrow(start_arrow(batch, path=path, content=content, **options))


def start_arrow(
    batch: pa.RecordBatch,
    *,
    path: str = "path",
    content: str = "content",
    **options: Unpack[Options],
) -> Batch:
    """Begins to read a batch; `finish_arrow` gives its rows. One may be begun before the one before
    it is finished, so that workers never wait for Python."""
    sources = _sources(batch, path, content)
    return Batch(_start(sources, False, **options))


def finish_arrow(batch: Batch) -> pa.RecordBatch:
    """The rows of a batch that was begun."""
    lines: list[bytes] = []
    with batch:
        try:
            while True:
                lines.append(batch._next_line())
        except StopIteration:
            pass
    return table_of_lines(b"".join(lines))


def _sources(batch: pa.RecordBatch, path: str, content: str) -> list[Source]:
    names = _column(batch, path)
    contents = _column(batch, content)
    if contents is None:
        if names is None:
            raise UsageError(f"the batch has neither a column {path!r} nor {content!r}")
        return [_file(name, at) for at, name in enumerate(names)]
    names = names or [None] * batch.num_rows
    return [_held(name, data, at) for at, (name, data) in enumerate(zip(names, contents))]


def _column(batch: pa.RecordBatch, name: str) -> list[Any] | None:
    at = batch.schema.get_field_index(name)
    return None if at < 0 else list(batch.column(at).to_pylist())


def _file(name: str | None, at: int) -> Source:
    return (name, None, None) if name is not None else (f"row-{at}", None, "the row has no path")


def _held(name: str | None, data: bytes | None, at: int) -> Source:
    name = f"row-{at}" if name is None else name
    return (name, None, "the row has no content") if data is None else (name, data, None)


def table_of_lines(lines: bytes) -> pa.RecordBatch:
    """The rows of documents that are lines of JSON."""
    if not lines:
        return pa.RecordBatch.from_pylist([], schema=SCHEMA)
    table = pyarrow.json.read_json(
        pa.BufferReader(lines),
        # In one piece: a line may be longer than the usual block.
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=pyarrow.json.ParseOptions(
            explicit_schema=SCHEMA, unexpected_field_behavior="ignore"
        ),
    )
    (batch,) = table.combine_chunks().to_batches()
    columns = [_whole(batch.column(name)) for name in SCHEMA.names]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _whole(array: pa.Array) -> pa.Array:
    """The array with empty lists in place of lists that are null; they have no items."""
    if pa.types.is_list(array.type):
        items = _whole(array.values)
        return pa.ListArray.from_arrays(array.offsets, items, type=array.type)
    if pa.types.is_struct(array.type):
        children = [_whole(array.field(at)) for at in range(array.type.num_fields)]
        mask = array.is_null() if array.null_count else None
        return pa.StructArray.from_arrays(children, fields=list(array.type), mask=mask)
    return array
