import { el } from "./dom.js";

const margin = 6;

/**
 * A table that has only the rows on the screen, and asks for those by their place. A row belongs to its key: focus and buttons stay with
 * the stream when the order changes, and nothing moves while the pointer or the focus is on a row.
 */
export class VirtualRows {
  /**
   * @param {object} options
   * @param {string} options.label what the table is of
   * @param {{ name: string, label: string, order?: string, number?: boolean }[]} options.columns
   * @param {(key: unknown) => HTMLElement[]} options.make the cells of a new row
   * @param {(row: HTMLElement, item: object) => void} options.fill writes an item into its row
   * @param {(order: string) => void} options.sort a heading was chosen
   * @param {() => void} options.moved other rows are on the screen
   */
  constructor({ label, columns, make, fill, sort, moved, empty }) {
    this.make = make;
    this.fill = fill;
    this.rows = new Map();
    this.total = 0;
    this.headings = columns.map(({ name, label: text, order, number }) => {
      const inside = order ? el("button", { type: "button", on: { click: () => sort(order) } }, text) : text;
      return el("span", { role: "columnheader", "data-column": name, "data-order": order, class: number ? "number" : undefined }, inside);
    });
    this.body = el("div", { class: "rows", role: "presentation" });
    this.scroller = el("div", { class: "scroller", tabindex: "0", role: "rowgroup", "aria-label": label }, this.body);
    this.empty = el("p", { class: "empty" }, empty);
    this.table = el(
      "div",
      { role: "table", "aria-label": label },
      el("div", { role: "rowgroup" }, el("div", { class: "head", role: "row", "aria-rowindex": "1" }, this.headings)),
      this.scroller,
    );
    this.element = el("div", { class: "table" }, this.table, this.empty);
    this.scroller.addEventListener("scroll", () => requestAnimationFrame(moved), { passive: true });
    new ResizeObserver(() => moved()).observe(this.scroller);
  }

  get rowHeight() {
    return parseFloat(getComputedStyle(this.element).getPropertyValue("--row"));
  }

  /** Which rows are wanted. */
  get window() {
    const height = this.rowHeight;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - margin);
    return { skip: first, take: Math.ceil(this.scroller.clientHeight / height) + 2 * margin };
  }

  get isHeld() {
    return this.body.matches(":hover, :focus-within");
  }

  showOrder(order, isDescending) {
    for (const heading of this.headings) {
      if (heading.dataset.order === order) {
        heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      } else {
        heading.removeAttribute("aria-sort");
      }
    }
  }

  /** Shows `items`, of which the first has the place `skip` among `total`. `isAsked`: the user wants to see others now. */
  show(items, skip, total, isAsked) {
    const isHeld = this.isHeld && !isAsked && this.rows.size > 0;
    const height = this.rowHeight;
    const present = new Set();
    if (!isHeld) {
      this.total = total;
      this.body.style.height = `${total * height}px`;
      this.table.setAttribute("aria-rowcount", String(total + 1));
    }

    items.forEach((item, index) => {
      let row = this.rows.get(item.id);
      if (row === undefined && isHeld) {
        return;
      }

      if (row === undefined) {
        row = el("div", { class: "row", role: "row" }, this.make(item.id));
        this.rows.set(item.id, row);
      }

      present.add(item.id);
      delete row.dataset.over;
      this.fill(row, item);
      if (!isHeld) {
        // In the order of the screen, which is that of the tab key.
        if (this.body.children[index] !== row) {
          this.body.insertBefore(row, this.body.children[index] ?? null);
        }

        row.style.transform = `translateY(${(skip + index) * height}px)`;
        row.setAttribute("aria-rowindex", String(skip + index + 2));
      }
    });
    for (const [id, row] of this.rows) {
      if (!present.has(id)) {
        if (isHeld) {
          row.dataset.over = "";
        } else {
          row.remove();
          this.rows.delete(id);
        }
      }
    }

    this.empty.hidden = total > 0;
    this.scroller.hidden = total === 0;
  }
}
