"""Read the output of the generator's `lines` program; generator/src/line/mod.rs has the format."""

import dataclasses
import subprocess

import numpy as np

HEIGHT = 32
KINDS = ("receipt", "a-number", "account", "other", "blank")


@dataclasses.dataclass
class Line:
    """A line image (0 is paper, 255 is ink) and its ground truth."""

    ink: np.ndarray
    label: str
    kind: int
    damage: int
    from_page: bool
    face: int
    number: str


def read(stream):
    """Read the next line from a byte stream; None at the end."""
    head = stream.read(9)
    if len(head) < 9:
        return None
    width = head[0] | head[1] << 8
    kind, damage, page, face, start, length, letters = head[2:]
    label = stream.read(letters).decode("ascii")
    ink = np.frombuffer(stream.read(HEIGHT * width), np.uint8).reshape(HEIGHT, width)
    return Line(ink, label, kind, damage, bool(page), face, label[start : start + length])


def start(program, which, seed, count=None):
    """Start a low-priority process that writes the lines of a set from a seed."""
    command = ["nice", "-n", "19", program, "--set", which, "--seed", str(seed)]
    if count is not None:
        command += ["--count", str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=1 << 20)


def some(program, which, seed, count):
    """Return `count` lines of a set."""
    process = start(program, which, seed, count)
    kept = []
    while (line := read(process.stdout)) is not None:
        kept.append(line)
    process.wait()
    if len(kept) != count:
        raise RuntimeError(f"{program} wrote {len(kept)} of {count} lines of the set {which}")
    return kept


def names(program, which):
    """Return the names of damage kinds or faces (trained, held-out, families), by number."""
    return subprocess.run(
        [program, "--names", which], capture_output=True, text=True, check=True
    ).stdout.split("\n")[:-1]
