"""The reader: MiniLM encoder with casing, and one head for each thing known about a word."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from .documents import ALLOWED_ENTITIES, CONTENTS, ENTITIES, EVENTS, KEPT_LINKS, LINKS, STANCES, STATUSES
from .pieces import CASING

WIDTH, LAYERS, PARTS, INNER, POSITIONS = 384, 6, 12, 1536, 256
ARC_WIDTH, RELATION_WIDTH = 256, 128
LINK_WIDTH, NAME_WIDTH = 48, 96
# Columns of "facts", the record's heads that judge one word.
FACTS = {"event": len(EVENTS), "status": len(STATUSES), "background": 1, "stance": len(STANCES), "cue": 1, "content": len(CONTENTS)}
# How far one word is from another, before or after it: 0, 1, 2, 3-4, 5-8 ... words.
DISTANCES = 9
# Best of 0, 0.5 and 1 on UNER-EWT dev; CrossNER politics dev gains too.
CAUTION = 1.0
OUTPUTS = [
    "sentence", "upos", "feats", "lemma", "entity", "arcs", "relation_dependent", "relation_head",
    "facts", "link_from", "link_to", "link_bias", "name_from", "name_to", "name_none",
]


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
        self.facts_inner = nn.Linear(WIDTH, 256)
        self.facts = nn.Linear(256, sum(FACTS.values()))
        self.link_from = nn.Linear(WIDTH, LINK_WIDTH * len(LINKS))
        self.link_to = nn.Linear(WIDTH, LINK_WIDTH)
        self.link_bias = nn.Linear(WIDTH, len(LINKS))
        self.link_distance = nn.Parameter(torch.zeros(len(LINKS), 2 * DISTANCES))
        self.name_from, self.name_to = nn.Linear(WIDTH, NAME_WIDTH), nn.Linear(WIDTH, NAME_WIDTH)
        self.name_none = nn.Linear(WIDTH, 1)
        self.name_distance = nn.Parameter(torch.zeros(2 * DISTANCES))
        with torch.no_grad():
            self.link_bias.bias.fill_(-3.0)

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
            self.facts(self.dropout(torch.relu(self.facts_inner(words)))),
            self.link_from(words), torch.relu(self.link_to(words)), self.link_bias(words),
            self.name_from(words), torch.relu(self.name_to(words)), self.name_none(words).squeeze(-1),
        )

    def be_cautious(self) -> None:
        """Tips the scale towards "no name": as trained it finds more names (1,186) than UNER-EWT dev has (966)."""
        with torch.no_grad():
            self.entity.bias[0] += CAUTION

    def keep_links(self) -> None:
        """Drops the links that only teach."""
        with torch.no_grad():
            kept = KEPT_LINKS * LINK_WIDTH
            for layer, rows in ((self.link_from, kept), (self.link_bias, KEPT_LINKS)):
                layer.weight, layer.bias = nn.Parameter(layer.weight[:rows]), nn.Parameter(layer.bias[:rows])

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

WEIGHTS = {
    "arcs": 1.0, "relation": 1.0, "upos": 0.5, "feats": 0.4, "lemma": 0.4, "sentence": 1.5, "entity": 1.0,
    "event": 3.0, "status": 0.5, "background": 0.5, "stance": 2.0, "cue": 2.0, "content": 1.0, "links": 1.0, "names": 0.5,
}
# Row = status or the weaker "not happened", column = status it allows.
ALLOWED_STATUSES = torch.cat([torch.eye(len(STATUSES)), torch.tensor([[0.0, 1.0, 1.0, 1.0]])]).bool()
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
    return result | fact_losses(out["facts"], batch) | pair_losses(reader, out, batch)


def split_facts(facts: torch.Tensor) -> dict[str, torch.Tensor]:
    return dict(zip(FACTS, torch.split(facts, list(FACTS.values()), -1)))


def fact_losses(facts: torch.Tensor, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    result = {}
    for name, scores in split_facts(facts).items():
        known = batch[name] >= 0
        if not known.any():
            continue
        scores, labels = scores[known], batch[name][known]
        if name == "status":
            allowed = torch.log_softmax(scores, -1).masked_fill(~ALLOWED_STATUSES[labels], -1e4)
            result[name] = -torch.logsumexp(allowed, -1).mean()
        elif FACTS[name] == 1:
            result[name] = F.binary_cross_entropy_with_logits(scores[:, 0], labels.float())
        else:
            result[name] = F.cross_entropy(scores, labels)
    return result


def distance_classes(words: int) -> torch.Tensor:
    """Row = from, column = to: 0 to 8 at or after it, 9 to 17 before it."""
    places = torch.arange(words)
    gap = places[None, :] - places[:, None]
    size = torch.ceil(torch.log2(gap.abs().clamp(min=1).float())).long() + (gap != 0).long()
    return size.clamp(max=DISTANCES - 1) + DISTANCES * (gap < 0).long()


def score_links(reader: "Reader", out: dict[str, torch.Tensor], at: torch.Tensor) -> torch.Tensor:
    """For each (window, link, word) the score of every word it may go to."""
    row, link, word = at.unbind(1)
    start = out["link_from"].unflatten(-1, (-1, LINK_WIDTH)).transpose(1, 2)
    scores = start @ out["link_to"].transpose(1, 2)[:, None] / math.sqrt(LINK_WIDTH)
    scores = scores + out["link_bias"].transpose(1, 2)[:, :, None, :]
    return (scores + reader.link_distance[:, distance_classes(scores.shape[-1])])[row, link, word]


def score_names(reader: "Reader", out: dict[str, torch.Tensor], at: torch.Tensor) -> torch.Tensor:
    """For each (window, word) the scores of "none before it" and of every earlier word."""
    row, word = at.unbind(1)
    scores = out["name_from"] @ out["name_to"].transpose(1, 2) / math.sqrt(NAME_WIDTH)
    scores = scores + reader.name_distance[distance_classes(scores.shape[-1])]
    later = torch.ones(scores.shape[1:], dtype=torch.bool).triu()
    scores = torch.cat([out["name_none"][:, :, None], scores.masked_fill(later, -1e4)], 2)
    return scores[row, word]


def pair_losses(reader: "Reader", out: dict[str, torch.Tensor], batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    result = {}
    if len(batch["links_at"]):
        scores = score_links(reader, out, batch["links_at"])
        counts = (batch["links"] >= 0) & (batch["sentence_of"][batch["links_at"][:, 0]] >= 0)
        each = F.binary_cross_entropy_with_logits(scores, batch["links"].clamp(min=0).float(), reduction="none")
        result["links"] = (each * counts).sum() / len(scores)
    if len(batch["names_at"]):
        scores = torch.log_softmax(score_names(reader, out, batch["names_at"]), -1)
        # Words that name nothing again are many: each costs less.
        again = batch["names"][:, 0] == 0
        each = -torch.logsumexp(scores.masked_fill(batch["names"] != 1, -1e4), -1)
        weight = torch.where(again, 1.0, 0.3)
        result["names"] = (each * weight).sum() / weight.sum()
    return result


def cross_entropy(scores: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    known = labels >= 0
    if not known.any():
        return scores.sum() * 0.0
    return F.cross_entropy(scores[known], labels[known])


def total_loss(parts: dict[str, torch.Tensor]) -> torch.Tensor:
    return sum(WEIGHTS[name] * value for name, value in parts.items())


assert len(ENTITIES) == ALLOWED.shape[1]
