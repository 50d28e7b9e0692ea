import { awaitOf } from "./awaits.js";
import { byId, el, setText } from "./dom.js";
import { bytes, clock, count, duration, words } from "./format.js";
import { server } from "./server.js";
import { VirtualRows } from "./virtual-rows.js";

const columns = [
  { name: "stream", label: "Stream" },
  { name: "client", label: "Client" },
  { name: "reason", label: "Reason" },
  { name: "when", label: "Ended at", number: true },
  { name: "duration", label: "After", number: true },
  { name: "sent", label: "Items, bytes", number: true },
];

function makeRow() {
  return columns.map(({ name, number }) => {
    const first = name === "stream" ? [el("span", { class: "method" }), " ", el("span", { class: "route" })] : [];
    return el(
      "div",
      { class: number ? "cell number" : "cell", role: "cell", "data-column": name },
      el("span", { class: name === "reason" ? "is" : "first" }, first),
      el("span", { class: "second" }),
    );
  });
}

// What was thrown, or the source that has not come back.
function reasonText(stream) {
  return [
    stream.fault ? `${stream.fault.type}: ${stream.fault.message}` : undefined,
    stream.away ? `${awaitOf(stream.away, stream.source, true)}: not back since ${clock(stream.awaySince)}` : undefined,
  ]
    .filter(Boolean)
    .join(" · ");
}

function fillRow(row, stream) {
  const [where, client, reason, when, after, sent] = row.children;
  setText(where.querySelector(".method"), stream.method);
  setText(where.querySelector(".route"), stream.route);
  setText(where.children[1], `${stream.id} · ${stream.source}`);
  setText(client.children[0], stream.user ?? "–");
  setText(client.children[1], stream.remote ?? "");
  reason.children[0].dataset.is = stream.reason;
  setText(reason.children[0], words(stream.reason));
  setText(reason.children[1], reasonText(stream));
  reason.title = reasonText(stream);
  setText(when.children[0], clock(stream.endedAt));
  setText(after.children[0], duration(stream.duration));
  setText(sent.children[0], count(stream.items));
  setText(sent.children[1], bytes(stream.bytes));
}

/** The streams that ended last, and why. */
export function startEnded() {
  let streams = [];
  let total;
  const reason = byId("ended-reason");
  const list = new VirtualRows({
    label: "Ended streams",
    columns,
    empty: "No stream has ended.",
    make: makeRow,
    fill: fillRow,
    moved: () => fill(true),
  });
  byId("ended-list").append(list.element);

  function fill(isAsked) {
    const text = byId("ended-text").value.toLowerCase();
    const chosen = streams.filter(
      (stream) =>
        (reason.value === "" || stream.reason === reason.value) &&
        [stream.route, stream.method, stream.user, stream.remote, stream.source, reasonText(stream)].some((value) =>
          value?.toLowerCase().includes(text),
        ),
    );
    const { skip, take } = list.window;
    list.show(chosen.slice(skip, skip + take), skip, chosen.length, isAsked);
    setText(
      byId("ended-count"),
      total === undefined ? "" : `${count(chosen.length)} of the last ${count(streams.length)}; ${count(total)} since the app began`,
    );
  }

  for (const [id, event] of [
    ["ended-reason", "change"],
    ["ended-text", "input"],
  ]) {
    byId(id).addEventListener(event, () => {
      list.scroller.scrollTop = 0;
      fill(true);
    });
  }

  byId("ended-filter").addEventListener("submit", (event) => event.preventDefault());

  async function ask() {
    try {
      const ended = await server.getEndedStreams({});
      ({ streams, total } = ended);
      for (const known of new Set(streams.map((stream) => stream.reason))) {
        if (![...reason.options].some((option) => option.value === known)) {
          reason.append(el("option", { value: known }, words(known)));
        }
      }

      fill(false);
    } catch {
      // The feed says that the server is away.
    }
  }

  return {
    opened() {
      total = undefined;
    },
    show: ask,
    came(overview) {
      if (overview.ended !== total) {
        ask();
      }
    },
  };
}
