"""The texts kept out of the corpus's train part and a reader in, scores of the record's heads out: F1 of words and of links."""

import torch

from .documents import EVENTS, LINKS, STATUSES
from .evaluate import NoChance
from .network import Reader, run_batch, score_links, score_names, split_facts
from .pieces import Pieces
from .windows import LONGEST, Labels, epoch_batches, make_batch, pack


class Count:
    def __init__(self) -> None:
        self.found = self.gold = self.both = 0

    def add(self, found: torch.Tensor, gold: torch.Tensor, both: torch.Tensor) -> None:
        self.found += int(found.sum())
        self.gold += int(gold.sum())
        self.both += int(both.sum())

    def f1(self) -> float:
        return round(200 * self.both / max(1, self.found + self.gold), 1)


class FactEvaluator:
    def __init__(self, prepared: dict):
        self.pieces, self.labels = Pieces(prepared["vocabulary"]), Labels(prepared["labels"])
        self.windows = [w for d in prepared["kept"] for w in pack(d.sentences, self.pieces, LONGEST, False, False, d)]

    @torch.no_grad()
    def scores(self, reader: Reader) -> dict[str, float]:
        names = ["event", "trigger", "stance", "cue", "content", *LINKS[:5]]
        counts = {name: Count() for name in names}
        status, again = Count(), Count()
        reader.eval()
        for part in epoch_batches(self.windows, self.pieces, 2048, NoChance()):
            batch = make_batch(part, self.pieces, self.labels, None)
            out = run_batch(reader, batch)
            facts = split_facts(out["facts"])
            for name in ("event", "stance", "content"):
                best, gold = facts[name].argmax(-1), batch[name]
                known = gold >= 0
                counts[name].add((best > 0) & known, gold > 0, (best == gold) & (gold > 0))
                if name == "event":
                    counts["trigger"].add((best > 0) & known, gold > 0, (best > 0) & (gold > 0))
            cue = facts["cue"][:, :, 0] > 0
            counts["cue"].add(cue & (batch["cue"] >= 0), batch["cue"] > 0, cue & (batch["cue"] > 0))
            told = batch["status"] >= 0
            status.add(told, told, (facts["status"].argmax(-1) == batch["status"]) & told)
            self.add_links(reader, out, batch, counts)
            if len(batch["names_at"]):
                best = score_names(reader, out, batch["names_at"]).argmax(-1, keepdim=True)
                right = torch.gather(batch["names"], 1, best) == 1
                again.add(torch.ones_like(right), torch.ones_like(right), right)
        assert len(EVENTS) == 17 and len(STATUSES) == 4
        return {name: count.f1() for name, count in counts.items()} | {"status": status.f1(), "antecedents": again.f1()}

    def add_links(self, reader: Reader, out: dict, batch: dict, counts: dict[str, Count]) -> None:
        if not len(batch["links_at"]):
            return
        found = score_links(reader, out, batch["links_at"]) > 0
        found &= (batch["links"] >= 0) & (batch["sentence_of"][batch["links_at"][:, 0]] >= 0)
        for number, name in enumerate(LINKS[:5]):
            rows = batch["links_at"][:, 1] == number
            # A side counts once, however many words name it: has it a right word, has it any word?
            gold, mine = batch["links"][rows] == 1, found[rows]
            counts[name].add(mine.any(1), gold.any(1), (mine & gold).any(1))
