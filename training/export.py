"""Export trained weights as ONNX with a JSON description, folding batch norm into convolutions."""

import argparse
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

import model


def folded(p, stats):
    """Return weights [h, w, in, out] and bias [out] with batch normalization folded in."""
    mean, variance = (np.asarray(s, np.float32) for s in stats)
    gain = np.asarray(p["scale"]) / np.sqrt(variance + 1e-3)
    return np.asarray(p["w"]) * gain, np.asarray(p["bias"]) - mean * gain


def graph(params, stats):
    """Build the ONNX model: input ink [N, 1, 32, W], output logprobs [N, W/4, C]."""
    nodes, weights = [], []

    def constant(name, value):
        weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def conv(x, name, w, bias, strides, pads, group=1, relu=True):
        inputs = [x, constant(f"{name}.w", w.astype(np.float32))]
        if bias is not None:
            inputs.append(constant(f"{name}.b", bias.astype(np.float32)))
        out = f"{name}.y"
        kernel = list(w.shape[2:])
        nodes.append(
            helper.make_node(
                "Conv",
                inputs,
                [out],
                strides=list(strides),
                pads=pads,
                group=group,
                kernel_shape=kernel,
            )
        )
        if relu:
            nodes.append(helper.make_node("Relu", [out], [f"{name}.r"]))
            out = f"{name}.r"
        return out

    x = "ink"
    for i, strides in enumerate(model.STRIDES):
        w, b = folded(params[f"stem{i}"], stats[f"stem{i}"])
        x = conv(x, f"stem{i}", w.transpose(3, 2, 0, 1), b, strides, [1, 1, 1, 1])
    w, b = folded(params["fold"], stats["fold"])
    x = conv(x, "fold", w.transpose(3, 2, 0, 1), b, (1, 1), [0, 0, 0, 0])
    half = model.WIDTH // 2
    for i in range(model.blocks(params)):
        along = np.asarray(params[f"along{i}"]["w"]).T[:, None, None, :]
        y = conv(
            x, f"along{i}", along, None, (1, 1), [0, half, 0, half], group=len(along), relu=False
        )
        w, b = folded(params[f"mix{i}"], stats[f"mix{i}"])
        y = conv(y, f"mix{i}", w.transpose(3, 2, 0, 1), b, (1, 1), [0, 0, 0, 0])
        nodes.append(helper.make_node("Add", [x, y], [f"sum{i}"]))
        x = f"sum{i}"
    w = np.asarray(params["out"]["w"]).T[:, :, None, None]
    x = conv(x, "out", w, np.asarray(params["out"]["bias"]), (1, 1), [0, 0, 0, 0], relu=False)
    axes = constant("height_axis", np.array([2], np.int64))
    nodes.append(helper.make_node("Squeeze", [x, axes], ["flat"]))
    nodes.append(helper.make_node("Transpose", ["flat"], ["rows"], perm=[0, 2, 1]))
    nodes.append(helper.make_node("LogSoftmax", ["rows"], ["logprobs"], axis=2))
    ink = helper.make_tensor_value_info("ink", TensorProto.FLOAT, ["N", 1, model.HEIGHT, "W"])
    logprobs = helper.make_tensor_value_info(
        "logprobs", TensorProto.FLOAT, ["N", "T", model.CLASSES]
    )
    made = helper.make_model(
        helper.make_graph(nodes, "line-reader", [ink], [logprobs], weights),
        opset_imports=[helper.make_opsetid("", 17)],
        producer_name="i797-training",
    )
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


def load(path):
    """Load the averaged weights and normalization statistics of a checkpoint."""
    data = np.load(path)
    params, stats = {}, {}
    for key in data.files:
        kind, *rest = key.split("|")
        if kind == "average":
            params.setdefault(rest[0], {})[rest[1]] = data[key]
        elif kind == "stats":
            stats.setdefault(rest[0], [None, None])[int(rest[1])] = data[key]
    return params, stats


def slim(source, path):
    """Write only the averaged weights of a checkpoint: small enough to commit and resume from."""
    data = np.load(source)
    about = json.loads(str(data["about"])) | {"decay": None}
    kept = {key: data[key] for key in data.files if key.split("|")[0] in ("average", "stats")}
    np.savez_compressed(path, about=np.array(json.dumps(about)), **kept)


def main():
    """Run the export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", help="npz written by train.py; without it, random weights")
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument(
        "--slim",
        type=pathlib.Path,
        help="also write only the averaged weights here, to resume from later",
    )
    args = parser.parse_args()
    if args.slim and args.checkpoint:
        slim(args.checkpoint, args.slim)
    params, stats = load(args.checkpoint) if args.checkpoint else model.initial(0)
    onnx.save(graph(params, stats), args.out)
    about = {
        "alphabet": model.ALPHABET,
        "height": model.HEIGHT,
        "stride": model.STRIDE,
        "input": "ink",
        "output": "logprobs",
    }
    args.out.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n")


if __name__ == "__main__":
    main()
