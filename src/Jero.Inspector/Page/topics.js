import { byId, el, facts, say, setText } from "./dom.js";
import { bytes, count } from "./format.js";
import { explain, server } from "./server.js";

/** The topics of the app, and a form that publishes. */
export function startTopics() {
  const view = byId("view-topics");
  const cards = new Map();
  const list = el("ul", { class: "cards", "aria-label": "Topics" });
  const empty = el("p", { class: "note" }, "The app has no topic: AddJeroTopic registers one.");
  const topic = el("select", { required: true });
  const item = el("textarea", { rows: "6", spellcheck: "false", required: true });
  const subject = el("input", { autocomplete: "off", spellcheck: "false" });
  const name = el("input", { autocomplete: "off", spellcheck: "false" });
  const result = el("p", { class: "problem", role: "status" });
  const label = (text, input) => el("label", {}, text, input);
  const form = el(
    "form",
    { class: "panel publish", "aria-labelledby": "publish-title", on: { submit: publish } },
    el("h2", { id: "publish-title" }, "Publish by hand"),
    label("Topic", topic),
    label("Item, as JSON", item),
    label("Subject (empty: for everybody)", subject),
    label("Event name (empty: message)", name),
    el("button", { type: "submit", class: "primary" }, "Publish"),
    result,
  );
  view.append(empty, el("div", { class: "topics" }, list, form));

  async function publish(event) {
    event.preventDefault();
    result.className = "problem";
    setText(result, "");
    try {
      const { id } = await server.postPublications({
        publication: { topic: topic.value, item: item.value, subject: subject.value || null, event: name.value || null },
      });
      result.className = "problem good";
      setText(result, `Published as ${id}.`);
      ask();
    } catch (error) {
      setText(result, explain(error));
    }
  }

  function fill(topics) {
    empty.hidden = topics.length > 0;
    form.hidden = topics.length === 0;
    for (const one of topics) {
      const values = [
        count(one.count),
        bytes(one.bytes),
        one.oldest ?? "none",
        one.newest ?? "none",
        one.epoch ?? "not read yet",
        count(one.subscribers),
        count(one.subscribersBehind),
      ];
      const card = cards.get(one.name) ?? add(one.name);
      card.querySelectorAll("dd").forEach((value, index) => setText(value, values[index]));
    }
  }

  function add(title) {
    const terms = ["Kept in memory", "Bytes, about", "Oldest", "Newest", "Epoch", "Subscribers", "Behind"];
    const card = el("li", { class: "panel" }, el("h2", {}, title), facts(terms.map((term) => [term, ""])));
    cards.set(title, card);
    list.append(card);
    topic.append(el("option", { value: title }, title));
    return card;
  }

  async function ask() {
    try {
      fill(await server.getTopics({}));
    } catch (error) {
      say(explain(error));
    }
  }

  return { show: ask, came: ask };
}
