import { byId } from "./dom.js";

/** One view at a time, by tab, arrow keys or the page's fragment. Calls `shown` with the name of the view. */
export function startTabs(shown) {
  const tabs = [...byId("tabs").querySelectorAll("[role=tab]")];
  const nameOf = (tab) => tab.id.slice("tab-".length);

  const show = (name) => {
    const chosen = tabs.find((tab) => nameOf(tab) === name) ?? tabs[0];
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !isChosen;
    }

    shown(nameOf(chosen));
  };

  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      location.hash = nameOf(tab);
    });
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at =
        event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : step && (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
      if (at !== undefined) {
        event.preventDefault();
        tabs[at].focus();
        location.hash = nameOf(tabs[at]);
      }
    });
  }

  addEventListener("hashchange", () => {
    if (location.hash !== "#views") {
      show(location.hash.slice(1));
    }
  });
  show(location.hash.slice(1));
}
