"""Notices on Ray Data: every task reads its documents with its own workers.

Nothing here parses or decides. Rows are those of `i797.read_arrow`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import ray
import ray.data

from .arrow import SCHEMA, read_arrow

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._read import Options


def read_notices(
    source: str | Iterable[str] | ray.data.Dataset,
    *,
    batch_size: int = 64,
    num_cpus: float = 1,
    concurrency: int | None = None,
    **options: Unpack[Options],
) -> ray.data.Dataset:
    """Reads documents into a dataset with the schema of `i797.SCHEMA`, a row per document.

    `source` is paths and folders of any file system that Ray reads, or a dataset with a column
    `path`, with `content` beside it, or with `bytes` as `ray.data.read_binary_files` gives it.
    Each task has `num_cpus` cores and as many workers, unless `jobs` says otherwise; `batch_size`
    documents go to Python at a time.
    """
    if not isinstance(source, ray.data.Dataset):
        paths = [source] if isinstance(source, str) else list(source)
        source = ray.data.read_binary_files(paths, include_paths=True)
    options.setdefault("jobs", max(1, int(num_cpus)))

    def read(table: pa.Table) -> pa.Table:
        return _read(table, options)

    return source.map_batches(
        read,
        batch_size=batch_size,
        batch_format="pyarrow",
        num_cpus=num_cpus,
        concurrency=concurrency,
    )


def _read(table: pa.Table, options: Any) -> pa.Table:
    content = "content" if "content" in table.column_names else "bytes"
    batches = table.combine_chunks().to_batches()
    read = [read_arrow(batch, content=content, **options) for batch in batches]
    return pa.Table.from_batches(read, schema=SCHEMA)
