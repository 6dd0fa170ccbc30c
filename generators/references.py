"""Owns the step Entity -> Reference: the sheet, the user's photos, their cut-outs, and the embedding of it all.

Does not know: the store (it is told where to write), the plan, any generator.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generators.artefacts import Identity, Reference
from generators.base import Capabilities, ImageGenerator, ReferenceRequest
from generators.crops import Crops, cut_reference
from generators.embedding import EmbedAsk
from generators.errors import RequestRefused
from generators.registry import resolve
from planners.plan import Box, Entity
from planners.story import listed

_TORCH = "generators.backends.diffusion.encoders"
EMBEDDERS: dict[str, str] = {
    "palette-hog@1": "generators.identity:embed_sheet",
    "clip": f"{_TORCH}:embed_clip",
    "dinov2": f"{_TORCH}:embed_dinov2",
    "face": f"{_TORCH}:embed_face",
    "faceid": "generators.face_encoders:embed_faceid",
}
"""Name of each embedder -> function (EmbedAsk) that writes its safetensors file and returns what was not as asked."""
DEFAULT_EMBEDDER = "palette-hog@1"
PHOTO_UNUSED = "{maker} draws from words: the pinned picture of {who} is kept, but does not change how {who} looks."
PHOTO_ABSENT = "the pinned picture {file} of {who} is not in the run folder: {who} is made from words."
PHOTO_OUTSIDE = "the pinned picture {file} of {who} lies outside of the run folder and is not read."
PHOTO_OF_NOW = "the pinned picture shows {who} as at first; the look {stage!r} is made from words."


def make_reference(
    entity: Entity,
    stage: str | None = None,
    *,
    backend: ImageGenerator,
    folder: Path,
    image: str,
    style: str,
    seed: int,
    digest: str = "",
    embedder: str = DEFAULT_EMBEDDER,
    guide: Reference | None = None,
) -> Reference:
    """Draw the reference sheet of an entity in one stage, cut its figures out, and embed them.

    Args:
        entity: Who or what; its appearance comes from its attributes and pinned pictures alone.
        stage: Id of the entity's stage, or None for its own look.
        backend: The image generator.
        folder: The run folder; files are written under it, and pinned pictures are relative to it.
        image: Path of the sheet (PNG) relative to `folder`; the embedding lies beside it as .safetensors.
        style: Name of the style.
        seed: Decides what the attributes leave open.
        digest: What this is made from, as the store computed it.
        embedder: Name of the embedder, for some with a model after a colon: `clip:OWNER/REPOSITORY`.
        guide: The same entity's sheet by another generator, for guided ones.

    Raises:
        RequestRefused: there is no such embedder.
    """
    target = folder / image
    target.parent.mkdir(parents=True, exist_ok=True)
    able = backend.capabilities()
    photos, lost = _photos(entity, stage, able, folder)
    request = ReferenceRequest(
        entity=entity, stage=stage, style=style, seed=seed, image=target, photos=photos, **_guided(guide, folder)
    )
    result = backend.reference(request)
    cut = cut_reference(entity.kind, target, result.views, photos)
    embedding = Path(image).with_suffix(".safetensors").as_posix()
    missed = _embed(embedder, target, result.views, cut, folder / embedding)
    return Reference(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=(*result.downgrades, *lost, *cut.downgrades, *missed),
        placement=result.placement,
        entity=entity,
        stage=stage,
        image=image,
        views=result.views,
        crops={view: file.relative_to(folder).as_posix() for view, file in cut.files.items()},
        cutter=", ".join(cut.engines),
        identity=Identity(entity=entity.id, stage=stage, embedder=embedder, file=embedding),
    )


def _embed(name: str, sheet: Path, views: Mapping[str, Box], cut: Crops, target: Path) -> tuple[str, ...]:
    base = name if name in EMBEDDERS else name.partition(":")[0]
    if base not in EMBEDDERS:
        raise RequestRefused(f"no embedder is called {name!r}; known: {', '.join(EMBEDDERS)}")
    ask = EmbedAsk(name=name, sheet=sheet, views=views, crops=cut.files, target=target)
    lost: tuple[str, ...] = resolve(EMBEDDERS[base])(ask)
    return lost


def _photos(
    entity: Entity, stage: str | None, able: Capabilities, folder: Path
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The user's own pictures that are used, and why others are not."""
    pinned = listed(entity.reference)
    if pinned and stage is not None:
        return (), (PHOTO_OF_NOW.format(who=entity.name, stage=stage),)
    if pinned and not able.reference_images:
        return (), (PHOTO_UNUSED.format(maker=able.name, who=entity.name),)
    kept, lost = [], []
    for file in pinned:
        path = (folder / file).resolve()
        if not path.is_relative_to(folder.resolve()):
            lost.append(PHOTO_OUTSIDE.format(file=file, who=entity.name))
        elif not path.is_file():
            lost.append(PHOTO_ABSENT.format(file=file, who=entity.name))
        else:
            kept.append(folder / file)
    return tuple(kept), tuple(lost)


def _guided(guide: Reference | None, folder: Path) -> dict[str, Any]:
    return {"guide": folder / guide.image, "guide_views": guide.views} if guide else {}
