"""A sentence with syntax but no names in, what its proper nouns tell of names out."""

from collections import Counter
from pathlib import Path

from .documents import ENTITIES, O_OR_MISC, SOME_BEGINNING, SOME_INSIDE, SOME_NAME, UNKNOWN_ENTITY, Sentence

TITLES = set(
    """mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir president vice prime minister chancellor secretary
    general senator sen. sen congressman representative rep. rep governor gov. gov mayor judge justice king queen prince
    princess pope sheikh shaikh ayatollah imam ambassador captain capt. colonel col. col lieutenant lt. lt sergeant
    sgt. major commander admiral gen. gen chairman director attorney deputy foreign former uncle aunt father
    saint rev. rev reverend bishop archbishop cardinal lord lady dame""".split()
)
DATES = set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept
    sept. oct oct. nov nov. dec dec. mon mon. tue tue. tues tues. wed wed. thu thu. thur thurs thurs. fri fri. sat
    sat. sun sun. am pm""".split()
)
ORGANISATION_ENDS = set(
    """Inc. Inc Corp. Corp LLC Ltd. Ltd Co. Co LLP University College Council Committee Commission Ministry Department
    Company Bank Party Agency Association Institute Foundation Group Army Senate Congress Court Union Bureau Authority
    Times Post News Airlines Club Society Federation Church School""".split()
)
PLACE_ENDS = set(
    """River Island Islands Sea Ocean Street St. Avenue Ave Road Rd County Bay Valley Lake Airport Mountains Gulf
    Province City Beach Hotel Park Square Peninsula Strait Falls Restaurant Cafe""".split()
)
CONNECTORS = ("of", "for", "and", "&", "-", "'s", "the")
NEVER_NAMES = ("PRON", "AUX", "DET", "SCONJ", "INTJ", "ADV")
# These stand in no name when in lower case.
PLAIN = ("VERB", "NOUN", "ADJ")


def read_kinds(path: Path) -> dict[str, str]:
    kinds = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, names = line.split(": ", 1)
            kinds |= {name: kind for name in names.split("; ")}
    return kinds


KINDS = read_kinds(Path(__file__).with_name("ewt-names.txt"))


def find_people(sentences: list[Sentence]) -> set[str]:
    """Given names and family names of people named in full: "Juan Cole" lets "Juan" and "Cole" alone be people."""
    parts: Counter[str] = Counter()
    for s in sentences:
        for first, last in propn_spans(s):
            if first < last and (KINDS.get(" ".join(s.words[first : last + 1])) or shape_kind(s, first, last)) == "PER":
                parts.update(w for w in (s.words[first], s.words[last]) if len(w) > 2 and w.lower() not in TITLES)
    return set(parts)


def propn_names(s: Sentence, people: set[str]) -> list[int]:
    """"in the town of Qaim" -> Qaim is LOC (marked by hand); an unknown proper noun is some name."""
    labels = [background(word, upos) for word, upos in zip(s.words, s.upos)]
    end_of_last = -9
    for first, last in propn_spans(s):
        low = s.words[first].lower()
        if low in DATES:
            labels[first : last + 1] = [0] * (last + 1 - first)
            continue
        while first < last and s.words[first].lower() in TITLES:
            labels[first] = 0
            first += 1
        if first == last and s.words[first].lower() in TITLES:
            labels[first] = 0
            continue
        if not any(w[:1].isupper() for w in s.words[first : last + 1]):
            # In lower case only a marked name tells anything.
            if " ".join(s.words[first : last + 1]) not in KINDS:
                labels[first : last + 1] = [UNKNOWN_ENTITY] * (last + 1 - first)
                continue
        write_name(s, labels, first, last, end_of_last, people)
        end_of_last = last
    return labels


def background(word: str, upos: str) -> int:
    if upos in NEVER_NAMES or (word == word.lower() and upos in PLAIN):
        return 0
    return O_OR_MISC if upos == "ADJ" else UNKNOWN_ENTITY


def propn_spans(s: Sentence) -> list[tuple[int, int]]:
    spans, i = [], 0
    while i < len(s.words):
        first = i
        i += 1
        if s.upos[first] != "PROPN":
            continue
        while i < len(s.words) and s.upos[i] == "PROPN" and joined(s, i - 1, i):
            i += 1
        last = i - 1
        # "New York", "United Nations", "Supreme Court": the adjective is part of the name.
        while (
            first > 0 and s.words[first - 1][:1].isupper() and s.upos[first - 1] in ("ADJ", "VERB", "NOUN")
            and first <= s.heads[first - 1] <= last and s.words[first].lower() not in TITLES
        ):
            first -= 1
        spans.append((first, last))
    return spans


def joined(s: Sentence, a: int, b: int) -> bool:
    def plain(i: int) -> str:
        return s.deprels[i].split(":")[0]

    near = ("flat", "compound", "goeswith")
    if (s.heads[a] == b and plain(a) in near) or (s.heads[b] == a and plain(b) in near):
        return True
    return s.heads[a] == s.heads[b] and plain(a) in near and plain(b) in near


def write_name(s: Sentence, labels: list[int], first: int, last: int, after: int, people: set[str]) -> None:
    words = s.words[first : last + 1]
    kind = KINDS.get(" ".join(words)) or shape_kind(s, first, last)
    if not kind and first == last and words[0] in people:
        kind = "PER"
    linked = first >= 2 and s.words[first - 1] in CONNECTORS and after == first - 2
    goes_on = last + 2 < len(s.words) and s.words[last + 1] in CONNECTORS and s.words[last + 2][:1].isupper()
    if kind == "O":
        labels[first : last + 1] = [0] * len(words)
        return
    connector = s.words[first - 1] if linked else s.words[last + 1] if goes_on else ""
    plain_list = connector == "and" and len(words) == 1 and kind
    if connector and kind != "PER" and not plain_list:
        # "University of Texas", "Research and Development": whether one name or two is not known.
        labels[first : last + 1] = [SOME_NAME] * len(words)
        return
    for i in range(first, last + 1):
        begins = i == first
        if kind:
            labels[i] = ENTITIES.index(("B-" if begins else "I-") + kind)
        else:
            labels[i] = SOME_BEGINNING if begins else SOME_INSIDE


def shape_kind(s: Sentence, first: int, last: int) -> str:
    """"Juan Cole" is joined as people's names are (flat); "Cargill Inc." ends as firms do."""
    if last == first:
        return ""
    if s.words[last] in ORGANISATION_ENDS:
        return "ORG"
    if s.words[last] in PLACE_ENDS:
        return "LOC"
    flat = all(s.deprels[i] == "flat" and s.heads[i] == first for i in range(first + 1, last + 1))
    capital = all(w[:1].isupper() for w in s.words[first : last + 1])
    return "PER" if flat and capital and last - first <= 2 else ""
