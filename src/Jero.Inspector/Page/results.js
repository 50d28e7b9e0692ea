import { el, setText } from "./dom.js";
import { bytes, count, counted, duration } from "./format.js";
import { deviation } from "./check.js";
import { Timeline } from "./timeline.js";

const mostRows = 300;
const mostAtOnce = 40;
const shownOfItem = 400;
const interval = 250;

/** What comes of one run: its head, its items as a table, its raw bytes, and when they came. */
export class Results {
  constructor({ resume }) {
    this.resume = resume;
    this.status = el("p", { class: "status", role: "status" });
    this.headers = el("pre", { tabindex: "0", role: "group", "aria-label": "Headers of the response" });
    this.problem = el("p", { class: "problem" });
    this.count = el("p", { class: "soft" });
    this.sampled = el("p", { class: "wait", role: "status" });
    this.timeline = new Timeline();
    this.body = el("div", { role: "rowgroup", tabindex: "0", class: "items", "aria-label": "Items" });
    const headings = ["#", "At", "Event", "Id", "Item"].map((text) => el("span", { role: "columnheader" }, text));
    const table = el(
      "div",
      { role: "table", "aria-label": "Items as they came" },
      el("div", { role: "rowgroup" }, el("div", { role: "row", class: "item head" }, headings)),
      this.body,
    );
    this.raw = el("pre", { tabindex: "0", role: "group", class: "raw", "aria-label": "Raw bytes" });
    this.element = el(
      "div",
      { class: "results" },
      this.status,
      el("details", {}, el("summary", {}, "Headers"), this.headers),
      this.problem,
      this.timeline.element,
      el("div", { class: "counts" }, this.count, this.sampled),
      el("div", { class: "both" }, table, el("div", {}, el("h3", { class: "soft" }, "Raw bytes, the last 64 KiB"), this.raw)),
    );
    this.clear();
  }

  clear() {
    clearInterval(this.timer);
    this.isPaused = false;
    this.pending = [];
    this.left = 0;
    this.deviations = 0;
    this.first = undefined;
    this.timeline.clear();
    this.body.replaceChildren();
    for (const element of [this.status, this.headers, this.problem, this.count, this.sampled, this.raw]) {
      setText(element, "");
    }
  }

  /** Begins to show a run, whose items have the schema that `schemaOf` gives of its response. */
  begin(run, schemaOf, root) {
    this.clear();
    this.run = run;
    this.schemaOf = schemaOf;
    this.root = root;
    setText(this.status, "Waiting for the response …");
    this.timer = setInterval(() => this.draw(), interval);
  }

  answered(response) {
    const contentType = response.headers.get("Content-Type") ?? "";
    this.status.className = response.ok ? "status good" : "status bad";
    setText(
      this.status,
      `${response.status} ${response.statusText} · ${contentType || "no content type"} · after ${duration(this.run.elapsed)}`,
    );
    setText(this.headers, [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"));
    this.element.dataset.form = /event-stream/i.test(contentType) ? "events" : "items";
    this.isProblem = /problem\+json/i.test(contentType);
    this.schema = this.schemaOf(response.status, contentType);
  }

  came(part) {
    this.timeline.add(part.at, part.kind === "item");
    if (this.isProblem && part.kind === "item") {
      this.showProblem(part.data);
    }

    if (part.kind === "item") {
      part.deviation = this.check(part);
      if (part.deviation !== undefined) {
        this.deviations++;
        this.first ??= part;
      }
    }

    this.pending.push(part);
    if (this.pending.length > 4 * mostAtOnce) {
      this.thin();
    }
  }

  // What comes faster than anybody reads is sampled: deviations always stay.
  thin() {
    const kept = this.pending.filter((part, index) => index % 4 === 0 || (part.deviation !== undefined && this.deviations <= mostAtOnce));
    this.left += this.pending.length - kept.length;
    this.pending = kept.slice(-4 * mostAtOnce);
  }

  check(part) {
    if (this.schema?.schema === undefined) {
      return undefined;
    }

    try {
      const value = this.schema.isEvent ? eventOf(part) : JSON.parse(part.data);
      return deviation(value, this.schema.schema, this.root);
    } catch {
      return "the item is no JSON";
    }
  }

  showProblem(text) {
    try {
      const problem = JSON.parse(text);
      const errors = Object.entries(problem.errors ?? {}).map(([name, messages]) => `${name}: ${[messages].flat().join(" ")}`);
      setText(this.problem, [problem.title, problem.detail, ...errors].filter(Boolean).join(" · "));
    } catch {
      // It is shown as what it is.
    }
  }

  ended(text, isFault) {
    clearInterval(this.timer);
    this.isPaused = false;
    this.draw();
    setText(this.status, `${this.status.textContent} · ${text}`);
    this.status.classList.toggle("bad", isFault || this.status.classList.contains("bad"));
  }

  pause(isPaused) {
    this.isPaused = isPaused;
    this.draw();
  }

  draw() {
    const { run } = this;
    const isOver = run.endedAt !== undefined;
    this.timeline.draw(run.elapsed, run.items, isOver);
    const checked =
      this.schema?.schema === undefined
        ? "the document has no schema of them"
        : this.deviations === 0
          ? "all as their schema says"
          : `${count(this.deviations)} not as their schema says, the first is ${this.first.number ?? "?"}`;
    const figures = [counted(run.items, "item"), bytes(run.bytes), `${count(run.items / Math.max(run.elapsed, 0.001))} a second`].join(
      ", ",
    );
    const paused = this.isPaused ? "; paused, and read on" : "";
    setText(this.count, `${figures}; ${run.items > 0 ? checked : "none to check"}${paused}`);
    if (this.isPaused) {
      return;
    }

    while (this.pending.length > 4 * mostAtOnce) {
      this.thin();
    }

    setText(this.sampled, this.left > 0 ? "Too many to read: only some of the items are shown." : "");
    this.append(this.pending);
    this.pending = [];
    if (run.hasNews) {
      run.hasNews = false;
      const isAtEnd = this.raw.scrollTop + this.raw.clientHeight > this.raw.scrollHeight - 24;
      setText(this.raw, run.raw);
      this.raw.scrollTop = isAtEnd ? this.raw.scrollHeight : this.raw.scrollTop;
    }
  }

  append(parts) {
    if (parts.length === 0) {
      return;
    }

    const isAtEnd = this.body.scrollTop + this.body.clientHeight > this.body.scrollHeight - 24;
    this.body.append(...parts.map((part) => this.rowOf(part)));
    while (this.body.childElementCount > mostRows) {
      this.body.firstElementChild.remove();
    }

    if (isAtEnd) {
      this.body.scrollTop = this.body.scrollHeight;
    }
  }

  rowOf(part) {
    const cell = (text, attributes = {}) => el("span", { role: "cell", ...attributes }, text ?? "");
    const isLong = part.data.length > shownOfItem;
    const data = el("span", { class: "data" }, isLong ? `${part.data.slice(0, shownOfItem)} …` : part.data);
    const whole = isLong
      ? el(
          "button",
          {
            type: "button",
            class: "small",
            on: {
              click: (event) => {
                setText(data, part.data);
                event.currentTarget.remove();
              },
            },
          },
          `Whole item, ${bytes(part.data.length)}`,
        )
      : undefined;
    const again = part.id
      ? el(
          "button",
          { type: "button", class: "link", "aria-label": `Resume after ${part.id}`, on: { click: () => this.resume(part.id) } },
          part.id,
        )
      : undefined;
    const mark = part.deviation === undefined ? undefined : el("span", { class: "bad deviation" }, `✗ ${part.deviation}`);
    return el(
      "div",
      { role: "row", class: "item", "data-kind": part.kind, "data-first": this.first === part },
      cell(part.number === undefined ? "" : String(part.number)),
      cell(duration(part.at)),
      cell(part.kind === "comment" ? "keepalive" : part.event),
      cell(again),
      el("span", { role: "cell" }, data, whole, mark),
    );
  }
}

// An event as a schema describes it: the fields that it has.
function eventOf({ data, event, id }) {
  return Object.fromEntries(Object.entries({ data, event, id }).filter(([, value]) => value !== undefined));
}
