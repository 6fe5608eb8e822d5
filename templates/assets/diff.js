/* What the report can do beyond reading: show only some differences, hide what is the same, choose light or dark.
   Everything that needs this script is made by it. */
"use strict";
(() => {
  const root = document.documentElement;
  const main = document.getElementById("differences");
  const all = [...document.querySelectorAll(".difference")];

  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* Storage is closed to pages opened from a disk in some browsers: the choice then lasts as long as the page. */
  const remembered = () => { try { return localStorage.getItem("dcsgen-theme"); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem("dcsgen-theme", theme); } catch { /* not kept */ } };
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => root.dataset.theme || (systemIsDark.matches ? "dark" : "light");
  const themeButton = made("button", { type: "button" });
  const showTheme = () => { themeButton.textContent = theme() === "dark" ? "Light colours" : "Dark colours"; };
  if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = theme() === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
    showTheme();
  });
  systemIsDark.addEventListener("change", showTheme);
  showTheme();

  /* Only tables that really move sideways need a stop of the Tab key, and a name for it. */
  const regions = [...document.querySelectorAll(".table")];
  const stops = () => regions.forEach((region) => {
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-label", region.querySelector("caption").textContent);
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => region.removeAttribute(name));
    }
  });
  /* What is jumped to, or has the focus, does not hide behind the tools. */
  const clear = () => {
    const tools = document.querySelector(".tools");
    const sticks = tools && getComputedStyle(tools).position === "sticky";
    root.style.scrollPaddingTop = sticks ? `${tools.offsetHeight + 12}px` : "";
  };
  addEventListener("resize", () => { stops(); clear(); });

  if (!all.length) {
    main.prepend(made("div", { className: "tools" }, themeButton));
    stops();
    return;
  }

  const distinct = (values) => [...new Set(values)];
  const rolesOf = (each) => each.dataset.roles.split("|").filter(Boolean);
  const capital = (word) => word[0].toUpperCase() + word.slice(1);

  const verdicts = ["breaking", "risky", "compatible", "editorial"].filter((verdict) => all.some((each) => each.dataset.verdict === verdict));
  const boxes = verdicts.map((value) => made("input", { type: "checkbox", value, checked: true }));
  const choice = (id, label, values) => {
    const select = made("select", { id }, made("option", { value: "" }, "all"), ...values.map((value) => made("option", { value }, capital(value))));
    return [select, made("div", { className: "field" }, made("label", { htmlFor: id }, label), select)];
  };
  const [area, areaField] = choice("area", "Area", distinct(all.map((each) => each.dataset.area)));
  const [role, roleField] = choice("role", "Role", distinct(all.flatMap(rolesOf)).sort());
  const answers = ["affects", "cannot tell", "does not affect"].filter((answer) => all.some((each) => each.dataset.effect === answer));
  const [effect, effectField] = choice("effect", "At the site", answers);
  const [lacking, lackingField] = choice("lacking", "Not stated by", distinct(all.map((each) => each.dataset.lacking).filter(Boolean)));
  const search = made("input", { type: "search", id: "search", autocomplete: "off", spellcheck: false });
  const only = made("input", { type: "checkbox", id: "only" });
  const everything = made("button", { type: "button" }, "Show all");
  const open = made("button", { type: "button" }, "Open all");
  const found = made("p", { className: "found" });
  found.setAttribute("role", "status");

  /* What is alike is shown once and counts as often as it is there. */
  const total = all.reduce((sum, each) => sum + Number(each.dataset.count), 0);
  const texts = new Map(all.map((each) => [each, each.textContent.toLowerCase()]));
  const apply = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const each of all) {
      const fits = shown.has(each.dataset.verdict)
        && (!area.value || each.dataset.area === area.value)
        && (!role.value || rolesOf(each).includes(role.value))
        && (!effect.value || each.dataset.effect === effect.value)
        && (!lacking.value || each.dataset.lacking === lacking.value)
        && wanted.every((word) => texts.get(each).includes(word));
      each.hidden = !fits;
      count += fits ? Number(each.dataset.count) : 0;
    }
    document.querySelectorAll(".area").forEach((part) => { part.hidden = !part.querySelector(".difference:not([hidden])"); });
    found.textContent = `${count} of ${total} differences shown`;
  };
  const reset = () => {
    boxes.forEach((box) => { box.checked = true; });
    area.value = role.value = effect.value = lacking.value = search.value = "";
    apply();
  };

  document.querySelectorAll(".same").forEach((each) => { if (each.textContent.length > 60) each.classList.add("long"); });
  only.addEventListener("change", () => { root.classList.toggle("only", only.checked); stops(); });
  everything.addEventListener("click", reset);
  const folds = [...document.querySelectorAll("details")];
  open.addEventListener("click", () => {
    const opening = folds.some((fold) => !fold.open);
    folds.forEach((fold) => { fold.open = opening; });
    open.textContent = opening ? "Close all" : "Open all";
  });
  [...boxes, area, role, effect, lacking].forEach((each) => each.addEventListener("change", apply));
  search.addEventListener("input", apply);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.value) { search.value = ""; apply(); }
  });

  const labelled = (box, label) => made("label", {}, box, label);
  const tools = made(
    "div", { className: "tools" },
    made("fieldset", {}, made("legend", {}, "Verdict"), ...boxes.map((box) => labelled(box, capital(box.value)))),
    ...[[area, areaField], [role, roleField], [effect, effectField], [lacking, lackingField]]
      .filter(([select]) => select.options.length > 1).map(([, field]) => field),
    made("div", { className: "field" }, made("label", { htmlFor: "search" }, "Search"), search),
    labelled(only, "Only differences"), everything, ...(folds.length ? [open] : []), themeButton, found,
  );
  tools.setAttribute("role", "search");
  tools.setAttribute("aria-label", "Differences");
  document.getElementById("summary").after(tools);
  apply();
  stops();
  clear();

  /* A link leads to what it names, whatever is hidden; so does the list of areas. */
  const lead = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const hidden = target.closest("[hidden]");
    if (hidden) reset();
    const fold = target.closest("details:not([open])");
    if (fold) fold.open = true;
    if (hidden || fold) target.scrollIntoView();
  };
  addEventListener("hashchange", lead);
  lead();

  /* What follows from a difference is no use when folded on paper. */
  let folded = [];
  addEventListener("beforeprint", () => { folded = folds.filter((fold) => !fold.open); folded.forEach((fold) => { fold.open = true; }); });
  addEventListener("afterprint", () => { folded.forEach((fold) => { fold.open = false; }); });
})();
