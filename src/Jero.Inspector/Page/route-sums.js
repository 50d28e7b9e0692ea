import { el, setText } from "./dom.js";
import { bytes, count, rate } from "./format.js";

const headings = ["Route", "Open", "Wait for source", "Wait for client", "Items/s", "Bytes/s"];

/** The open streams of each route, in sum; a route that is chosen filters the list below. */
export class RouteSums {
  constructor(choose) {
    this.choose = choose;
    this.rows = new Map();
    this.body = el("div", { class: "rows", role: "presentation" });
    this.rest = el("p", { class: "empty" }, "No stream is open.");
    this.scroller = el("div", { class: "scroller", role: "rowgroup", tabindex: "0", "aria-label": "Routes" }, this.body);
    const head = el(
      "div",
      { class: "head", role: "row" },
      headings.map((text, index) => el("span", { role: "columnheader", class: index > 0 ? "number" : undefined }, text)),
    );
    this.table = el("div", { role: "table", "aria-label": "Open streams by route" }, el("div", { role: "rowgroup" }, head), this.scroller);
    this.element = el("div", { class: "table" }, this.table, this.rest);
  }

  fill({ routes, routesInAll }) {
    const present = new Set();
    routes.forEach((route, index) => {
      const key = `${route.method} ${route.route}`;
      const row = this.rows.get(key) ?? this.add(key, route);
      present.add(key);
      const values = [
        count(route.open),
        count(route.waitingForSource),
        count(route.waitingForClient),
        rate(route.itemsPerSecond),
        bytes(route.bytesPerSecond),
      ];
      values.forEach((value, cell) => setText(row.children[cell + 1].firstChild, value));
      // Moved only where nobody is about to press it.
      if (this.body.children[index] !== row && !this.body.matches(":hover, :focus-within")) {
        this.body.insertBefore(row, this.body.children[index] ?? null);
      }
    });
    for (const [key, row] of this.rows) {
      if (!present.has(key)) {
        row.remove();
        this.rows.delete(key);
      }
    }

    const left = routesInAll - routes.length;
    this.table.hidden = routes.length === 0;
    this.rest.hidden = routes.length > 0 && left === 0;
    setText(this.rest, left > 0 ? `${count(left)} more routes.` : "No stream is open.");
  }

  add(key, route) {
    const button = el(
      "button",
      { type: "button", class: "link", "aria-pressed": "false", on: { click: () => this.choose(key) } },
      el("span", { class: "method" }, route.method),
      " ",
      route.route,
    );
    const numbers = headings.slice(1).map(() => el("div", { class: "cell number", role: "cell" }, el("span")));
    const row = el("div", { class: "row", role: "row" }, el("div", { class: "cell", role: "cell" }, button), numbers);
    this.rows.set(key, row);
    this.body.append(row);
    return row;
  }

  /** Marks the route that the list is of. */
  mark(chosen) {
    for (const [key, row] of this.rows) {
      row.querySelector("button").setAttribute("aria-pressed", String(key === chosen));
    }
  }
}
