// Made from Notifications.json by Jero.Client. It is written anew when the document changes: change the document.
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

/** Notifications. */
export interface Notifications {
  /**
   * Notifications as they are published, until the sign-in expires or is ended.
   * The first event, "welcome", holds a Session and the id from which a client goes on that has seen nothing yet. Then each event has the kind of its content as its name and a Notification as its data. Where the last event seen is not kept any more, "gap" says how many are missing, if that is known, and the oldest that is kept follows. While there is nothing to send, "alive" says that the server is there.
   */
  getNotifications(
    parameters?: {
      /** Only these topics; every topic that the user may read, unless given. */
      topic?: readonly string[];
      /** As Last-Event-ID, for a client that cannot set it; that one goes before it. */
      after?: string;
    },
    options?: EventOptions,
  ): AsyncIterable<GetNotificationsEvent>;

  /**
   * Publishes a notification. When this is answered with 201, it is stored.
   * 404: there is no such topic. 503: the store is away; the notification may be stored or not.
   */
  postNotifications(
    parameters: {
      /** What is to be published. */
      draft: Draft;
    },
    options?: CallOptions,
  ): Promise<Published>;

  /** Who is signed in. */
  getSession(parameters?: Record<string, never>, options?: CallOptions): Promise<Session>;

  /**
   * Signs in, without a password: this is a demonstration. The cookie is signed and encrypted.
   * Where the browser was signed in already, the streams of that sign-in end.
   */
  postSession(
    parameters: {
      /** Who wants to sign in. */
      signIn: SignIn;
    },
    options?: CallOptions,
  ): Promise<Session>;

  /** Signs out, and ends the streams of this sign-in, in every tab and every process. */
  deleteSession(parameters?: Record<string, never>, options?: CallOptions): Promise<void>;

  /** What a page has to know before anybody has signed in. */
  getSettings(parameters?: Record<string, never>, options?: CallOptions): Promise<PageSettings>;
}

/** What is published. */
export interface Draft {
  /** A public topic, or @name of one user. */
  topic: string;
  /** What it says; kind has to be its first member. */
  content: NotificationContent;
}

export type GetNotificationsEvent =
  | StreamEvent<"welcome", Session>
  | StreamEvent<OtherName, Notification>
  | StreamEvent<"gap", GetNotificationsGapData>
  | StreamEvent<"alive", string>;

export interface GetNotificationsGapData {
  /** How many; null where that is not known. */
  missed: number | null;
}

/** What is delivered as the data of an event. */
export interface Notification {
  /** A public topic, or @name of one user. */
  topic: string;
  /** The user who published it. */
  from: string;
  /** When the server took it. */
  at: string;
  /** What it says; its kind is the event's name. */
  content: NotificationContent;
}

/** What a notification says. */
export type NotificationContent = NotificationContentMessage | NotificationContentProgress | NotificationContentAlert;

/** Something needs attention. */
export interface NotificationContentAlert {
  kind: "alert";
  /** How much. */
  severity: Severity;
  /** 1 to 500 characters. */
  text: string;
}

/** Somebody says something. */
export interface NotificationContentMessage {
  kind: "message";
  /** 1 to 500 characters. */
  text: string;
}

/** A job has come this far. */
export interface NotificationContentProgress {
  kind: "progress";
  /** Its name, 1 to 100 characters. */
  job: string;
  /** 0 to 100. */
  percent: number;
}

/** What a page has to know before anybody has signed in. */
export interface PageSettings {
  /** Who may sign in: this is a demonstration, and names are no secret in it. */
  users: string[];
  /** A stream is never silent for longer; negative where it may be. */
  keepAliveSeconds: number;
}

/** A notification that has been stored. */
export interface Published {
  /** Its event's id. */
  id: string;
  /** What is delivered. */
  notification: Notification;
}

/** Who is signed in. */
export interface Session {
  /** The user. */
  user: string;
  /** What the user may read; the last is the user's own. */
  topics: string[];
  /** When the sign-in, and with it every stream, ends. */
  until: string;
}

/** How much attention an alert needs. */
export type Severity = "warning" | "critical";

/** Who wants to sign in. */
export interface SignIn {
  /** One of the known users. */
  user: string;
}

/** Makes a client; it connects when something is called. */
export declare function createNotifications(client?: ClientOptions): Notifications;
