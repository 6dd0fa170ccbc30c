"""Owns the drawing of a dressed body around its bones, part by part from far to near.

Does not know: stances, faces and hair (the head is handed in), light of the scene.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from generators.backends.animatic.colours import RGB, VIOLET, argb, mix
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, blob, ellipse, moved, union
from generators.backends.animatic.people import cloth, creases, details, riding, tools, worn
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.feet import draw_foot
from generators.backends.animatic.people.forms import along, band, ribbon
from generators.backends.animatic.people.hands import draw_hand
from generators.backends.animatic.people.head import Head
from generators.backends.animatic.people.skeleton import Limb, Rig
from generators.backends.animatic.people.wardrobe import Outfit

_FAR = 0.16
"""How much darker the far limbs are."""


@dataclass(frozen=True)
class Body:
    """One drawing of one person."""

    ink: Ink
    rig: Rig
    pose: Pose
    outfit: Outfit
    skin: RGB
    head: Head

    def draw(self) -> None:
        """Everything, from far to near."""
        back = self.pose.view == "back"
        self._head(True)
        if not back:
            worn.draw_back_things(self.ink, self.rig, self.outfit)
        if self.pose.view == "side" and not self.rig.stance.over:
            self._arm(self.rig.far_arm, far=True)
        if self._hidden:
            self._arm(self.rig.near_arm, far=False)
        if back:
            self._back_arms(over=False)
        self._legs()
        self._neck()
        self._tops()
        if self.pose.view == "side" and self.rig.stance.over:
            self._arm(self.rig.far_arm, far=False, melted=True)
        if self.pose.view == "front":
            self._arm(self.rig.far_arm, far=False, melted=True, mirrored=False)
        self._before_head()
        if self.pose.view != "side" and not self._raised(self.rig.near_arm):
            self._near_arm()
            self._head(False)
        else:
            self._head(False)
            self._near_arm()
        if back:
            worn.draw_back_things(self.ink, self.rig, self.outfit)

    def _before_head(self) -> None:
        """What lies over the trunk: arms seen from behind, what is worn at the neck, what a deed takes."""
        if self.pose.view == "back":
            self._back_arms(over=True)
        worn.draw_neckwear(self.ink, self.rig, self.outfit)
        if self.pose.holding is None and self.pose.reach is None:
            tools.draw_tool(self.ink, self.rig, self.pose.action)

    @property
    def _hidden(self) -> bool:
        """Whether the near arm is behind the body."""
        free = self.pose.reach is None and self.pose.holding is None
        return self.rig.stance.behind and self.pose.view == "side" and free

    def _raised(self, arm: Limb) -> bool:
        return arm.end[1] < self.rig.head[1] + self.rig.build.head

    # -- head -------------------------------------------------------------------------------------

    def _head(self, behind: bool) -> None:
        rig, size = self.rig, self.rig.build.head
        canvas = self.ink.canvas
        canvas.save()
        canvas.translate(*rig.head)
        canvas.rotate(rig.head_angle)
        canvas.scale(size, size)
        a = math.radians(-rig.head_angle)
        lx, ly = self.ink.toward_light
        toward = (lx * math.cos(a) - ly * math.sin(a), lx * math.sin(a) + ly * math.cos(a))
        ink = replace(self.ink.scaled(size), toward_light=toward)
        yaw = rig.stance.yaw if self.pose.view == "side" else 0.0
        (self.head.draw_back if behind else self.head.draw)(ink, self.pose, yaw)
        canvas.restore()

    def _neck(self) -> None:
        rig, unit = self.rig, self.rig.build.head
        a = math.radians(rig.head_angle)
        down = (rig.head[0] - math.sin(a) * unit * 0.5, rig.head[1] + math.cos(a) * unit * 0.5)
        base = rig.at(0.9, 0.0)
        width = unit * (0.66 if self.head.appearance.gender == "male" else 0.56)
        middle = rig.at(1.0, unit * 0.02)
        path = ribbon([(*base, width * 1.25), (*middle, width * 1.02), (*down, width)])
        self.ink.part(path, self.skin, role="skin", depth=0.8)
        a2 = (down[0], down[1] + unit * 0.34)
        self.ink.inside(
            path, ellipse(a2[0] + unit * 0.05, a2[1], unit * 0.55, unit * 0.36), mix(self.skin, (120, 50, 60), 0.5), 90
        )

    # -- legs -------------------------------------------------------------------------------------

    def _legs(self) -> None:
        bottom = self.outfit.bottom
        skirted = bottom is not None and bottom.kind.endswith(("skirt", "kilt"))
        hidden = riding.astride(self.pose)
        for leg, far in ((self.rig.far_leg, True), (self.rig.near_leg, False))[1 if hidden else 0 :]:
            self._leg(leg, None if skirted else bottom, far and self.pose.view == "side")
        if bottom is not None and skirted:
            self._skirt(bottom)

    def _leg(self, leg: Limb, wear: Layer | None, far: bool) -> None:
        ink, rig = self.ink, self.rig
        dim = _FAR if far else 0.0
        skin = mix(self.skin, VIOLET, dim)
        cut = 0.0 if wear is None else wear.cut.hem
        if cut < 0.95:
            ink.part(cloth.leg_path(rig, leg, -0.06), skin, role="skin", depth=0.8)
        feet = self.outfit.feet
        tall = feet is not None and feet.cut.hem > 0.2
        if not tall:
            self._foot(leg, dim)
        if wear is not None:
            path = cloth.leg_path(rig, leg, wear.cut.loose, cut)
            if not far:
                path = union(path, self._seat(wear))
            colour = mix(wear.colour, VIOLET, dim)
            ink.part(path, colour, role=wear.cut.role)
            cloth.pattern(ink, rig, path, wear, leg)
            creases.leg(ink, rig, leg, path, wear, colour)
            if wear.cut.cuff and not tall:
                self._turnup(leg, wear, dim)
        if tall:
            self._foot(leg, dim)

    def _seat(self, wear: Layer) -> skia.Path:
        rig = self.rig
        (bx, by), (fx, fy) = cloth.edge(rig, 0.02, -0.92), cloth.edge(rig, 0.02, 0.92)
        (tx, ty), (ux, uy) = cloth.edge(rig, 0.22, -0.86), cloth.edge(rig, 0.22, 0.86)
        low = rig.at(-0.12, 0.0)
        nx, ny = rig.near_leg.root
        return blob([(tx, ty), (ux, uy), (fx, fy), low, (nx, ny + rig.build.thigh * 0.3), (bx, by)], tension=0.4)

    def _turnup(self, leg: Limb, wear: Layer, dim: float) -> None:
        build = self.rig.build
        a, b = along(*leg.points, 0.9), along(*leg.points, 0.97)
        width = build.ankle * 1.3 + wear.cut.loose * build.head
        self.ink.part(band(a, b, width), mix(mix(wear.colour, (255, 246, 220), 0.22), VIOLET, dim), depth=0.6)

    def _foot(self, leg: Limb, dim: float) -> None:
        draw_foot(self.ink, self.rig, leg, self.outfit.feet, mix(self.skin, VIOLET, dim), dim)

    def _skirt(self, wear: Layer) -> None:
        rig, unit = self.rig, self.rig.build.head
        path = cloth.skirt(rig, wear.cut.hem, wear.cut.flare * unit, rig.stance.sway)
        path = union(path, self._seat(wear))
        self.ink.part(path, wear.colour, role=wear.cut.role)
        cloth.pattern(self.ink, rig, path, wear)
        self._pleats(path, wear)

    def _pleats(self, path: skia.Path, wear: Layer) -> None:
        rig = self.rig
        lines = []
        for share in (-0.55, 0.05, 0.6):
            top = cloth.edge(rig, 0.05, share)
            leg = rig.near_leg if share < 0 else rig.far_leg
            x, y = along(*leg.points, wear.cut.hem)
            x += (share + (0.5 if share < 0 else -0.5)) * rig.build.thigh * 1.4 - rig.stance.sway * rig.build.head * 0.3
            lines.append([(top[0] + (x - top[0]) * 0.35, top[1] + (y - top[1]) * 0.3), (x, y)])
        cloth.folds(self.ink, path, lines, wear.colour)

    # -- trunk ------------------------------------------------------------------------------------

    def _tops(self) -> None:
        for index, item in enumerate(self.outfit.tops):
            under = self.outfit.tops[index - 1].colour if index else self.skin
            self._top(item, under)
        if not self.outfit.tops:
            self.ink.part(cloth.trunk(self.rig, 0.0, -0.06), self.skin, role="skin")
        worn.draw_waistwear(self.ink, self.rig, self.outfit)

    def _top(self, item: Layer, under: RGB) -> None:
        rig, ink = self.rig, self.ink
        path = self.top_path(item)
        opened = item.cut.front in ("open", "bib") and self.pose.view != "back"
        if opened:
            path = details.opened(rig, path, item)
        whole = path
        if item is self._joined:
            whole = union(path, *(self._sleeve(arm, item) for arm in self._front_arms))
            whole = cloth.rounded_off(whole, rig.build.head * 0.3)
        self._hem_shade(path, item)
        ink.part(whole, item.colour, role=item.cut.role)
        cloth.pattern(ink, rig, path, item)
        if item.cut.hem > 0.3:
            self._pleats(path, item)
        creases.trunk(ink, rig, path, item)
        details.draw_front(ink, rig, path, item, under)

    def _hem_shade(self, path: skia.Path, item: Layer) -> None:
        """The shade that a garment throws on what is worn beneath it."""
        rig, bottom = self.rig, self.outfit.bottom
        if bottom is None or not 0.01 < item.cut.hem < 0.8 or self.ink.px < 1.2:
            return
        shade = moved(path, -self.ink.toward_light[0] * rig.build.head * 0.06, rig.build.head * 0.17)
        for leg in (rig.far_leg, rig.near_leg):
            below = cloth.leg_path(rig, leg, bottom.cut.loose, 0.6)
            self.ink.inside(below, shade, VIOLET, 46)

    def top_path(self, item: Layer) -> skia.Path:
        """The outline of a garment's trunk and skirt."""
        rig, unit = self.rig, self.rig.build.head
        cut = item.cut
        share = cut.hem * rig.build.leg / rig.build.trunk
        top = 0.9 if cut.collar == "straps" else 1.06
        if cut.hem < 0.2:
            return cloth.trunk(rig, cut.loose * unit, -share, cut.flare * unit, top)
        body = cloth.trunk(rig, cut.loose * unit, 0.02, 0.0, top)
        room = (cut.flare + cut.loose) * unit
        return union(body, cloth.skirt(rig, cut.hem, room, rig.stance.sway, cut.loose * unit))

    # -- arms -------------------------------------------------------------------------------------

    @property
    def _joined(self) -> Layer | None:
        """The garment whose sleeves and trunk are one piece of cloth without a seam; None when there is none."""
        sleeved = self.outfit.sleeved
        if sleeved is None or sleeved.cut.role == "metal":
            return None
        outer = self.outfit.tops[-1]
        whole = sleeved is outer or outer.cut.front == "bib"
        return sleeved if whole and self._front_arms else None

    @property
    def _front_arms(self) -> tuple[Limb, ...]:
        """The arms that are drawn over the trunk."""
        if self.pose.view == "side":
            over = (self.rig.far_arm,) if self.rig.stance.over else ()
            return over if self._hidden else (*over, self.rig.near_arm)
        arms = (self.rig.far_arm, self.rig.near_arm)
        return arms if self.pose.view == "front" else tuple(arm for arm in arms if self._hangs(arm))

    def _hangs(self, arm: Limb) -> bool:
        """Whether an arm seen from behind hangs beside the body, rather than being busy before it."""
        beside = abs(arm.end[0] - self.rig.pelvis[0]) > self.rig.build.hip * 0.85
        return beside and arm.end[1] > arm.mid[1] > arm.root[1]

    def _back_arms(self, *, over: bool) -> None:
        for arm, mirrored in ((self.rig.far_arm, False), (self.rig.near_arm, True)):
            if self._hangs(arm) == over:
                self._arm(arm, far=False, melted=over, mirrored=mirrored)

    def _sleeve(self, arm: Limb, item: Layer) -> skia.Path:
        return cloth.arm_path(self.rig, arm, item.cut.loose * 0.35, item.cut.sleeve, _cuff_width(item))

    def _near_arm(self) -> None:
        if self._hidden or self.pose.view == "back":
            return
        self._arm(self.rig.near_arm, far=False, melted=True, mirrored=self.pose.view != "side")

    def _arm(self, arm: Limb, *, far: bool, melted: bool = False, mirrored: bool = False) -> None:
        rig, ink = self.rig, self.ink
        sleeved = self.outfit.sleeved
        dim = _FAR if far else 0.0
        skin = mix(self.skin, VIOLET, dim)
        sleeve = 0.0 if sleeved is None else sleeved.cut.sleeve
        glove = self.outfit.extras.get("gloves")
        joined = melted and sleeve > 0 and sleeved is self._joined
        if joined:
            ink.canvas.saveLayer(self._around(arm))
        if sleeve < 0.9:
            bare = cloth.rounded_off(cloth.arm_path(rig, arm, -0.08), rig.build.head * 0.3)
            ink.part(bare, skin, role="skin", depth=0.8)
        self._hand(arm, mix(glove.colour, VIOLET, dim) if glove else skin, mirrored)
        if sleeved is not None and sleeve > 0:
            path = self._sleeve(arm, sleeved)
            colour = mix(sleeved.colour, VIOLET, dim)
            ink.part(cloth.rounded_off(path, rig.build.head * 0.3), colour, role=sleeved.cut.role)
            cloth.pattern(ink, rig, path, sleeved, arm)
            creases.sleeve(ink, rig, arm, path, sleeved, colour)
        if joined:
            self._fade_into_trunk(arm)
            ink.canvas.restore()
        if sleeved is None:
            return
        if sleeved.cut.cuff and sleeve > 0.9:
            self._cuff(arm, sleeved, dim)

    def _around(self, arm: Limb) -> skia.Rect:
        xs, ys = zip(*arm.points, strict=True)
        room = self.rig.build.sleeve + self.rig.build.hand * 1.4
        return skia.Rect.MakeLTRB(min(xs), min(ys), max(xs), max(ys)).makeOutset(room, room)

    def _fade_into_trunk(self, arm: Limb) -> None:
        """Let a sleeve in a layer of its own vanish at the shoulder, where trunk and sleeve are one."""
        rig = self.rig
        inner = rig.at(0.95, 0.0)
        x, y = (arm.root[k] * 0.86 + inner[k] * 0.14 for k in (0, 1))
        radius = rig.build.sleeve * 0.95
        colours = [argb(VIOLET, alpha) for alpha in (255, 255, 0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, y), radius, colours, [0.0, 0.55, 1.0])
        paint = skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kDstOut)
        self.ink.canvas.drawCircle(x, y, radius, paint)

    def _cuff(self, arm: Limb, sleeved: Layer, dim: float) -> None:
        build = self.rig.build
        a, b = along(*arm.points, 0.9), along(*arm.points, 1.01)
        width = build.cuff * _cuff_width(sleeved) * 1.06 + sleeved.cut.loose * build.head * 0.3
        path = band(a, b, width)
        colour = mix(mix(sleeved.colour, VIOLET, 0.12), VIOLET, dim)
        self.ink.part(path, colour, depth=0.6)
        if sleeved.kind in creases.KNITTED:
            creases.ribs(self.ink, self.rig, path, colour, a, b)

    def _hand(self, arm: Limb, colour: RGB, mirrored: bool) -> None:
        pose = arm.hand
        length = self.rig.build.hand * (1.0 if pose not in ("fist", "grip") else 0.95)
        draw_hand(self.ink, arm.end, arm.angle, length, pose, colour, flip=mirrored)


def _cuff_width(item: Layer) -> float:
    """Of the sleeve's end, in widths of a wrist."""
    return 1.9 if item.kind in ("robe", "kimono", "royal robe") else 1.25
