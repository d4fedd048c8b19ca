"""On Ray the same is read as by the program."""

from __future__ import annotations

import i797
import pytest
from conftest import FIXTURES
from hostile import swelling_page

ray = pytest.importorskip("ray")


@pytest.fixture(scope="session")
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def test_rows_are_the_documents(cluster):
    from i797.ray import read_notices

    files = sorted(str(path) for path in (FIXTURES / "notices").glob("grid-*.pdf"))
    rows = read_notices(files, batch_size=4).take_all()
    assert {row["path"]: row["content_hash"] for row in rows} == {
        path: i797.read(path).content_hash for path in files
    }
    table = ray.data.from_items([{"path": path} for path in files])
    named = read_notices(table).take_all()
    assert sorted(row["path"] for row in named) == files
    assert {row["outcome"] for row in named} == {"read"}


def test_a_poisoned_file_fails_no_task(cluster):
    from i797.ray import read_notices

    notice = (FIXTURES / "notices/grid-found.pdf").read_bytes()
    content = {"a.pdf": notice, "poison.pdf": swelling_page(), "b.pdf": notice}
    items = [{"path": path, "content": each} for path, each in content.items()]
    table = ray.data.from_items(items, override_num_blocks=1)
    rows = read_notices(table, max_memory=512, engine="builtin").take_all()
    outcomes = {row["path"]: row["outcome"] for row in rows}
    assert outcomes == {"a.pdf": "read", "poison.pdf": "failed", "b.pdf": "read"}
