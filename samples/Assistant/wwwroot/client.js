// Made from Assistant.json by Jero.Client. It is written anew when the document changes: change the document.
/* eslint-disable */

/** Makes a client; it connects when something is called. */
export function createAssistant(client = {}) {
  return {
    getModel: (_parameters, options) =>
      value(
        client,
        {
          method: "GET",
          path: "/model",
          accept: "application/json",
        },
        options,
      ),
    getQuestionStream: (parameters, options) =>
      events(
        client,
        {
          method: "GET",
          path: "/questions/stream",
          query: [
            ["text", parameters.text],
          ],
          accept: "text/event-stream",
        },
        options,
        undefined,
        json,
      ),
    postQuestions: (parameters, options) =>
      items(
        client,
        {
          method: "POST",
          path: "/questions",
          body: () => JSON.stringify(parameters.question),
          type: "application/json",
          accept: "application/x-ndjson",
        },
        options,
      ),
  };
}

/** The server answered with something else than what was asked for. */
export class ApiError extends Error {
  constructor(message, response, problem, body) {
    super(message);
    this.name = "ApiError";
    this.status = response.status;
    this.problem = problem;
    this.headers = response.headers;
    this.body = body;
  }
}

/** A stream ended before it was whole: the items before were yielded, and more would have come. */
export class StreamTruncatedError extends Error {
  constructor(reason, items, lastEventId) {
    super(`The stream was cut after ${items} item${items === 1 ? "" : "s"}: ${reason}`);
    this.name = "StreamTruncatedError";
    this.items = items;
    this.lastEventId = lastEventId;
  }
}


const mostOfBody = 65_536;

function joined(value, separator) {
  return value === undefined || value === null ? undefined : Array.isArray(value) ? (value.length > 0 ? value.join(separator) : undefined) : String(value);
}

function urlOf(client, call) {
  const pairs = [];
  for (const [name, value, separator] of call.query ?? []) {
    const texts = separator === undefined && Array.isArray(value) ? value.map(String) : [joined(value, separator ?? ",")];
    for (const text of texts) {
      if (text !== undefined) {
        pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
      }
    }
  }

  return (client.baseUrl ?? "").replace(/\/+$/, "") + call.path + (pairs.length > 0 ? `?${pairs.join("&")}` : "");
}

async function send(client, call, signal, lastEventId) {
  const headers = new Headers();
  for (const [name, value] of call.headers ?? []) {
    const text = joined(value, ",");
    if (text !== undefined) {
      headers.set(name, text);
    }
  }

  if (call.accept !== undefined) {
    headers.set("Accept", call.accept);
  }

  if (lastEventId) {
    headers.set("Last-Event-ID", lastEventId);
  }

  const init = { method: call.method, headers };
  const body = await call.body?.();
  if (body !== undefined) {
    init.body = body;
    if (call.type !== undefined) {
      headers.set("Content-Type", call.type);
    }

    if (body instanceof ReadableStream) {
      init.duplex = "half";
    }
  }

  if (signal !== undefined) {
    init.signal = signal;
  }

  const url = urlOf(client, call);
  await client.prepare?.(init, url);
  const response = await (client.fetch ?? fetch)(url, init);
  if (!response.ok) {
    throw await refusal(response, `${call.method} ${url} was answered with ${response.status}`);
  }

  return response;
}

async function refusal(response, message) {
  let body = "";
  try {
    for await (const text of texts(response, undefined)) {
      body += text.slice(0, mostOfBody - body.length);
      if (body.length >= mostOfBody) {
        break;
      }
    }
  } catch {
    // The status is what matters; its explanation was cut.
  }

  let problem;
  if (/[/+]json\b/i.test(response.headers.get("Content-Type") ?? "")) {
    try {
      const value = JSON.parse(body);
      problem = typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
    } catch {
      // Not what it says it is.
    }
  }

  const said = problem?.detail ?? problem?.title;
  return new ApiError(said ? `${message}: ${said}` : `${message}.`, response, problem, body);
}

class Broken {
  constructor(cause) {
    this.cause = cause;
  }
}

// The text of a body as it comes. What the transport says is told from what a reader throws; leaving lets go of the connection.
async function* texts(response, silenceLimit) {
  if (response.body === null) {
    return;
  }

  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let isOver = false;
  try {
    for (;;) {
      let chunk;
      try {
        chunk = await timed(reader.read(), silenceLimit);
      } catch (error) {
        throw error instanceof Broken ? error : new Broken(error);
      }

      const text = decoder.decode(chunk.value ?? new Uint8Array(), { stream: !chunk.done });
      if (text.length > 0) {
        yield text;
      } else if (!chunk.done) {
        yield "";
      }

      if (chunk.done) {
        isOver = true;
        return;
      }
    }
  } finally {
    if (!isOver) {
      reader.cancel().catch(() => undefined);
    }
  }
}

async function timed(read, limit) {
  if (limit === undefined) {
    return read;
  }

  let timer;
  try {
    return await Promise.race([
      read,
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Broken(new Error(`no byte came for ${limit} ms.`))), limit);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** One JSON value. */
async function value(client, call, options) {
  const response = await send(client, call, options?.signal);
  if (response.status === 204) {
    return null;
  }

  if (!/[/+]json\b/i.test(response.headers.get("Content-Type") ?? "")) {
    throw await refusal(response, `${call.method} ${call.path} was answered with '${response.headers.get("Content-Type")}' instead of JSON`);
  }

  return (await response.json());
}

const mostOfItem = 1_048_576;

function check(length, limit, item) {
  if (length > limit) {
    throw new RangeError(`Item ${item} is larger than ${limit} characters, which is the limit (maxItemLength).`);
  }
}

function parse(text, item) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`Item ${item} of the stream is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

// Each scanner takes what has come and gives the texts of the items in it; the rest comes again with more.
function* lines(rest, separator) {
  let start = 0;
  for (let end = rest.indexOf(separator); end >= 0; end = rest.indexOf(separator, start)) {
    yield rest.slice(start, end);
    start = end + 1;
  }

  return rest.slice(start);
}

// The elements of one array: where each ends is seen from its brackets and quotes.
class ArrayScanner {
  constructor() {
    this.depth = 0;
    this.inText = false;
    this.escaped = false;
    this.isOver = false;
    this.looked = 0;
  }
  *scan(rest) {
    let start = 0;
    let at = this.looked;
    for (; at < rest.length && !this.isOver; at++) {
      const letter = rest[at];
      if (this.inText) {
        this.inText = this.escaped || letter !== '"';
        this.escaped = !this.escaped && letter === "\\";
        continue;
      }

      if (letter === '"') {
        this.inText = true;
      } else if (letter === "[" || letter === "{") {
        if (this.depth++ === 0) {
          start = at + 1;
        }
      } else if (letter === "]" || letter === "}") {
        this.isOver = --this.depth === 0;
        if (this.isOver && rest.slice(start, at).trim() !== "") {
          yield rest.slice(start, at);
        }

        start = this.isOver ? at + 1 : start;
      } else if (letter === "," && this.depth === 1) {
        yield rest.slice(start, at);
        start = at + 1;
      }
    }

    this.looked = at - start;
    return rest.slice(start);
  }
}

/** Items as they come: lines, a JSON text sequence, or one array. */
async function* items(client, call, options) {
  const limit = options?.maxItemLength ?? mostOfItem;
  const response = await send(client, call, options?.signal);
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0].trim().toLowerCase();
  if (!type.includes("json") && response.status !== 204) {
    throw await refusal(response, `${call.method} ${call.path} was answered with '${type}' instead of items`);
  }

  const array = type === "application/json" ? new ArrayScanner() : undefined;
  const separator = type.endsWith("json-seq") ? "\x1E" : "\n";
  let rest = "";
  let count = 0;
  try {
    for await (const part of texts(response, undefined)) {
      const found = array ? array.scan(rest + part) : lines(rest + part, separator);
      let next = found.next();
      for (; !next.done; next = found.next()) {
        if (next.value.trim() !== "") {
          check(next.value.length, limit, count + 1);
          const item = parse(next.value, count + 1);
          count++;
          yield item;
        }
      }

      rest = next.value;
      check(rest.length, limit, count + 1);
    }
  } catch (error) {
    throw error instanceof Broken && !options?.signal?.aborted ? new StreamTruncatedError(String(error.cause), count) : error instanceof Broken ? error.cause : error;
  }

  if (array ? !array.isOver && response.status !== 204 : false) {
    throw new StreamTruncatedError("the body ended in the midst of the array.", count);
  }

  if (!array && rest.trim() !== "") {
    // A last item may lack its line feed; of a number, digits may be missing.
    let last;
    try {
      last = JSON.parse(rest);
    } catch {
      last = 0;
    }

    if (typeof last === "number" && !rest.endsWith("\n")) {
      throw new StreamTruncatedError("the body ended in the midst of an item.", count);
    }

    yield last;
  }
}


// An event stream as WHATWG HTML, section 9.2.6, has it.
class EventParser {
  constructor(limit, lastEventId) {
    this.limit = limit;
    this.rest = "";
    this.skipsLineFeed = false;
    this.data = undefined;
    this.name = "";
    this.id = lastEventId;
    this.lastEventId = lastEventId;
    this.retry = undefined;
    this.count = 0;
  }
  *push(part) {
    const all = this.rest + part;
    let start = 0;
    if (this.skipsLineFeed && all.length > 0) {
      this.skipsLineFeed = false;
      start = all[0] === "\n" ? 1 : 0;
    }

    const end = /[\r\n]/g;
    end.lastIndex = Math.max(start, this.rest.length);
    for (let found = end.exec(all); found !== null; found = end.exec(all)) {
      const line = all.slice(start, found.index);
      check(line.length, this.limit, this.count + 1);
      start = found.index + 1;
      if (found[0] === "\r") {
        if (start === all.length) {
          this.skipsLineFeed = true;
        } else if (all[start] === "\n") {
          start++;
        }
      }

      end.lastIndex = start;
      const event = this.line(line);
      if (event !== undefined) {
        this.rest = "";
        yield event;
      }
    }

    this.rest = all.slice(start);
    check(this.rest.length, this.limit, this.count + 1);
  }

  line(line) {
    if (line === "") {
      this.lastEventId = this.id;
      const event = this.data === undefined ? undefined : { id: this.id, event: this.name || "message", data: this.data };
      this.data = undefined;
      this.name = "";
      this.count += event === undefined ? 0 : 1;
      return event;
    }

    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const text = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
    if (field === "data") {
      this.data = this.data === undefined ? text : `${this.data}\n${text}`;
      check(this.data.length, this.limit, this.count + 1);
    } else if (field === "event") {
      this.name = text;
    } else if (field === "id" && !text.includes("\0")) {
      this.id = text;
    } else if (field === "retry" && /^[0-9]+$/.test(text)) {
      this.retry = Number(text);
    }

    return undefined;
  }
}

function isPassing(error) {
  return error instanceof ApiError ? [408, 425, 429].includes(error.status) || error.status >= 500 : error instanceof TypeError;
}

function retryAfter(error) {
  const text = error instanceof ApiError ? error.headers.get("Retry-After") : null;
  if (text === null) {
    return 0;
  }

  return /^[0-9]+$/.test(text) ? Number(text) * 1000 : Math.max(0, Date.parse(text) - Date.now()) || 0;
}

function sleep(time, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, Math.min(time, 2_147_483_647));
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) {
      stop();
    }
  });
}

// Aborts when a signal does, and leaves nothing on the signal once it has.
function linked(signal) {
  const controller = new AbortController();
  const leave = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", leave, { once: true, signal: controller.signal });
  if (signal?.aborted) {
    leave();
  }

  return controller;
}

// Connects, and again when the connection ends or breaks, with the last id that was seen. A state is entered again as a sign of life.
async function* connections(
  client,
  call,
  options,
  { signal, from, wasOpen, enter },
) {
  const { reconnectDelay = 1000, maxReconnectDelay = 30_000, maxAttempts = Infinity, reconnects = true, silenceLimit, endEvent, maxItemLength = mostOfItem } = options;
  const isRepeatable = call.method === "GET" || call.method === "QUERY";
  let lastEventId = from;
  let retry;
  let failures = 0;
  let count = 0;
  try {
    for (;;) {
      enter("connecting");
      let cause;
      let opened = Infinity;
      let response;
      const attempt = linked(signal);
      try {
        response = await timed(send(client, call, attempt.signal, lastEventId), silenceLimit);
      } catch (error) {
        attempt.abort();
        cause = error instanceof Broken ? error.cause : error;
        if (signal.aborted || !wasOpen || !(error instanceof Broken || isPassing(error))) {
          throw cause;
        }
      }

      if (response !== undefined) {
        if (response.status === 204) {
          return;
        }

        const type = response.headers.get("Content-Type") ?? "";
        if (!/^text\/event-stream\b/i.test(type)) {
          throw await refusal(response, `${call.method} ${call.path} was answered with '${type}' instead of 'text/event-stream'`);
        }

        opened = Date.now();
        wasOpen = true;
        enter("open");
        const parser = new EventParser(maxItemLength, lastEventId);
        parser.count = count;
        try {
          for await (const part of texts(response, silenceLimit)) {
            const before = count;
            for (const event of parser.push(part)) {
              if (event.event === endEvent) {
                return;
              }

              count++;
              lastEventId = event.id;
              yield event;
            }

            lastEventId = parser.lastEventId;
            retry = parser.retry ?? retry;
            if (count === before) {
              enter("open");
            }
          }
        } catch (error) {
          if (!(error instanceof Broken)) {
            throw error;
          }

          if (signal.aborted) {
            throw signal.reason;
          }

          cause = error.cause;
        } finally {
          attempt.abort();
        }

        if (!reconnects && cause === undefined && endEvent === undefined) {
          return;
        }

        cause ??= new Error("the server ended it.");
        if (!reconnects || !isRepeatable) {
          throw new StreamTruncatedError(String(cause), count, lastEventId);
        }
      }

      failures = Date.now() - opened > maxReconnectDelay ? 1 : failures + 1;
      if (failures > maxAttempts) {
        throw new StreamTruncatedError(`${maxAttempts} attempts to reconnect failed. ${cause}`, count, lastEventId);
      }

      enter("waiting");
      const bound = Math.min(maxReconnectDelay, Math.max(1, retry ?? reconnectDelay) * 2 ** Math.min(failures - 1, 30));
      await sleep(Math.max(Math.random() * bound, retry ?? 0, retryAfter(cause)), signal);
    }
  } finally {
    enter("closed");
  }
}

/** Events, each read by its name; what reads to undefined is skipped. */
async function* events(
  client,
  call,
  options = {},
  known,
  read,
) {
  const stop = linked(options.signal);
  let state;
  const enter = (next) => {
    if (next !== state) {
      state = next;
      options.onStateChange?.(next);
    }
  };
  try {
    const open = (opening) => connections(client, call, options, opening);
    const first = { signal: stop.signal, from: options.lastEventId, wasOpen: false, enter };
    let count = 0;
    for await (const event of options.share ? shared(`jero ${call.method} ${urlOf(client, call)}`, open, first, options) : open(first)) {
      count++;
      if (known !== undefined && !known.includes(event.event)) {
        if (options.unknownEvents === "throw") {
          throw new SyntaxError(`Event ${count} is called '${event.event}', which the client does not know.`);
        }

        if (options.unknownEvents === "yield") {
          yield event;
        }

        continue;
      }

      let data;
      try {
        data = read(event);
      } catch (error) {
        throw new SyntaxError(`Event ${count} of the stream is no JSON: ${error instanceof Error ? error.message : error}`);
      }

      if (data !== undefined) {
        yield { id: event.id, event: event.event, data };
      }
    }
  } finally {
    stop.abort();
  }
}


// One tab connects, the one that has the lock, and the others get its events. A tab that is not where that one is, since it has come with an
// older id or has missed something, reads by itself until the two have met.
async function* shared(
  key,
  open,
  { signal, from, enter },
  { silenceLimit, maxReconnectDelay = 30_000 },
) {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined || typeof BroadcastChannel === "undefined") {
    yield* open({ signal, from, wasOpen: false, enter });
    return;
  }

  const channel = new BroadcastChannel(key);
  const leaving = linked(signal);
  const queue = [];
  let wake = () => {};
  let position = from || undefined;
  let state = "connecting";
  let wasOpen = false;
  let isOver = false;
  let pending;
  let leading;
  let reading;
  // What the one that leads has said while this tab is elsewhere: where it began, and events.
  let ahead;
  let watch;
  let by = 0;
  const say = (news) => {
    if (!leaving.signal.aborted) {
      channel.postMessage({ ...news, by });
    }
  };
  const put = (output) => {
    queue.push(output);
    wake();
  };
  const give = (event) => {
    position = event.id ?? position;
    put({ event });
  };
  const become = (next) => {
    state = next;
    wasOpen ||= next === "open";
    enter(next);
  };
  const stopReading = () => {
    reading?.abort();
    reading = undefined;
  };
  const step = () => {
    const met = ahead?.findIndex(({ id }) => id === position) ?? -1;
    if (ahead !== undefined && met >= 0) {
      const rest = ahead.slice(met + 1);
      ahead = undefined;
      stopReading();
      rest.forEach(({ event }) => event && give(event));
    } else if (ahead !== undefined && reading === undefined && state === "open") {
      // Not before the other one is connected: a browser has few connections to a server.
      void catchUp();
    }
  };
  const catchUp = async () => {
    const mine = (reading = linked(leaving.signal));
    try {
      for await (const event of open({ signal: mine.signal, from: position, wasOpen, enter: () => {} })) {
        if (mine.signal.aborted) {
          return;
        }

        give(event);
        step();
      }

      put({ isOver: true });
    } catch (error) {
      if (!mine.signal.aborted) {
        put({ error });
      }
    } finally {
      if (reading === mine) {
        reading = undefined;
      }
    }
  };
  const follow = () => {
    ahead = position === undefined ? undefined : [];
    request(false);
    channel.postMessage({ isAsking: true });
    listen();
  };
  // A tab that hangs says nothing, and has to give up the lead to one that does not.
  const listen = () => {
    clearTimeout(watch);
    if (silenceLimit !== undefined && !leaving.signal.aborted) {
      watch = setTimeout(() => request(true), (2 * silenceLimit + maxReconnectDelay) * (1 + Math.random()));
    }
  };
  const lead = async () => {
    if (isOver || leaving.signal.aborted) {
      return;
    }

    clearTimeout(watch);
    stopReading();
    ahead = undefined;
    by = Math.max(by + 1, Date.now());
    const mine = (leading = linked(leaving.signal));
    say({ at: position, state: "connecting" });
    const tell = (next) => {
      if (next !== "closed" && !mine.signal.aborted) {
        become(next);
        say({ state: next });
      }
    };
    try {
      for await (const event of open({ signal: mine.signal, from: position, wasOpen, enter: tell })) {
        if (mine.signal.aborted) {
          return;
        }

        say({ event });
        give(event);
      }

      say({ isOver: true });
      put({ isOver: true });
    } catch (error) {
      // The others try for themselves.
      if (!mine.signal.aborted) {
        put({ error });
      }
    }
  };
  const request = (steal) => {
    pending?.abort();
    const mine = (pending = new AbortController());
    locks.request(key, steal ? { steal } : { signal: mine.signal }, lead).catch((error) => {
      if (mine.signal.aborted || leaving.signal.aborted) {
        return;
      }

      if (leading === undefined) {
        put({ error });
      } else {
        // It was stolen.
        leading.abort();
        leading = undefined;
        follow();
      }
    });
  };
  channel.onmessage = ({ data }) => {
    if (leading !== undefined) {
      if ("isAsking" in data) {
        say({ at: position, state });
      }

      // What the last one to lead still said comes again by the own connection.
      return;
    }

    if ("isAsking" in data || data.by < by) {
      return;
    }

    by = data.by;
    listen();
    if ("event" in data) {
      if (ahead === undefined) {
        give(data.event);
      } else {
        ahead.push({ id: data.event.id, event: data.event });
        step();
      }
    } else if ("isOver" in data) {
      isOver = true;
      put({ isOver });
    } else {
      become(data.state);
      if ("at" in data) {
        position ??= data.at;
        ahead = data.at === position ? ahead && [{ id: data.at }] : [{ id: data.at }];
      }

      step();
    }
  };
  leaving.signal.addEventListener("abort", () => {
    pending?.abort();
    wake();
  });
  enter(state);
  follow();
  try {
    for (;;) {
      for (let output = queue.shift(); output !== undefined; output = queue.shift()) {
        if ("isOver" in output) {
          return;
        }

        if ("error" in output) {
          throw output.error;
        }

        yield output.event;
      }

      if (signal.aborted) {
        throw signal.reason;
      }

      await new Promise((resolve) => {
        wake = resolve;
        if (queue.length > 0 || signal.aborted) {
          resolve();
        }
      });
    }
  } finally {
    leaving.abort();
    clearTimeout(watch);
    channel.close();
    enter("closed");
  }
}

// JSON of an event. Empty data is none, such as of a keepalive.
function json(event) {
  return event.data === "" ? undefined : JSON.parse(event.data);
}
