import { isText, readerOf } from "./wire.js";

const mostOfRaw = 65_536;

/**
 * One request of the page's, with its own credentials, and what comes of it. Everything that comes is counted and handed to `came`, in the
 * order of the wire; what is shown of it is for the caller to choose.
 */
export class Run {
  constructor(request, { answered, came, ended }) {
    this.request = request;
    this.handlers = { answered, came, ended };
    this.stopping = new AbortController();
    this.raw = "";
    this.bytes = 0;
    this.items = 0;
  }

  stop() {
    this.stopping.abort();
  }

  get elapsed() {
    return ((this.endedAt ?? performance.now()) - this.startedAt) / 1000;
  }

  async start(pathBase) {
    this.startedAt = performance.now();
    try {
      const headers = new Headers(this.request.headers);
      if (this.request.type !== undefined) {
        headers.set("Content-Type", this.request.type);
      }

      const response = await fetch(pathBase + this.request.path, {
        method: this.request.method,
        headers,
        body: this.request.body,
        signal: this.stopping.signal,
      });
      this.handlers.answered(response);
      await this.read(response);
      this.finish("The response is over.");
    } catch (error) {
      this.finish(this.stopping.signal.aborted ? "Stopped." : `The connection broke: ${error.message}`, !this.stopping.signal.aborted);
    }
  }

  async read(response) {
    const contentType = response.headers.get("Content-Type") ?? "";
    const reader = readerOf(contentType);
    const decoder = new TextDecoder();
    const take = (found) => {
      for (const part of found) {
        this.items += part.kind === "item" ? 1 : 0;
        this.handlers.came({ ...part, at: this.elapsed, number: part.kind === "item" ? this.items : undefined });
      }
    };
    const body = response.body?.getReader();
    for (let chunk = await body?.read(); chunk !== undefined && !chunk.done; chunk = await body.read()) {
      this.bytes += chunk.value.byteLength;
      const text = decoder.decode(chunk.value, { stream: true });
      this.keep(isText(contentType) ? text : hexOf(chunk.value));
      take(reader.push(text));
    }

    take(reader.push(decoder.decode()));
    take(reader.end());
  }

  // The last of them: a stream has no end.
  keep(text) {
    this.raw = (this.raw + text).slice(-mostOfRaw);
    this.hasNews = true;
  }

  finish(text, isFault = false) {
    this.endedAt = performance.now();
    this.handlers.ended(text, isFault);
  }
}

function hexOf(bytes) {
  const shown = [...bytes.subarray(0, 1024)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return `${shown}${bytes.length > 1024 ? ` … ${bytes.length - 1024} more` : ""}\n`;
}
