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
