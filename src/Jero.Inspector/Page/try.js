import { byId, el, say, setText } from "./dom.js";
import { csharpClient, curl, test, typeScriptClient } from "./copy.js";
import { OperationForm } from "./operation-form.js";
import { operationsOf, schemaOf } from "./operations.js";
import { Results } from "./results.js";
import { Run } from "./run.js";
import { currentSession } from "./server.js";

const languages = [
  ["curl", "curl"],
  ["C# client", "csharp"],
  ["TypeScript client", "typescript"],
  ["Test", "test"],
];

/** The operations of the app's document, each as a form that is sent from here. */
export function startTry() {
  const view = byId("view-try");
  const filter = el("input", { type: "search", autocomplete: "off", spellcheck: "false", placeholder: "path, name …" });
  const list = el("ul", { class: "operations", tabindex: "-1" });
  const chosen = el("div", { class: "operation" }, el("p", { class: "note" }, "Choose an operation."));
  const note = el("p", { class: "note", role: "status" });
  view.append(
    note,
    el(
      "div",
      { class: "try" },
      el("nav", { "aria-label": "Operations" }, el("label", { class: "filter" }, "Filter", filter), list),
      chosen,
    ),
  );
  let root;
  let operations = [];
  let run;

  filter.addEventListener("input", () => {
    const text = filter.value.toLowerCase();
    for (const [index, item] of [...list.children].entries()) {
      const { id, method, path, summary } = operations[index];
      item.hidden = ![`${method} ${path}`, id, summary].some((value) => value?.toLowerCase().includes(text));
    }
  });

  async function load() {
    const session = currentSession();
    if (root !== undefined || session === undefined) {
      return;
    }

    try {
      const response = await fetch(session.document, { headers: { Accept: "application/json" } });
      if (!response.ok) {
        throw new Error(`it was answered with ${response.status}`);
      }

      const document = await response.json();
      operations = operationsOf(document);
      root = document;
      setText(note, "");
      note.hidden = true;
      list.replaceChildren(
        ...operations.map((operation) =>
          el(
            "li",
            {},
            el(
              "button",
              { type: "button", class: "link", "aria-pressed": "false", on: { click: (event) => choose(operation, event.currentTarget) } },
              el("span", { class: "method" }, operation.method),
              " ",
              operation.deprecated ? el("s", {}, operation.path) : operation.path,
            ),
          ),
        ),
      );
    } catch (error) {
      note.hidden = false;
      setText(
        note,
        `There is no document at ${session.document}: ${error.message}. ` +
          "MapJeroOpenApi maps one, and JeroInspectorOptions.DocumentPath says where it is.",
      );
    }
  }

  function choose(operation, button) {
    run?.stop();
    list.querySelector("[aria-pressed=true]")?.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", "true");
    const form = new OperationForm(operation, root);
    const results = new Results({
      resume: (id) => {
        if (form.lastEventId !== undefined) {
          form.lastEventId.value = id;
        }

        send(id);
      },
    });
    const sending = el("button", { type: "submit", class: "primary" }, "Run");
    const stop = el("button", { type: "button", disabled: true, on: { click: () => run?.stop() } }, "Stop");
    const pause = el(
      "button",
      {
        type: "button",
        disabled: true,
        "aria-pressed": "false",
        on: {
          click: () => {
            const isPaused = pause.getAttribute("aria-pressed") !== "true";
            pause.setAttribute("aria-pressed", String(isPaused));
            results.pause(isPaused);
          },
        },
      },
      "Pause",
    );

    function send(lastEventId) {
      run?.stop();
      const request = form.request();
      if (lastEventId !== undefined && form.lastEventId === undefined) {
        request.headers.push(["Last-Event-ID", lastEventId]);
      }

      if (request.fields !== undefined) {
        // Where an app takes forms from its own pages alone, this is one of them.
        const { tokenHeader, token } = currentSession();
        request.headers.push([tokenHeader, token]);
      }

      const own = new Run(request, {
        answered: (response) => own === run && results.answered(response),
        came: (part) => own === run && results.came(part),
        ended: (text, isFault) => {
          if (own === run) {
            results.ended(text, isFault);
            stop.disabled = pause.disabled = true;
          }
        },
      });
      run = own;
      results.begin(run, (status, contentType) => schemaOf(operation, status, contentType, root), root);
      stop.disabled = pause.disabled = false;
      pause.setAttribute("aria-pressed", "false");
      run.start(currentSession().pathBase);
    }

    const inputs = el(
      "form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            send();
          },
        },
      },
      form.element,
      el("div", { class: "buttons" }, sending, stop, pause),
    );
    chosen.replaceChildren(
      el("h2", { tabindex: "-1" }, el("span", { class: "method" }, operation.method), " ", operation.path),
      operation.summary ? el("p", {}, operation.summary) : "",
      operation.description ? el("p", { class: "soft" }, operation.description) : "",
      inputs,
      copies(form),
      results.element,
    );
    chosen.querySelector("h2").focus();
  }

  function copies(form) {
    const text = el("pre", { tabindex: "0", role: "group", "aria-label": "The call" });
    const write = {
      curl: () => curl(form.request(), location.origin + currentSession().pathBase),
      csharp: () => csharpClient(form, root),
      typescript: () => typeScriptClient(form, root),
      test: () => test(form, form.request(), root),
    };
    let language = "curl";
    const buttons = languages.map(([label, name]) =>
      el(
        "button",
        {
          type: "button",
          class: "small",
          "aria-pressed": String(name === language),
          "data-language": name,
          on: { click: () => show(name) },
        },
        label,
      ),
    );
    const copy = el(
      "button",
      {
        type: "button",
        class: "small",
        on: {
          click: async () => {
            await navigator.clipboard.writeText(write[language]());
            say("Copied.");
            setText(copy, "Copied");
            setTimeout(() => setText(copy, "Copy"), 2_000);
          },
        },
      },
      "Copy",
    );
    const details = el(
      "details",
      { on: { toggle: () => show(language) } },
      el("summary", {}, "The same call as code"),
      el("div", { class: "buttons" }, buttons, copy),
      text,
    );
    function show(name) {
      language = name;
      buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === name)));
      setText(text, write[name]());
    }

    form.element.addEventListener("input", () => details.open && show(language));
    return details;
  }

  return {
    show: load,
    opened() {
      // Another process may have another document.
      if (!view.hidden) {
        load();
      }
    },
  };
}
