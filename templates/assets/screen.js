/* What the page can do beyond reading: filter the tree of sections, mark where the reader is, copy links to
   sections, choose light or dark. Everything that needs this script is made by it. */
"use strict";
(() => {
  const root = document.documentElement;
  const side = document.querySelector(".side");
  const tree = document.querySelector(".tree");
  const main = document.getElementById("document");

  /* Words in the language of the document, by the English ones; the page has them where they differ. */
  const words = JSON.parse(document.getElementById("dcsgen-words")?.textContent ?? "{}");
  const _ = (text) => words[text] ?? text;

  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* A short message that is shown and read out. */
  const message = made("p", { className: "message" });
  message.setAttribute("role", "status");
  document.body.append(message);
  let clearing;
  const say = (text) => {
    message.textContent = text;
    clearTimeout(clearing);
    clearing = setTimeout(() => { message.textContent = ""; }, 2500);
  };

  /* Storage is closed to pages opened from a disk in some browsers: the choice then lasts as long as the page. */
  const remembered = () => { try { return localStorage.getItem("dcsgen-theme"); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem("dcsgen-theme", theme); } catch { /* not kept */ } };

  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => root.dataset.theme || (systemIsDark.matches ? "dark" : "light");
  const themeButton = made("button", { type: "button" });
  const showTheme = () => { themeButton.textContent = theme() === "dark" ? _("Light colours") : _("Dark colours"); };
  if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = theme() === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
    showTheme();
  });
  systemIsDark.addEventListener("change", showTheme);
  showTheme();

  /* The filter: entries that hold all words stay, with the entries around them. */
  const filter = made("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: false });
  const found = made("p", { className: "found" });
  found.setAttribute("role", "status");
  const entries = [...tree.querySelectorAll("li")].map((item) => {
    const link = item.querySelector("a");
    return { item, link, text: link.textContent.toLowerCase() };
  });
  const folds = [...tree.querySelectorAll("details")];
  let before = null;
  const openTo = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const apply = () => {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length && !before) before = folds.map((fold) => fold.open);
    if (!wanted.length) {
      entries.forEach(({ item }) => { item.hidden = false; });
      if (before) folds.forEach((fold, index) => { fold.open = before[index]; });
      before = null;
      found.textContent = "";
      return;
    }
    entries.forEach(({ item }) => { item.hidden = true; });
    const hits = entries.filter(({ text }) => wanted.every((word) => text.includes(word)));
    for (const { item, link } of hits) {
      for (let shown = item; shown && tree.contains(shown); shown = shown.parentElement.closest("li")) shown.hidden = false;
      openTo(link);
    }
    found.textContent = hits.length === 1 ? _("1 section") : _("%(count)s sections").replace("%(count)s", hits.length);
  };
  filter.addEventListener("input", apply);
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && filter.value) { filter.value = ""; apply(); event.stopPropagation(); }
  });
  side.prepend(
    made("div", { className: "tools" }, made("label", { htmlFor: "filter" }, _("Filter sections")), filter, themeButton),
    found,
  );

  /* On narrow screens the tree is a sheet that a button opens; Escape, a link or a click beside it closes it. */
  const menu = made("button", { type: "button", className: "menu" }, _("Sections"));
  const setOpen = (open) => {
    side.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
  };
  setOpen(false);
  menu.addEventListener("click", () => { setOpen(true); filter.focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && side.classList.contains("open")) { setOpen(false); menu.focus(); }
  });
  document.addEventListener("click", (event) => {
    if (event.target !== menu && !side.contains(event.target)) setOpen(false);
  });
  tree.addEventListener("click", (event) => { if (event.target.closest("a")) setOpen(false); });
  document.querySelector(".skip").after(menu);

  /* Links to copy, one behind each heading. */
  main.querySelectorAll("section > .heading").forEach((heading) => {
    const name = heading.textContent.trim().replace(/\s+/g, " ");
    const button = made("button", { type: "button", className: "copy", title: _("Copy link") }, "#");
    button.setAttribute("aria-label", _("Copy link to %(name)s").replace("%(name)s", () => name));
    button.addEventListener("click", async () => {
      const hash = `#${heading.parentElement.id}`;
      try {
        await navigator.clipboard.writeText(location.href.split("#")[0] + hash);
        say(_("Link copied"));
      } catch {
        location.hash = hash;
        say(_("The link is in the address bar"));
      }
    });
    heading.append(button);
  });

  /* The section at the top of the window is marked in the tree. */
  const links = new Map(entries.map(({ link }) => [link.hash.slice(1), link]));
  const sections = [...main.querySelectorAll("section[id]")].filter((section) => links.has(section.id));
  let current = null;
  const mark = () => {
    let last = null;
    for (const section of sections) {
      if (section.getBoundingClientRect().top > 90) break;
      last = section;
    }
    const link = last && links.get(last.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    if (before) return;
    openTo(link);
    const box = link.getBoundingClientRect();
    const frame = tree.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) tree.scrollTop += box.top - frame.top - frame.height / 3;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();

  /* Only tables that really move sideways need a stop of the Tab key. */
  const regions = [...main.querySelectorAll(".table")];
  const stops = () => regions.forEach((region) => {
    if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  });
  addEventListener("resize", stops);
  stops();

  /* Printed lists are no use when folded. */
  addEventListener("beforeprint", () => main.querySelectorAll(".captions").forEach((list) => { list.open = true; }));
})();
