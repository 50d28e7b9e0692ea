// Made from golden-openapi32.json by Jero.Client. It is written anew when the document changes: change the document.
/* eslint-disable */

/** Where the server is, and how requests are sent. */
export interface ClientOptions {
  /** The address before every path; that of the page unless set. */
  baseUrl?: string;
  /** Called before each request, also before each new attempt of an event stream: such as for credentials that are still valid. */
  prepare?: (init: RequestInit & { headers: Headers }, url: string) => void | Promise<void>;
  /** Sends the requests; the platform's unless set. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** How one request is sent. */
export interface CallOptions {
  /** Ends it. */
  signal?: AbortSignal;
}

/** How a stream is read. */
export interface StreamOptions extends CallOptions {
  /** How many characters one item may have, 1,048,576 unless set. A larger one is a RangeError. */
  maxItemLength?: number;
}

/** What an event stream does at the moment. */
export type StreamState = "connecting" | "open" | "waiting" | "closed";

/** How an event stream is read, and when it connects anew. Times are in milliseconds. */
export interface EventOptions extends StreamOptions {
  /** The id of the last event that was seen: the stream goes on after it. */
  lastEventId?: string;
  /** What the wait before a new connection grows from, 1,000 unless set; a `retry` of the server replaces it. */
  reconnectDelay?: number;
  /** The longest that it grows to, 30,000 unless set. */
  maxReconnectDelay?: number;
  /** After how many attempts in a row that fail the stream gives up; it never does unless set. */
  maxAttempts?: number;
  /** Whether a stream that ends or breaks is connected anew, true unless set. Only GET and QUERY are ever repeated. */
  reconnects?: boolean;
  /** How long no byte may come before the connection counts as broken; for ever unless set. */
  silenceLimit?: number;
  /** The name of the event that ends a stream which is whole. */
  endEvent?: string;
  /** What becomes of events of names that the client does not know: skipped unless set; yielded, each is an `OtherName` with its text. */
  unknownEvents?: "skip" | "throw" | "yield";
  /** Whether all tabs of this page's origin share one connection, by Web Locks and a BroadcastChannel. Where there are none, each has its own. */
  share?: boolean;
  /** Called with each new state. */
  onStateChange?: (state: StreamState) => void;
}

/** One server-sent event. */
export interface StreamEvent<TEvent extends string, TData> {
  /** The last id that the stream had up to this event; undefined where there was none. */
  id: string | undefined;
  /** The event's name; "message" where the server gave none. */
  event: TEvent;
  data: TData;
}

declare const otherName: unique symbol;

/**
 * A name that the document does not have. To the compiler it is one literal that nothing else is, so that a `switch` tells the events apart; it
 * is a string of the server's, which `String` compares.
 */
export type OtherName = "any other name" & { readonly [otherName]: never };

/** An event of a name that the document does not have, where `unknownEvents: "yield"` asks for it. */
export type UnknownEvent<TOptions extends EventOptions> = TOptions extends { unknownEvents: "yield" } ? StreamEvent<OtherName, string> : never;

/** What a server says of a request that it refuses (RFC 9457). */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  /** What is wrong, by field. */
  errors?: Record<string, string[]>;
  [member: string]: unknown;
}

/** The server answered with something else than what was asked for. */
export declare class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly headers: Headers;
  readonly body: string;
}

/** A stream ended before it was whole: the items before were yielded, and more would have come. */
export declare class StreamTruncatedError extends Error {
  readonly items: number;
  readonly lastEventId: string | undefined;
}

/**
 * Golden streaming API.
 * Every construct Jero's compile-time OpenAPI 3.2 emitter is expected to produce.
 * The document names https://api.example.com as its server.
 */
export interface GoldenStreamingApi {
  /** Stream log entries, one JSON value per line */
  streamLogs(
    parameters?: {
      level?: LogLevel;
      since?: string;
      limit?: number;
    },
    options?: StreamOptions,
  ): AsyncIterable<LogEntry>;

  /** Upload log entries as a stream */
  ingestLogs(
    parameters: {
      items: Iterable<LogEntry> | AsyncIterable<LogEntry>;
    },
    options?: CallOptions,
  ): Promise<IngestResult>;

  /** Stream a discriminated union, one JSON value per line */
  streamOrderEvents(
    parameters: {
      orderId: string;
    },
    options?: StreamOptions,
  ): AsyncIterable<OrderEvent>;

  /** Server-Sent Events whose data is one JSON type */
  streamPrices(parameters?: Record<string, never>, options?: EventOptions): AsyncIterable<StreamEvent<string, PriceTick>>;

  /** Server-Sent Events with one payload type per event name */
  streamMarket<TOptions extends EventOptions>(parameters?: Record<string, never>, options?: TOptions): AsyncIterable<MarketSseEvent | UnknownEvent<TOptions>>;

  /** Server-Sent Events whose data is plain text */
  streamProgress(parameters?: Record<string, never>, options?: EventOptions): AsyncIterable<StreamEvent<string, string>>;

  /** Stream raw bytes */
  downloadFile(
    parameters: {
      fileId: number;
    },
    options?: CallOptions,
  ): Promise<Response>;
}

export interface Address {
  lines: string[];
  country?: string | null;
}

export interface IngestResult {
  accepted: number;
  rejected: number;
  elapsed: string;
  source?: string;
}

export interface LogEntry {
  id: string;
  timestamp: string;
  level: LogLevel;
  /** Already formatted. */
  message: string;
  sequence: number;
  tags: Record<string, string>;
  scope: string | null;
  payload?: string | null;
}

export type LogLevel = "debug" | "info" | "warning" | "error";

export type MarketSseEvent =
  | StreamEvent<"tick", PriceTick>
  | StreamEvent<"halt", TradingHalt>
  | StreamEvent<"error", ProblemDetails>;

export type OrderEvent = OrderEventOrderPlaced | OrderEventOrderShipped;

export interface OrderEventOrderPlaced {
  $type: "placed";
  orderId: string;
  total: number;
  placedAt: string;
  note?: string | null;
}

export interface OrderEventOrderShipped {
  $type: "shipped";
  orderId: string;
  shippedOn: string;
  address?: Address | null;
}

export interface PriceTick {
  symbol: string;
  price: number;
}

export interface ProblemDetails {
  type?: string | null;
  title?: string | null;
  status?: number | null;
  detail?: string | null;
  instance?: string | null;
}

export interface TradingHalt {
  symbol: string;
  reason: string;
}

/** Makes a client; it connects when something is called. */
export declare function createGoldenStreamingApi(client?: ClientOptions): GoldenStreamingApi;
// Made from golden-openapi32.json by Jero.Client. It is written anew when the document changes: change the document.
/* eslint-disable */

/** Makes a client; it connects when something is called. */
export function createGoldenStreamingApi(client = {}) {
  return {
    streamLogs: (parameters = {}, options) =>
      items(
        client,
        {
          method: "GET",
          path: "/logs",
          query: [
            ["level", parameters.level],
            ["since", parameters.since],
            ["limit", parameters.limit],
          ],
          accept: "application/x-ndjson",
        },
        options,
      ),
    ingestLogs: (parameters, options) =>
      value(
        client,
        {
          method: "POST",
          path: "/logs",
          body: () => sequence(parameters.items, ""),
          type: "application/x-ndjson",
          accept: "application/json",
        },
        options,
      ),
    streamOrderEvents: (parameters, options) =>
      items(
        client,
        {
          method: "GET",
          path: `/orders/${segment(parameters.orderId)}/events`,
          accept: "application/x-ndjson",
        },
        options,
      ),
    streamPrices: (_parameters, options) =>
      events(
        client,
        {
          method: "GET",
          path: "/prices",
          accept: "text/event-stream",
        },
        options,
        undefined,
        json,
      ),
    streamMarket: (_parameters, options) =>
      events(
        client,
        {
          method: "GET",
          path: "/market",
          accept: "text/event-stream",
        },
        options,
        ["tick", "halt", "error"],
        json,
      ),
    streamProgress: (_parameters, options) =>
      events(
        client,
        {
          method: "GET",
          path: "/progress",
          accept: "text/event-stream",
        },
        options,
        undefined,
        plain,
      ),
    downloadFile: (parameters, options) =>
      bytes(
        client,
        {
          method: "GET",
          path: `/files/${segment(parameters.fileId)}`,
          accept: "application/octet-stream",
        },
        options,
      ),
  };
}

