"""Documents in, windows of up to 254 pieces and padded batches of them out."""

import random
from dataclasses import dataclass, replace

import numpy as np
import torch

from .documents import UNKNOWN_ENTITY, Document, Sentence
from .lemmas import find_script
from .pieces import Pieces

LONGEST = 254
UNKNOWN = -100  # the label that costs nothing
QUOTES = {'"': ("“", "”"), "'": ("‘", "’"), "``": ("“", "“"), "''": ("”", "”"), "`": ("‘", "‘")}


@dataclass
class Window:
    sentences: list[Sentence]
    cut: bool  # the last sentence goes on after the window
    marks_sentences: bool
    first: int = 0  # index of the first sentence in its document
    document: Document | None = None  # where links and antecedents are known


def pack(
    sentences: list[Sentence], pieces: Pieces, limit: int, marks: bool, keep_cut: bool, document: Document | None = None
) -> list[Window]:
    """Fills windows as at run time: the next begins at the sentence that was cut. The first window may be shorter."""
    windows, start = [], 0
    while start < len(sentences):
        room, end = limit, start
        while end < len(sentences):
            need = sum(len(pieces.of_word(w)[0]) for w in sentences[end].words)
            if need > room:
                break
            room -= need
            end += 1
        taken = sentences[start:end]
        cut = False
        if end < len(sentences) and (keep_cut or end == start):
            part = cut_sentence(sentences[end], pieces, room)
            if part.words:
                taken, cut = [*taken, part], True
        if taken:
            windows.append(Window(taken, cut, marks, start, document))
        start = max(end, start + 1)
        limit = LONGEST
    return windows


def cut_sentence(sentence: Sentence, pieces: Pieces, room: int) -> Sentence:
    kept = 0
    for word in sentence.words:
        room -= len(pieces.of_word(word)[0])
        if room < 0:
            break
        kept += 1
    # Without heads the cut sentence costs nothing in the arcs.
    part = cut_lists(sentence, kept)
    part.heads, part.deprels = [], []
    return part


def cut_lists(s: Sentence, n: int) -> Sentence:
    return replace(
        s, words=s.words[:n], entities=s.entities[:n], upos=s.upos[:n], feats=s.feats[:n], lemmas=s.lemmas[:n],
        heads=s.heads[:n], deprels=s.deprels[:n], marks={head: labels[:n] for head, labels in s.marks.items()},
    )


# --- Variation: news is full of capitals, curly quotes and headlines; the treebanks are not ---


def vary_document(sentences: list[Sentence], chance: random.Random) -> list[Sentence]:
    curly = chance.random() < 0.5
    out = []
    for sentence in sentences:
        s = curl_quotes(sentence) if curly else sentence
        style = chance.random()
        if style < 0.03:
            s = respell(s, [w.upper() for w in s.words])
        elif style < 0.05:
            s = respell(s, [w[:1].upper() + w[1:] for w in s.words])
        elif style < 0.09 and len(s.words) > 3 and s.words[-1] == "." and s.heads and len(s.words) - 1 not in s.heads:
            s = drop_last(s)
        out.append(s)
    return out


def respell(s: Sentence, words: list[str]) -> Sentence:
    return replace(s, words=words)


def drop_last(s: Sentence) -> Sentence:
    return cut_lists(s, len(s.words) - 1)


def curl_quotes(s: Sentence) -> Sentence:
    if not any("'" in w or '"' in w or "`" in w for w in s.words):
        return s
    words, opened = [], {'"': False, "'": False}
    for word in s.words:
        if word in opened:
            words.append(QUOTES[word][int(opened[word])])
            opened[word] = not opened[word]
        elif word in QUOTES:
            words.append(QUOTES[word][0])
        else:
            words.append(word.replace("'", "’"))
    return respell(s, words)


# --- Batches ---


class Labels:
    def __init__(self, labels: dict[str, list[str]]):
        self.lists = labels
        self.ids = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        self.scripts: dict[tuple[str, str], int] = {}

    def lemma(self, word: str, lemma: str) -> int:
        key = (word, lemma)
        if key not in self.scripts:
            plain = word.replace("’", "'").replace("“", '"').replace("”", '"').replace("‘", "'")
            script = find_script(plain, lemma)
            shouted = plain.isupper() and len(plain) > 1 and script.startswith("k") and not script.endswith(";0;")
            self.scripts[key] = UNKNOWN if shouted else self.ids["lemmas"].get(script, UNKNOWN)
        return self.scripts[key]


def make_batch(windows: list[Window], pieces: Pieces, labels: Labels, chance: random.Random | None) -> dict[str, torch.Tensor]:
    """With chance (in training) a few pieces become [UNK] and a few words lose their casing class."""
    rows = [read_window(w, pieces, labels, chance) for w in windows]
    longest = max(len(r["input_ids"]) for r in rows)
    most = max(len(r["word_starts"]) for r in rows)
    fill = {"input_ids": pieces.pad, "casing": 0, "attention_mask": 0, "word_starts": 0, "entity": UNKNOWN_ENTITY, "sentence_of": -1}
    batch = {}
    for name in rows[0]:
        width = longest if name in ("input_ids", "casing", "attention_mask") else most
        array = np.full((len(rows), width), fill.get(name, UNKNOWN), dtype=np.int64)
        for i, row in enumerate(rows):
            array[i, : len(row[name])] = row[name]
        batch[name] = torch.from_numpy(array)
    return batch | find_links(windows, most)


def find_links(windows: list[Window], most: int) -> dict[str, torch.Tensor]:
    """Rows of (window, link, word) with the words each goes to (1), does not (0) or may (-100); antecedents alike.

    Column 0 of the antecedents stands for "none before it in the window".
    """
    where, targets, names, chosen = [], [], [], []
    for row, window in enumerate(windows):
        document = window.document
        if document is None:
            continue
        place = {}
        for s in window.sentences:
            for i in range(len(s.words)):
                place[s.first + i] = len(place)
        for (link, word), (right, either) in document.links.items():
            if word in place:
                where.append((row, link, place[word]))
                target = np.zeros(most, dtype=np.int64)
                target[[place[w] for w in either if w in place]] = UNKNOWN
                target[[place[w] for w in right if w in place]] = 1
                targets.append(target)
        for word, before in document.antecedents.items():
            inside = [place[w] for w in before if w in place and w < word]
            if word in place and (inside or not before):
                names.append((row, place[word]))
                target = np.zeros(most + 1, dtype=np.int64)
                target[[w + 1 for w in inside] or [0]] = 1
                chosen.append(target)
    return {
        "links_at": torch.tensor(where, dtype=torch.int64).reshape(-1, 3),
        "links": torch.from_numpy(np.array(targets, dtype=np.int64).reshape(-1, most)),
        "names_at": torch.tensor(names, dtype=torch.int64).reshape(-1, 2),
        "names": torch.from_numpy(np.array(chosen, dtype=np.int64).reshape(-1, most + 1)),
    }


MARKS = ["event", "status", "background", "stance", "cue", "content"]


def read_window(window: Window, pieces: Pieces, labels: Labels, chance: random.Random | None) -> dict[str, list[int]]:
    row: dict[str, list[int]] = {
        name: []
        for name in ("input_ids", "casing", "word_starts", "sentence", "upos", "feats", "lemma", "entity", "head", "deprel", "sentence_of", *MARKS)
    }
    row["input_ids"].append(pieces.cls)
    row["casing"].append(0)
    for number, s in enumerate(window.sentences):
        offset = len(row["word_starts"])
        for i, word in enumerate(s.words):
            ids, casing = pieces.of_word(word)
            if chance and chance.random() < 0.04:
                ids = [pieces.unk if chance.random() < 0.7 else k for k in ids]
            if chance and chance.random() < 0.02:
                casing = 0
            row["word_starts"].append(len(row["input_ids"]))
            row["input_ids"] += ids
            row["casing"] += [casing] * len(ids)
            row["sentence"].append(int(i == 0) if window.marks_sentences else UNKNOWN)
            row["sentence_of"].append(number)
        n = len(s.words)
        row["entity"] += s.entities
        row["upos"] += [labels.ids["upos"].get(u, UNKNOWN) for u in s.upos] or [UNKNOWN] * n
        row["feats"] += [labels.ids["feats"].get(f, UNKNOWN) for f in s.feats] or [UNKNOWN] * n
        row["lemma"] += [labels.lemma(w, l) for w, l in zip(s.words, s.lemmas)] or [UNKNOWN] * n
        row["head"] += [0 if h < 0 else h + offset + 1 for h in s.heads] or [UNKNOWN] * n
        row["deprel"] += [labels.ids["deprels"].get(r, UNKNOWN) for r in s.deprels] or [UNKNOWN] * n
        for head in MARKS:
            row[head] += s.marks.get(head) or [UNKNOWN] * n
    row["input_ids"].append(pieces.sep)
    row["casing"].append(0)
    row["attention_mask"] = [1] * len(row["input_ids"])
    return row


# How often an epoch sees each set.
SHARES = {
    "ewt": 0.4, "gum": 1.0, "corpus": 4.0, "gap": 0.3, "meantime": 0.5,
    "crossner-politics": 1.0, "crossner": 0.5, "wikigold": 0.4, "wnut": 0.15, "btc": 0.15,
}
NO_SENTENCES = {"meantime"}


def epoch_windows(
    train: list[Document], names: list[Document], facts: list[Document], pieces: Pieces, chance: random.Random
) -> list[Window]:
    windows: list[Window] = []
    for document in train + facts:
        share = SHARES[document.source]
        while chance.random() < share:
            share -= 1
            sentences = vary_document(document.sentences, chance)
            limit = chance.randint(LONGEST // 4, LONGEST) if len(sentences) > 4 else LONGEST
            marks = document.source not in NO_SENTENCES
            windows += pack(sentences, pieces, limit, marks, chance.random() < 0.9, document)
    for document in names:
        share = next(value for name, value in SHARES.items() if document.source.startswith(name))
        sentences = vary_document(document.sentences, chance)
        while share > 0:
            chance.shuffle(sentences)
            part = sentences[: round(len(sentences) * min(share, 1))]
            windows += pack(part, pieces, LONGEST, False, False)
            share -= 1
    chance.shuffle(windows)
    return windows


def epoch_batches(windows: list[Window], pieces: Pieces, size: int, chance: random.Random) -> list[list[Window]]:
    """Batches of windows of like length, at most `size` pieces (with padding) each, in random order."""
    batches = []
    for start in range(0, len(windows), 128):
        pool = [(sum(len(pieces.of_word(w)[0]) for s in window.sentences for w in s.words) + 2, i, window)
                for i, window in enumerate(windows[start : start + 128])]
        batch: list[Window] = []
        for length, _, window in sorted(pool):
            if batch and length * (len(batch) + 1) > size:
                batches.append(batch)
                batch = []
            batch.append(window)
        if batch:
            batches.append(batch)
    chance.shuffle(batches)
    return batches
