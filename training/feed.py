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


def batch_size(width, columns):
    """Return the lines per batch, so that every batch has about the same number of columns."""
    return max(8, columns // width // 4 * 4)


def pack(chosen, width, rng=None):
    """Pack lines into ink [N, 32, width, 1]; with `rng`, shift them and vary the repeated ones."""
    ink = np.zeros((len(chosen), lines.HEIGHT, width), np.float32)
    for row, (line, fresh) in zip(ink, chosen):
        w = line.ink.shape[1]
        left = int(rng.integers(0, width - w + 1)) if rng is not None and width > w else 0
        values = line.ink.astype(np.float32) / 255.0
        if not fresh:
            # Vary a repeated line: slightly higher or lower, fainter or grainier.
            values = np.roll(values, int(rng.integers(-1, 2)), 0)
            values = np.clip(
                values * rng.uniform(0.8, 1.15)
                + rng.standard_normal(values.shape, np.float32) * rng.uniform(0, 0.06),
                0,
                1,
            )
        row[:, left : left + w] = values
    return ink[..., None]


def labels_of(chosen, classes):
    """Return labels as classes, padded with zeros, and their lengths."""
    labels = np.zeros((len(chosen), LONGEST_LABEL), np.int32)
    lengths = np.zeros(len(chosen), np.int32)
    for i, (line, _) in enumerate(chosen):
        lengths[i] = len(line.label)
        labels[i, : lengths[i]] = [classes[c] for c in line.label]
    return labels, lengths


class Feed:
    """Read streams in threads and hand out batches; use every line `uses` times, varied."""

    def __init__(self, program, seed, streams, columns, uses, alphabet):
        self.columns, self.uses = columns, uses
        self.classes = {c: i + 1 for i, c in enumerate(alphabet)}
        self.rng = np.random.default_rng(seed)
        self.read = queue.Queue(2048)
        self.ready = queue.Queue(12)
        self.pending = collections.defaultdict(list)
        self.used = []
        self.processes = [lines.start(program, "train", seed + i) for i in range(streams)]
        for process in self.processes:
            threading.Thread(target=self._drain, args=(process,), daemon=True).start()
        threading.Thread(target=self._batch, daemon=True).start()

    def _drain(self, process):
        while (line := lines.read(process.stdout)) is not None:
            self.read.put(line)
        self.read.put(None)

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
            chosen = [(line, use == 1) for line, use in held]
            self.ready.put((pack(chosen, width, self.rng), *labels_of(chosen, self.classes)))
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
        """Return the next batch: ink, labels, lengths."""
        batch = self.ready.get()
        if batch is None:
            raise RuntimeError("the line generator exited")
        return batch

    def stop(self):
        """Stop the generators."""
        for process in self.processes:
            process.terminate()
