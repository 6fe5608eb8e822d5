/* Opens the pair that is jumped to, in browsers that do not open it themselves. The page is complete without this. */
"use strict";
(() => {
  const open = () => {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const around = target && target.closest("details");
    if (!around) return;
    around.open = true;
    around.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  /* A second click on the same cell changes nothing in the address. */
  document.querySelectorAll(".heat a").forEach((link) => link.addEventListener("click", () => setTimeout(open)));
  open();
})();
