/* Buttons that lead from one change to the next, within sections too. The links in the headings do without. */
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("dcsgen-words-of-changes")?.textContent ?? "{}");
  const _ = (text) => words[text] ?? text;
  const main = document.getElementById("document");
  const all = "[data-change]:not(section, th, td), ins, del";
  const outermost = (element) => !element.parentElement.closest("[data-change]:not(section)") && !element.closest(".changes");
  const marks = [...main.querySelectorAll(all)].filter(outermost);
  const shown = (element) => element.getClientRects().length > 0;
  const said = Object.assign(document.createElement("p"), { className: "found" });
  said.setAttribute("role", "status");
  let now = -1;
  const go = (step) => {
    let next = now + step;
    while (marks[next] && !shown(marks[next])) next += step;
    if (!marks[next]) return;
    marks[now]?.classList.remove("changed-now");
    now = next;
    const mark = marks[now];
    mark.classList.add("changed-now");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    said.textContent = _("Change %(number)s of %(count)s").replace("%(number)s", now + 1).replace("%(count)s", marks.length);
  };
  const button = (words, step) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    made.addEventListener("click", () => go(step));
    return made;
  };
  const steps = Object.assign(document.createElement("div"), { className: "tools steps" });
  steps.append(button(_("Previous change"), -1), button(_("Next change"), 1));
  document.querySelector(".tools").after(steps, said);
})();
