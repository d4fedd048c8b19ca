"""The examples of docs/PYTHON.md print what it shows."""

from __future__ import annotations

import doctest
import re

import pytest
from conftest import ROOT

SESSION = re.compile(r"```pycon\n(.*?)```", re.DOTALL)


def test_examples_print_what_is_shown(monkeypatch, capsys):
    pytest.importorskip("pandas")
    pytest.importorskip("duckdb")
    monkeypatch.chdir(ROOT)
    sessions = SESSION.findall((ROOT / "docs/PYTHON.md").read_text())
    assert len(sessions) > 4
    text = "\n".join(sessions)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(text, {}, "docs/PYTHON.md", None, 0)
    runner = doctest.DocTestRunner(optionflags=flags)
    runner.run(test, out=print)
    assert runner.failures == 0, capsys.readouterr().out
