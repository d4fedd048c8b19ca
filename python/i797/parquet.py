"""Makes Parquet of the program's JSON Lines: `python -m i797.parquet OUT.parquet [LINES.jsonl...]`.

The schema is `i797.SCHEMA`, whatever is in the lines, so that the files of many runs are one table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import islice

import pyarrow.parquet as pq

from .arrow import SCHEMA, table_of_lines

ROWS = 4096
"""Documents in memory at a time, and in a row group."""


def write(lines: Iterable[bytes], path: str) -> int:
    """Writes the documents of a report, and says how many. What is about the whole batch is left
    out: it is found again with SQL, across all batches."""
    documents = (line for line in lines if line.startswith(b'{"type":"document"'))
    count = 0
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        while some := list(islice(documents, ROWS)):
            writer.write_batch(table_of_lines(b"".join(some)))
            count += len(some)
    return count


def main() -> None:
    """Reads the files that are named, or standard input."""
    if len(sys.argv) < 2:
        sys.exit("usage: python -m i797.parquet OUT.parquet [LINES.jsonl...]")
    path, *reports = sys.argv[1:]
    write(_lines(reports), path)


def _lines(reports: list[str]) -> Iterable[bytes]:
    if not reports:
        yield from sys.stdin.buffer
    for report in reports:
        with open(report, "rb") as lines:
            yield from lines


if __name__ == "__main__":
    main()
