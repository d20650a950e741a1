"""Prepared data in, work/reader.pt out; the learning rate follows the clock, so training ends when it should."""

import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from .evaluate import Evaluator
from .evaluate_facts import FactEvaluator
from .export import export_reader, load_prepared, make_reader
from .network import Reader, losses, run_batch, total_loss
from .pieces import Pieces
from .prepare import read_vocabulary
from .shipped import start_from_shipped
from .windows import Labels, Window, epoch_batches, epoch_windows, make_batch

SEED = 20261125
BATCH_PIECES = 1024
ENCODER_RATE, ONWARD_RATE, HEAD_RATE = 2.5e-4, 1.2e-4, 1.0e-3
WARMUP = 0.04
AVERAGE, AVERAGE_EVERY = 0.998, 4
REPORT_SECONDS, CHECKPOINT_SECONDS = 60, 300


def train(work: Path, base: Path, models: Path, minutes: float, snapshot: float, threads: int, onward: bool) -> None:
    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    Training(work, base, models, minutes * 60, snapshot * 60, onward).run()


class Training:
    def __init__(self, work: Path, base: Path, models: Path, budget: float, snapshot: float, onward: bool):
        self.work, self.models, self.budget, self.snapshot = work, models, budget, snapshot
        self.prepared = load_prepared(work)
        self.pieces, self.labels = Pieces(self.prepared["vocabulary"]), Labels(self.prepared["labels"])
        self.reader, self.average = make_reader(self.prepared), make_reader(self.prepared)
        self.reader.start_from(base, read_vocabulary(base), self.prepared["vocabulary"])
        if onward:
            start_from_shipped(self.reader, self.prepared["vocabulary"], models)
        self.encoder_rate = ONWARD_RATE if onward else ENCODER_RATE
        self.average.load_state_dict(self.reader.state_dict())
        self.average.eval()
        self.optimizer = make_optimizer(self.reader, self.encoder_rate)
        self.evaluator = Evaluator(self.prepared, step=2)  # every second document, to lose little time
        self.facts = FactEvaluator(self.prepared)
        self.elapsed, self.step, self.epoch, self.number, self.seen = 0.0, 0, 0, 0, 0
        self.resume()

    def run(self) -> None:
        marks = {"report": self.elapsed, "checkpoint": self.elapsed, "snapshot": self.elapsed}
        sums: dict[str, float] = {}
        before = time.time()
        for batch in self.batches():
            if self.elapsed >= self.budget:
                break
            for name, value in self.learn(batch).items():
                sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
            # Everything counts: making batches, snapshots, checkpoints.
            before, passed = time.time(), time.time() - before
            self.elapsed += passed
            if self.elapsed - marks["report"] > REPORT_SECONDS:
                marks["report"] = self.elapsed
                self.report(sums)
            if self.elapsed - marks["checkpoint"] > CHECKPOINT_SECONDS:
                marks["checkpoint"] = self.elapsed
                self.save_checkpoint()
            if self.snapshot and self.elapsed - marks["snapshot"] > self.snapshot:
                marks["snapshot"] = self.elapsed
                self.take_snapshot()
        self.number += 1
        self.save_reader()
        self.report(sums)
        print(json.dumps(self.measure()), flush=True)

    def batches(self) -> Iterator[list[Window]]:
        while True:
            self.chance = random.Random(SEED + self.epoch)
            windows = epoch_windows(self.prepared["train"], self.prepared["names"], self.prepared["facts"], self.pieces, self.chance)
            yield from epoch_batches(windows, self.pieces, BATCH_PIECES, self.chance)
            self.epoch += 1

    def learn(self, windows: list[Window]) -> dict[str, float]:
        batch = make_batch(windows, self.pieces, self.labels, self.chance)
        self.reader.train()
        rate = rate_at(self.elapsed / self.budget)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        parts = losses(self.reader, run_batch(self.reader, batch), batch)
        total_loss(parts).backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 2.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self.seen += int(batch["attention_mask"].sum())
        if self.step % AVERAGE_EVERY == 0:
            self.update_average()
        return {name: value.item() for name, value in parts.items() if value.item()}

    @torch.no_grad()
    def update_average(self) -> None:
        keep = min(AVERAGE**AVERAGE_EVERY, (1 + self.step) / (30 + self.step))
        torch._foreach_lerp_(list(self.average.parameters()), list(self.reader.parameters()), 1 - keep)

    @torch.no_grad()
    def measure(self) -> dict:
        scores = self.evaluator.scores(lambda data: run_batch(self.average, data), self.average.relation.weight, self.average.relation.bias)
        return scores | {"kept": self.facts.scores(self.average)}

    def report(self, sums: dict[str, float]) -> None:
        speed = self.seen / max(1, self.elapsed)
        text = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
        print(f"{self.elapsed / 60:.1f} min step {self.step} epoch {self.epoch} {speed:.0f} pieces/s {text}", flush=True)

    def take_snapshot(self) -> None:
        self.number += 1
        self.save_reader()
        print(json.dumps(self.measure()), flush=True)
        export_reader(self.average, self.prepared, self.models, self.number)

    # --- Keeping ---

    def save_reader(self) -> None:
        facts = {"number": self.number, "step": self.step, "epoch": self.epoch, "pieces": self.seen, "seconds": round(self.elapsed)}
        save({"reader": self.average.state_dict(), **facts}, self.work / "reader.pt")

    def save_checkpoint(self) -> None:
        state = {name: getattr(self, name) for name in ("elapsed", "step", "epoch", "number", "seen")}
        parts = {name: getattr(self, name).state_dict() for name in ("reader", "average", "optimizer")}
        save({"state": state, "parts": parts}, self.work / "checkpoint.pt")

    def resume(self) -> None:
        path = self.work / "checkpoint.pt"
        if not path.exists():
            return
        saved = torch.load(path, weights_only=True)
        for name, value in saved["state"].items():
            setattr(self, name, value)
        for name, value in saved["parts"].items():
            getattr(self, name).load_state_dict(value)
        self.epoch += 1  # the epoch that was cut off is not taken up again
        print(f"Goes on at step {self.step}, {self.elapsed / 60:.1f} min.", flush=True)


def save(what: dict, path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(what, part)
    part.rename(path)


def rate_at(done: float) -> float:
    if done < WARMUP:
        return done / WARMUP
    # Half a cosine, with a little left at the end.
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, (done - WARMUP) / (1 - WARMUP))))


def make_optimizer(reader: Reader, encoder_rate: float) -> torch.optim.Optimizer:
    groups: dict[tuple[bool, bool], list] = {}
    for name, parameter in reader.named_parameters():
        slow = name.startswith("encoder") and "casing" not in name and not name.endswith("mix")
        groups.setdefault((slow, parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": parameters, "peak": encoder_rate if slow else HEAD_RATE, "weight_decay": 0.01 if decays else 0.0}
            for (slow, decays), parameters in groups.items()
        ],
        lr=0.0, betas=(0.9, 0.98), foreach=True,
    )
