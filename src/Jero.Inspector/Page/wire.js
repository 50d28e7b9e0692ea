// The bytes of a stream as they come, with what a client would leave out: comments, and events without data.

/** Lines of JSON, or the texts of a JSON text sequence. */
class Lines {
  constructor(separator) {
    this.separator = separator;
    this.rest = "";
  }

  *push(text) {
    const parts = (this.rest + text).split(this.separator);
    this.rest = parts.pop();
    for (const part of parts) {
      if (part.trim() !== "") {
        yield { kind: "item", data: part };
      }
    }
  }

  *end() {
    if (this.rest.trim() !== "") {
      yield { kind: "item", data: this.rest };
    }
  }
}

/** Server-sent events (WHATWG HTML, section 9.2.6). */
class Events {
  constructor() {
    this.rest = "";
    this.begin();
  }

  begin() {
    this.data = undefined;
    this.event = undefined;
    this.hasId = false;
  }

  *push(text) {
    // A CR at the end may be the first half of a CRLF.
    const all = this.rest + text;
    const whole = all.endsWith("\r") ? all.length - 1 : all.length;
    const lines = all.slice(0, whole).split(/\r\n|\r|\n/);
    this.rest = lines.pop() + all.slice(whole);
    for (const line of lines) {
      if (line === "") {
        if (this.data !== undefined || this.hasId) {
          yield { kind: this.data ? "item" : "empty", id: this.hasId ? this.id : undefined, event: this.event, data: this.data ?? "" };
        }

        this.begin();
      } else if (line.startsWith(":")) {
        yield { kind: "comment", data: line.slice(1).trim() };
      } else {
        this.field(line);
      }
    }
  }

  field(line) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") {
      this.data = this.data === undefined ? value : `${this.data}\n${value}`;
    } else if (name === "event") {
      this.event = value;
    } else if (name === "id" && !value.includes("\0")) {
      this.id = value;
      this.hasId = true;
    }
  }

  *end() {}
}

/** One value, known when it is whole. */
class Whole {
  parts = [];

  *push(text) {
    this.parts.push(text);
  }

  *end() {
    const data = this.parts.join("");
    if (data !== "") {
      yield { kind: "item", data };
    }
  }
}

class Nothing {
  *push() {}

  *end() {}
}

/** What reads a body of a content type. */
export function readerOf(contentType) {
  const type = contentType.split(";")[0].trim().toLowerCase();
  return type === "text/event-stream"
    ? new Events()
    : type.endsWith("json-seq")
      ? new Lines("\x1E")
      : /ndjson|jsonl|json-?lines/.test(type)
        ? new Lines("\n")
        : /[/+]json$/.test(type)
          ? new Whole()
          : new Nothing();
}

export const isText = (contentType) => /^text\/|json|xml|csv|javascript|urlencoded/i.test(contentType);
