"""Train the line recognizer on an endless stream of generated lines.

The learning rate warms up, stays constant, and falls to zero over the last steps. The fall can be
planned (--steps) or requested during training: write the number of steps it should take to the file
`decay` in the run's folder. Every few minutes the state is saved, validated and exported; started
again with the same folder, training resumes.
"""

import argparse
import concurrent.futures
import csv
import json
import os
import pathlib
import subprocess
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

import feed
import lines
import model
import validate

COLUMNS = ["step", "minutes", "lines", "rate", "loss"] + [
    f"{which} {what}"
    for which, _ in validate.SETS
    for what in ("whole", "numbers", "receipt", "a-number", "account")
]


def varied(ink, fresh, key):
    """Vary the repeated lines of a batch: slightly higher or lower, fainter or grainier."""
    shift, gain, grain, noise = jax.random.split(key, 4)
    n = ink.shape[0]
    column = (n, 1, 1, 1)
    rows = jnp.arange(ink.shape[1])[None] + jax.random.randint(shift, (n, 1), -1, 2)
    moved = jnp.take_along_axis(ink, (rows % ink.shape[1])[..., None, None], 1)
    weight = jax.random.uniform(gain, column, minval=0.8, maxval=1.15)
    spread = jax.random.uniform(grain, column, maxval=0.06)
    other = jnp.clip(moved * weight + jax.random.normal(noise, ink.shape) * spread, 0, 1)
    # Columns without ink are padding; they stay empty.
    other = jnp.where(jnp.any(ink > 0, (1, 3), keepdims=True), other, 0)
    return jnp.where(fresh[:, None, None, None], ink, other)


def loss_of(params, ink, labels, lengths):
    """Return the mean CTC loss per character, so that long lines do not dominate."""
    logprobs, _ = model.forward(params, None, ink, True)
    each = model.ctc_loss(logprobs, labels, lengths)
    return jnp.sum(each) / jnp.maximum(jnp.sum(lengths), 1) * 10.0


@jax.jit
def step(state, ink, fresh, labels, lengths, rate):
    """Take one AdamW step with clipped gradients, and update the running average."""
    params, first, second, average, count = state
    ink = varied(model.ink(ink), fresh, jax.random.key(count.astype(jnp.uint32)))
    loss, grads = jax.value_and_grad(loss_of)(params, ink, labels, lengths)
    norm = jnp.sqrt(sum(jnp.sum(jnp.square(g)) for g in jax.tree.leaves(grads)))
    grads = jax.tree.map(lambda g: g * jnp.minimum(1.0, 5.0 / (norm + 1e-9)), grads)
    count = count + 1
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, grads)
    second = jax.tree.map(lambda v, g: 0.98 * v + 0.02 * g * g, second, grads)
    one, two = 1 - 0.9**count, 1 - 0.98**count

    def move(p, m, v):
        decay = 0.01 if p.ndim > 1 else 0.0
        return p - rate * ((m / one) / (jnp.sqrt(v / two) + 1e-8) + decay * p)

    params = jax.tree.map(move, params, first, second)
    keep = jnp.minimum(0.999, (1 + count) / (20 + count))
    average = jax.tree.map(lambda a, p: a * keep + p * (1 - keep), average, params)
    return (params, first, second, average, count), loss


@jax.jit
def statistics(params, ink):
    """Return the mean and mean square of each normalization's input in a batch."""
    seen = model.forward(params, None, model.ink(ink), True)[1]
    return {name: (mean, variance + jnp.square(mean)) for name, (mean, variance) in seen.items()}


def measured(params, batches):
    """Return normalization means and variances for fixed weights over some batches."""
    seen = [statistics(params, ink) for ink in batches]
    mean = jax.tree.map(lambda *s: sum(s) / len(s), *seen)
    return {name: (m, square - jnp.square(m)) for name, (m, square) in mean.items()}


@jax.jit
def read(params, stats, ink):
    """Return log-probabilities with fixed normalization statistics."""
    return model.forward(params, stats, model.ink(ink), False)[0]


def new(seed, shape):
    """Return the state before the first step."""
    params = jax.tree.map(jnp.asarray, model.initial(seed, shape)[0])
    zeros = jax.tree.map(jnp.zeros_like, params)
    return (params, zeros, zeros, params, jnp.zeros((), jnp.float32))


def save(path, state, stats, about):
    """Write a checkpoint atomically."""
    arrays = {}
    for kind, tree in zip(("params", "first", "second", "average"), state):
        for name, part in tree.items():
            for key, value in part.items():
                arrays[f"{kind}|{name}|{key}"] = np.asarray(value)
    for name, pair in stats.items():
        for i, value in enumerate(pair):
            arrays[f"stats|{name}|{i}"] = np.asarray(value)
    arrays["about"] = np.array(json.dumps(about))
    part = path.with_suffix(".part.npz")
    np.savez(part, **arrays)
    os.replace(part, path)


def load(path):
    """Load state and description; a slim checkpoint starts with fresh moments."""
    data = np.load(path)
    trees = {kind: {} for kind in ("params", "first", "second", "average")}
    for key in data.files:
        kind, *rest = key.split("|")
        if kind in trees:
            trees[kind].setdefault(rest[0], {})[rest[1]] = jnp.asarray(data[key])
    about = json.loads(str(data["about"]))
    average = trees["average"]
    params = trees["params"] or average
    zeros = jax.tree.map(jnp.zeros_like, params)
    count = jnp.asarray(about["step"] if trees["first"] else 0, jnp.float32)
    return (params, trees["first"] or zeros, trees["second"] or zeros, average, count), about


def rate_at(step_number, args, decay):
    """Return the learning rate: warm-up, constant, then a linear fall once it has begun."""
    rate = args.rate * min(1.0, (step_number + 1) / args.warmup)
    if decay is None:
        return rate
    begin, length = decay
    return rate * max(0.0, 1.0 - (step_number - begin) / length)


class Run:
    """A run's folder of checkpoints, exports and logs."""

    def __init__(self, args):
        self.args = args
        self.folder = pathlib.Path(args.run)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path = self.folder / "checkpoint.npz"
        self.about = {"step": 0, "minutes": 0.0, "lines": 0, "decay": None, "starts": 0}
        self.state = new(args.seed, args.shape)
        source = self.path if self.path.exists() else args.resume
        if source:
            self.state, about = load(source)
            self.about.update(about)
            print(f"resuming from {source}, step {self.about['step']}", flush=True)
        self.about["starts"] += 1
        self.held = {} if args.skip_validation else validate.held(args.lines)
        self.recent = []

    def note(self, ink):
        """Keep a few recent batches for the normalization statistics."""
        self.recent.append(ink)
        del self.recent[: -self.args.batches]

    def check(self, loss):
        """Save, export and validate the averaged weights; return a line for the log."""
        average = self.state[3]
        stats = measured(average, self.recent)
        save(self.path, self.state, stats, self.about)
        self.export()
        row = {
            "step": self.about["step"],
            "minutes": round(self.about["minutes"], 1),
            "lines": self.about["lines"],
        }
        row |= {"rate": f"{self.about.get('rate', 0):.2e}", "loss": f"{loss:.4f}"}
        detail = {}
        for name, kept in self.held.items():
            scored = validate.scores(
                kept, validate.read_all(lambda ink: read(average, stats, ink), kept)
            )
            detail[name] = scored
            for what in ("whole", "numbers", "receipt", "a-number", "account"):
                row[f"{name} {what}"] = f"{validate.rate(scored, what):.4f}"
        log = self.folder / "log.csv"
        new = not log.exists()
        with log.open("a", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            if new:
                writer.writeheader()
            writer.writerow(row)
        (self.folder / "validation.json").write_text(json.dumps(detail, indent=1) + "\n")
        return " ".join(f"{key}={value}" for key, value in row.items())

    def export(self):
        """Write the averaged weights as ONNX next to the checkpoint."""
        script = pathlib.Path(__file__).with_name("export.py")
        part, whole = self.folder / "part.onnx", self.folder / "weights.onnx"
        subprocess.run(
            [sys.executable, script, "--checkpoint", self.path, "--out", part], check=True
        )
        os.replace(part.with_suffix(".json"), whole.with_suffix(".json"))
        os.replace(part, whole)

    def decay(self):
        """Return start and length of the fall, planned or requested by the file `decay`."""
        asked = self.folder / "decay"
        if self.about["decay"] is None and asked.exists():
            self.about["decay"] = [self.about["step"], int(asked.read_text())]
        elif (
            self.about["decay"] is None
            and self.args.steps
            and self.about["step"] >= self.args.steps - self.args.fall
        ):
            self.about["decay"] = [self.about["step"], self.args.fall]
        elif (
            self.about["decay"] is None
            and self.args.minutes
            and self.about["minutes"] >= self.args.minutes / 2
        ):
            self.about["decay"] = [self.about["step"], self.about["step"]]
        return self.about["decay"]


def compile_steps(state, columns):
    """Compile the step for all widths of batches, side by side, into the compilation cache."""

    def one(width):
        n = feed.batch_size(width, columns)
        shapes = (
            jax.ShapeDtypeStruct((n, lines.HEIGHT, width), jnp.uint8),
            jax.ShapeDtypeStruct((n,), jnp.bool_),
            jax.ShapeDtypeStruct((n, feed.LONGEST_LABEL), jnp.int32),
            jax.ShapeDtypeStruct((n,), jnp.int32),
        )
        step.lower(state, *shapes, 0.1).compile()

    with concurrent.futures.ThreadPoolExecutor() as pool:
        list(pool.map(one, feed.widths()))


def train(run):
    """Train until the learning rate has fallen to zero."""
    args, about = run.args, run.about
    # Each start draws different lines.
    source = feed.Feed(
        args.lines,
        args.seed * 1000 + about["starts"] * 10,
        args.streams,
        args.stored,
        args.columns,
        args.uses,
        model.ALPHABET,
    )
    compile_steps(run.state, args.columns)
    begun, checked, before = time.time(), time.time(), about["minutes"]
    losses = []
    done = False
    while not done:
        ink, fresh, labels, lengths = source.next()
        about["rate"] = rate_at(about["step"], args, run.decay())
        run.state, loss = step(run.state, ink, fresh, labels, lengths, about["rate"])
        run.note(ink)
        about["step"] += 1
        about["lines"] += len(ink)
        about["minutes"] = before + (time.time() - begun) / 60
        # Not converted here: that would wait for the step.
        losses.append(loss)
        if about["step"] % 50 == 0:
            speed = about["lines"] / about["minutes"] / 60
            recent = np.mean(jax.device_get(losses[-50:]))
            print(
                f"{about['step']} {about['minutes']:.1f} min, loss {recent:.4f}, "
                f"{speed:.0f} lines/s, {source.ready.qsize()} ready",
                flush=True,
            )
        done = about["decay"] is not None and about["step"] >= sum(about["decay"])
        if done or time.time() - checked > args.every * 60 or about["step"] == args.first:
            print(run.check(float(np.mean(jax.device_get(losses[-200:])))), flush=True)
            losses, checked = losses[-200:], time.time()
    source.stop()


def keep_memory():
    """Re-execute with a heap that keeps its pages; otherwise a third of each step goes into
    getting the same memory back."""
    wanted = {
        "MALLOC_MMAP_THRESHOLD_": "8000000000",
        "MALLOC_TRIM_THRESHOLD_": "80000000000",
        "MALLOC_TOP_PAD_": "500000000",
        "MALLOC_ARENA_MAX": "1",
    }
    if not all(os.environ.get(key) == value for key, value in wanted.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | wanted)


def main():
    """Run training from the command line."""
    keep_memory()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--run", default="training/runs/reader", help="folder of this run; resumed if it exists"
    )
    parser.add_argument(
        "--lines", default="target/release/lines", help="the generator's `lines` program"
    )
    parser.add_argument("--resume", help="checkpoint to start from if the folder has none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--steps", type=int, default=0, help="total steps; 0: until a file `decay` requests the end"
    )
    parser.add_argument(
        "--fall",
        type=int,
        default=11000,
        help="number of final steps over which the rate falls to zero",
    )
    parser.add_argument(
        "--minutes", type=float, default=0, help="about how long to train; the rate falls from half"
    )
    parser.add_argument("--shape", choices=model.SHAPES, default="small")
    parser.add_argument(
        "--stored", nargs="*", default=[], help="files of lines, read over and over"
    )
    parser.add_argument(
        "--skip-validation", action="store_true", help="only save and export at checkpoints"
    )
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--warmup", type=int, default=300)
    parser.add_argument("--columns", type=int, default=12288, help="pixel columns per batch")
    parser.add_argument("--uses", type=int, default=3, help="times each line is used")
    parser.add_argument("--streams", type=int, default=1, help="generator processes")
    parser.add_argument(
        "--batches", type=int, default=24, help="batches for the normalization statistics"
    )
    parser.add_argument("--every", type=float, default=8.0, help="minutes between checkpoints")
    parser.add_argument("--first", type=int, default=0, help="an extra checkpoint at this step")
    args = parser.parse_args()
    jax.config.update(
        "jax_compilation_cache_dir", str(pathlib.Path(args.run, "compiled").absolute())
    )
    run = Run(args)
    train(run)


if __name__ == "__main__":
    main()
