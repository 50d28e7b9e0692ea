// Everything that is shown goes through text nodes: what a client, a source or a document says is never markup.

export const byId = (id) => document.getElementById(id);

/** An element with attributes, listeners (`on`) and children; null and undefined children are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(key, value);
    }
  }

  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Writes only what has changed, so that a selection and a screen reader's place stay. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Says something that was done, to those who do not see it. */
export function say(text) {
  byId("said").textContent = text;
}

/** Terms and their values. */
export function facts(pairs) {
  return el(
    "dl",
    { class: "facts" },
    pairs.map(([term, value]) => [el("dt", {}, term), el("dd", {}, value)]),
  );
}
