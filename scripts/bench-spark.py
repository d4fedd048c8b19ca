"""Compares Spark with two cores with `extract -j 2` on the same files, after start-up.

They run in turn. Spark's first run stands apart: in it the JVM still compiles what it runs, which a
run of hours does not notice. CPU seconds are those of all processes, so that they tell something on
a busy machine as well.

Run it with the environment of `make test-cluster`:
target/python/cluster/bin/python scripts/bench-spark.py FOLDER [--runs 3] [--ray]
"""

import argparse
import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


def keep_orphans() -> None:
    """Makes this process the parent of those whose own ends, so that their time still counts."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


Run = Callable[[list[str]], None]


def by_program(files: list[str]) -> None:
    command = [i797.PROGRAM, "-j", "2", "--quiet", "--exit-zero", "--format", "jsonl"]
    command += ["--files-from", "-"]
    listed = "\n".join(files).encode()
    subprocess.run(command, input=listed, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def by_spark(out: str) -> Iterator[Run]:
    from i797.spark import read_notices
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = session.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")

    def read(files: list[str]) -> None:
        # Four tasks for each core, so that none has nothing to do at the end.
        table = session.createDataFrame([(path,) for path in files], "path string")
        read_notices(session, table.repartition(8)).write.mode("overwrite").parquet(out)

    yield read
    rows = session.read.parquet(out).count()
    session.stop()
    print(f"Spark wrote {rows} rows")


@contextmanager
def by_ray(out: str) -> Iterator[Run]:
    import ray
    from i797.ray import read_notices

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)

    def read(files: list[str]) -> None:
        table = ray.data.from_items([{"path": path} for path in files])
        read_notices(table, batch_size=16).write_parquet(out)

    yield read
    ray.shutdown()


def measure(name: str, files: list[str], run: Run) -> None:
    clock = Clock()
    run(files)
    wall, cpu = clock.read()
    speed = len(files) / wall
    print(f"{name:22} {wall:6.1f} s  {speed:6.1f} files a second  {cpu:6.1f} CPU s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ray", action="store_true", help="Ray in place of Spark")
    asked = parser.parse_args()
    files = documents(asked.folder)
    keep_orphans()
    name, engine = ("Ray", by_ray) if asked.ray else ("Spark", by_spark)
    with engine(f"target/python/bench-{name.lower()}") as run:
        # Start-up: the engine, its Python workers, and theirs.
        measure(f"{name}, start-up, 8 files", files[:8], run)
        measure(f"{name}, first run", files, run)
        for _ in range(asked.runs):
            measure("extract -j 2", files, by_program)
            measure(f"{name}, 2 cores", files, run)


if __name__ == "__main__":
    main()
