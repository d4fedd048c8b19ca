"""What the tests share: the fixtures, and what the program says of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import i797
import pytest

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
NATIVE = FIXTURES / "notices/grid-found.pdf"
SCAN = FIXTURES / "notices/lockbox-found-inverted.pdf"


def program(*arguments: object) -> tuple[list[dict], dict]:
    """The documents and the last line of the program's JSON Lines report."""
    command = [i797.PROGRAM, "--quiet", "--exit-zero", "--format", "jsonl", *map(str, arguments)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    *documents, batch = [json.loads(line) for line in ran.stdout.splitlines()]
    return [as_library(document) for document in documents], batch


def as_library(document: dict) -> dict:
    """Without what only the program says: the kind of line, and options that help."""
    document = {key: value for key, value in document.items() if key != "type"}
    errors = [document["error"], *(page["error"] for page in document["pages"])]
    for error in filter(None, errors):
        if error["kind"] == "encrypted":
            error["advice"] = "provide the password"
    return document


@pytest.fixture(scope="session")
def told() -> tuple[list[dict], dict]:
    """What the program says of all fixtures."""
    return program(FIXTURES)
