"""Named-entity sets in, Documents with entities only out."""

import gzip
from pathlib import Path

from .documents import ENTITIES, O_OR_MISC, Document, Sentence

PERSON = "PER person politician writer musicalartist scientist researcher".split()
ORGANISATION = "ORG organisation organization politicalparty university band corporation group".split()
PLACE = "LOC location country".split()
TYPES = {name: kind for kind, names in (("PER", PERSON), ("ORG", ORGANISATION), ("LOC", PLACE)) for name in names}
# Sets that do not mark names of other kinds: their O may hide a MISC.
WITHOUT_MISC = ("wnut", "btc", "uner")


def read_names(path: Path, source: str, column: int = -1) -> list[Document]:
    """One word a line, its label in a column, sentences apart by blank lines, documents (if any) by -DOCSTART-."""
    documents = [Document(source, [])]
    rows: list[tuple[str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in [*lines, "\n"]:
            cells = line.rstrip("\n").replace("\t", " ").split()
            if line.startswith("# ") and source == "uner":
                if line.startswith("# newdoc") and documents[-1].sentences:
                    documents.append(Document(source, []))
            elif len(cells) >= 2 and cells[0] != "-DOCSTART-":
                if source == "uner":
                    cells = line.rstrip("\n").split("\t")
                    rows.append((cells[1], cells[2]))
                else:
                    rows.append((cells[0], cells[column]))
            elif rows:
                documents[-1].sentences.append(name_sentence(rows, source))
                rows = []
    return documents


def name_sentence(rows: list[tuple[str, str]], source: str) -> Sentence:
    if source.startswith("btc"):
        rows = join_handles(rows)
    words = [word for word, _ in rows]
    labels, before = [], "O"
    for word, mark in rows:
        kind = mark[2:] and (TYPES.get(mark[2:]) or "MISC")
        # I- also begins a name where none of its kind goes on (the older marking, wikigold).
        begins = mark.startswith("B-") or before[2:] != mark[2:]
        labels.append(ENTITIES.index(("B-" if begins else "I-") + kind) if kind else 0)
        before = mark
    return Sentence(words, weaken(words, labels, source), starts_paragraph=True)


def join_handles(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """BTC cuts "@BBCNews" into "@" and "BBCNews" and marks two names; we read one word."""
    out: list[tuple[str, str]] = []
    for word, mark in rows:
        if out and out[-1][0] == "@":
            out[-1] = ("@" + word, mark)
        else:
            out.append((word, mark))
    return out


def weaken(words: list[str], labels: list[int], source: str) -> list[int]:
    """Lower-case terms marked by some sets ("machine translation") may be MISC or nothing."""
    plain_misc = [l >= 7 and word == word.lower() for l, word in zip(labels, words)]
    hidden = source.split("-")[0] in WITHOUT_MISC
    out = []
    for i, label in enumerate(labels):
        lower_term = plain_misc[i] and all_lower(words, labels, i)
        out.append(O_OR_MISC if lower_term or (hidden and label in (0, 7, 8)) else label)
    return out


def all_lower(words: list[str], labels: list[int], i: int) -> bool:
    first = i
    while labels[first] == 8 and first > 0:
        first -= 1
    last = i
    while last + 1 < len(labels) and labels[last + 1] == 8:
        last += 1
    return all(words[k] == words[k].lower() for k in range(first, last + 1))
