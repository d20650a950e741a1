"""A word and its lemma in, the edit script "MODE;CUT;ADD" (or "=LEMMA") that makes one from the other out."""


def apply_script(script: str, word: str) -> str:
    if script.startswith("="):
        return script[1:]
    mode, cut, add = script.split(";", 2)
    base = word.lower() if mode == "l" else word
    return base[: len(base) - int(cut)] + add


def find_script(word: str, lemma: str) -> str:
    """"meetings", "meeting" -> "l;1;"; "was", "be" -> "=be"; "Trump", "Trump" -> "k;0;"."""
    options = [(edit(mode, word, lemma)) for mode in ("l", "k")]
    best = min(options, key=lambda option: (len(option[2]) + option[1], option[0] == "k"))
    mode, cut, add = best
    base = word.lower() if mode == "l" else word
    if cut >= len(base) and len(base) > 0:
        return "=" + lemma
    return f"{mode};{cut};{add}"


def edit(mode: str, word: str, lemma: str) -> tuple[str, int, str]:
    base = word.lower() if mode == "l" else word
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return mode, len(base) - same, lemma[same:]
