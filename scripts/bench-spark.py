"""Compares Spark with two cores with `extract -j 2` on the same files, after start-up.

CPU seconds are those of all processes, so that they tell something on a busy machine as well.

Run it with the environment of `make test-cluster`:
target/python/cluster/bin/python scripts/bench-spark.py FOLDER [--ray]
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import i797


def documents(folder: Path) -> list[str]:
    endings = {".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp", ".bmp"}
    return sorted(str(path) for path in folder.rglob("*") if path.suffix.lower() in endings)


class Clock:
    """The time since it was made: of the wall, and of this process with all that it started."""

    def __init__(self) -> None:
        self.begun = time.monotonic(), cpu_seconds()

    def read(self) -> tuple[float, float]:
        wall, cpu = self.begun
        return time.monotonic() - wall, cpu_seconds() - cpu


def cpu_seconds() -> float:
    parents, ticks = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        pid = int(status.parent.name)
        parents[pid] = int(fields[1])
        # Its own time, and that of its children that have ended, in user and system mode.
        ticks[pid] = sum(int(field) for field in fields[11:15])
    family = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(ticks[pid] for pid in family) / os.sysconf("SC_CLK_TCK")


def by_program(folder: Path) -> tuple[float, float]:
    command = [i797.PROGRAM, "-j", "2", "--quiet", "--exit-zero", "--format", "jsonl", folder]
    clock = Clock()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return clock.read()


def by_spark(files: list[str], out: str) -> tuple[float, float]:
    from i797.spark import read_notices
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = spark.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    def table(some: list[str], parts: int):
        return spark.createDataFrame([(path,) for path in some], "path string").repartition(parts)

    # Start-up: the JVM, the Python workers, and theirs.
    read_notices(spark, table(files[:8], 2)).count()
    clock = Clock()
    read_notices(spark, table(files, 8), batch_size=16).write.mode("overwrite").parquet(out)
    took = clock.read()
    rows = spark.read.parquet(out).count()
    assert rows >= len(files), f"{rows} rows of {len(files)} files"
    spark.stop()
    return took


def by_ray(files: list[str], out: str) -> tuple[float, float]:
    import ray
    from i797.ray import read_notices

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)

    def table(some: list[str]):
        return ray.data.from_items([{"path": path} for path in some])

    read_notices(table(files[:8]), batch_size=4).count()
    clock = Clock()
    read_notices(table(files), batch_size=16).write_parquet(out)
    took = clock.read()
    ray.shutdown()
    return took


def main() -> None:
    folder = Path(sys.argv[1])
    files = documents(folder)
    rows = [("extract -j 2", by_program(folder))]
    rows.append(("Spark local[2]", by_spark(files, "target/python/bench.parquet")))
    if "--ray" in sys.argv:
        rows.append(("Ray, 2 CPUs", by_ray(files, "target/python/bench-ray.parquet")))
    rows.append(("extract -j 2, again", by_program(folder)))
    for name, (wall, cpu) in rows:
        print(f"{name:20} {wall:6.1f} s  {len(files) / wall:6.1f} files a second  {cpu:6.1f} CPU s")


if __name__ == "__main__":
    main()
