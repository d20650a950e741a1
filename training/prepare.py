"""The gold folder and the texts in, work/prepared.pickle out: Documents, label lists and the pruned vocabulary."""

import pickle
from collections import Counter
from pathlib import Path

from .documents import ENTITIES, Document
from .facts import read_facts
from .lemmas import find_script
from .names import read_names
from .pieces import count_text_words, prune_vocabulary
from .treebanks import read_treebank

VOCABULARY_SIZE = 18_000
# A label seen less often is not learnt: the word's loss for it is left out.
RAREST_FEATS = 3
RAREST_LEMMA = 3

TREEBANKS = {
    "ewt": "syntax/EWT/en_ewt-ud-train.conllu.gz",
    "gum": "syntax/GUM/en_gum-ud-train.open.conllu.gz",
}
TREEBANKS_DEV = {
    "ewt-dev": "syntax/EWT/en_ewt-ud-dev.conllu.gz",
    "gum-dev": "syntax/GUM/en_gum-ud-dev.conllu.gz",
}
CROSSNER = ["politics", "ai", "literature", "music", "science"]
NAMES = {
    **{f"crossner-{domain}": f"ner/CrossNER/{domain}/train.txt.gz" for domain in CROSSNER},
    "wikigold": "ner/wikigold/wikigold.conll.txt.gz",
    "wnut": "ner/WNUT17/train.conll.gz",
    **{f"btc-{part}": f"ner/BTC/{part}.conll.gz" for part in "abeg"},
}
NAMES_DEV = {
    "uner": "ner/UNER_EWT/en_ewt-ud-dev.iob2.gz",
    "crossner-politics-dev": "ner/CrossNER/politics/dev.txt.gz",
}


def prepare(gold: Path, texts: Path, base: Path, corpus: Path, work: Path) -> None:
    treebanks = {source: read_treebank(gold / path, source) for source, path in TREEBANKS.items()}
    train = [d for documents in treebanks.values() for d in documents]
    facts = read_facts(gold, texts, corpus, treebanks)
    kept = facts.pop("kept")
    names = [d for source, path in NAMES.items() for d in read_names(gold / path, source)]
    dev = {source: read_treebank(gold / path, source) for source, path in TREEBANKS_DEV.items()}
    dev |= {source: read_names(gold / path, source) for source, path in NAMES_DEV.items()}
    words = Counter(w for d in train + names for s in d.sentences for w in s.words)
    vocabulary = prune_vocabulary(read_vocabulary(base), words + count_text_words(texts), VOCABULARY_SIZE)
    prepared = {
        "train": train,
        "names": names,
        "facts": [d for documents in facts.values() for d in documents],
        "kept": kept,
        "dev": dev,
        "labels": count_labels(train),
        "vocabulary": vocabulary,
        "counts": [count_set(d) for d in group(train + names + [d for documents in facts.values() for d in documents]).items()],
    }
    work.mkdir(parents=True, exist_ok=True)
    with open(work / "prepared.pickle", "wb") as out:
        pickle.dump(prepared, out)
    print({k: len(v) for k, v in prepared["labels"].items()}, "vocabulary", len(vocabulary))
    for row in prepared["counts"]:
        print(row)


def read_vocabulary(base: Path) -> list[str]:
    return (base / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]


def count_labels(train: list[Document]) -> dict[str, list[str]]:
    sentences = [s for d in train for s in d.sentences]
    feats = Counter(f for s in sentences for f in s.feats)
    scripts = Counter(find_script(w, l) for s in sentences for w, l in zip(s.words, s.lemmas))
    return {
        "upos": sorted({u for s in sentences for u in s.upos}),
        "feats": [f for f, n in feats.most_common() if n >= RAREST_FEATS],
        "lemmas": [l for l, n in scripts.most_common() if n >= RAREST_LEMMA],
        "entities": ENTITIES,
        "deprels": sorted({r for s in sentences for r in s.deprels}),
    }


def group(documents: list[Document]) -> dict[str, list[Document]]:
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.source, []).append(document)
    return groups


def count_set(item: tuple[str, list[Document]]) -> dict[str, object]:
    source, documents = item
    sentences = [s for d in documents for s in d.sentences]
    names = sum(0 < e < len(ENTITIES) and ENTITIES[e].startswith("B-") for s in sentences for e in s.entities)
    return {
        "set": source,
        "documents": len(documents),
        "sentences": len(sentences),
        "words": sum(len(s.words) for s in sentences),
        "names": names,
    }
