"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const root = document.documentElement;
  const film = $("#film video");
  const cards = $$(".shot");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private windows */ } };
  const recall = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

  // Light and dark.
  const theme = $("#theme");
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const paint = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  const kept = recall("storyreel-theme");
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    remember("storyreel-theme", root.dataset.theme);
    paint();
  });
  paint();

  // Layout boxes over the pictures.
  const boxes = $("#boxes");
  boxes.addEventListener("click", () => {
    boxes.setAttribute("aria-pressed", String(document.body.classList.toggle("with-boxes")));
  });

  // The film, its scenes and the strip of shots.
  const span = (element) => [Number(element.dataset.start), Number(element.dataset.end)];
  const jumps = $$("[data-jump]");
  const jump = (seconds) => {
    if (!film) return;
    film.currentTime = seconds + 0.001;
    film.play().catch(() => {});
  };
  jumps.forEach((button) => button.addEventListener("click", () => {
    jump(Number(button.dataset.jump));
    if (film) film.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }));
  const follow = () => {
    $$("#film [data-start]").forEach((button) => {
      const [start, end] = span(button);
      if (film.currentTime >= start && film.currentTime < end && (film.currentTime > 0 || !film.paused)) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
  };
  if (film) {
    film.poster = $(".frame img") ? $(".frame img").src : "";
    film.addEventListener("timeupdate", follow);
    film.addEventListener("seeked", follow);
    film.addEventListener("error", () => { film.hidden = true; $("#film .lost").hidden = false; });
    for (const track of film.textTracks) if (track.kind === "captions" && film.dataset.burnt) track.mode = "hidden";
    const chapters = film.addTextTrack("chapters", "Scenes");
    $$(".chapters [data-start]").forEach((button) => chapters.addCue(new VTTCue(...span(button), button.dataset.name)));
  }

  // A shot plays in its own frame: silently while it is pointed at, with sound when it is asked for.
  const small = document.createElement("video");
  small.playsInline = true;
  small.preload = "auto";
  let at = null;
  let timer = 0;
  const place = (card, share) => $$(".box", card).forEach((box) => {
    const steps = box.dataset.path.split(";");
    const exact = Math.min(Math.max(share, 0), 1) * (steps.length - 1);
    const [a, b] = [steps[Math.floor(exact)], steps[Math.ceil(exact)]];
    box.style.visibility = a === "-" ? "hidden" : "visible";
    if (a === "-") return;
    const [from, to] = [a.split(" ").map(Number), (b === "-" ? a : b).split(" ").map(Number)];
    const now = from.map((value, index) => value + (to[index] - value) * (exact - Math.floor(exact)));
    [box.style.left, box.style.top, box.style.width, box.style.height] = now.map((value) => `${value}%`);
  });
  const rest = (card) => $$(".box", card).forEach((box) => { box.setAttribute("style", box.dataset.rest); });
  const stop = () => {
    if (!at) return;
    small.pause();
    $(".frame", at).classList.remove("on");
    rest(at);
    small.remove();
    at = null;
  };
  const tick = () => {
    if (!at) return;
    const [start, end] = span(at);
    if (small.currentTime >= end - 0.02) {
      if (small.muted) small.currentTime = start;
      else { stop(); return; }
    }
    if (!small.seeking) place(at, (small.currentTime - start) / (end - start));
    requestAnimationFrame(tick);
  };
  const play = (card, sound) => {
    if (!film || film.hidden) return;
    if (at !== card) {
      stop();
      if (!small.src) small.src = film.currentSrc || film.src;
      at = card;
      $(".frame", card).append(small);
      small.currentTime = span(card)[0];
    } else if (sound && small.muted) small.currentTime = span(card)[0];
    small.muted = !sound;
    if (sound) film.pause();
    small.play().then(() => {
      if (at === card) { $(".frame", card).classList.add("on"); requestAnimationFrame(tick); }
    }).catch(() => { if (at === card) stop(); });
  };
  const toggle = (card) => (at === card && !small.muted && !small.paused ? stop() : play(card, true));
  cards.forEach((card) => {
    const button = $(".play", card);
    if (!button) return;
    const soon = () => {
      clearTimeout(timer);
      if (!calm.matches && !(at && !small.muted)) timer = setTimeout(() => play(card, false), 130);
    };
    const leave = () => { clearTimeout(timer); if (at === card && small.muted) stop(); };
    button.addEventListener("pointerenter", (event) => { if (event.pointerType !== "touch") soon(); });
    button.addEventListener("pointerleave", leave);
    button.addEventListener("focus", () => { if (button.matches(":focus-visible")) soon(); });
    button.addEventListener("blur", leave);
    button.addEventListener("click", () => { clearTimeout(timer); toggle(card); });
  });

  // Filters: any of the pressed people and things, in any of the pressed places.
  const filters = $$("[data-filter]");
  const clear = $("#clear");
  const found = $("#found");
  const sift = () => {
    const on = (kind) => filters.filter((item) => item.dataset.filter === kind && item.getAttribute("aria-pressed") === "true").map((item) => item.dataset.value);
    const [who, where] = [on("who"), on("place")];
    cards.forEach((card) => {
      const cast = card.dataset.who.split(" ");
      card.hidden = !((!who.length || who.some((name) => cast.includes(name))) && (!where.length || where.includes(card.dataset.place)));
    });
    $$(".scene").forEach((scene) => {
      const shown = $$(".shot", scene).filter((card) => !card.hidden);
      scene.hidden = !shown.length;
      $$(".shot", scene).forEach((card) => card.classList.toggle("opens", card === shown[0]));
    });
    const left = cards.filter((card) => !card.hidden).length;
    found.textContent = left === cards.length ? `${left} shots` : `${left} of ${cards.length} shots`;
    clear.hidden = !who.length && !where.length;
    if (at && at.hidden) stop();
  };
  filters.forEach((item) => item.addEventListener("click", () => {
    item.setAttribute("aria-pressed", String(item.getAttribute("aria-pressed") !== "true"));
    sift();
  }));
  clear.addEventListener("click", () => {
    filters.forEach((item) => item.setAttribute("aria-pressed", "false"));
    sift();
    $("#board").focus({ preventScroll: true });
  });

  // Keys.
  const help = $("#help");
  const current = () => cards.findIndex((card) => card.classList.contains("now"));
  const select = (step) => {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const index = shown.indexOf(cards[current()]);
    const next = shown[Math.min(Math.max(index + step, 0), shown.length - 1)];
    cards.forEach((card) => card.classList.toggle("now", card === next));
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  };
  const keys = {
    j: () => select(1),
    k: () => select(-1),
    b: () => boxes.click(),
    d: () => theme.click(),
    f: () => { if (document.fullscreenElement) document.exitFullscreen(); else if (film) film.requestFullscreen().catch(() => {}); },
    "?": () => help.showModal(),
    " ": () => {
      const card = cards[current()];
      if (card && !card.hidden) toggle(card);
      else if (film) { if (film.paused) film.play().catch(() => {}); else film.pause(); }
    },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === " " && event.target.closest("button, summary, a, video")) return;
    if (event.key === "Escape") { stop(); cards.forEach((card) => card.classList.remove("now")); return; }
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  $$(".ask").forEach((button) => { button.hidden = false; button.addEventListener("click", () => help.showModal()); });
  cards.forEach((card) => card.addEventListener("focusin", () => cards.forEach((other) => other.classList.toggle("now", other === card))));
})();
