"""Batch lines of similar width from the generator's endless streams."""

import collections
import queue
import threading

import numpy as np

import lines

STEP = 64
WIDEST = 768
LONGEST_LABEL = 48


def bucket(width):
    """Return the width a line is padded to; few distinct widths keep compilations few."""
    return max(128, -(-width // STEP) * STEP)


def widths():
    """Return all widths of batches."""
    return range(bucket(0), WIDEST + 1, STEP)


def batch_size(width, columns):
    """Return the lines per batch, so that every batch has about the same number of columns."""
    return max(8, columns // width // 4 * 4)


def pack(chosen, width, rng=None):
    """Pack lines into bytes [N, 32, width] of ink; with `rng`, shift them along."""
    ink = np.zeros((len(chosen), lines.HEIGHT, width), np.uint8)
    for row, line in zip(ink, chosen):
        w = line.ink.shape[1]
        left = int(rng.integers(0, width - w + 1)) if rng is not None and width > w else 0
        row[:, left : left + w] = line.ink
    return ink


def labels_of(chosen, classes):
    """Return labels as classes, padded with zeros, and their lengths."""
    labels = np.zeros((len(chosen), LONGEST_LABEL), np.int32)
    lengths = np.zeros(len(chosen), np.int32)
    for i, line in enumerate(chosen):
        lengths[i] = len(line.label)
        labels[i, : lengths[i]] = [classes[c] for c in line.label]
    return labels, lengths


class Feed:
    """Read streams in threads and hand out batches; use every line `uses` times.

    Lines come from `streams` generators and from files of stored lines, which are read over and
    over.
    """

    def __init__(self, program, seed, streams, stored, columns, uses, alphabet):
        self.columns, self.uses = columns, uses
        self.classes = {c: i + 1 for i, c in enumerate(alphabet)}
        self.rng = np.random.default_rng(seed)
        self.read = queue.Queue(2048)
        self.ready = queue.Queue(12)
        self.pending = collections.defaultdict(list)
        self.used = []
        self.processes = [lines.start(program, "train", seed + i) for i in range(streams)]
        for process in self.processes:
            threading.Thread(target=self._drain, args=(process.stdout,), daemon=True).start()
        for path in stored:
            threading.Thread(target=self._repeat, args=(path,), daemon=True).start()
        threading.Thread(target=self._batch, daemon=True).start()

    def _drain(self, stream):
        while (line := lines.read(stream)) is not None:
            self.read.put(line)
        self.read.put(None)

    def _repeat(self, path):
        while True:
            with open(path, "rb", buffering=1 << 20) as stream:
                while (line := lines.read(stream)) is not None:
                    self.read.put(line)

    def _offer(self, line, use):
        width = bucket(line.ink.shape[1])
        if width > WIDEST or line.ink.shape[1] // 4 < len(line.label) + sum(
            a == b for a, b in zip(line.label, line.label[1:])
        ):
            return
        held = self.pending[width]
        held.append((line, use))
        if len(held) >= batch_size(width, self.columns):
            self.pending[width] = []
            chosen = [line for line, _ in held]
            fresh = np.array([use == 1 for _, use in held])
            ink = pack(chosen, width, self.rng)
            self.ready.put((ink, fresh, *labels_of(chosen, self.classes)))
            self.used.extend((line, use + 1) for line, use in held if use < self.uses)

    def _batch(self):
        while (line := self.read.get()) is not None:
            self._offer(line, 1)
            # Repeat lines only after many others.
            while len(self.used) > 6000:
                i = int(self.rng.integers(len(self.used)))
                self.used[i], self.used[-1] = self.used[-1], self.used[i]
                self._offer(*self.used.pop())
        self.ready.put(None)

    def next(self):
        """Return the next batch: ink as bytes, which lines are fresh, labels, lengths."""
        batch = self.ready.get()
        if batch is None:
            raise RuntimeError("the line generator exited")
        return batch

    def stop(self):
        """Stop the generators."""
        for process in self.processes:
            process.terminate()
