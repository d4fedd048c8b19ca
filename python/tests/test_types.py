"""The package and its users are checked by mypy as strictly as it can."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

USER = """
from typing import List, Optional, Tuple
import i797

document: i797.Document = i797.read("a.pdf", jobs=2, engine="builtin")
same: i797.Document = i797.read(b"%PDF", name="a.pdf")
batch: i797.Batch = i797.read(["a.pdf", b"%PDF", ("b.pdf", b"%PDF")], password=["a"], mask=True)
accounts: List[Optional[str]] = [n.account for d in batch for n in d.notices]
box: Tuple[float, float, float, float] = document.notices[0].identifiers[0].sightings[0].box
field: Optional[i797.Field] = document.notices[0].fields.received_date
findings: Tuple[i797.Finding, ...] = batch.findings
"""
WRONG = """
import i797

i797.read("a.pdf", engine="own")
i797.read("a.pdf", jobs="2")
i797.read("a.pdf").pages[0].page.upper()
i797.read(["a.pdf"]).notices
"""


def mypy(*arguments: str, cwd: Path) -> tuple[int, str]:
    pytest.importorskip("mypy")
    command = [sys.executable, "-m", "mypy", "--strict", *arguments]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=cwd, check=False)
    return ran.returncode, ran.stdout


def test_the_package_has_sound_types():
    code, said = mypy("--config-file", "pyproject.toml", cwd=Path(__file__).parents[1])
    assert code == 0, said


def test_its_users_see_them(tmp_path):
    (tmp_path / "user.py").write_text(USER)
    code, said = mypy("user.py", cwd=tmp_path)
    assert code == 0, said
    (tmp_path / "wrong.py").write_text(WRONG)
    code, said = mypy("wrong.py", cwd=tmp_path)
    lines = {line.split(":")[1] for line in said.splitlines() if ": error:" in line}
    assert code == 1 and lines == {"4", "5", "6", "7"}, said
