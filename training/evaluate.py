"""Development sets and a reader in, scores out: on gold words and gold sentences, so a little above those from raw text."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from .documents import ENTITIES, Document
from .lemmas import apply_script
from .network import RELATION_WIDTH, mask_arcs
from .pieces import Pieces
from .windows import LONGEST, Labels, Window, epoch_batches, make_batch, pack

Run = Callable[[dict[str, torch.Tensor]], dict[str, torch.Tensor]]


class Evaluator:
    def __init__(self, prepared: dict, step: int = 1):
        self.pieces = Pieces(prepared["vocabulary"])
        self.labels = Labels(prepared["labels"])
        self.sets = {name: self.windows(documents, step) for name, documents in prepared["dev"].items()}

    def windows(self, documents: list[Document], step: int) -> list[Window]:
        return [w for d in documents[::step] for w in pack(d.sentences, self.pieces, LONGEST, True, False)]

    def scores(self, run: Run, weights: torch.Tensor, bias: torch.Tensor, batch: int = 2048) -> dict[str, dict[str, float]]:
        result = {}
        for name, windows in self.sets.items():
            has_syntax = bool(windows[0].sentences[0].upos)
            score = SyntaxScore(self.labels, weights, bias) if has_syntax else EntityScore()
            for part in epoch_batches(windows, self.pieces, batch, NoChance()):
                data = make_batch(part, self.pieces, self.labels, None)
                score.add(part, data, run(data))
            result[name] = score.result()
        return result


class NoChance:
    """Leaves batches in their order."""

    def shuffle(self, _: list) -> None:
        return


class SyntaxScore:
    def __init__(self, labels: Labels, weights: torch.Tensor, bias: torch.Tensor):
        self.labels, self.weights, self.bias = labels, weights, bias
        self.right = dict.fromkeys(("upos", "feats", "lemma", "uas", "las"), 0)
        self.words = 0
        self.found = self.gold = self.both = 0

    def add(self, windows: list[Window], data: dict[str, torch.Tensor], out: dict[str, torch.Tensor]) -> None:
        arcs = mask_arcs(out["arcs"], data["sentence_of"]).argmax(-1)
        head_part = torch.gather(out["relation_head"], 1, arcs[:, :, None].expand(-1, -1, RELATION_WIDTH))
        relations = (torch.relu(out["relation_dependent"] + head_part) @ self.weights.T + self.bias).argmax(-1)
        best = {name: out[name].argmax(-1).tolist() for name in ("upos", "feats", "lemma")}
        starts = (out["sentence"] > 0).tolist()
        for row, window in enumerate(windows):
            at = 0
            for s in window.sentences:
                for i, word in enumerate(s.words):
                    k = at + i
                    head = 0 if s.heads[i] < 0 else s.heads[i] + at + 1
                    attached = arcs[row, k].item() == head
                    lists = self.labels.lists
                    self.right["upos"] += lists["upos"][best["upos"][row][k]] == s.upos[i]
                    self.right["feats"] += lists["feats"][best["feats"][row][k]] == s.feats[i]
                    self.right["lemma"] += apply_script(lists["lemmas"][best["lemma"][row][k]], word) == s.lemmas[i]
                    self.right["uas"] += attached
                    self.right["las"] += attached and lists["deprels"][relations[row, k].item()] == s.deprels[i]
                    begins = starts[row][k] or k == 0 or (i == 0 and s.starts_paragraph)
                    self.found += begins
                    self.gold += i == 0
                    self.both += begins and i == 0
                self.words += len(s.words)
                at += len(s.words)

    def result(self) -> dict[str, float]:
        scores = {name: round(100 * n / self.words, 2) for name, n in self.right.items()}
        # Starts alone; the sentence score proper, which needs both ends right, is lower.
        scores["starts"] = round(200 * self.both / (self.found + self.gold), 2)
        return scores


class EntityScore:
    """Exact spans and types; kinds that the set does not mark are left out of what was found."""

    def __init__(self) -> None:
        self.found: set = set()
        self.gold: set = set()
        self.place = 0

    def add(self, windows: list[Window], data: dict[str, torch.Tensor], out: dict[str, torch.Tensor]) -> None:
        for row, window in enumerate(windows):
            gold = [e for s in window.sentences for e in s.entities]
            self.gold |= {(self.place, *span) for span in spans(gold)}
            # Names end with their sentence.
            at = 0
            for s in window.sentences:
                part = best_path(out["entity"][row, at : at + len(s.words)])
                self.found |= {(self.place, kind, at + a, at + b) for kind, a, b in spans(part)}
                at += len(s.words)
            self.place += 1

    def result(self) -> dict[str, float]:
        kinds = {g[1] for g in self.gold}
        scores = {"f1": self.f1(kinds)}
        for kind in sorted(kinds):
            scores[kind] = self.f1({kind})
        return scores

    def f1(self, kinds: set[str]) -> float:
        found = {f for f in self.found if f[1] in kinds}
        gold = {g for g in self.gold if g[1] in kinds}
        return round(200 * len(found & gold) / max(1, len(found) + len(gold)), 2)


INSIDE = range(2, len(ENTITIES), 2)
# I-PER follows B-PER or I-PER only.
STEPS = torch.zeros(len(ENTITIES), len(ENTITIES))
for _after in INSIDE:
    STEPS[[k for k in range(len(ENTITIES)) if k not in (_after, _after - 1)], _after] = -1e4


def best_path(scores: torch.Tensor) -> list[int]:
    """The best row of labels in which every name begins with B-: three to four points of F1 above each word's best."""
    scores = torch.log_softmax(scores, -1)
    total = scores[0].clone()
    total[list(INSIDE)] -= 1e4
    back = []
    for row in scores[1:]:
        best, origin = (total[:, None] + STEPS).max(0)
        total = best + row
        back.append(origin)
    path = [int(total.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    return path[::-1]


def spans(labels: list[int]) -> list[tuple[str, int, int]]:
    out: list[tuple[str, int, int]] = []
    kind, start = "", 0
    for i, label in enumerate([*labels, 0]):
        mark = ENTITIES[label] if 0 <= label < len(ENTITIES) else "O"
        goes_on = mark == "I-" + kind
        if kind and not goes_on:
            out.append((kind, start, i - 1))
            kind = ""
        if mark.startswith("B-") or (mark.startswith("I-") and not goes_on):
            kind, start = mark[2:], i
    return out


def onnx_runner(folder: Path, threads: int) -> tuple[Run, torch.Tensor, torch.Tensor]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
    relation = json.loads((folder / "reader.json").read_text(encoding="utf-8"))["relation"]
    names = [o.name for o in session.get_outputs()]

    def run(data: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        inputs = {i.name: data[i.name].numpy() for i in session.get_inputs()}
        return {n: torch.from_numpy(np.asarray(v)) for n, v in zip(names, session.run(None, inputs))}

    return run, torch.tensor(relation["weights"]), torch.tensor(relation["bias"])


def evaluate_best(work: Path, models: Path, threads: int) -> None:
    """The trained network in float, and the shipped file one window at a time as it is run."""
    from .evaluate_facts import FactEvaluator
    from .export import load_prepared, make_reader
    from .network import run_batch

    torch.set_num_threads(threads)
    prepared = load_prepared(work)
    evaluator = Evaluator(prepared)
    reader = make_reader(prepared)
    reader.load_state_dict(torch.load(work / "reader.pt", weights_only=True)["reader"])
    reader.eval()
    reader.be_cautious()
    scores = {}
    with torch.no_grad():
        scores["float"] = evaluator.scores(lambda data: run_batch(reader, data), reader.relation.weight, reader.relation.bias)
        began = time.time()
        scores["int8"] = evaluator.scores(*onnx_runner(models, threads), batch=1)
    scores["heads"] = FactEvaluator(prepared).scores(reader)
    scores["int8Seconds"] = round(time.time() - began, 1)
    (work / "scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    for kind in ("float", "int8"):
        for name, values in scores[kind].items():
            print(kind, name, values)
    print("int8 seconds for all sets:", scores["int8Seconds"])
