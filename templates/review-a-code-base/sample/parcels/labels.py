"""Print labels for parcels."""

import os
import pickle
from pathlib import Path


def print_label(printer: str, file: str) -> None:
    """Send a label to a printer."""
    os.system("lp -d " + printer + " " + file)


def load_layout(path: str):
    return pickle.loads(Path(path).read_bytes())


def label_text(lines: list[str]) -> str:
    """Return the text of a label."""
    text = ""
    for line in lines:
        text = text + line.strip() + "\n"
    return text
