"""Owns the models of the diffusion backends: repositories, pinned revisions, licences, sizes, whether they are here.

A backend's model is chosen by its name: `img2img`, `img2img:FOLDER`, `img2img:owner/repository@revision`, and
`animatediff:BASE,ADAPTER`, each with options after a question mark (`?steps=20&strength=0.4`). What could not be
verified in the table is null, never guessed. Does not know: torch, how a model runs.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generators.backends.diffusion.hub import cache_folder, commit_of, told_side
from generators.backends.diffusion.recipe import Loop, Recipe, settle
from generators.backends.diffusion.techniques.table import Backbone
from generators.errors import RequestRefused, UnknownGenerator
from generators.face_encoders import DEFAULT as FACE_ENCODER
from generators.registry import available, row_beside

_DEFAULT_BRANCH = "main"
ControlKind = Literal["none", "depth", "lines", "scribble", "seg"]
Sort = Literal["figure", "face", "place", "style"]
"""Sorts of reference pictures that are weighed each for itself."""
CONTROLNET = "controlnet"
"""Role of the repository that `?controlnet=` asks for."""
FACE = "face"
"""Role of the adapter for faces."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Repository(_Row):
    """One repository of a model hub, or a folder on this machine."""

    repository: str
    revision: str | None = None
    """Pinned commit; None: whatever its main branch holds."""
    variant: str | None = None
    """Which of several stored precisions is taken, by diffusers' name."""
    single: bool = False
    """Whether it holds one model, not a pipeline of several in folders."""
    subfolder: str | None = None
    """Folder inside the repository in which what is needed lies."""
    file: str | None = None
    """The one file of weights that is needed, in `subfolder`."""
    size_gb: float | None = None
    """To download, in 10^9 bytes; None: not verified."""
    licence: str | None = None
    """None: not verified."""
    source: str = ""
    """Where size, licence and revision come from."""

    @property
    def folder(self) -> Path | None:
        """The folder, when it is one on this machine."""
        path = Path(self.repository).expanduser()
        return path if path.is_dir() else None

    def cached(self) -> bool:
        """Whether the weights are on this machine; asks no network."""
        if self.folder is not None:
            return True
        kept = self._kept()
        commit = commit_of(kept, self.revision or _DEFAULT_BRANCH) or self.revision
        weights = self.file or (f"*.{self.variant}*.safetensors" if self.variant else "*.safetensors")
        begun = any((kept / "blobs").glob("*.incomplete"))
        if not commit or begun:
            return False
        return any((kept / "snapshots" / commit / (self.subfolder or "")).rglob(weights))

    def weights_gb(self) -> float | None:
        """Its weights in 10^9 bytes: the files that are here, else the table's figure."""
        commit = commit_of(self._kept(), self.revision or _DEFAULT_BRANCH) or self.revision
        place = self.folder or (self._kept() / "snapshots" / commit if commit else None)
        files = (place / (self.subfolder or "")).rglob(self.file or "*.safetensors") if place else ()
        found = [path.stat().st_size for path in files]
        return sum(found) / 1e9 if found else self.size_gb

    def _kept(self) -> Path:
        return cache_folder() / f"models--{self.repository.replace('/', '--')}"

    def mark(self) -> str:
        """What tells these weights from others: the repository with its revision, or a folder's files and sizes."""
        folder = self.folder
        if folder is None:
            return f"{self.repository}@{self.revision or _DEFAULT_BRANCH}"
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        rows = [f"{path.relative_to(folder).as_posix()} {path.stat().st_size}" for path in files]
        rows += [path.read_text(encoding="utf-8") for path in files if path.suffix == ".json"]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()


class Family(_Row):
    """A backend: what it makes, from which repositories, at which native size, rate and length."""

    target: str = ""
    """`module:Class` in this folder; empty for those of other packages, which an entry point names."""
    what: str
    makes: tuple[Literal["images", "shots"], ...]
    profile: str
    """Its row in the planners' table of prompts."""
    native_side: int
    """Side in pixels of the square that it was trained on; other shapes get the same area."""
    native_fps: int | None = None
    native_frames: int | None = None
    """Frames that it was trained to make at once."""
    frame_step: int = 1
    """Counts of frames are one more than a multiple of this."""
    side_step: int = 64
    """Sides in pixels are multiples of this."""
    takes: Literal["windows", "slower", "extended"] = "slower"
    """How a shot longer than that is made: windows over the frames, fewer frames a second, clip after clip."""
    able: Mapping[str, bool | int] = Field(default_factory=dict)
    """Its own part of `generators.Capabilities`."""
    over: Literal["guide", "keyframe", "words"] = "guide"
    """What it starts from, and cannot do without when it makes shots."""
    vram_gb: float | None = None
    """Accelerator memory that its models are said to need; None: nobody was found who says."""
    vram_source: str = ""
    """Who says so, and for what."""
    steps: int
    guidance: float
    strength: float | None = None
    """How far from its guide a picture may go, for those that start from one."""
    grounding: float | None = None
    """Share of the steps, from the first on, in which boxes are held, for those that let them go later."""
    scales: Mapping[Sort, float] = Field(default_factory=dict)
    """How strongly pictures of each sort act, for those that weigh them."""
    backbone: Backbone | None = None
    """What it is made of, for the techniques; None: none is for it."""
    loop: Loop = "diffusers"
    """Whose denoising loop it runs."""
    offers: tuple[str, ...] = ()
    """Settings of `recipe.Recipe` for which it has a place."""
    whys: Mapping[str, str] = Field(default_factory=dict)
    """Why it does not take a setting, or a value of it (`setting=value`), where there is more to say."""
    values: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """Values of a setting that it takes, where it does not take all."""
    recipe: Mapping[str, str | float] = Field(default_factory=dict)
    """Its own defaults of them."""
    most_frames: int | None = None
    """Frames that it can make at once at all; None: no fixed limit."""
    requires: tuple[str, ...] = ()
    """Libraries that it needs beside those of all."""
    repositories: Mapping[str, Repository]
    identity: Mapping[str, Repository] | None = None
    """Repositories by role that `?identity=on` needs beside the others; None: references cannot be made to speak."""
    faceid: Repository | None = None
    """What `?face=faceid` puts in the place of the face adapter; where it names no repository, the user must."""
    controlnets: Mapping[str, Repository | None] | None = None
    """ControlNets by what they are fed with; None where the user must name one; no table: it takes none."""


class Options(_Row):
    """What may stand after the question mark of a generator's name."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True)

    steps: int | None = Field(default=None, ge=1, le=1000)
    """Denoising steps."""
    guidance: float | None = Field(default=None, ge=0, le=50)
    """How strongly the words act: scale of classifier-free guidance."""
    strength: float | None = Field(default=None, ge=0, le=1)
    """How far a picture may go from its guide: 0 is the guide, 1 is free of it."""
    grounding: float | None = Field(default=None, ge=0, le=1)
    """Share of the steps in which boxes are held."""
    figure_scale: float | None = Field(default=None, ge=0, le=2)
    """How strongly pictures of figures act."""
    face_scale: float | None = Field(default=None, ge=0, le=2)
    """How strongly pictures of faces act, in the heads."""
    place_scale: float | None = Field(default=None, ge=0, le=2)
    """How strongly pictures of places act."""
    style_scale: float | None = Field(default=None, ge=0, le=2)
    """How strongly pictures of the style act."""
    side: int | None = Field(default=None, ge=16, le=4096)
    """Side in pixels of the square that the checkpoint was trained on, where it is another than the table's."""
    frames: int | None = Field(default=None, ge=5, le=1000)
    """How many frames the model makes at once, where its checkpoint was trained for another count."""
    device: Literal["auto", "cuda", "mps", "cpu"] = "auto"
    """Where it runs."""
    dtype: Literal["auto", "bf16", "fp16", "fp32"] = "auto"
    """Type of numbers."""
    memory: Literal["auto", "plain", "tiled", "model-offload", "group-offload", "sequential-offload"] = "auto"
    """What is held on the accelerator, from quick to cheap; auto: by its free memory."""
    step_cache: float = Field(default=0.0, ge=0, le=1)
    """Threshold of diffusers' first-block cache, for transformer models; 0: off, or its usual one where it is named."""
    cache: Literal["none", "first-block", "pyramid", "faster"] = "none"
    """Which of diffusers' step caches leaves out work that would hardly differ, for transformer models."""
    kernel: Literal["auto", "native", "flash", "sage", "xformers"] = "auto"
    """Which of diffusers' attention backends, for transformer models; auto: torch's own choice."""
    quantise: Literal["none", "bnb-8bit", "bnb-4bit", "torchao-int8"] = "none"
    """How the weights of the part that is run at every step are stored."""
    controlnet: ControlKind = "none"
    """Which picture of the guide's control file a ControlNet holds the drawing to, for families that take one."""
    face: Literal["clip", "faceid"] = "clip"
    """By what faces are told, for families with a face adapter: CLIP's eyes, or a face encoder (IP-Adapter FaceID)."""
    face_encoder: str = FACE_ENCODER
    """Which face encoder sees them under face=faceid: insightface, or one that another package registers."""
    identity: Literal["off", "on"] = "off"
    """Whether references speak in a clip, each in its own entity's moving region, for families that can."""


class Choice(_Row):
    """A backend with the models and numbers that a name asks for."""

    backend: str
    family: Family
    repositories: Mapping[str, Repository]
    options: Options
    recipe: Recipe = Recipe()
    own: bool
    """Whether any repository is not the table's."""

    @property
    def over(self) -> str:
        """What it starts from: the family's own, or the words where the name says so."""
        return "words" if self.recipe.over == "words" and "over" in self.family.offers else self.family.over

    @property
    def takes(self) -> Literal["windows", "slower", "extended"]:
        """How a shot longer than the model's clip is made: the family's way, or the one that the name asks for."""
        if self.family.takes == "extended" and "take" in self.family.offers and self.recipe.take == "windows":
            return "windows"
        if self.family.takes == "windows" and self.recipe.windows == "none" and not self.family.most_frames:
            return "slower"
        return self.family.takes

    @property
    def steps(self) -> int:
        """Denoising steps."""
        return self.options.steps or self.family.steps

    @property
    def guidance(self) -> float:
        """Scale of classifier-free guidance."""
        return self.family.guidance if self.options.guidance is None else self.options.guidance

    @property
    def strength(self) -> float:
        """Denoising strength, for those that start from a guide; 1 for others."""
        wished = self.family.strength if self.options.strength is None else self.options.strength
        free = wished is None or self.family.strength is None or self.recipe.over == "words"
        return 1.0 if free or wished is None else wished

    @property
    def grounding(self) -> float:
        """Share of the steps in which boxes are held; 0 for those that do not hold any."""
        wished = self.family.grounding if self.options.grounding is None else self.options.grounding
        return 0.0 if wished is None or self.family.grounding is None else wished

    @property
    def scales(self) -> Mapping[Sort, float]:
        """How strongly pictures of each sort act; empty for those that do not weigh them."""
        wished = {sort: getattr(self.options, f"{sort}_scale") for sort in self.family.scales}
        return {sort: own if wished[sort] is None else wished[sort] for sort, own in self.family.scales.items()}

    @property
    def holds(self) -> bool:
        """Whether a tie that is too weak to begin at the clip before still holds the start to it."""
        return "boundary" in self.family.offers and self.recipe.boundary != "off"

    def strength_for(self, control: float | None) -> float:
        """Denoising strength for a shot that asks for so much control (0 to 1); None: the choice's own.

        Under a ControlNet the strength stays, and its scale follows the control.
        """
        free = self.family.strength is None or self.recipe.over == "words"
        if control is None or free or self.options.controlnet != "none":
            return self.strength
        return round(1.0 - control, 4)

    def scale_for(self, control: float | None) -> float:
        """Scale of a control signal (ControlNet, VACE) for a shot that asks for so much control; None: whole."""
        return 1.0 if control is None else control

    @property
    def own_control(self) -> float | None:
        """How closely it keeps to the guide where a shot does not say; None where that cannot be told."""
        held = self.family.strength is None and bool(self.family.able.get("control_video"))
        if self.recipe.over == "words" or not (held or self.family.strength is not None):
            return None
        return 1.0 if held or self.options.controlnet != "none" else round(1.0 - self.strength, 4)

    @property
    def native_side(self) -> int:
        """Side of the native square in pixels: the option's, or a local folder's own, when its files tell it."""
        if self.options.side:
            return self.options.side
        folder = self.repositories["base"].folder
        return (folder and told_side(folder)) or self.family.native_side

    @property
    def native_frames(self) -> int | None:
        """Frames that it makes at once: the option's, or the family's."""
        return self.options.frames or self.family.native_frames

    @property
    def weights_gb(self) -> float | None:
        """All weights in 10^9 bytes as they are stored, of what is here or told by the table; None: not known."""
        sizes = [item.weights_gb() for item in self.repositories.values()]
        return None if None in sizes else sum(size for size in sizes if size is not None)

    @property
    def version(self) -> str:
        """What of the choice changes pixels, short."""
        numbers: list[Any] = [self.steps, self.guidance, self.strength, self.options.step_cache, self.options.dtype]
        numbers += [self.grounding, sorted(self.scales.items())]
        numbers += [row for row in (self.options.side, self.options.frames) if row]
        named = (self.options.cache, self.options.kernel, self.options.quantise)
        numbers += [named] if named != ("none", "auto", "none") else []
        numbers += [["faceid", self.options.face_encoder]] if self.options.face == "faceid" else []
        numbers += [sorted(self.recipe.model_dump(include=set(self.family.offers)).items())]
        marks = [self.repositories[role].mark() for role in sorted(self.repositories)]
        return hashlib.sha256(json.dumps([numbers, marks]).encode()).hexdigest()[:12]


@functools.cache
def families() -> Mapping[str, Family]:
    """All diffusion backends by name."""
    files = sorted(Path(__file__).with_name("rows").glob("*.json"))
    return {file.stem: Family.model_validate_json(file.read_text(encoding="utf-8")) for file in files}


def _others(backend: str) -> Family | None:
    """The family of another package, whose row lies beside its module.

    Raises:
        RequestRefused: the row cannot be read.
    """
    row = row_beside(backend, available().get(backend, ""))
    try:
        return Family.model_validate_json(row.read_text(encoding="utf-8")) if row else None
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise RequestRefused(f"the row {row} cannot be read: {told}") from None


def choose(backend: str, model: str | None = None) -> Choice:
    """What a name asks for.

    Args:
        backend: Name of a family.
        model: What stands after the colon: `PLACE[,PLACE...][?key=value&...]` in the order of the family's
            repositories; an empty place keeps the table's.

    Raises:
        UnknownGenerator: no family has the name.
        RequestRefused: too many places, a folder that is not there, or a wrong option.
    """
    family = families().get(backend) or _others(backend)
    if family is None:
        raise UnknownGenerator(f"no diffusion backend is called {backend!r}; known: {', '.join(families())}")
    places, _, query = (model or "").partition("?")
    named = [place.strip() for place in places.split(",")]
    options, recipe = _asked(backend, family, query)
    if options.controlnet != "none" and recipe.over == "words":
        raise RequestRefused(f"{backend}: a ControlNet follows a guide, and over=words has none")
    family = _with_face(backend, family, options, named)
    if family.backbone == "dit" and recipe.regions == "on" and recipe.captions == "interpolated":
        raise RequestRefused(
            f"{backend}: regions=on does not go with captions=interpolated: blended words are nobody's"
        )
    if recipe.take == "windows" and recipe.windows not in ("freenoise", "none") and "windows" in family.offers:
        _check_caches(backend, family, options)
    family = _with_identity(backend, _with_controlnet(backend, family, options, named), options)
    if options.identity == "on" and recipe.guides_layout:
        raise RequestRefused(f"{backend}: identity=on does not go with layout guidance (layout=on, over=words)")
    roles = list(family.repositories)
    if len(named) > len(roles):
        raise RequestRefused(f"{backend} takes {len(roles)} model(s) ({', '.join(roles)}), not {len(named)}")
    rows = {role: repository_of(place) for role, place in zip(roles, named, strict=False) if place}
    own = {role: _placed(row, family.repositories[role]) for role, row in rows.items()}
    found = {**family.repositories, **own}
    return Choice(backend=backend, family=family, repositories=found, options=options, recipe=recipe, own=bool(own))


def _check_caches(backend: str, family: Family, options: Options) -> None:
    """Raises RequestRefused where a step cache would take one window of a take for another."""
    if family.backbone == "dit" and (options.cache != "none" or options.step_cache):
        raise RequestRefused(
            f"{backend}: a step cache remembers one window of a take, and another comes next: choose windows=none, or"
            f" take=extend, or no cache"
        )


def _with_controlnet(backend: str, family: Family, options: Options, named: Sequence[str]) -> Family:
    """The family, with a role for the ControlNet that is asked for.

    Raises:
        RequestRefused: the family takes none, or nobody says which repository it is.
    """
    if options.controlnet == "none":
        return family
    if family.controlnets is None:
        raise RequestRefused(f"{backend} takes no ControlNet")
    place = len(family.repositories)
    known = family.controlnets.get(options.controlnet)
    if known is None and (len(named) <= place or not named[place]):
        roles = ",".join([*(role.upper() for role in family.repositories), "CONTROLNET"])
        raise RequestRefused(
            f"{backend} knows no ControlNet for {options.controlnet}: name one as {backend}:{roles}"
            f"?controlnet={options.controlnet}"
        )
    extra = known or Repository(repository=named[place], single=True)
    return family.model_copy(update={"repositories": {**family.repositories, CONTROLNET: extra}})


def _with_face(backend: str, family: Family, options: Options, named: Sequence[str]) -> Family:
    """The family with a FaceID adapter in the place of its face adapter, when that is asked for.

    Raises:
        RequestRefused: the family has no face adapter, or nobody says which repository holds the other.
    """
    if options.face == "clip":
        return family
    if family.faceid is None:
        raise RequestRefused(f"{backend} has no adapter that hears a face encoder (face=faceid)")
    place = list(family.repositories).index(FACE)
    if not family.faceid.repository and (len(named) <= place or not named[place]):
        roles = ",".join(role.upper() for role in family.repositories)
        raise RequestRefused(
            f"{backend} knows no FaceID adapter as safetensors: name one as {backend}:{roles}?face=faceid, a folder or"
            f" repository with {family.faceid.file} (docs/photos.md tells how to get it)"
        )
    return family.model_copy(update={"repositories": {**family.repositories, FACE: family.faceid}})


def _with_identity(backend: str, family: Family, options: Options) -> Family:
    """The family, with the roles of its adapter for pictures when they shall speak.

    Raises:
        RequestRefused: the family has none.
    """
    if options.identity == "off":
        return family
    if family.identity is None:
        raise RequestRefused(f"{backend} has no adapter that references could speak through, or they speak always")
    return family.model_copy(update={"repositories": {**family.repositories, **family.identity}})


def _placed(row: Repository, like: Repository) -> Repository:
    """A repository in the place of the table's: what is needed lies where it lies there."""
    return row.model_copy(update=like.model_dump(include={"single", "subfolder", "file"}))


def _asked(backend: str, family: Family, query: str) -> tuple[Options, Recipe]:
    """What stands after the question mark: numbers of the run, and which techniques it uses."""
    try:
        given = dict(parse_qsl(query, strict_parsing=True) if query else [])
        settings = {key: given.pop(key) for key in list(given) if key in Recipe.model_fields}
        options = Options.model_validate(given)
    except (ValidationError, ValueError) as error:
        told = (
            "; ".join(f"{row['loc'][0]}: {row['msg']}" for row in error.errors())
            if isinstance(error, ValidationError)
            else str(error)
        )
        known = ", ".join((*Options.model_fields, *family.offers))
        raise RequestRefused(f"{backend} cannot take the options {query!r} ({told}); known: {known}") from None
    recipe = settle(
        backend,
        settings,
        own=family.recipe,
        offers=family.offers,
        backbone=family.backbone,
        loop=family.loop,
        only=family.values,
        whys=family.whys,
    )
    return options, recipe


def repository_of(place: str) -> Repository:
    """What a place names: a folder here, or `OWNER/REPOSITORY[@REVISION]` of the model hub.

    Raises:
        RequestRefused: it is neither.
    """
    path = Path(place).expanduser()
    if path.is_dir():
        return Repository(repository=str(path.resolve()))
    name, _, revision = place.partition("@")
    if name.count("/") != 1 or name.startswith((".", "/", "~")):
        raise RequestRefused(f"{place!r} is neither a folder here nor an owner/repository of the model hub")
    return Repository(repository=name, revision=revision or None)
