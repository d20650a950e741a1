"""The reader: MiniLM encoder with casing, and one head for each thing known about a word."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .documents import ALLOWED_ENTITIES, ENTITIES
from .pieces import CASING

WIDTH, LAYERS, PARTS, INNER, POSITIONS = 384, 6, 12, 1536, 256
ARC_WIDTH, RELATION_WIDTH = 256, 128
# Best of 0, 0.5 and 1 on UNER-EWT dev; CrossNER politics dev gains too.
CAUTION = 1.0
OUTPUTS = ["sentence", "upos", "feats", "lemma", "entity", "arcs", "relation_dependent", "relation_head"]


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        def split(y: torch.Tensor) -> torch.Tensor:
            return y.reshape(y.shape[0], -1, PARTS, WIDTH // PARTS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(WIDTH // PARTS) + bias, dim=-1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(x.shape[0], -1, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, dropout: float):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.casing = nn.Embedding(len(CASING), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.tensor([0.0] * (LAYERS - 1) + [1.0]))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.casing.weight)

    def forward(self, ids: torch.Tensor, casing: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.casing(casing)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0
        mix = torch.softmax(self.mix, 0)
        total = torch.zeros_like(x)
        for i, layer in enumerate(self.layers):
            x = layer(x, bias)
            total = total + mix[i] * x
        return total


class Reader(nn.Module):
    def __init__(self, sizes: dict[str, int], vocabulary: int, dropout: float = 0.1, head_dropout: float = 0.25):
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.dropout = nn.Dropout(head_dropout)
        self.upos = nn.Linear(WIDTH, sizes["upos"])
        self.feats = nn.Linear(WIDTH, sizes["feats"])
        self.lemma = nn.Linear(WIDTH, sizes["lemmas"])
        self.sentence = nn.Linear(WIDTH, 1)
        self.entity_inner = nn.Linear(WIDTH, 128)
        self.entity = nn.Linear(128, sizes["entities"])
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_bilinear = nn.Parameter(torch.eye(ARC_WIDTH) * 0.05)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.relation_dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation = nn.Linear(RELATION_WIDTH, sizes["deprels"])

    def forward(self, input_ids, casing, attention_mask, word_starts) -> tuple[torch.Tensor, ...]:
        x = self.encoder(input_ids, casing, attention_mask)
        words = torch.gather(x, 1, word_starts[:, :, None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        root = self.root.expand(words.shape[0], 1, WIDTH)
        heads = torch.cat([root, words], 1)
        dependent = self.dropout(torch.relu(self.arc_dependent(words)))
        head = self.dropout(torch.relu(self.arc_head(heads)))
        arcs = (dependent @ self.arc_bilinear) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        entity = self.entity(self.dropout(torch.relu(self.entity_inner(words))))
        return (
            self.sentence(words).squeeze(-1), self.upos(words), self.feats(words), self.lemma(words), entity,
            arcs, self.relation_dependent(words), self.relation_head(heads),
        )

    def be_cautious(self) -> None:
        """Tips the scale towards "no name": as trained it finds more names (1,186) than UNER-EWT dev has (966)."""
        with torch.no_grad():
            self.entity.bias[0] += CAUTION

    def start_from(self, base: Path, full: list[str], kept: list[str]) -> None:
        """Takes over MiniLM's weights, of the word embeddings the kept pieces only."""
        w = load_file(base / "model.safetensors")
        e = self.encoder
        place = {piece: i for i, piece in enumerate(full)}
        with torch.no_grad():
            e.words.weight.copy_(w["embeddings.word_embeddings.weight"][[place[p] for p in kept]])
            types = w["embeddings.token_type_embeddings.weight"][0]
            e.positions.weight.copy_(w["embeddings.position_embeddings.weight"][:POSITIONS] + types)
            copy_linear(e.norm, w, "embeddings.LayerNorm")
            for i, layer in enumerate(e.layers):
                at = f"encoder.layer.{i}."
                copy_linear(layer.query, w, at + "attention.self.query")
                copy_linear(layer.key, w, at + "attention.self.key")
                copy_linear(layer.value, w, at + "attention.self.value")
                copy_linear(layer.out, w, at + "attention.output.dense")
                copy_linear(layer.norm1, w, at + "attention.output.LayerNorm")
                copy_linear(layer.inner, w, at + "intermediate.dense")
                copy_linear(layer.outer, w, at + "output.dense")
                copy_linear(layer.norm2, w, at + "output.LayerNorm")


def copy_linear(module: nn.Module, weights: dict[str, torch.Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


def run_batch(reader: nn.Module, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    names = ("input_ids", "casing", "attention_mask", "word_starts")
    return dict(zip(OUTPUTS, reader(*(batch[n] for n in names))))


# --- Loss ---

WEIGHTS = {"arcs": 1.0, "relation": 1.0, "upos": 0.5, "feats": 0.4, "lemma": 0.4, "sentence": 1.5, "entity": 1.0}
ALLOWED = torch.tensor(ALLOWED_ENTITIES, dtype=torch.bool)


def mask_arcs(arcs: torch.Tensor, sentence_of: torch.Tensor) -> torch.Tensor:
    """Leaves a word the heads of its own sentence and the root."""
    same = sentence_of[:, :, None] == sentence_of[:, None, :]
    same = F.pad(same, (1, 0), value=True)
    return arcs.masked_fill(~same, -1e4)


def losses(reader: Reader, out: dict[str, torch.Tensor], batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    result = {}
    for name in ("upos", "feats", "lemma"):
        result[name] = cross_entropy(out[name], batch[name])
    known = batch["head"] >= 0
    result["arcs"] = cross_entropy(mask_arcs(out["arcs"], batch["sentence_of"]), batch["head"])
    heads = batch["head"].clamp(min=0)
    head_part = torch.gather(out["relation_head"], 1, heads[:, :, None].expand(-1, -1, RELATION_WIDTH))
    both = reader.dropout(torch.relu(out["relation_dependent"] + head_part))[known]
    result["relation"] = cross_entropy(reader.relation(both), batch["deprel"][known])
    marked = batch["sentence"] >= 0
    if marked.any():
        result["sentence"] = F.binary_cross_entropy_with_logits(out["sentence"][marked], batch["sentence"][marked].float())
    told = batch["entity"] >= 0
    if told.any():
        scores = torch.log_softmax(out["entity"][told], -1).masked_fill(~ALLOWED[batch["entity"][told]], -1e4)
        result["entity"] = -torch.logsumexp(scores, -1).mean()
    return result


def cross_entropy(scores: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    known = labels >= 0
    if not known.any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores[known], labels[known])


def total_loss(parts: dict[str, torch.Tensor]) -> torch.Tensor:
    return sum(WEIGHTS[name] * value for name, value in parts.items())


assert len(ENTITIES) == ALLOWED.shape[1]
