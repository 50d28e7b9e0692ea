import { awaitOf } from "./awaits.js";
import { byId, el, facts, setText } from "./dom.js";
import { bytes, count, duration, rate } from "./format.js";
import { explain, server } from "./server.js";

const names = (values) =>
  values.length === 0
    ? "none"
    : values.map(({ name, value }) => (value === null || value === undefined ? name : `${name}: ${value}`)).join("\n");

/** One open stream, beside the list. */
export function startDetails({ activityText, stopStream }) {
  const panel = byId("details");
  let id;
  let back;

  function close() {
    id = undefined;
    panel.hidden = true;
    panel.replaceChildren();
    back?.focus();
  }

  async function refresh() {
    if (id === undefined) {
      return;
    }

    const asked = id;
    try {
      const found = await server.getOpenStream({ id });
      if (asked === id) {
        fill(found);
      }
    } catch (error) {
      if (asked === id) {
        setText(panel.querySelector(".problem"), explain(error));
        panel.querySelector(".stop").disabled = true;
      }
    }
  }

  function awaitText(stream) {
    const away = awaitOf(stream.activity, stream.source, typeof stream.left === "number");
    return away === undefined ? undefined : `${away}, for ${duration(stream.activitySince)}`;
  }

  function fill({ stream, startedAt, traceIdentifier, routeValues, query, headers }) {
    const pairs = [
      ["Does", `${activityText(stream)}, for ${duration(stream.left ?? stream.activitySince)}`],
      ["Source", stream.source],
      ["Awaits", awaitText(stream)],
      ["User", stream.user ?? "nobody is signed in"],
      ["Address", stream.remote],
      ["Protocol", stream.protocol],
      ["Open for", duration(stream.age)],
      ["Since", new Date(startedAt).toLocaleString("en-GB")],
      ["Sent", `${count(stream.items)} items, ${bytes(stream.bytes)}`],
      ["A second", `${rate(stream.itemsPerSecond)} items, ${bytes(stream.bytesPerSecond)}`],
      ["Last item", stream.lastItem === null || stream.lastItem === undefined ? "none" : `${duration(stream.lastItem)} ago`],
      ["Backlog", stream.backlog === null || stream.backlog === undefined ? null : count(stream.backlog)],
      ["Request", traceIdentifier],
      ["Route values", names(routeValues)],
      ["Query", names(query)],
      ["Headers", names(headers)],
    ].filter(([, value]) => value !== null && value !== undefined);
    const shown = panel.querySelectorAll("dd");
    if (shown.length === pairs.length) {
      pairs.forEach(([, value], index) => setText(shown[index], value));
      return;
    }

    setText(panel.querySelector("h2"), `${stream.method} ${stream.route}`);
    const list = facts(pairs);
    list.classList.add("lines");
    panel.querySelector(".values").replaceChildren(list);
  }

  return {
    get id() {
      return id;
    },
    refresh,
    show(chosen) {
      back = document.activeElement;
      id = chosen;
      const closing = el("button", { type: "button", class: "small", on: { click: close } }, "Close");
      const stop = el(
        "button",
        { type: "button", class: "small stop", on: { click: (event) => stopStream(chosen, event.currentTarget) } },
        "Stop this stream",
      );
      panel.replaceChildren(
        el("header", {}, el("h2", { tabindex: "-1" }, `Stream ${chosen}`), closing),
        el("p", { class: "soft" }, `Stream ${chosen}`),
        el("div", { class: "values" }),
        stop,
        el("p", { class: "problem", role: "status" }),
      );
      panel.hidden = false;
      panel.querySelector("h2").focus();
      refresh();
    },
  };
}

byId("details").addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    byId("details").querySelector("header button")?.click();
  }
});
