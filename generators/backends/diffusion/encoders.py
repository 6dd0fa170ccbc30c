"""Owns image encoders over torch: pictures of an entity in, vectors out, kept as safetensors beside the pictures.

CLIP's vision model gives both what the adapters need: the projected vector (IP-Adapter) and the hidden states before
its last layer (IP-Adapter Plus). Does not know: which pipeline uses them, who the entities are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from PIL import Image
from transformers import CLIPVisionModelWithProjection, Dinov2Model

from generators.backends.diffusion.hub import offline
from generators.backends.diffusion.models import Repository, repository_of
from generators.embedding import EmbedAsk, Embedding, load_embedding, mean_embedding, store_embedding
from generators.errors import GenerationFailed, RequestRefused

CLIP = "h94/IP-Adapter"
"""Repository whose `models/image_encoder` IP-Adapters were trained with (OpenCLIP ViT-H/14)."""
CLIP_FOLDER = "models/image_encoder"
DINO = "facebook/dinov2-base"
MEAN, SPREAD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
"""Of the pictures that CLIP was trained on (Radford et al. 2021)."""
IMAGENET = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
"""Mean and spread of the pictures that DINOv2 was trained on."""
PAPER = (255, 255, 255)
"""What stands behind a cut-out when it is encoded."""
NO_FACE_ID = "faces are told by CLIP's eyes here; the embedder faceid tells them by a face encoder."


class Encoded(NamedTuple):
    """Some pictures by one encoder."""

    projected: torch.Tensor
    """(pictures, dimensions)."""
    hidden: torch.Tensor
    """(pictures, tokens, width): before the encoder's last layer."""


@dataclass
class Encoder:
    """CLIP's vision model with its projection."""

    model: Any
    name: str
    """`clip:PLACE`."""
    digest: str
    """The repository with its revision, or a digest of a folder's weights."""

    @property
    def side(self) -> int:
        """Of the square that it sees, in pixels."""
        return int(self.model.config.image_size)

    def encode(self, pictures: Sequence[Image.Image]) -> Encoded:
        """Encode pictures; transparent parts are white, and nothing of a tall one is cut off."""
        return self._run(torch.stack([_values(picture, self.side) for picture in pictures]))

    def nothing(self) -> Encoded:
        """What stands for no picture under guidance, as the adapters were trained: zeros, a grey square's states."""
        seen = self._run(torch.zeros(1, 3, self.side, self.side))
        return Encoded(torch.zeros_like(seen.projected), seen.hidden)

    def _run(self, values: torch.Tensor) -> Encoded:
        with torch.inference_mode():
            seen = self.model(values.to(self.model.device, self.model.dtype), output_hidden_states=True)
        return Encoded(seen.image_embeds.float().cpu().clone(), seen.hidden_states[-2].float().cpu().clone())


@dataclass
class Bank:
    """An encoder, and what it has encoded, in memory and beside the pictures."""

    encoder: Encoder
    runs: int = 0
    """How many pictures were really encoded."""
    _kept: dict[str, Encoded] = field(default_factory=dict)

    def of(self, files: Sequence[Path]) -> Encoded:
        """Picture files, encoded once each."""
        rows = [self._one(file) for file in files]
        return Encoded(torch.cat([row.projected for row in rows]), torch.cat([row.hidden for row in rows]))

    def nothing(self) -> Encoded:
        """`Encoder.nothing`, computed once."""
        if "" not in self._kept:
            self._kept[""] = self.encoder.nothing()
        return self._kept[""]

    def _one(self, file: Path) -> Encoded:
        mark = hashlib.sha256(file.read_bytes()).hexdigest()
        if mark not in self._kept:
            self._kept[mark] = self._stored(file, mark) or self._made(file, mark)
        return self._kept[mark]

    def _place(self, file: Path, mark: str) -> Path:
        weights = hashlib.sha256(self.encoder.digest.encode()).hexdigest()[:12]
        return file.with_name(f"{file.stem}.clip-{weights}-{mark[:12]}.safetensors")

    def _stored(self, file: Path, mark: str) -> Encoded | None:
        place = self._place(file, mark)
        if not place.is_file():
            return None
        found = load_embedding(place)
        if found.digest != self.encoder.digest:
            return None
        return Encoded(torch.from_numpy(found.tensors["embedding"]), torch.from_numpy(found.tensors["hidden"]))

    def _made(self, file: Path, mark: str) -> Encoded:
        with Image.open(file) as picture:
            made = self.encoder.encode([picture])
        self.runs += 1
        row = _as_embedding(made, self.encoder, (file.stem,))
        store_embedding(self._place(file, mark), row, picture=mark)
        return made


def load_bank(repository: Repository, keywords: Mapping[str, Any] | None = None, *, device: str = "cpu") -> Bank:
    """A bank over the CLIP vision model of a repository (or folder), for instance the role `encoder` of a row.

    Args:
        repository: Where the model is; its `subfolder` is honoured.
        keywords: Further arguments of `from_pretrained`, as `runtime.source` gives them.
        device: Where it runs.

    Raises:
        GenerationFailed: it is not on this machine and cannot be got.
    """
    given = {**_keywords(repository), **(keywords or {})}
    model = _got(repository, lambda: CLIPVisionModelWithProjection.from_pretrained(repository.repository, **given))
    return Bank(Encoder(model.eval().to(device), f"clip:{repository.repository}", weights_digest(repository)))


def weights_digest(repository: Repository) -> str:
    """What tells an encoder's weights from others: the repository with its revision, or a digest of a folder."""
    folder = repository.folder
    if folder is None:
        return repository.mark()
    inside = folder / (repository.subfolder or "")
    told = hashlib.sha256()
    for file in sorted(path for path in inside.iterdir() if path.suffix in (".safetensors", ".json")):
        with file.open("rb") as stream:
            told.update(hashlib.file_digest(stream, "sha256").digest())
    return f"sha256:{told.hexdigest()}"


def averaged(projected: torch.Tensor) -> torch.Tensor:
    """One vector of several, (dimensions,): see `generators.embedding.mean_embedding`."""
    return torch.from_numpy(mean_embedding(projected.numpy()))


def embed_clip(ask: EmbedAsk) -> tuple[str, ...]:
    """Embed an entity's cut-outs by a CLIP vision model, `clip:PLACE`: projected vectors and hidden states.

    Raises:
        RequestRefused: there is nothing to embed.
        GenerationFailed: the model is not on this machine.
    """
    _clip(ask, {view: file for view, file in ask.crops.items() if not view.startswith("face")})
    return ()


def embed_face(ask: EmbedAsk) -> tuple[str, ...]:
    """Embed an entity's faces by a CLIP vision model, `face:PLACE`, as IP-Adapter Plus Face wants them.

    Raises:
        RequestRefused: it has no face.
        GenerationFailed: the model is not on this machine.
    """
    _clip(ask, {view: file for view, file in ask.crops.items() if view.startswith("face")})
    return (NO_FACE_ID,)


def embed_dinov2(ask: EmbedAsk) -> tuple[str, ...]:
    """Embed an entity's cut-outs by DINOv2 (Oquab et al. 2023), `dinov2:PLACE`: the class token of each.

    Raises:
        RequestRefused: there is nothing to embed.
        GenerationFailed: the model is not on this machine.
    """
    files = {view: file for view, file in ask.crops.items() if not view.startswith("face")}
    place = repository_of(ask.model or DINO)
    model = _got(place, lambda: Dinov2Model.from_pretrained(place.repository, **_keywords(place))).eval()
    side = int(model.config.image_size)
    values = torch.stack([_values(picture, side, *IMAGENET) for picture in _opened(ask, files)])
    with torch.inference_mode():
        seen = model(values).last_hidden_state[:, 0].float().numpy()
    found = Embedding(ask.name, weights_digest(place), tuple(files), {"embedding": seen})
    store_embedding(ask.target, found)
    return ()


def squared(picture: Image.Image) -> Image.Image:
    """A picture on a white square, in its middle, RGB."""
    shown = picture.convert("RGBA")
    side = max(shown.size)
    ground = Image.new("RGBA", (side, side), (*PAPER, 255))
    ground.alpha_composite(shown, ((side - shown.width) // 2, (side - shown.height) // 2))
    return ground.convert("RGB")


def _clip(ask: EmbedAsk, files: Mapping[str, Path]) -> None:
    asked = repository_of(ask.model or CLIP)
    bank = load_bank(asked if ask.model else asked.model_copy(update={"subfolder": CLIP_FOLDER}))
    made = bank.encoder.encode(_opened(ask, files))
    found = _as_embedding(made, bank.encoder, tuple(files))
    store_embedding(ask.target, Embedding(ask.name, found.digest, found.views, found.tensors))


def _as_embedding(made: Encoded, encoder: Encoder, views: tuple[str, ...]) -> Embedding:
    tensors = {"embedding": made.projected.numpy(), "hidden": made.hidden.numpy()}
    return Embedding(encoder.name, encoder.digest, views, tensors)


def _opened(ask: EmbedAsk, files: Mapping[str, Path]) -> list[Image.Image]:
    if not files:
        raise RequestRefused(f"{ask.name} has nothing to embed of {ask.sheet.stem}: there is no such cut-out")
    pictures = []
    for file in files.values():
        with Image.open(file) as picture:
            pictures.append(picture.convert("RGBA"))
    return pictures


def _values(
    picture: Image.Image, side: int, mean: Sequence[float] = MEAN, spread: Sequence[float] = SPREAD
) -> torch.Tensor:
    """(3, side, side) as the model wants it: on white, padded to a square, scaled, normalised."""
    flat = squared(picture).resize((side, side), Image.Resampling.BICUBIC)
    values = (np.asarray(flat, dtype=np.float32) / 255 - np.array(mean)) / np.array(spread)
    return torch.from_numpy(values.astype(np.float32)).permute(2, 0, 1)


def _keywords(repository: Repository) -> dict[str, Any]:
    given: dict[str, Any] = {"use_safetensors": True}
    if repository.subfolder:
        given["subfolder"] = repository.subfolder
    if repository.folder is None:
        given |= {"revision": repository.revision, "local_files_only": offline()}
    return given


def _got(repository: Repository, load: Callable[[], Any]) -> Any:
    try:
        return load()
    except OSError as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise GenerationFailed(f"the encoder {repository.repository} is not on this machine: {first}") from error
