"""Workers die, processes fork, threads share, people press Ctrl-C: the interpreter lives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import i797
import pytest
from conftest import FIXTURES, NATIVE, SCAN, program
from hostile import swelling_page, vast_picture


def children() -> list[int]:
    """The worker processes of this process."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = status.read_text().split(" ", 1)
        except OSError:
            continue
        if rest.rsplit(")", 1)[1].split()[1] == str(os.getpid()):
            found.append(int(pid))
    return found


@pytest.mark.parametrize("hostile", [swelling_page, vast_picture])
def test_a_file_that_its_worker_cannot_hold(hostile):
    document = i797.read(hostile(), max_memory=512, engine="builtin")
    assert document.outcome == "failed"
    errors = [document.error, *(page.error for page in document.pages)]
    assert {error.kind for error in errors if error} <= {"too-large", "damaged"}
    assert i797.read(NATIVE, max_memory=512, engine="builtin").outcome == "read"


@pytest.mark.filterwarnings("ignore::i797.EngineWarning")
def test_workers_that_are_killed():
    """As a hostile PDF does it that takes its parser over and ends it, again and again."""
    stop = threading.Event()
    killed = []

    def kill() -> None:
        while not stop.is_set():
            for child in children():
                os.kill(child, signal.SIGKILL)
                killed.append(child)
            time.sleep(0.002)

    assert i797.read(NATIVE).outcome == "read"
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        documents = list(i797.read([SCAN] + [("again.pdf", SCAN.read_bytes())] * 3))
    finally:
        stop.set()
        killer.join()
    assert killed and len(documents) == 4
    # One may slip through between two rounds.
    assert {document.outcome for document in documents} <= {"failed", "read"}
    assert all(document.error for document in documents if document.outcome == "failed")
    # Those that came to no Tesseract meanwhile are not used again.
    (document,), _ = program(SCAN)
    assert i797.read(SCAN).to_dict() == document


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_has_workers_of_its_own():
    whole = i797.read(NATIVE)
    batch = i797.read([FIXTURES / "notices"])
    next(batch)
    before = set(children())
    assert before
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with pytest.raises(i797.Error, match="forked"):
                next(batch)
            batch.close()
            read = i797.read(NATIVE) == whole
            with ThreadPoolExecutor(4) as threads:
                alike = all(each == whole for each in threads.map(i797.read, [NATIVE] * 8))
            status = 0 if read and alike and not before & set(children()) else 2
        finally:
            # As a child of multiprocessing ends, once everything was let go of.
            del batch
            i797._read._pool = i797._read.Pool()
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    # What the child let go of is still the parent's.
    assert before <= set(children())
    assert sum(1 for _ in batch) > 50
    assert i797.read(NATIVE) == whole


def test_threads_share_the_workers():
    paths = [
        NATIVE,
        SCAN,
        FIXTURES / "notices/grid-found-fax.tif",
        FIXTURES / "broken/truncated.pdf",
    ]
    before = set(children())
    alone = [i797.read(path, jobs=2) for path in paths]
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(lambda path: i797.read(path, jobs=2), paths * 6))
    assert read == alone * 6
    # Eight threads, and two documents at a time.
    assert len(set(children()) - before) <= 2


def test_others_run_while_a_document_is_read():
    counted = 0
    done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1
            time.sleep(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    try:
        before = counted
        i797.read(SCAN)
        between = counted - before
    finally:
        done.set()
        counter.join()
    assert between > 5


def test_ctrl_c_ends_a_batch_at_once():
    # Jobs that a shell runs in the background ignore SIGINT, and hand that on to what they start.
    script = """
import signal, sys, i797
signal.signal(signal.SIGINT, signal.default_int_handler)
scan = ("copy", open(sys.argv[2], "rb").read())
try:
    with i797.read([sys.argv[1]] + [scan] * 200) as batch:
        for document in batch:
            print("read", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    assert i797.read(sys.argv[2]).outcome == "read"
    print("goes on", flush=True)
"""
    command = [sys.executable, "-c", script, str(NATIVE), str(SCAN)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "read\n"
        process.send_signal(signal.SIGINT)
        *read, interrupted, goes_on = process.stdout.read().splitlines()
    assert (interrupted, goes_on) == ("interrupted", "goes on")
    assert process.returncode == 0
    # Those that were done by then; a busy machine may take a while to say so.
    assert len(read) < 100


def test_no_worker_outlives_the_interpreter():
    script = f"""
import os, i797
from test_process import children
i797.read({str(SCAN)!r})
print(*children())
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    workers = ran.stdout.split()
    assert workers
    for _ in range(100):
        if not any(Path("/proc", worker).exists() for worker in workers):
            return
        time.sleep(0.05)
    raise AssertionError("a worker lives on")


def test_a_program_that_is_no_worker(monkeypatch):
    monkeypatch.setattr(i797._read, "PROGRAM", Path("/bin/true"))
    with pytest.raises(i797.SetupError):
        i797.read(NATIVE)
    monkeypatch.setattr(i797._read, "PROGRAM", Path("/nowhere/extract"))
    with pytest.raises(i797.SetupError):
        i797.read(NATIVE)


def test_a_missing_tesseract_is_said(monkeypatch, tmp_path):
    alone = tmp_path / "extract"
    alone.symlink_to(i797.PROGRAM)
    monkeypatch.setattr(i797._read, "PROGRAM", alone)
    with pytest.warns(i797.EngineWarning, match="extract-ocr"):
        document = i797.read(SCAN)
    assert document.to_dict() == i797.read(SCAN, engine="builtin").to_dict()


def test_the_command_is_the_program():
    ran = subprocess.run(
        [sys.executable, "-m", "i797", "--version"], stdout=subprocess.PIPE, check=True, text=True
    )
    assert ran.stdout.startswith("extract ")
