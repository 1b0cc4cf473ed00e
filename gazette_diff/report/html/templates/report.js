// Comfort only: the page says everything without this script.
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = JSON.parse(document.body.dataset.words);
  const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (mark, key) => values[key] ?? mark);
  const make = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  const partAt = (hash) => {
    try {
      return byId(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // a % that encodes nothing
    }
  };

  const cards = all(".card");
  const outside = byId("page-outside");
  const status = byId("page-status");
  const position = byId("page-position");
  const search = byId("page-search");
  const LISTS = ["only", "flag", "class"];
  const state = { view: "side", q: "", keys: true, only: new Set(), flag: new Set(), class: new Set() };
  let current = null;

  // --- the state, and the address that keeps it -------------------------------------------
  function readAddress() {
    const given = new URLSearchParams(location.search);
    const view = given.get("view") ?? (innerWidth < 720 ? "inline" : "side");
    state.view = view === "inline" ? "inline" : "side";
    state.q = given.get("q") ?? "";
    state.keys = given.get("keys") !== "off";
    for (const name of LISTS) {
      const known = new Set(all(`input[name="${name}"]`).map((box) => box.value));
      state[name] = new Set((given.get(name) ?? "").split(",").filter((value) => known.has(value)));
    }
  }

  function writeAddress(hash = location.hash) {
    const kept = [];
    const keep = (name, value) => value && kept.push(`${name}=${encodeURIComponent(value)}`);
    keep("view", state.view === "inline" ? "inline" : innerWidth < 720 ? "side" : "");
    LISTS.forEach((name) => keep(name, [...state[name]].join(",")));
    keep("q", state.q);
    keep("keys", state.keys ? "" : "off");
    const address = `${location.pathname}${kept.length ? `?${kept.join("&")}` : ""}${hash}`;
    try {
      history.replaceState(null, "", address);
    } catch {
      // Some browsers keep the address of a file on disk as it is; the page works the same.
    }
  }

  function showState() {
    for (const radio of all('input[name="view"]')) radio.checked = radio.value === state.view;
    for (const name of LISTS)
      for (const box of all(`input[name="${name}"]`)) box.checked = state[name].has(box.value);
    if (search.value !== state.q) search.value = state.q;
    byId("page-keys").checked = state.keys;
  }

  // --- one column: both sides of a row as one text ----------------------------------------
  const DIRECTION = /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])/;
  const OPS = { DEL: "-", INS: "+" };
  const pieces = (bdi) => [...bdi.childNodes].map((node) => [OPS[node.nodeName] ?? "=", node.textContent]);

  function mergedPieces(old, now) {
    const merged = [];
    const put = (op, text) => {
      if (merged.length && merged.at(-1)[0] === op) merged.at(-1)[1] += text;
      else merged.push([op, text]);
    };
    while (old.length || now.length) {
      if (old[0]?.[0] === "-") put(...old.shift());
      else if (now[0]?.[0] === "+") put(...now.shift());
      else if (!old.length || !now.length) put(...(old.shift() ?? now.shift()));
      else {
        const shared = Math.min(old[0][1].length, now[0][1].length);
        put("=", now[0][1].slice(0, shared));
        for (const side of [old, now]) {
          side[0][1] = side[0][1].slice(shared);
          if (!side[0][1]) side.shift();
        }
      }
    }
    return merged;
  }

  function fill(parent, text) {
    text.split(DIRECTION).forEach((part, index) => {
      if (index % 2 === 0) return part && parent.append(part);
      const mark = make("bdi", "ctl", part);
      mark.title = `U+${part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      parent.append(mark);
    });
  }

  function mergeRow(row) {
    const [old, now] = row.cells;
    const sides = [old, now].map((cell) => cell?.querySelector(":scope > bdi"));
    if (!sides[0] || !sides[1]) return;
    const [oldLabel, newLabel] = [old, now].map((cell) => cell.querySelector(":scope > .n")?.textContent ?? "");
    const number = (label) => label.replace(words.continued, "").trim();
    if (number(oldLabel) && newLabel && number(oldLabel) !== number(newLabel))
      now.prepend(make("small", "was", say("was", { label: oldLabel })));
    if (!row.classList.length || row.classList.contains("relabelled")) return;
    const column = make("div", "merged-words");
    column.dir = "ltr";
    for (const [op, text] of mergedPieces(...sides.map(pieces))) {
      const place = op === "=" ? column : column.appendChild(document.createElement(op === "-" ? "del" : "ins"));
      fill(place, text);
    }
    now.append(column);
  }

  let merged = false;
  function showView() {
    if (state.view === "inline" && !merged) {
      all(".pair tbody > tr:not(.part)").forEach(mergeRow);
      merged = true;
    }
    const wide = state.view === "inline" ? 2 : 1;
    if (wide > 1 || merged) for (const cell of all(".pair tr:not(.part) > td")) cell.colSpan = wide;
    root.classList.toggle("inline", state.view === "inline");
  }

  // --- filter and search ------------------------------------------------------------------
  const listed = (card, name) => (card.dataset[name] ?? "").split(" ");
  const texts = new Map();
  function textOf(card) {
    if (!texts.has(card))
      texts.set(card, all("td > bdi", card).map((bdi) => bdi.textContent.toLowerCase()).join("\n"));
    return texts.get(card);
  }

  const chosen = () => LISTS.some((name) => state[name].size);
  function matches(card) {
    const { only, flag } = state;
    if (only.size && !only.has(card.dataset.relation)) return false;
    if (flag.size && !listed(card, "flags").some((name) => flag.has(name))) return false;
    if (state.class.size && !listed(card, "classes").some((name) => state.class.has(name))) return false;
    return !state.q || textOf(card).includes(state.q.toLowerCase());
  }

  function hideEmpty() {
    for (const fold of all(".chapter > .fold")) {
      fold.hidden = !all(".card", fold).some((card) => !card.hidden);
      if (!fold.hidden && state.q) fold.open = true;
    }
    for (const chapter of all(".chapter")) {
      let heading = null;
      chapter.hidden = !all(".card", chapter).some((card) => !card.hidden);
      for (const part of all(".section, .card", chapter)) {
        if (part.matches(".section")) (heading = part).hidden = chosen() || !!state.q;
        else if (heading && !part.hidden) heading.hidden = false;
      }
    }
  }

  function apply() {
    const narrowed = chosen() || !!state.q;
    for (const card of cards) card.hidden = !matches(card);
    const shown = cards.filter((card) => !card.hidden).length;
    if (outside) {
      outside.hidden = chosen() || (!!state.q && !textOf(outside).includes(state.q.toLowerCase()));
      if (state.q && !outside.hidden) all("details", outside).forEach((fold) => (fold.open = true));
    }
    hideEmpty();
    for (const link of links.values()) link.classList.toggle("filtered", !!partAt(link.hash)?.closest("[hidden]"));
    status.textContent = narrowed ? say("shown", { shown, all: cards.length }) : "";
    byId("page-clear").hidden = !narrowed;
    byId("page-no-match").hidden = !narrowed || shown > 0 || (outside && !outside.hidden);
    const note = byId("page-filtered");
    note.hidden = !narrowed;
    note.textContent = say("filtered") + status.textContent;
    highlight();
    showPosition();
  }

  // After narrowing, the reader who was among the articles stays among them.
  function stayInSight() {
    const inSight = (card) => {
      const box = card.getBoundingClientRect();
      return box.height && box.bottom > below() && box.top < innerHeight;
    };
    const place = byId("page-comparison").getBoundingClientRect();
    const first = cards.find((card) => !card.hidden);
    if (first && place.top < below() && !cards.some(inSight)) first.scrollIntoView({ block: "start" });
  }

  function rangesIn(box, skipped) {
    const nodes = [];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (skipped && node.parentElement.closest(skipped)) continue;
      nodes.push([text.length, node]);
      text += node.data;
    }
    const query = state.q.toLowerCase();
    const place = (offset, end) => {
      const found = nodes.findLast(([start]) => (end ? start < offset : start <= offset));
      return [found[1], offset - found[0]];
    };
    const ranges = [];
    text = text.toLowerCase();
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      const range = document.createRange();
      range.setStart(...place(at, false));
      range.setEnd(...place(at + query.length, true));
      ranges.push(range);
    }
    return ranges;
  }

  function highlight() {
    if (!window.Highlight) return;
    CSS.highlights.delete("found");
    if (!state.q) return;
    const found = new Highlight();
    for (const part of [outside, ...cards])
      if (part && !part.hidden && textOf(part).includes(state.q.toLowerCase()))
        for (const box of all("td > bdi, .merged-words", part)) {
          if (!box.getClientRects().length) continue; // the other view has it
          // In one column either text is searched for itself, past the marks of the other.
          const others = box.matches(".merged-words") ? ["del", "ins"] : [""];
          for (const other of others) rangesIn(box, other).forEach((range) => found.add(range));
        }
    CSS.highlights.set("found", found);
  }

  // --- from change to change --------------------------------------------------------------
  const differs = (card) => card.dataset.relation !== "unchanged" || /relocated|doubtful/.test(card.dataset.flags);
  function stops() {
    const narrowed = chosen() || !!state.q;
    const found = cards.filter((card) => !card.hidden && (narrowed || differs(card)));
    const frame = outside && !outside.hidden && (state.q || outside.querySelector(":scope > table"));
    return frame ? [outside, ...found] : found;
  }

  function showPosition() {
    const stations = stops();
    const at = stations.indexOf(current);
    position.textContent = `${at < 0 ? "–" : at + 1} / ${stations.length}`;
    byId("page-next").disabled = byId("page-previous").disabled = !stations.length;
  }

  const below = () => (matchMedia("(max-width: 44rem)").matches ? 0 : byId("page-tools").offsetHeight) + 8;
  function step(way) {
    const stations = stops();
    if (!stations.length) return;
    const box = current?.getBoundingClientRect();
    const inSight = box && box.bottom > below() && box.top < innerHeight;
    let at = inSight ? stations.indexOf(current) : -1;
    if (at >= 0) at += way;
    else if (way > 0) at = stations.findIndex((card) => card.getBoundingClientRect().top > below());
    else at = stations.findLastIndex((card) => card.getBoundingClientRect().top < below());
    if (at < 0) at = way > 0 ? stations.length - 1 : 0;
    go(stations[Math.min(at, stations.length - 1)]);
  }

  function mark(card) {
    current?.classList.remove("current");
    current = card;
    card.classList.add("current");
    showPosition();
  }

  function reveal(part) {
    for (let fold = part.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  function go(card) {
    reveal(card);
    mark(card);
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
    writeAddress(card.id ? `#${card.id}` : "");
  }

  function followAddress() {
    const goal = partAt(location.hash);
    const card = goal?.closest(".card");
    if (!goal) return;
    if (goal.closest("[hidden]")) clear();
    reveal(goal);
    if (card) mark(card);
    // In one column a cell may be hidden; its row never is.
    const place = goal.getClientRects().length ? goal : goal.closest("tr, .card") ?? goal;
    place.scrollIntoView({ block: "start" });
  }

  function clear() {
    LISTS.forEach((name) => state[name].clear());
    state.q = "";
    showState();
    apply();
    writeAddress();
  }

  // --- the contents follow the reading ----------------------------------------------------
  const links = new Map(all(".contents a").map((link) => [partAt(link.hash)?.id, link]));
  let marked = null;
  function follow(id) {
    const link = links.get(id);
    if (!link || link === marked) return;
    marked?.removeAttribute("aria-current");
    marked = link;
    link.setAttribute("aria-current", "location");
    const list = byId("page-contents");
    const [box, frame] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40)
      list.scrollTop += box.top - frame.top - frame.height / 3;
  }

  const linkOf = (part) => part.id || part.querySelector(".card[id]")?.id;
  const watcher = new IntersectionObserver(
    (seen) => {
      const first = seen.filter((one) => one.isIntersecting)[0];
      if (first) follow(linkOf(first.target));
    },
    { rootMargin: "-15% 0px -80% 0px" },
  );

  // --- the pictures -----------------------------------------------------------------------
  const order = new Map(cards.map((card, index) => [card, index]));
  function animate(picture) {
    const said = picture.closest("figure").querySelector(".said");
    const hint = `${said.textContent} ${say("picture_keys")}`;
    const rank = (link) => order.get(partAt(link.getAttribute("href"))) ?? 0;
    const ranked = all("a", picture).map((link) => [rank(link), link]);
    const marks = ranked.sort(([a], [b]) => a - b).map(([, link]) => link);
    marks.forEach((link, index) => link.setAttribute("tabindex", index ? "-1" : "0"));
    said.textContent = hint;
    const tell = (event) => {
      const link = event.target.closest("a");
      said.textContent = link ? link.getAttribute("aria-label") : hint;
    };
    ["pointerover", "focusin"].forEach((name) => picture.addEventListener(name, tell));
    picture.addEventListener("pointerleave", () => (said.textContent = hint));
    picture.addEventListener("keydown", (event) => {
      const ways = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
      const way = ways[event.key];
      const at = marks.indexOf(event.target.closest("a"));
      if (!way || at < 0) return;
      event.preventDefault();
      const to = marks[Math.min(marks.length - 1, Math.max(0, at + way))];
      marks[at].setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
  }

  // --- citations --------------------------------------------------------------------------
  const DIGITS = "零一二三四五六七八九";
  const UNITS = { book: "编", part: "分编", chp: "章", sec: "节", art: "条" };
  function numeral(number) {
    let [out, gap] = ["", false];
    for (const [unit, sign] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
      const digit = Math.floor(number / unit) % 10;
      if (!digit) gap = !!out;
      else {
        if (gap) out += "零";
        gap = false;
        out += unit === 10 && digit === 1 && !out ? sign : DIGITS[digit] + sign;
      }
    }
    return out;
  }

  // The printed number of a provision, which tells in what form it is cited.
  function labelOf(id) {
    const part = byId(id);
    const place = part?.matches(".card") ? "h3" : part?.matches("th") ? "" : ":scope > .n";
    return ((place ? part?.querySelector(place) : part)?.textContent ?? "").trim();
  }

  function numbered(label, base, branch, unit) {
    const digits = /[0-9０-９]/.test(label) ? base : numeral(base);
    const bracketed = !label || /[（()）]/.test(label);
    return `第${bracketed ? `（${digits}）` : digits}${unit}${branch ? `之${numeral(branch)}` : ""}`;
  }

  // How each step of an eId is said: the rules are those of the command `cite`.
  function said({ token, base, branch, label, parent, depth, sole }) {
    const counted = (unit) => `第${numeral(base)}${unit}${branch ? `之${numeral(branch)}` : ""}`;
    const bare = label.replace(/[.．、]+$/, "");
    if (token === "att") return `附件${base}`;
    if (token === "para") return sole ? "" : `第${numeral(base)}${parent === "art" ? "款" : "段"}`;
    if (token === "point" || (token === "level" && depth === 2)) return numbered(label, base, branch, "项");
    if (token === "indent" && parent === "indent") return `之${bare}`;
    if (token === "indent") return /[（()）]/.test(label) ? `第（${base}）目` : `第${base}目`;
    if (token === "level") return depth === 1 ? counted("部分") : depth === 3 ? `第${base}目` : bare;
    return UNITS[token] ? counted(UNITS[token]) : "";
  }

  function placeOf(id, side) {
    let [out, path, parent, depth] = ["", "", "", 0];
    for (const stage of id.split("__")) {
      const [, token, base, branch, repeat] = /^([a-z]+)_(\d+)(?:-(\d+))?(?:_inst(\d+))?$/.exec(stage) ?? [];
      if (!token) return "";
      const sole = base === "1" && !byId(`${side}${path}${path && "__"}para_2`);
      path += (path && "__") + stage;
      depth += token === "level";
      out += said({ token, base, branch, label: labelOf(side + path), parent, depth, sole });
      if (repeat) out += `（同一序号第${numeral(repeat)}处）`;
      parent = token;
    }
    return out;
  }

  function citation(part) {
    const old = part.id.startsWith("old-");
    const { oldTitle, oldNumber, newTitle, newNumber } = document.body.dataset;
    const [title, number] = old ? [oldTitle, oldNumber] : [newTitle, newNumber];
    const place = placeOf(old ? part.id.slice(4) : part.id, old ? "old-" : "");
    return `${title && `《${title}》`}${number && `（${number}）`}${place}`;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = document.body.appendChild(make("textarea", "unseen", text));
      box.value = text;
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  }

  const copier = make("button", "copy", say("copy"));
  copier.type = "button";
  async function copy(part) {
    const text = citation(part);
    status.textContent = say((await put(text)) ? "copied" : "not_copied") + text;
    copier.focus({ preventScroll: true });
  }

  const citable = (node) => node.closest?.("td[id], .card[id] > header, .card[id] > .pair th");
  const cited = (place) => (place.matches("td") ? place : place.closest(".card"));
  let pointer = "";
  function offerCopy(event) {
    const place = citable(event.target);
    // A pointer that rests while the page moves below it asks for nothing.
    const at = `${event.clientX} ${event.clientY}`;
    const rests = event.type === "pointermove" && at === pointer;
    if (event.type === "pointermove") pointer = at;
    if (rests || !place || copier.parentElement === place || event.target === copier) return;
    (place.matches("th") ? place.closest(".card").querySelector("header") : place).append(copier);
  }

  // --- keys, buttons, paper ---------------------------------------------------------------
  const KEYS = {
    n: () => step(1),
    p: () => step(-1),
    "/": () => search.focus(),
    c: () => {
      const focused = document.activeElement.closest?.("td[id]");
      const part = focused ?? document.querySelector(".card td:target") ?? current;
      if (part?.id && part.closest(".card")) copy(part);
    },
  };
  function onKey(event) {
    if (!state.keys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select')) return;
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  function wireTools() {
    const tools = byId("page-tools");
    const filter = byId("page-filter");
    const unfold = byId("page-unfold");
    tools.hidden = false;
    tools.addEventListener("submit", (event) => (event.preventDefault(), step(1)));
    tools.addEventListener("change", ({ target }) => {
      if (target.name === "view") state.view = target.value;
      else if (LISTS.includes(target.name)) state[target.name][target.checked ? "add" : "delete"](target.value);
      else if (target.id === "page-keys") state.keys = target.checked;
      else return;
      showView();
      apply();
      stayInSight();
      writeAddress();
    });
    let waiting = 0;
    search.addEventListener("input", (event) => {
      if (event.isComposing) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        state.q = search.value.trim();
        apply();
        stayInSight();
        writeAddress();
      }, 120);
    });
    search.addEventListener("compositionend", () => search.dispatchEvent(new Event("input")));
    filter.addEventListener("click", () => {
      const open = byId("page-filters").hidden;
      byId("page-filters").hidden = !open;
      filter.setAttribute("aria-expanded", String(open));
    });
    unfold.addEventListener("click", () => {
      const folds = all(".fold");
      const open = folds.some((fold) => !fold.open);
      folds.forEach((fold) => (fold.open = open));
      unfold.textContent = say(open ? "close_all" : "open_all");
    });
    // What sticks below the tools needs their height. Set on these few elements alone: a
    // property that all inherit would have the whole page styled again.
    new ResizeObserver(() => {
      const height = below() - 8;
      root.style.scrollPaddingTop = `${height + 16}px`;
      for (const part of all(".contents, .flows figcaption")) part.style.top = `${height}px`;
    }).observe(tools);
    unfold.hidden = !all(".fold").length;
    byId("page-next").addEventListener("click", () => step(1));
    byId("page-previous").addEventListener("click", () => step(-1));
    byId("page-print").addEventListener("click", () => print());
    byId("page-clear").addEventListener("click", () => (clear(), search.focus()));
    copier.addEventListener("click", () => copy(cited(copier.parentElement)));
  }

  function wirePage() {
    document.addEventListener("keydown", onKey);
    for (const name of ["pointermove", "pointerdown", "focusin"])
      document.addEventListener(name, offerCopy, { passive: true });
    addEventListener("hashchange", followAddress);
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = all(".evidence:not([open])");
      opened.forEach((details) => (details.open = true));
    });
    addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
    for (const part of all("main > section[id]:not(.chapter), .card, .fold")) watcher.observe(part);
    all(".picture").forEach(animate);
  }

  root.classList.add("js");
  readAddress();
  showState();
  showView();
  wireTools();
  wirePage();
  apply();
  if (location.hash) followAddress();
})();
