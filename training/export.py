"""A trained Reader in; reader.onnx (int8), reader.json and vocab.txt out, each put in place by renaming."""

import copy
import datetime
import json
import pickle
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from .documents import CONTENTS, ENTITIES, EVENTS, KEPT_LINKS, LINKS, STANCES, STATUSES
from .network import FACTS, OUTPUTS, Reader
from .pieces import CASING, Pieces

INPUTS = ["input_ids", "casing", "attention_mask", "word_starts"]
LONGEST = 256


class RowInt8(nn.Module):
    """A table of embeddings with one scale a row: a quarter of the size, next to no loss."""

    def __init__(self, table: torch.Tensor):
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.table[ids].float() * self.scale[ids]


def export_reader(reader: Reader, prepared: dict, folder: Path, number: int, reduce_range: bool = True) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    small = copy.deepcopy(reader).eval()
    small.be_cautious()
    small.keep_links()
    small.encoder.words = RowInt8(small.encoder.words.weight.detach())
    full, done = folder / ".reader-full.onnx", folder / ".reader.onnx"
    export_onnx(small, full)
    quantise(full, done, reduce_range)
    pieces = Pieces(prepared["vocabulary"])
    (folder / ".reader.json").write_text(json.dumps(describe(reader, prepared["labels"], pieces, number)), encoding="utf-8")
    (folder / ".vocab.txt").write_text("\n".join(pieces.vocabulary) + "\n", encoding="utf-8")
    for name in ("reader.onnx", "reader.json", "vocab.txt"):
        (folder / f".{name}").rename(folder / name)
    full.unlink()


def export_onnx(reader: Reader, path: Path) -> None:
    ids = torch.ones(2, 12, dtype=torch.int64)
    example = (ids, torch.zeros_like(ids), ids, torch.arange(1, 8).repeat(2, 1))
    axes = {name: {0: "batch", 1: "piece"} for name in INPUTS[:3]} | {"word_starts": {0: "batch", 1: "word"}}
    axes |= {name: {0: "batch", 1: "word"} for name in OUTPUTS}
    axes["arcs"] = {0: "batch", 1: "word", 2: "head"}
    axes["relation_head"] = {0: "batch", 1: "head"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            reader, example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
            opset_version=17, dynamo=False, external_data=False,
        )
    # Antecedents are learnt for what they teach the encoder; the reader finds them by weights of its own (models/coreference).
    onnx.utils.extract_model(path, path, INPUTS, [name for name in OUTPUTS if not name.startswith("name_")])


def quantise(full: Path, done: Path, reduce_range: bool) -> None:
    # The heads stay in float: they are small, and arcs and labels suffer most from rounding.
    names = [node.name for node in onnx.load(full).graph.node if node.op_type == "MatMul" and "/encoder/" in node.name]
    quantize_dynamic(
        full, done, op_types_to_quantize=["MatMul"], nodes_to_quantize=names, per_channel=True,
        reduce_range=reduce_range, weight_type=QuantType.QInt8,
    )


def describe(reader: Reader, labels: dict[str, list[str]], pieces: Pieces, number: int) -> dict:
    today = datetime.date.today().isoformat()
    return {
        "version": f"{today}-{number}",
        "maxPieces": LONGEST,
        "pad": pieces.pad, "unk": pieces.unk, "cls": pieces.cls, "sep": pieces.sep,
        "casing": CASING,
        "upos": labels["upos"], "feats": labels["feats"], "lemmas": labels["lemmas"],
        "entities": ENTITIES, "deprels": labels["deprels"],
        "relation": {
            "weights": [[round(v, 5) for v in row] for row in reader.relation.weight.tolist()],
            "bias": [round(v, 5) for v in reader.relation.bias.tolist()],
        },
        "facts": FACTS,
        "events": EVENTS, "statuses": STATUSES, "stances": STANCES, "contents": CONTENTS,
        "links": LINKS[:KEPT_LINKS],
        "linkDistance": [[round(v, 4) for v in row] for row in reader.link_distance[:KEPT_LINKS].tolist()],
    }


def load_prepared(work: Path) -> dict:
    with open(work / "prepared.pickle", "rb") as data:
        return pickle.load(data)


def make_reader(prepared: dict) -> Reader:
    sizes = {name: len(values) for name, values in prepared["labels"].items()}
    return Reader(sizes, len(prepared["vocabulary"]))


def export_best(work: Path, base: Path, models: Path, untrained: bool) -> None:
    from .prepare import read_vocabulary

    prepared = load_prepared(work)
    reader = make_reader(prepared)
    if untrained:
        reader.start_from(base, read_vocabulary(base), prepared["vocabulary"])
        export_reader(reader, prepared, models, 0)
        return
    saved = torch.load(work / "reader.pt", weights_only=True)
    reader.load_state_dict(saved["reader"])
    export_reader(reader, prepared, models, saved["number"])
