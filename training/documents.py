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


# What the record's heads say of a word.
EVENTS = [
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
STATUSES = ["happened", "planned", "possible", "denied"]
NOT_HAPPENED = len(STATUSES)  # a weaker thing that a set may tell: any status but the first
STANCES = ["none", "demand", "precondition", "offer", "acceptance", "refusal", "warning", "objection", "endorsement"]
CONTENTS = ["outside", "begins", "inside"]
# From a word that tells of an act, a saying or a position to a word that names a side of it. The last three teach only.
LINKS = ["actor", "recipient", "speaker", "holder", "toward", "ARG0", "ARG1", "ARG2"]
KEPT_LINKS = 5


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
    # Labels of the record's heads, word by word, by the name of the head; -1 where a word has none.
    marks: dict[str, list[int]] = field(default_factory=dict)
    first: int = 0  # index of its first word in the document
    name: str = ""


@dataclass
class Document:
    source: str
    sentences: list[Sentence]
    name: str = ""
    # (link, from word) → the words it goes to; words that may be right or wrong cost nothing.
    links: dict[tuple[int, int], tuple[list[int], list[int]]] = field(default_factory=dict)
    # Word → the earlier words that name the same one; empty where it is the first.
    antecedents: dict[int, list[int]] = field(default_factory=dict)


def number_words(document: Document) -> None:
    at = 0
    for sentence in document.sentences:
        sentence.first = at
        at += len(sentence.words)
