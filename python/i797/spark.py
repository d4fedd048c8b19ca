"""Notices on Spark: every executor reads its documents with its own workers.

Nothing here parses or decides. Rows are those of `i797.read_arrow`, and so those of the program;
`i797.checks` compares them with one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from .arrow import SCHEMA, finish_arrow, start_arrow

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._read import Batch, Options

ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"


def read_notices(
    spark: SparkSession,
    source: str | Iterable[str] | DataFrame,
    *,
    batch_size: int = 64,
    **options: Unpack[Options],
) -> DataFrame:
    """Reads documents into a table with the schema of `i797.SCHEMA`, a row per document.

    `source` is one of
    - paths, folders or globs of any file system that Spark reads (`binaryFile`). Spark leaves
      out empty files, and names that begin with `_` or `.`: list them yourself to be sure,
    - a table with a column `path`, whose files every executor can open by that path,
    - a table with columns `path` and `content`, such as many small files packed into Parquet.

    `batch_size` documents go to Python at a time. Spark has this for the whole session, so
    `spark.sql.execution.arrow.maxRecordsPerBatch` is lowered to it where it is higher. Two batches
    and what was read of them are in memory at a time, per task.

    `jobs` is the number of workers of each task, 1 unless given: Spark runs as many tasks as an
    executor has cores. The other options are those of `i797.read`.
    """
    rows = int(spark.conf.get(ROWS) or 0)
    if not 0 < rows <= batch_size:
        spark.conf.set(ROWS, batch_size)
    options.setdefault("jobs", 1)
    if not isinstance(source, DataFrame):
        paths = [source] if isinstance(source, str) else list(source)
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths)
        source = files
    columns = [name for name in ("path", "content") if name in source.columns]

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return pipelined(batches, options)

    table: DataFrame = source.select(*columns).mapInArrow(read, from_arrow_schema(SCHEMA))
    return table


def pipelined(batches: Iterator[pa.RecordBatch], options: Any) -> Iterator[pa.RecordBatch]:
    """Reads batches; each is begun before the one before it is handed on, so that the workers have
    work while Spark and Python have theirs."""
    before: Batch | None = None
    for batch in batches:
        begun = start_arrow(batch, **options)
        if before is not None:
            yield finish_arrow(before)
        before = begun
    if before is not None:
        yield finish_arrow(before)


def unread(source: DataFrame, done: DataFrame, content: str = "content") -> DataFrame:
    """The rows of a table of bytes whose content is not in a table of what was read: to resume.

    The hash is that of the records, BLAKE3. Documents that failed count as read.
    """
    from pyspark.sql import functions as F

    hashed = source.withColumn("_hash", _hash()(F.col(content)))
    known = done.select(F.col("content_hash").alias("_hash")).where("_hash is not null").distinct()
    return hashed.join(known, "_hash", "left_anti").drop("_hash")


def _hash() -> Any:
    """A function of Spark that hashes bytes as records do."""
    from pyspark.sql import functions as F

    from ._native import content_hash

    @F.udf("string")  # type: ignore[untyped-decorator,unused-ignore]
    def hashed(content: bytearray | None) -> str | None:
        return None if content is None else content_hash(bytes(content))

    return hashed
