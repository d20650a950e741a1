"""The shape of all training text: a Document of Sentences of words with labels, any of which may be unknown."""

from dataclasses import dataclass, field

ENTITIES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
# Weaker things a set may tell us about a word, beside the nine labels.
O_OR_MISC = len(ENTITIES)
SOME_NAME = O_OR_MISC + 1
SOME_BEGINNING = SOME_NAME + 1
SOME_INSIDE = SOME_BEGINNING + 1
UNKNOWN_ENTITY = -1
# Row = label or weaker thing, column = label of ENTITIES that it allows.
ALLOWED_ENTITIES = [
    *([int(column == row) for column in range(len(ENTITIES))] for row in range(len(ENTITIES))),
    [1, 0, 0, 0, 0, 0, 0, 1, 1],
    [0, 1, 1, 1, 1, 1, 1, 1, 1],
    [0, 1, 0, 1, 0, 1, 0, 1, 0],
    [0, 0, 1, 0, 1, 0, 1, 0, 1],
]


@dataclass
class Sentence:
    words: list[str]
    entities: list[int]
    starts_paragraph: bool = False
    # Empty where the set has no syntax.
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # -1 = root, else index of a word
    deprels: list[str] = field(default_factory=list)


@dataclass
class Document:
    source: str
    sentences: list[Sentence]
