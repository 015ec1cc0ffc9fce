"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = byId("filters");
  const keys = byId("keys");
  const search = byId("search");
  const items = all("[data-verdict]");
  const sections = all("section.verdict");
  const words = new Map();

  // Filters

  const choice = (name) => byId(`by-${name}`).value;
  const wordsOf = (item) => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };
  const filter = () => {
    const [verdict, source, severity] = ["verdict", "source", "severity"].map(choice);
    const wanted = search.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const data = item.dataset;
      item.hidden =
        (verdict !== "" && data.verdict !== verdict) ||
        (severity !== "" && data.severity !== severity) ||
        (source !== "" && !data.sources.split(" ").includes(source)) ||
        (wanted !== "" && !wordsOf(item).includes(wanted));
      if (!item.hidden) shown += 1;
    }
    for (const section of sections) {
      const own = all("[data-verdict]", section);
      section.hidden = own.length > 0 && own.every((item) => item.hidden);
    }
    byId("shown").textContent = `${shown} of ${items.length} findings shown`;
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, items.length > 500 ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0));

  // Going to a place

  const reveal = (place) => {
    if (place.closest("[hidden]")) {
      form.reset();
      items.forEach((item) => (item.hidden = false));
      sections.forEach((section) => (section.hidden = false));
      filter();
    }
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    all(":scope > details", place).forEach((fold) => (fold.open = true));
  };
  const goTo = (place) => {
    if (!place) return;
    reveal(place);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: place.matches("mark") ? "center" : "start" });
  };
  const goToTarget = () => {
    const place = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (place && place.matches("[tabindex], [data-verdict]")) goTo(place);
  };
  addEventListener("hashchange", goToTarget);

  let item = null;
  let mark = null;
  const step = (places, current, by) => {
    const at = places.indexOf(current);
    if (at < 0) return places[by > 0 ? 0 : places.length - 1];
    return places[Math.min(Math.max(at + by, 0), places.length - 1)];
  };
  const marks = all("mark[id]");
  document.addEventListener("focusin", (event) => {
    item = event.target.closest("[data-verdict]") || item;
    mark = event.target.closest("mark[id]") || mark;
  });
  const toItem = (by) => goTo(step(items.filter((one) => !one.hidden), item && item.hidden ? null : item, by));
  const toMark = (by) => goTo(step(marks, mark, by));

  // Keys

  const folds = all("article.finding > details");
  const actions = {
    j: () => toItem(1),
    k: () => toItem(-1),
    n: () => toMark(1),
    p: () => toMark(-1),
    d: () => {
      const link = item && item.querySelector("a.back");
      if (link) goTo(byId(link.hash.slice(1)));
    },
    e: () => {
      const open = folds.some((fold) => !fold.open);
      folds.forEach((fold) => (fold.open = open));
    },
    "/": () => {
      search.focus();
      search.select();
    },
    "?": () => {
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
    },
    Escape: () => form.reset(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !byId("keys-on").checked) return;
    const field = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (field) {
      if (event.key === "Escape") field.blur();
      return;
    }
    if (Object.hasOwn(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  // Paper cannot be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((fold) => (fold.open = false)));

  form.hidden = false;
  keys.hidden = false;
  filter();
  goToTarget();
})();
