import { byId, el, say, setText } from "./dom.js";
import { bytes, count, duration, rate } from "./format.js";
import { startDetails } from "./details.js";
import { RouteSums } from "./route-sums.js";
import { explain, server } from "./server.js";
import { VirtualRows } from "./virtual-rows.js";

const columns = [
  { name: "stream", label: "Stream", order: "Route" },
  { name: "client", label: "Client", order: "User" },
  { name: "age", label: "Open for", order: "Age", number: true },
  { name: "sent", label: "Items, bytes", order: "Items", number: true },
  { name: "rate", label: "A second", order: "Rate", number: true },
  { name: "last", label: "Last item", order: "LastItem", number: true },
  { name: "activity", label: "Does", order: "Activity" },
  { name: "backlog", label: "Backlog", number: true },
  { name: "stop", label: "Stop" },
];

const activities = {
  Opening: "sets up",
  Sending: "sends",
  WaitingForSource: "waits for source",
  WaitingForClient: "waits for client",
  TearingDown: "tears down",
  Left: "client left",
};

/** What a stream does, where a source that outlives its client is a state of its own. */
export const activityOf = (stream) => (typeof stream.left === "number" ? "Left" : stream.activity);
export const activityText = (stream) => activities[activityOf(stream)];

/** Stops one stream, and says what became of that. */
export async function stopStream(id, button) {
  button.disabled = true;
  try {
    await server.postStop({ id });
    say(`Stream ${id} is stopped.`);
  } catch (error) {
    say(explain(error));
    setText(button, error.status === 404 ? "Over" : "Stop");
    button.disabled = error.status === 404;
  }
}

function cell(name, ...children) {
  return el(
    "div",
    { class: columns.find((column) => column.name === name).number ? "cell number" : "cell", role: "cell", "data-column": name },
    children,
  );
}

function makeRow(id, choose) {
  const two = (name) => cell(name, el("span", { class: "first" }), el("span", { class: "second" }));
  const stop = el(
    "button",
    {
      type: "button",
      class: "small stop",
      "aria-label": `Stop stream ${id}`,
      on: { click: (event) => stopStream(id, event.currentTarget) },
    },
    "Stop",
  );
  return [
    cell(
      "stream",
      el(
        "button",
        { type: "button", class: "link", on: { click: () => choose(id) } },
        el("span", { class: "method" }),
        " ",
        el("span", { class: "route" }),
      ),
      el("span", { class: "second" }),
    ),
    two("client"),
    cell("age", el("span", { class: "first" })),
    two("sent"),
    two("rate"),
    cell("last", el("span", { class: "first" })),
    cell("activity", el("span", { class: "is" }), el("span", { class: "second" })),
    cell("backlog", el("span", { class: "first" })),
    cell("stop", stop),
  ];
}

function fillRow(row, stream) {
  const [where, client, age, sent, perSecond, last, activity, backlog] = row.children;
  setText(where.querySelector(".method"), stream.method);
  setText(where.querySelector(".route"), stream.route);
  setText(where.querySelector(".second"), `${stream.id} · ${stream.source}`);
  setText(client.children[0], stream.user ?? "–");
  setText(client.children[1], `${stream.remote ?? ""} · ${stream.protocol}`);
  setText(age.children[0], duration(stream.age));
  setText(sent.children[0], count(stream.items));
  setText(sent.children[1], bytes(stream.bytes));
  setText(perSecond.children[0], rate(stream.itemsPerSecond));
  setText(perSecond.children[1], bytes(stream.bytesPerSecond));
  setText(last.children[0], stream.lastItem === null || stream.lastItem === undefined ? "none" : duration(stream.lastItem));
  activity.children[0].dataset.is = activityOf(stream);
  setText(activity.children[0], activityText(stream));
  setText(activity.children[1], typeof stream.left === "number" ? `source away ${duration(stream.left)}` : duration(stream.activitySince));
  setText(backlog.children[0], stream.backlog === null || stream.backlog === undefined ? "–" : count(stream.backlog));
}

/** The streams that are open: sums by route, one screen of the list, one stream. */
export function startOpen() {
  const wanted = { order: "Id", descending: false, text: "", route: undefined };
  let isShown = false;
  let isAsking = false;
  let isAskedAgain = false;

  const details = startDetails({ activityText, stopStream });
  const list = new VirtualRows({
    label: "Open streams",
    columns,
    empty: "No stream is open.",
    make: (id) => makeRow(id, choose),
    fill: (row, stream) => {
      fillRow(row, stream);
      row.setAttribute("aria-current", String(stream.id === details.id));
    },
    sort: (order) => {
      wanted.descending = wanted.order === order && !wanted.descending;
      wanted.order = order;
      changed();
    },
    moved: () => isShown && ask(true),
  });
  byId("open-list").append(list.element);
  const sums = new RouteSums((route) => {
    wanted.route = wanted.route === route ? undefined : route;
    changed();
  });
  byId("routes").append(sums.element);

  function choose(id) {
    details.show(id);
    ask(true);
  }

  function changed() {
    byId("open-order").value = wanted.order;
    byId("open-direction").setAttribute("aria-pressed", String(wanted.descending));
    byId("open-route").hidden = wanted.route === undefined;
    setText(byId("open-route"), `Only ${wanted.route} ✕`);
    sums.mark(wanted.route);
    list.scroller.scrollTop = 0;
    ask(true);
  }

  // One request at a time; what is asked for meanwhile is asked for after it.
  async function ask(isAsked) {
    if (isAsking) {
      isAskedAgain ||= isAsked;
      return;
    }

    isAsking = true;
    try {
      const page = await server.getOpenStreams({ ...wanted, text: wanted.text || undefined, ...list.window });
      list.showOrder(wanted.order, wanted.descending);
      list.show(page.streams, page.skip, page.matching, isAsked);
      setText(
        byId("open-count"),
        page.matching === page.total ? `${count(page.total)} open` : `${count(page.matching)} of ${count(page.total)} open`,
      );
    } catch {
      // The feed says that the server is away, and the next second asks again.
    } finally {
      isAsking = false;
    }

    if (isAskedAgain) {
      isAskedAgain = false;
      ask(true);
    }
  }

  byId("open-filter").addEventListener("submit", (event) => event.preventDefault());
  byId("open-text").addEventListener("input", () => {
    wanted.text = byId("open-text").value;
    changed();
  });
  byId("open-order").addEventListener("change", () => {
    wanted.order = byId("open-order").value;
    changed();
  });
  byId("open-direction").addEventListener("click", () => {
    wanted.descending = !wanted.descending;
    changed();
  });
  byId("open-route").addEventListener("click", () => {
    wanted.route = undefined;
    changed();
  });

  return {
    show(overview) {
      isShown = true;
      if (overview !== undefined) {
        this.came(overview);
      }
    },
    hide() {
      isShown = false;
    },
    came(overview) {
      sums.fill(overview);
      ask(false);
      details.refresh();
    },
  };
}
