"""Which tiny real models stand for which diffusion backend: the contract suite runs over every row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path


@dataclass(frozen=True)
class Tiny:
    """One backend with tiny models."""

    backend: str
    """Its name in the registry."""
    savers: tuple[str, ...]
    """`module:function` in tests/support, one for each of the backend's models: writes a model to a folder."""
    options: str = "steps=2"
    makes: str = "shots"
    """`shots` or `images`."""
    placed: frozenset[str] = frozenset({"first", "last", "any"})
    """Which given pictures stand at their own moment by the architecture, not only by what training taught."""
    lacks: frozenset[str] = frozenset()
    """What these models, of all that the backend takes, are not made for."""
    short: int = 5
    """Frames of a clip that is shorter than a test's take."""

    needs: str = "torch"
    """A library without which it cannot be run here."""

    def save(self, folder: Path) -> str:
        """Write the models under a folder; the name under which the registry makes the backend with them."""
        places = []
        for saver in self.savers:
            module, _, function = saver.partition(":")
            made: Callable[[Path], Path] = getattr(import_module(module), function)
            places.append(str(made(folder / function)))
        return f"{self.backend}:{','.join(places)}?{self.options}"


TABLE: dict[str, Tiny] = {
    "animatediff": Tiny(
        "animatediff", ("tiny_models:save_tiny_base", "tiny_models:save_tiny_adapter"), "steps=2&strength=1"
    ),
    "img2img": Tiny("img2img", ("tiny_models:save_tiny_base",), "steps=2&strength=1", makes="images"),
    "flux2": Tiny("flux2", ("tiny_flux2:save_tiny_flux2",), makes="images"),
    "gligen": Tiny("gligen", ("tiny_gligen:save_tiny_gligen",), makes="images"),
    "sdxl-ip": Tiny(
        "sdxl-ip",
        (
            "tiny_sdxl:save_tiny_sdxl",
            "tiny_sdxl:save_tiny_sdxl_adapter",
            "tiny_sdxl:save_tiny_sdxl_face",
            "tiny_sdxl:save_tiny_encoder",
        ),
        "steps=3&strength=1&figure_scale=1",
        makes="images",
    ),
    "kolors-ip": Tiny(
        "kolors-ip",
        (
            "tiny_kolors:save_tiny_kolors",
            "tiny_kolors:save_tiny_kolors_adapter",
            "tiny_kolors:save_tiny_kolors_encoder",
        ),
        "steps=3&strength=1&figure_scale=1",
        makes="images",
        needs="sentencepiece",
    ),
    "qwen-edit": Tiny("qwen-edit", ("tiny_qwen_edit:save_tiny_qwen_edit",), makes="images"),
    "svd": Tiny("svd", ("tiny_svd:save_tiny_svd",), placed=frozenset()),
    "wan-i2v": Tiny("wan-i2v", ("tiny_wan:save_tiny_wan",), "steps=2&side=64"),
    "wan-i2v#2.1": Tiny(
        "wan-i2v", ("tiny_wan:save_tiny_wan_21",), "steps=2&side=64", placed=frozenset(), lacks=frozenset({"last"})
    ),
    "ltx": Tiny("ltx", ("tiny_ltx:save_tiny_ltx",), "steps=2&side=128", placed=frozenset({"first"}), short=9),
    "cogvideox-i2v": Tiny("cogvideox-i2v", ("tiny_cogvideox:save_tiny_cogvideox",), "steps=2&side=64"),
    "cogvideox-i2v#fixed": Tiny("cogvideox-i2v", ("tiny_cogvideox:save_tiny_cogvideox_fixed",), "steps=2&side=64"),
    "cogvideox-i2v#1.5": Tiny("cogvideox-i2v", ("tiny_cogvideox:save_tiny_cogvideox_15",), "steps=2&side=64"),
    "hunyuan-i2v": Tiny("hunyuan-i2v", ("tiny_hunyuan:save_tiny_hunyuan",), "steps=2&side=64"),
    "hunyuan-i2v#33": Tiny("hunyuan-i2v", ("tiny_hunyuan:save_tiny_hunyuan_33",), "steps=2&side=64"),
    "wan-vace": Tiny("wan-vace", ("tiny_wan:save_tiny_vace",), "steps=2&side=64"),
}
"""By a name of its own, as a backend may stand here with several kinds of model."""
