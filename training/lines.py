"""Reads the stream of the generator's `lines` program; its form is said in generator/src/line/mod.rs."""

import dataclasses
import subprocess

import numpy as np

HEIGHT = 32
KINDS = ("receipt", "a-number", "account", "other", "blank")


@dataclasses.dataclass
class Line:
    """A line of ink (0 paper to 255 ink) and what it says."""

    ink: np.ndarray
    label: str
    kind: int
    damage: int
    from_page: bool
    face: int
    number: str


def read(stream):
    """The next line of a stream of bytes; None at its end."""
    head = stream.read(9)
    if len(head) < 9:
        return None
    width = head[0] | head[1] << 8
    kind, damage, page, face, start, length, letters = head[2:]
    label = stream.read(letters).decode("ascii")
    ink = np.frombuffer(stream.read(HEIGHT * width), np.uint8).reshape(HEIGHT, width)
    return Line(ink, label, kind, damage, bool(page), face, label[start : start + length])


def start(program, which, seed, count=None):
    """A process that writes the lines of a set and a seed, on idle cores only."""
    command = ["nice", "-n", "19", program, "--set", which, "--seed", str(seed)]
    if count is not None:
        command += ["--count", str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=1 << 20)


def some(program, which, seed, count):
    """So many lines of a set."""
    process = start(program, which, seed, count)
    kept = []
    while (line := read(process.stdout)) is not None:
        kept.append(line)
    process.wait()
    if len(kept) != count:
        raise RuntimeError(f"{program} gave {len(kept)} of {count} lines of the set {which}")
    return kept


def names(program, which):
    """The names of the kinds of damage or of faces (trained, held-out, families), by number."""
    return subprocess.run([program, "--names", which], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
