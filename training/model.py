"""The recognizer's network: convolutions only, so that it exports to Conv, Relu and Add.

Shapes are NHWC. A line is [N, 32, W, 1], ink 1.0 and paper 0.0, with W a multiple of 4; the output
is [N, W/4, C] log-probabilities, where class 0 is the CTC blank and class i the i-th character of
ALPHABET. Batch normalization follows every convolution but the last; it is free at inference,
because export.py folds it into the weights.
"""

import jax
import jax.numpy as jnp
import numpy as np

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&' "
HEIGHT = 32
STRIDE = 4
CLASSES = len(ALPHABET) + 1

# Strides of the stem's convolutions, down and along.
STRIDES = ((2, 2), (2, 2), (2, 1), (2, 1))
WIDTH = 7

# By name: channels of the stem's convolutions, channels of the body, residual blocks.
SHAPES = {
    "small": ((20, 40, 64, 96), 128, 5),
    "wide": ((24, 48, 80, 112), 160, 6),
}


def _conv(rng, height, width, inputs, outputs):
    scale = np.sqrt(2.0 / (height * width * inputs))
    return {
        "w": (rng.standard_normal((height, width, inputs, outputs)) * scale).astype(np.float32),
        "scale": np.ones(outputs, np.float32),
        "bias": np.zeros(outputs, np.float32),
    }


def blocks(params):
    """Return the number of residual blocks."""
    return sum(name.startswith("along") for name in params)


def ink(values):
    """Return ink [N, 32, W, 1] from 0.0 to 1.0 for bytes [N, 32, W]."""
    return values.astype(jnp.float32)[..., None] / 255.0


def initial(seed, shape="small"):
    """Return initial weights and batch normalization statistics (mean, variance)."""
    stem, body, count = SHAPES[shape]
    rng = np.random.default_rng(seed)
    params = {}
    inputs = 1
    for i, outputs in enumerate(stem):
        params[f"stem{i}"] = _conv(rng, 3, 3, inputs, outputs)
        inputs = outputs
    params["fold"] = _conv(rng, 2, 1, inputs, body)
    for i in range(count):
        params[f"along{i}"] = {
            "w": (rng.standard_normal((WIDTH, body)) * np.sqrt(1.0 / WIDTH)).astype(np.float32)
        }
        block = _conv(rng, 1, 1, body, body)
        block["scale"] *= 0.5
        params[f"mix{i}"] = block
    params["out"] = {
        "w": (rng.standard_normal((body, CLASSES)) * 0.05).astype(np.float32),
        "bias": np.zeros(CLASSES, np.float32),
    }
    params["out"]["bias"][0] = 1.0
    stats = {
        name: (np.zeros_like(p["bias"]), np.ones_like(p["bias"]))
        for name, p in params.items()
        if "scale" in p
    }
    return params, stats


def _normalise(x, p, stats, train):
    if train:
        mean = jnp.mean(x, (0, 1, 2))
        variance = jnp.mean(jnp.square(x), (0, 1, 2)) - jnp.square(mean)
    else:
        mean, variance = stats
    gain = p["scale"] * jax.lax.rsqrt(variance + 1e-3)
    return x * gain + (p["bias"] - mean * gain), (mean, variance)


def _patches(x, strides):
    """im2col for 3×3: on a CPU, a matmul is far faster than XLA's convolution and gradients."""
    sy, sx = strides
    h, w = x.shape[1] // sy, x.shape[2] // sx
    x = jnp.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    parts = [
        jax.lax.slice(
            x,
            (0, dy, dx, 0),
            (x.shape[0], dy + (h - 1) * sy + 1, dx + (w - 1) * sx + 1, x.shape[3]),
            (1, sy, sx, 1),
        )
        for dy in range(3)
        for dx in range(3)
    ]
    return jnp.concatenate(parts, -1)


def forward(params, stats, x, train):
    """Return log-probabilities [N, W/4, C] and this batch's normalization statistics."""
    seen = {}

    def norm(name, y):
        y, seen[name] = _normalise(y, params[name], None if stats is None else stats[name], train)
        return y

    for i, strides in enumerate(STRIDES):
        name = f"stem{i}"
        w = params[name]["w"]
        x = jax.nn.relu(norm(name, _patches(x, strides) @ w.reshape(-1, w.shape[-1])))
    n, _, t, c = x.shape
    x = jnp.concatenate((x[:, 0], x[:, 1]), -1).reshape(n, 1, t, 2 * c)
    x = jax.nn.relu(norm("fold", x @ params["fold"]["w"].reshape(2 * c, -1)))
    half = WIDTH // 2
    for i in range(blocks(params)):
        w = params[f"along{i}"]["w"]
        padded = jnp.pad(x, ((0, 0), (0, 0), (half, half), (0, 0)))
        y = sum(padded[:, :, k : k + t] * w[k] for k in range(WIDTH))
        y = y @ params[f"mix{i}"]["w"].reshape(y.shape[-1], -1)
        x = x + jax.nn.relu(norm(f"mix{i}", y))
    logits = x[:, 0] @ params["out"]["w"] + params["out"]["bias"]
    return jax.nn.log_softmax(logits), seen


def ctc_loss(logprobs, labels, label_lengths):
    """Return the CTC loss per line, [N], for logprobs [N, T, C] and zero-padded labels [N, L]."""
    n, t, _ = logprobs.shape
    length = labels.shape[1]
    states = 2 * length + 1
    extended = jnp.zeros((n, states), jnp.int32).at[:, 1::2].set(labels)
    skip = jnp.zeros((n, states), bool)
    skip = skip.at[:, 3::2].set((labels[:, 1:] != labels[:, :-1]) & (labels[:, 1:] != 0))
    one_hot = jax.nn.one_hot(extended, logprobs.shape[2], dtype=logprobs.dtype)
    emitted = jnp.einsum("ntc,nsc->tns", logprobs, one_hot)
    never = -1e9
    start = (
        jnp.full((n, states), never).at[:, 0].set(emitted[0, :, 0]).at[:, 1].set(emitted[0, :, 1])
    )

    def step(alpha, e):
        one = jnp.pad(alpha, ((0, 0), (1, 0)), constant_values=never)[:, :-1]
        two = jnp.where(
            skip, jnp.pad(alpha, ((0, 0), (2, 0)), constant_values=never)[:, :-2], never
        )
        top = jnp.maximum(jnp.maximum(alpha, one), two)
        total = jnp.exp(alpha - top) + jnp.exp(one - top) + jnp.exp(two - top)
        return jnp.maximum(top + jnp.log(total) + e, never), None

    last, _ = jax.lax.scan(step, start, emitted[1:])
    end = 2 * label_lengths
    a = jnp.take_along_axis(last, end[:, None], 1)[:, 0]
    b = jnp.take_along_axis(last, jnp.maximum(end - 1, 0)[:, None], 1)[:, 0]
    b = jnp.where(label_lengths > 0, b, never)
    return -jnp.logaddexp(a, b)


def read(logprobs):
    """Decode [N, T, C] log-probabilities greedily: merge repeats, drop blanks."""
    texts = []
    for classes in np.asarray(logprobs).argmax(-1):
        kept = classes[np.concatenate(([True], classes[1:] != classes[:-1]))]
        texts.append("".join(ALPHABET[c - 1] for c in kept if c))
    return texts
