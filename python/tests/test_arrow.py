"""Tables: a row per document, the same records, and nothing strange about nulls."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile

import i797
import pytest
from conftest import FIXTURES, NATIVE, ROOT, SCAN

pa = pytest.importorskip("pyarrow")

PATHS = sorted(str(path) for path in (FIXTURES / "notices").glob("*.pdf"))[:40]


def strict(value, kind):
    """The JSON as the schema shows it: every key there, and lists never null."""
    if pa.types.is_list(kind):
        return [strict(item, kind.value_type) for item in value or []]
    if pa.types.is_struct(kind):
        return value and {field.name: strict(value.get(field.name), field.type) for field in kind}
    return value


def rows(documents) -> list[dict]:
    kind = pa.struct(list(i797.SCHEMA))
    return [strict(document.to_dict(), kind) for document in documents]


def test_rows_are_the_records():
    batch = pa.record_batch({"path": [*PATHS, str(FIXTURES / "broken/locked.pdf"), "/none.pdf"]})
    read = i797.read_arrow(batch)
    read.validate(full=True)
    assert read.schema == i797.SCHEMA
    assert read.to_pylist() == rows(i797.read(path) for path in batch["path"].to_pylist())


def test_bytes_are_read_as_files_are():
    content = [NATIVE.read_bytes(), SCAN.read_bytes()]
    paths = [str(NATIVE), str(SCAN)]
    batch = pa.record_batch({"content": content, "path": paths, "more": [1, 2]})
    expected = rows(map(i797.read, paths))
    assert i797.read_arrow(batch).to_pylist() == expected
    other = pa.record_batch({"data": pa.array(content, pa.large_binary()), "name": paths})
    assert i797.read_arrow(other, content="data", path="name").to_pylist() == expected
    with pytest.raises(i797.UsageError):
        i797.read_arrow(other)


def test_nulls_have_their_rows():
    content = [NATIVE.read_bytes(), None, b"", None]
    batch = pa.record_batch({"path": ["a.pdf", "b.pdf", None, None], "content": content})
    read = i797.read_arrow(batch).to_pylist()
    assert [row["path"] for row in read] == ["a.pdf", "b.pdf", "row-2", "row-3"]
    assert [row["outcome"] for row in read] == ["read", "failed", "failed", "failed"]
    kinds = [row["error"] and row["error"]["kind"] for row in read]
    assert kinds == [None, "unreadable", "empty-file", "unreadable"]
    assert read[1]["notices"] == read[1]["pages"] == read[1]["findings"] == []
    (unnamed,) = i797.read_arrow(
        pa.record_batch({"path": pa.array([None], pa.string())})
    ).to_pylist()
    assert (unnamed["path"], unnamed["error"]["kind"]) == ("row-0", "unreadable")


def test_lists_are_never_null_and_absent_fields_are():
    batch = pa.record_batch({"path": PATHS})
    read = i797.read_arrow(batch)

    def no_null_lists(array: pa.Array) -> None:
        if pa.types.is_list(array.type):
            assert array.null_count == 0
            no_null_lists(array.flatten())
        elif pa.types.is_struct(array.type):
            # Where the whole is null, so are its parts.
            for part in range(array.type.num_fields):
                no_null_lists(array.filter(array.is_valid()).field(part))

    for column in read.columns:
        no_null_lists(column)
    notices = read["notices"].flatten()
    assert notices.field("is_notice").null_count == 0
    assert notices.field("fields").field("priority_date").null_count > 0


def test_no_rows_are_no_rows():
    empty = i797.read_arrow(pa.record_batch({"path": pa.array([], pa.string())}))
    assert (empty.num_rows, empty.schema) == (0, i797.SCHEMA)


def test_rows_do_not_depend_on_their_neighbours():
    twice = i797.read_arrow(pa.record_batch({"path": [str(NATIVE)] * 2})).to_pylist()
    assert twice == rows([i797.read(NATIVE)]) * 2


def test_documents_in_a_document_have_rows_after_it():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(NATIVE, "a.pdf")
        archive.write(NATIVE, "b.pdf")
    batch = pa.record_batch({"path": ["x.zip", "y.pdf"], "content": [packed.getvalue(), b"%PDF-"]})
    paths = i797.read_arrow(batch)["path"].to_pylist()
    assert paths == ["x.zip", "x.zip/a.pdf", "x.zip/b.pdf", "y.pdf"]


def test_parquet_is_made_of_the_program_s_lines(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    lines, out = tmp_path / "a.jsonl", tmp_path / "a.parquet"
    command = [i797.PROGRAM, "--quiet", "--exit-zero", "-o", lines, *PATHS]
    subprocess.run(command, check=True)
    subprocess.run([sys.executable, "-m", "i797.parquet", out, lines, lines], check=True)
    table = parquet.read_table(out)
    assert table.schema.equals(i797.SCHEMA)
    expected = rows(i797.read(PATHS))
    assert table.to_pylist() == expected * 2


def test_the_schema_is_the_contract():
    schema = json.loads((ROOT / "docs/schema.json").read_text())

    def compare(kind: pa.DataType, part: dict) -> None:
        part = next((p for p in part.get("anyOf", []) if p.get("type") != "null"), part)
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
        if pa.types.is_struct(kind):
            keys = {field.name for field in kind}
            assert keys == part["properties"].keys() - {"explanations"}
            for field in kind:
                compare(field.type, part["properties"][field.name])
        elif pa.types.is_list(kind):
            assert part["type"] == "array"
            compare(kind.value_type, part["items"])
        else:
            types = part.get("type", "string")
            names = {types} if isinstance(types, str) else set(types)
            found = (
                "string"
                if pa.types.is_string(kind)
                else "boolean"
                if pa.types.is_boolean(kind)
                else ("integer" if pa.types.is_integer(kind) else "number")
            )
            assert found in names, (kind, part)

    compare(pa.struct(list(i797.SCHEMA)), schema)
