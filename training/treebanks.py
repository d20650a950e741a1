"""CoNLL-U treebanks in, Documents with syntax (and the names they can tell) out."""

import gzip
import re
from pathlib import Path

from .documents import ENTITIES, O_OR_MISC, Document, Sentence, number_words
from .propn import DATES, TITLES, find_people, propn_names

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}


def read_treebank(path: Path, source: str) -> list[Document]:
    documents: list[Document] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        comments: list[str] = []
        rows: list[list[str]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                if any(c.startswith("# newdoc") for c in comments) or not documents:
                    documents.append(Document(source, [], name_in(comments, "newdoc id")))
                documents[-1].sentences.append(read_sentence(rows, comments, source, not documents[-1].sentences))
                comments, rows = [], []
    for document in documents:
        number_words(document)
    if not source.startswith("gum"):
        guess_names([s for d in documents for s in d.sentences])
    return documents


def name_in(comments: list[str], key: str) -> str:
    return next((c.partition(" = ")[2] for c in comments if c.startswith(f"# {key} =")), "")


def guess_names(sentences: list[Sentence]) -> None:
    people = find_people(sentences)
    for s in sentences:
        s.entities = propn_names(s, people)


def read_sentence(rows: list[list[str]], comments: list[str], source: str, first: bool) -> Sentence:
    starts = first or any(re.match(r"# newpar( |$)", c) for c in comments)
    words = [row for row in rows if row[0].isdigit()]
    sentence = Sentence(
        words=[row[1] for row in words],
        entities=[],
        starts_paragraph=starts,
        upos=[row[3] for row in words],
        feats=[row[5] for row in words],
        lemmas=[row[2] for row in words],
        heads=[int(row[6]) - 1 for row in words],
        deprels=[row[7] for row in words],
        name=name_in(comments, "sent_id"),
    )
    misc = [row[9] for row in words]
    if source.startswith("gum"):
        sentence.entities = gum_names(sentence, misc)
    return sentence


def gum_names(sentence: Sentence, misc: list[str]) -> list[int]:
    labels = [gum_background(w, u) for w, u in zip(sentence.words, sentence.upos)]
    for kind, start, end in sorted(gum_mentions(misc), key=lambda m: m[2] - m[1]):
        if kind not in GUM_TYPES:
            continue
        inside = range(start, end + 1)
        outward = [i for i in inside if sentence.heads[i] not in inside]
        head = outward[0] if outward else start
        word = sentence.words[head]
        if sentence.upos[head] != "PROPN" or word.lower() in DATES or word == word.lower():
            continue
        span = name_span(sentence, kind, start, end, head)
        if span:
            write_span(labels, GUM_TYPES[kind], *span)
    return labels


def gum_background(word: str, upos: str) -> int:
    if upos == "PROPN":
        low = word.lower()
        return 0 if low in DATES or low in TITLES else O_OR_MISC
    return O_OR_MISC if upos == "ADJ" and word[:1].isupper() else 0


def gum_mentions(misc: list[str]) -> list[tuple[str, int, int]]:
    """"(8-organization-new-...(9-place-...)" ... "9)8)" as (type, first word, last word)."""
    mentions: list[tuple[str, int, int]] = []
    open_ones: dict[str, list[tuple[str, int]]] = {}
    last = ""
    for i, column in enumerate(misc):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", column)
        if not found:
            continue
        for opened, closed in re.findall(r"\(([^()]+)|([^()]*)\)", found.group(1)):
            if opened:
                parts = opened.split("-")
                open_ones.setdefault(parts[0], []).append((parts[1] if len(parts) > 1 else "", i))
                last = parts[0]
            else:
                # ")" straight after an opening closes that one.
                key = closed or last
                if open_ones.get(key):
                    kind, start = open_ones[key].pop()
                    mentions.append((kind, start, i))
    return mentions


def name_span(sentence: Sentence, kind: str, start: int, end: int, head: int) -> tuple[int, int] | None:
    """The name inside a mention: "former US President Barack Obama of Chicago" -> "Barack Obama"."""
    words, upos = sentence.words, sentence.upos

    def is_name_word(i: int) -> bool:
        named = words[i][:1].isupper() or upos[i] == "PROPN" or words[i][:1].isdigit()
        return named and upos[i] not in ("DET", "PRON", "ADP") and not (upos[i] == "NUM" and i < head)

    first = last = head
    while first > start:
        i = first - 1
        if kind == "person" and (words[i].lower() in TITLES or upos[i] == "ADJ"):
            break
        if is_name_word(i):
            first = i
        elif words[i] in ("-", "&", "of", "and", "for") and i > start and is_name_word(i - 1) and kind != "person":
            first = i - 1
        elif words[i] == "-" and i > start and is_name_word(i - 1):
            first = i - 1
        else:
            break
    while last < end:
        i = last + 1
        if is_name_word(i) or (upos[i] == "PROPN"):
            last = i
        elif i < end and is_name_word(i + 1) and words[i] in ("-", "–", ".", "/", "'"):
            last = i + 1
        elif i < end and kind != "person" and words[i] in ("of", "for", "and", "&", "on") and is_name_word(i + 1):
            last = i + 1
        elif i + 1 < end and kind != "person" and words[i] in ("of", "for") and words[i + 1] == "the" and is_name_word(i + 2):
            last = i + 2
        else:
            break
    while first < last and kind == "person" and words[first].lower() in TITLES:
        first += 1
    if kind == "person" and words[last].lower() in TITLES:
        return None
    return first, last


def write_span(labels: list[int], kind: str, first: int, last: int) -> None:
    after = labels[last + 1] if last + 1 < len(labels) else 0
    if 0 < after < len(ENTITIES) and ENTITIES[after].startswith("I-"):
        return  # would cut another name in two
    for i in range(first, last + 1):
        labels[i] = ENTITIES.index(("B-" if i == first else "I-") + kind)
