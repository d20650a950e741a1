"""Gold of the record's heads in, Documents with marks, links and antecedents out: the project's corpus, GUM, GAP, PropBank, UDS, MEANTIME."""

import csv
import gzip
import hashlib
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from .documents import EVENTS, LINKS, NOT_HAPPENED, STANCES, STATUSES, UNKNOWN_ENTITY, Document, Sentence, number_words

Span = tuple[int, int]
HERE = Path(__file__).resolve().parent.parent
NAMING = {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}


# --- Words of texts that have no words of their own ---


class Words:
    """One text as the shipped program cuts and parses it."""

    def __init__(self, rows: list[list]):
        self.rows = rows

    def within(self, span: Span) -> list[int]:
        return [i for i, (start, end, *_) in enumerate(self.rows) if start < span[1] and end > span[0]]

    def head(self, span: Span) -> int | None:
        """The word of the span that hangs outside it; of several, one that names or tells."""
        inside = self.within(span)
        outward = [i for i in inside if self.rows[i][4] not in inside]
        telling = [i for i in outward if self.rows[i][3] in NAMING | {"VERB"}]
        return next(iter(telling or outward or inside), None)

    def naming(self, span: Span) -> list[int]:
        inside = self.within(span)
        return [i for i in inside if self.rows[i][3] in NAMING] or inside[:1]

    def document(self, source: str, name: str) -> Document:
        sentences: list[Sentence] = []
        for at, (_, _, form, upos, head, number, *syntax) in enumerate(self.rows):
            if at == 0 or self.rows[at - 1][5] != number:
                sentences.append(Sentence([], [], first=at))
            s = sentences[-1]
            s.words.append(form)
            s.entities.append(UNKNOWN_ENTITY)
            if syntax:
                # What the shipped program reads there keeps the syntax of news in place while other heads learn.
                s.upos.append(upos)
                s.heads.append(head - s.first if head >= 0 else -1)
                for labels, label in zip((s.deprels, s.lemmas, s.feats), syntax):
                    labels.append(label)
        return Document(source, sentences, name)


def cut_texts(texts: dict[str, str]) -> dict[str, Words]:
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    done = subprocess.run(
        ["node", HERE / "dist/language/print-words.js"], input=lines, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    found = (json.loads(line) for line in done.stdout.splitlines())
    return {row["id"]: Words(row["words"]) for row in found}


def write_marks(document: Document, head: str, labels: dict[int, int], default: int) -> None:
    for s in document.sentences:
        s.marks[head] = [labels.get(s.first + i, default) for i in range(len(s.words))]


# --- The project's corpus ---


def read_corpus(corpus: Path, texts: Path) -> tuple[list[Document], list[Document]]:
    """Documents to learn from, and those kept for limits and confidence."""
    cards = [card for card in json.loads((corpus / "texts.json").read_text(encoding="utf-8")) if card["split"] != "dev"]
    known = read_texts(texts, {card["id"] for card in cards})
    cut = cut_texts(known)
    learnt: list[Document] = []
    kept: list[Document] = []
    for card in cards:
        if card["id"] not in cut:
            continue
        annotation = json.loads((corpus / "annotations" / f"{card['id']}.json").read_text(encoding="utf-8"))
        document = read_annotation(annotation, known[card["id"]], cut[card["id"]])
        (kept if card["split"] == "tune" else learnt).append(document)
    return learnt, kept


def read_texts(folder: Path, wanted: set[str]) -> dict[str, str]:
    texts = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] in wanted:
                    title, text = row.get("title"), row["text"]
                    texts[row["id"]] = f"{title}\n\n{text}" if title and not text.startswith(title) else text
    return texts


def read_annotation(annotation: dict, text: str, words: Words) -> Document:
    document = words.document("corpus", annotation["id"])
    mentions = find_mentions(annotation, text, words)
    add_events(document, annotation["events"], mentions, words)
    add_positions(document, annotation["positions"], mentions, words)
    add_statements(document, annotation["statements"], mentions, words)
    for named in mentions.values():
        heads = sorted({m[0] for m in named})
        for k, word in enumerate(heads):
            if k:
                document.antecedents[word] = heads[:k]
    return document


Mention = tuple[int, list[int]]  # head word, all naming words


def find_mentions(annotation: dict, text: str, words: Words) -> dict[str, list[Mention]]:
    """Annotators list each way of naming once: a name counts wherever it stands."""
    spans: dict[str, set[Span]] = {}
    for mention in annotation["mentions"]:
        start, end = mention["at"]
        surface = text[start:end]
        own = spans.setdefault(mention["key"], set())
        own.add((start, end))
        if surface[:1].isupper() and surface.lower() not in ("he", "she", "it", "they", "his", "her", "its", "their", "we", "i"):
            own |= {m.span() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)}
    found = {}
    for key, own in spans.items():
        heads = [(words.head(span), words.naming(span)) for span in sorted(own)]
        found[key] = [(head, naming) for head, naming in heads if head is not None]
    return found


def add_links(document: Document, link: str, start: int, keys: Iterable[str], mentions: dict[str, list[Mention]]) -> None:
    """To the nearest mention, one of the same sentence before others; further mentions of the same one cost nothing."""
    sentence = sentence_of(document)
    right: set[int] = set()
    either: set[int] = set()
    for key in keys:
        own = mentions.get(key, [])
        if not own:
            continue
        near = min(own, key=lambda m: (sentence[m[0]] != sentence[start], m[0] > start and sentence[m[0]] != sentence[start], abs(m[0] - start)))
        right |= set(near[1])
        either |= {w for _, naming in own for w in naming}
    document.links[(LINKS.index(link), start)] = (sorted(right), sorted(either - right))


def sentence_of(document: Document) -> list[int]:
    return [k for k, s in enumerate(document.sentences) for _ in s.words]


def add_events(document: Document, events: list[dict], mentions: dict[str, list[Mention]], words: Words) -> None:
    types: dict[int, int] = {}
    statuses: dict[int, int] = {}
    background: dict[int, int] = {}
    for event in sorted(events, key=lambda e: e["required"]):
        for number, at in enumerate(event["triggers"]):
            word = words.head(tuple(at))
            if word is None:
                continue
            if not event["required"]:
                types[word] = -1
                continue
            types[word] = EVENTS.index(event["type"])
            if number == 0:
                statuses[word] = STATUSES.index(event["status"])
                background[word] = int(event["background"])
            add_links(document, "actor", word, event["actors"], mentions)
            add_links(document, "recipient", word, event["recipients"], mentions)
    write_marks(document, "event", types, 0)
    write_marks(document, "status", statuses, -1)
    write_marks(document, "background", background, -1)


def add_positions(document: Document, positions: list[dict], mentions: dict[str, list[Mention]], words: Words) -> None:
    stances: dict[int, int] = {}
    for position in sorted(positions, key=lambda p: p["required"]):
        word = words.head(tuple(position["span"]))
        if word is None:
            continue
        stances[word] = STANCES.index(position["stance"]) if position["required"] else -1
        if position["required"]:
            add_links(document, "holder", word, position["holders"], mentions)
            add_links(document, "toward", word, [position["toward"]] if position["toward"] else [], mentions)
    write_marks(document, "stance", stances, 0)


def add_statements(document: Document, statements: list[dict], mentions: dict[str, list[Mention]], words: Words) -> None:
    cues: dict[int, int] = {}
    contents: dict[int, int] = {}
    for statement in sorted(statements, key=lambda s: s["required"]):
        cue = words.within(tuple(statement["cue"])) if statement["cue"] else []
        for word in cue:
            cues[word] = 1 if statement["required"] else -1
        if cue and statement["required"]:
            add_links(document, "speaker", words.head(tuple(statement["cue"])), statement["speakers"], mentions)
        for part in statement["content"]:
            for k, word in enumerate(words.within(tuple(part))):
                if statement["required"]:
                    contents[word] = 1 if k == 0 else max(contents.get(word, 0), 2) if contents.get(word) != 1 else 1
                else:
                    contents.setdefault(word, -1)
    write_marks(document, "cue", cues, 0)
    write_marks(document, "content", contents, 0)


# --- GUM: who said what, and coreference ---


def add_gum(documents: list[Document], gold: Path) -> int:
    """Writes attribution and coreference into the treebank's own documents."""
    quotes = {}
    with open(gold / "quotes/gum-attribution/train.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            quotes[row["doc"]] = row
    added = 0
    for document in documents:
        chains = gold / "coref/gum/train" / f"{document.name}.ontogum.conll"
        if chains.exists():
            added += add_chains(document, chains.read_text(encoding="utf-8"))
        if document.name in quotes:
            added += add_attributions(document, quotes[document.name])
    return added


def gum_words(document: Document) -> list[tuple[str, str, int]]:
    """Form, part of speech, head in the document."""
    return [
        (w, u, s.first + h if h >= 0 else -1) for s in document.sentences for w, u, h in zip(s.words, s.upos, s.heads)
    ]


def add_attributions(document: Document, row: dict) -> int:
    text, at = row["text"], 0
    rows = []
    for (form, upos, head), number in zip(gum_words(document), sentence_of(document)):
        start = text.find(form, at)
        if start < 0 or start - at > 3:
            return 0
        at = start + len(form)
        rows.append([start, at, form, upos, head, number])
    words = Words(rows)
    cues: dict[int, int] = {}
    contents: dict[int, int] = {}
    for a in row["attributions"]:
        cue = [w for span in a["cue"] for w in words.within(tuple(span))]
        cues |= dict.fromkeys(cue, 1)
        source = [w for span in a["source"] for w in words.naming(tuple(span))]
        if cue:
            start = next((w for w in cue if rows[w][3] in ("VERB", "NOUN")), cue[0])
            document.links[(LINKS.index("speaker"), start)] = (source, [])
        for part in a["content"]:
            for k, word in enumerate(words.within(tuple(part))):
                contents[word] = 1 if k == 0 or contents.get(word) == 1 else 2
    write_marks(document, "cue", cues, 0)
    write_marks(document, "content", contents, 0)
    return 1


def add_chains(document: Document, conll: str) -> int:
    words = gum_words(document)
    rows = [line.split("\t") for line in conll.splitlines() if "\t" in line]
    if [r[1] for r in rows] != [w[0] for w in words]:
        return 0
    open_ones: dict[str, list[int]] = {}
    chains: dict[str, list[int]] = {}
    for i, (_, _, column, *_) in enumerate(rows):
        for opened, single, closed in re.findall(r"\((\d+)(\))?|(\d+)\)", column):
            if opened:
                open_ones.setdefault(opened, []).append(i)
            if single or closed:
                key = opened or closed
                span = range(open_ones[key].pop(), i + 1)
                head = next((k for k in span if words[k][2] not in span), span[0])
                chains.setdefault(key, []).append(head)
    document.antecedents = {i: [] for i in range(len(words))}
    for heads in chains.values():
        heads = sorted(set(heads))
        for k, word in enumerate(heads):
            document.antecedents[word] = heads[:k]
    return 1


# --- GAP: he and she between two names ---


def read_gap(path: Path) -> list[Document]:
    with open(path, encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    cut = cut_texts({row["ID"]: row["Text"] for row in rows})
    documents = []
    for row in rows:
        words = cut[row["ID"]]
        document = words.document("gap", row["ID"])
        pronoun = words.within(span_of(row, "Pronoun"))
        names = [words.naming(span_of(row, side)) for side in "AB" if row[f"{side}-coref"].upper() == "TRUE"]
        if pronoun and names:
            last = {words.rows[names[0][-1]][2]}
            same = [i for i, r in enumerate(words.rows) if r[2] in last and r[3] == "PROPN"]
            document.antecedents[pronoun[0]] = sorted(set(same) | {names[0][-1]})
            documents.append(document)
    return documents


def span_of(row: dict[str, str], side: str) -> Span:
    start = int(row[f"{side}-offset"])
    return start, start + len(row[side])


# --- Roles and factuality ---


def add_roles(documents: list[Document], path: Path) -> int:
    sentences = {s.name: (d, s) for d in documents for s in d.sentences}
    added = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document, s = sentences.get(row["id"], (None, None))
            if s is None or s.words != row["tokens"]:
                continue
            added += 1
            for frame in row["frames"]:
                for link in ("ARG0", "ARG1", "ARG2"):
                    spans = [range(a, b + 1) for label, a, b in frame["args"] if label == link]
                    heads = [k for span in spans for k in span if s.heads[k] not in span]
                    document.links[(LINKS.index(link), s.first + frame["pred"])] = ([s.first + k for k in heads], [])
    return added


def add_happened(documents: list[Document], path: Path) -> int:
    """UDS: a crowd's mean from -3 (did not happen) to 3 (happened); only clear answers count."""
    sentences = {" ".join(s.words): s for d in documents for s in d.sentences}
    added = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            s = sentences.get(row["text"])
            if s is None:
                continue
            marks = s.marks.setdefault("status", [-1] * len(s.words))
            for target in row["targets"]:
                if abs(target["label"]) >= 1.5 and target["span1"][0] < len(marks):
                    marks[target["span1"][0]] = 0 if target["label"] > 0 else NOT_HAPPENED
                    added += 1
    return added


def read_meantime(path: Path) -> list[Document]:
    documents = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            # A fifth is left for measuring.
            if int(hashlib.sha256(row["id"].encode()).hexdigest()[:8], 16) % 5 == 0:
                continue
            words = Words([[0, 0, form, "X", -1, number] for form, number in zip(row["tokens"], row["sentence"])])
            document = words.document("meantime", row["id"])
            labels = {e["tokens"][-1]: status_of(e) for e in row["events"] if e.get("tokens")}
            write_marks(document, "status", labels, -1)
            documents.append(document)
    return documents


def status_of(event: dict) -> int:
    if event.get("polarity") == "NEG":
        return STATUSES.index("denied")
    certainty, time = event.get("certainty"), event.get("time")
    if certainty == "POSSIBLE":
        return STATUSES.index("possible")
    if time == "FUTURE" and certainty in ("CERTAIN", "PROBABLE"):
        return STATUSES.index("planned")
    return STATUSES.index("happened") if certainty == "CERTAIN" and time == "NON_FUTURE" else -1


def read_facts(gold: Path, texts: Path, corpus: Path, treebanks: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """Marks the treebanks' documents and reads the sets that have texts of their own."""
    print("gum", add_gum(treebanks["gum"], gold), "roles", add_roles(treebanks["ewt"], gold / "roles/propbank-ewt/train.jsonl.gz"),
          "uds", add_happened(treebanks["ewt"], gold / "factuality/uds-ih2/train.jsonl.gz"))
    learnt, kept = read_corpus(corpus, texts)
    facts = {
        "corpus": learnt,
        "gap": read_gap(gold / "coref/gap/gap-development.tsv"),
        "meantime": read_meantime(gold / "factuality/meantime/meantime.jsonl.gz"),
        "kept": kept,
    }
    for documents in facts.values():
        for document in documents:
            number_words(document)
    return facts
