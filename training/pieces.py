"""Words in, WordPiece ids and casing classes out; also the choice of the pruned vocabulary."""

import gzip
import json
import unicodedata
from collections import Counter
from pathlib import Path

CASING = ["lower", "initial", "upper", "mixed", "other"]
SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
LONGEST_WORD = 100


def casing_class(word: str) -> int:
    """Looks at characters that have case only: "U.S." is upper, "al-Ani" mixed, "A" initial, "2014" other."""
    cased = [c for c in word if c.lower() != c.upper()]
    if not cased:
        return 4
    capitals = [c != c.lower() for c in cased]
    if not any(capitals):
        return 0
    if capitals[0] and not any(capitals[1:]):
        return 1
    return 2 if all(capitals) else 3


def is_punctuation(c: str) -> bool:
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(c).startswith("P")


def is_chinese(c: str) -> bool:
    code = ord(c)
    return any(
        low <= code <= high
        for low, high in (
            (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
            (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
        )
    )


def split_basic(word: str) -> list[str]:
    """BERT's basic tokeniser: clean, NFD, no accents, lower case, punctuation and Chinese characters apart."""
    parts = [""]
    for c in unicodedata.normalize("NFD", word).lower():
        category = unicodedata.category(c)
        if category == "Mn" or ord(c) in (0, 0xFFFD) or (category.startswith("C") and c not in "\t\n\r"):
            continue
        if c.isspace():
            parts.append("")
        elif is_punctuation(c) or is_chinese(c):
            parts += [c, ""]
        else:
            parts[-1] += c
    return [part for part in parts if part]


class Pieces:
    def __init__(self, vocabulary: list[str]):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.pad, self.unk, self.cls, self.sep = (self.ids[s] for s in SPECIALS)
        self.known: dict[str, tuple[list[int], int]] = {}

    def of_word(self, word: str) -> tuple[list[int], int]:
        """Ids of the word's pieces and its casing class."""
        if word not in self.known:
            ids = [i for part in split_basic(word) for i in self.of_part(part)] or [self.unk]
            self.known[word] = (ids, casing_class(word))
        return self.known[word]

    def of_part(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unk]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start and ("##" if start else "") + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unk]
            ids.append(self.ids[("##" if start else "") + part[start:end]])
            start = end
        return ids


def prune_vocabulary(full: list[str], words: Counter, size: int) -> list[str]:
    """Keeps the specials, every single character and the pieces most frequent in the given words."""
    pieces = Pieces(full)
    counts: Counter = Counter()
    for word, n in words.items():
        for i in pieces.of_word(word)[0]:
            counts[i] += n
    singles = {i for i, p in enumerate(full) if len(p.removeprefix("##")) == 1}
    keep = {pieces.pad, pieces.unk, pieces.cls, pieces.sep} | singles
    for i, _ in counts.most_common():
        if len(keep) >= size:
            break
        keep.add(i)
    return [full[i] for i in sorted(keep)]


def count_text_words(folder: Path) -> Counter:
    """Words of the unlabelled texts, cut at white space: their punctuation comes apart in the pieces anyway."""
    words: Counter = Counter()
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(json.loads(line)["text"].split())
    return words
