import { byId, setText } from "./dom.js";
import { ApiError, explain, openSession, server } from "./server.js";

const texts = { connecting: "connecting", open: "live", waiting: "connection lost", closed: "ended", idle: "paused, not looked at" };

function enter(state, text = texts[state]) {
  const element = byId("state");
  if (element.dataset.state !== state || element.textContent !== text) {
    element.dataset.state = state;
    element.textContent = text;
  }
}

const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Follows the sums of the server, once a second, for as long as the page is looked at: a page in a hidden tab asks for nothing. Comes back
 * by itself when the server does.
 */
export async function follow({ opened, came }) {
  for (;;) {
    if (document.hidden) {
      enter("idle");
      await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
      continue;
    }

    const looking = new AbortController();
    const leave = () => document.hidden && looking.abort();
    document.addEventListener("visibilitychange", leave);
    try {
      // Who sees that the connection is lost need not be told of each attempt.
      if (byId("state").dataset.state !== "waiting") {
        enter("connecting");
      }

      opened(await openSession(looking.signal));
      const options = { signal: looking.signal, maxReconnectDelay: 2_000, silenceLimit: 20_000, reconnects: false };
      for await (const event of server.getOverview({}, options)) {
        enter("open");
        came(event.data);
      }
    } catch (error) {
      if (error instanceof ApiError && error.status < 500 && error.status !== 404) {
        enter("closed", error.status === 401 || error.status === 403 ? "not allowed: sign in" : explain(error));
        await wait(10_000);
      } else if (!looking.signal.aborted) {
        enter("waiting");
      }
    } finally {
      document.removeEventListener("visibilitychange", leave);
    }

    if (!document.hidden) {
      await wait(1_000);
    }
  }
}

/** The sums in the head of the page. */
export function showTotals(overview, { count, rate, bytes }) {
  const { total } = overview;
  setText(byId("total-open"), count(total.open));
  setText(byId("total-source"), count(total.waitingForSource));
  setText(byId("total-client"), count(total.waitingForClient));
  setText(byId("total-items"), rate(total.itemsPerSecond));
  setText(byId("total-bytes"), bytes(total.bytesPerSecond));
}
