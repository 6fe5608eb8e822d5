/* What the page can do beyond reading: show only some facts, take decisions and save them. Everything that needs this
   script is made by it. */
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("facts").textContent);
  const main = document.getElementById("review");
  const items = [...document.querySelectorAll(".item")];
  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  let unsaved = false;
  const rulings = new Map();
  for (const [key, fact] of Object.entries(data.known)) {
    if (fact.ruling) rulings.set(key, { ruling: fact.ruling, value: fact.value });
  }

  /* Text as the kind of value that was read. */
  const alike = (text, read) => {
    if (typeof read === "number" && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
    if (typeof read === "boolean" && ["true", "false"].includes(text.trim())) return text.trim() === "true";
    if (read !== null && typeof read === "object") { try { return JSON.parse(text); } catch { return text; } }
    return text;
  };
  const plain = (value) => (value !== null && typeof value === "object" ? JSON.stringify(value) : String(value));
  const isFlat = (value) => value !== null && typeof value === "object" && !Array.isArray(value)
    && Object.keys(value).length && Object.values(value).every((each) => each === null || typeof each !== "object");

  const fieldsFor = (key, read, change) => {
    const now = rulings.get(key)?.value ?? read;
    const field = (name, of, was) => {
      const input = made("input", { type: "text", value: plain(of) });
      input.addEventListener("input", () => change(name, alike(input.value, was)));
      return made("label", {}, name || "right value", input);
    };
    const fields = made("div", { className: "fields" });
    if (isFlat(read)) fields.append(...Object.keys(read).map((name) => field(name.replaceAll("_", " "), now[name], read[name])));
    else fields.append(field("", now, read));
    return fields;
  };

  const decide = (key, ruling, value) => {
    if (ruling) rulings.set(key, value === undefined ? { ruling } : { ruling, value });
    else rulings.delete(key);
    unsaved = true;
    tell();
  };

  const forFact = (item, key, fact) => {
    const group = made("fieldset", { className: "decision" });
    group.append(made("legend", { textContent: `Decision: ${item.querySelector("h4").textContent}` }));
    let fields = null;
    const show = (ruling) => {
      if (fields) fields.remove();
      fields = null;
      if (ruling !== "corrected") return;
      let value = rulings.get(key)?.value ?? (isFlat(fact.found) ? { ...fact.found } : fact.found);
      fields = fieldsFor(key, fact.found, (name, given) => {
        value = name ? { ...value, [name.replaceAll(" ", "_")]: given } : given;
        decide(key, "corrected", value);
      });
      group.append(fields);
    };
    for (const [ruling, word] of [["", "undecided"], ["right", "right"], ["wrong", "wrong"], ["corrected", "other value"]]) {
      const radio = made("input", { type: "radio", name: `d-${key}`, value: ruling, checked: (rulings.get(key)?.ruling ?? "") === ruling });
      radio.addEventListener("change", () => {
        decide(key, ruling, ruling === "corrected" ? rulings.get(key)?.value ?? fact.found : undefined);
        show(ruling);
      });
      group.append(made("label", {}, radio, word));
    }
    show(rulings.get(key)?.ruling);
    item.append(group);
  };

  const forDoubt = (item, key) => {
    const box = made("input", { type: "checkbox", checked: rulings.has(key) });
    box.addEventListener("change", () => decide(key, box.checked ? "settled" : ""));
    const group = made("div", { className: "decision" }, made("label", {}, box, "looked at and settled"));
    item.append(group);
  };

  /* Filters */
  const options = [["all", "all"], ["0.9", "below 0.90"], ["0.7", "below 0.70"], ["open", "undecided"]];
  const which = made("select", { id: "which" }, ...options.map(([value, text]) => made("option", { value, textContent: text })));
  const words = made("input", { type: "search", id: "words" });
  const found = made("p", { className: "found" });
  found.setAttribute("role", "status");
  const shows = (item) => {
    const key = item.dataset.key;
    const limit = Number(which.value);
    if (which.value === "open" && rulings.has(key)) return false;
    if (limit && !("doubt" in item.dataset) && Number(item.dataset.confidence) >= limit) return false;
    const wanted = words.value.trim().toLowerCase();
    return !wanted || item.closest(".card").textContent.toLowerCase().includes(wanted);
  };
  const tell = () => {
    const seen = items.filter((item) => !item.hidden).length;
    found.textContent = `${seen} of ${items.length} shown, ${rulings.size} decided${unsaved ? ", not saved yet" : ""}`;
  };
  const filter = () => {
    items.forEach((item) => { item.hidden = !shows(item); });
    for (const selector of [".card", ".group", ".part"]) {
      document.querySelectorAll(selector).forEach((each) => { each.hidden = !each.querySelector(".item:not([hidden])"); });
    }
    tell();
  };
  which.addEventListener("change", filter);
  words.addEventListener("input", filter);

  const save = made("button", { type: "button", textContent: "Save decisions" });
  save.addEventListener("click", () => {
    const decisions = [...rulings].map(([key, { ruling, value }]) => {
      const { path, found: read, texts } = data.known[key];
      return { key, ruling, ...(ruling === "corrected" ? { value } : {}), path, found: read, texts };
    });
    const text = JSON.stringify({ dcsgen_decisions: 1, document: data.document, sha256: data.sha256, decisions }, null, 2);
    const url = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
    const name = `${data.document.replace(/\.[^.]*$/, "")}.decisions.json`;
    made("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    unsaved = false;
    tell();
  });
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  const field = (text, control) => made("div", { className: "field" }, made("label", { htmlFor: control.id, textContent: text }), control);
  items.forEach((item) => {
    const key = item.dataset.key;
    if ("doubt" in item.dataset) forDoubt(item, key);
    else forFact(item, key, data.known[key]);
  });
  const tools = made("div", { className: "tools" }, field("Confidence", which), field("Words", words), save, found);
  tools.setAttribute("role", "region");
  tools.setAttribute("aria-label", "Filters and decisions");
  main.prepend(tools);
  /* What is jumped to, or has the focus, does not hide behind the tools. */
  const clear = () => {
    const sticks = getComputedStyle(tools).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticks ? `${tools.offsetHeight + 12}px` : "";
  };
  addEventListener("resize", clear);
  clear();
  tell();
})();
