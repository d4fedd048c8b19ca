"""Spark on two cores of this machine, and what the program says of the same files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import i797
import pytest

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT / "python/tests"))
FIXTURES = ROOT / "fixtures"


@pytest.fixture(scope="session")
def told() -> tuple[list[dict], dict]:
    """The documents and the batch line of the program, over all fixtures."""
    command = [i797.PROGRAM, "--quiet", "--exit-zero", "--format", "jsonl", FIXTURES]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    *documents, batch = [json.loads(line) for line in ran.stdout.splitlines()]
    return documents, batch


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
