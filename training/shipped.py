"""The shipped int8 file in, a Reader's float weights out: training goes on from what is in models/reader."""

import json
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .network import CAUTION, LAYERS, Reader

IN_ORDER = ["query", "key", "value", "out", "inner", "outer"]


def start_from_shipped(reader: Reader, vocabulary: list[str], folder: Path) -> None:
    """Weights that the file does not have keep their beginning. Throws where the vocabulary is another."""
    if (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1] != vocabulary:
        raise SystemExit("The shipped vocabulary is not the prepared one: train from MiniLM instead.")
    model = onnx.load(folder / "reader.onnx")
    stored = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    state = reader.state_dict()
    for name, value in read_weights(model, stored).items():
        if name in state and tuple(state[name].shape) == value.shape:
            state[name] = torch.from_numpy(np.array(value, dtype=np.float32))
    settings = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    state["relation.weight"] = torch.tensor(settings["relation"]["weights"])
    state["relation.bias"] = torch.tensor(settings["relation"]["bias"])
    state["entity.bias"][0] -= CAUTION
    reader.load_state_dict(state)


def read_weights(model: onnx.ModelProto, stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    weights = {name: value for name, value in stored.items() if not name.startswith("onnx::")}
    weights["encoder.words.weight"] = stored["encoder.words.table"] * stored["encoder.words.scale"]
    mix = []
    for node in model.graph.node:
        # The scope of a node names its module: /encoder/layers.0/query/MatMul, /upos/MatMul.
        module = node.name.strip("/").replace("/", ".").removesuffix("_quant").rpartition(".MatMul")[0]
        if node.op_type == "MatMulInteger":
            weight = node.input[1].removesuffix("_quantized")
            weights[f"{module}.weight"] = (stored[f"{weight}_quantized"] * stored[f"{weight}_scale"]).T
        elif node.op_type == "MatMul" and node.input[1] in stored and module:
            weights[f"{module}.weight"] = stored[node.input[1]].T
        elif node.op_type == "Mul" and any(i.startswith("onnx::Mul") for i in node.input):
            mix.append(float(stored[next(i for i in node.input if i.startswith("onnx::Mul"))]))
    if len(mix) == LAYERS:
        weights["encoder.mix"] = np.array([math.log(max(m, 1e-6)) for m in mix])
    return weights
