"""Owns the step Entity -> Reference: asks an image generator for the sheet, then embeds it.

Does not know: the store (it is told where to write), the plan, any generator.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generators.artefacts import Identity, Reference
from generators.base import ImageGenerator, ReferenceRequest
from generators.registry import resolve
from planners.plan import Entity

EMBEDDERS: dict[str, str] = {"palette-hog@1": "generators.identity:embed_sheet"}
"""Name of each embedder -> function (sheet, views, target) that writes its safetensors file."""
DEFAULT_EMBEDDER = "palette-hog@1"


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
    """Draw the reference sheet of an entity in one stage and embed it.

    Args:
        entity: Who or what; its appearance comes from its attributes alone.
        stage: Id of the entity's stage, or None for its own look.
        backend: The image generator.
        folder: The run folder; files are written under it.
        image: Path of the sheet (PNG) relative to `folder`; the embedding lies beside it as .safetensors.
        style: Name of the style.
        seed: Decides what the attributes leave open.
        digest: What this is made from, as the store computed it.
        embedder: Name of the embedder.
        guide: The same entity's sheet by another generator, for guided ones.
    """
    target = folder / image
    target.parent.mkdir(parents=True, exist_ok=True)
    request = ReferenceRequest(
        entity=entity, stage=stage, style=style, seed=seed, image=target, **_guided(guide, folder)
    )
    result = backend.reference(request)
    able = backend.capabilities()
    embedding = str(Path(image).with_suffix(".safetensors")).replace("\\", "/")
    resolve(EMBEDDERS[embedder])(target, result.views, folder / embedding)
    return Reference(
        maker=f"{able.name}@{able.version}",
        digest=digest,
        downgrades=result.downgrades,
        placement=result.placement,
        entity=entity,
        stage=stage,
        image=image,
        views=result.views,
        identity=Identity(entity=entity.id, stage=stage, embedder=embedder, file=embedding),
    )


def _guided(guide: Reference | None, folder: Path) -> dict[str, Any]:
    return {"guide": folder / guide.image, "guide_views": guide.views} if guide else {}
