// Made from inspector.json by Jero.Client. It is written anew when the document changes: change the document.
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

/** Inspector. */
export interface Inspector {
  /** The app, the user, and the token with which a page stops and publishes. */
  getSession(parameters?: Record<string, never>, options?: CallOptions): Promise<InspectorSession>;

  /** The sums of the open streams, once a second. */
  getOverview(parameters?: Record<string, never>, options?: EventOptions): AsyncIterable<StreamEvent<string, Overview>>;

  /** One screen of the streams that are open. */
  getOpenStreams(
    parameters?: {
      /** What they are sorted by; by when they were opened unless given. */
      order?: StreamOrder;
      /** Whether the last comes first. */
      descending?: boolean;
      /** Only those that have it in their route, method, user, protocol or address. */
      text?: string;
      /** Only those of one route: its method, a space and its pattern. */
      route?: string;
      /** How many are left out at the beginning. */
      skip?: number;
      /** How many are wanted, up to 500; 100 unless given. */
      take?: number;
    },
    options?: CallOptions,
  ): Promise<OpenStreams>;

  /** What is known of one open stream. */
  getOpenStream(
    parameters: {
      /** Its number. */
      id: number;
    },
    options?: CallOptions,
  ): Promise<StreamDetails>;

  /**
   * Stops one stream.
   * 404: it is not open any more. 409: it ends already. 400: the antiforgery token is missing or another user's.
   */
  postStop(
    parameters: {
      /** Its number. */
      id: number;
    },
    options?: CallOptions,
  ): Promise<void>;

  /** The last 200 streams that ended, the newest first. */
  getEndedStreams(parameters?: Record<string, never>, options?: CallOptions): Promise<EndedList>;

  /** What this process has of each topic. */
  getTopics(parameters?: Record<string, never>, options?: CallOptions): Promise<TopicView[]>;

  /**
   * Publishes one event to a topic.
   * 404: there is no such topic. 422: the item is none of the topic, or the subject or the name cannot be one. 503: the store is away. 400: the antiforgery token is missing or another user's.
   */
  postPublications(
    parameters: {
      /** What is published. */
      publication: Publication;
    },
    options?: CallOptions,
  ): Promise<PublishedEvent>;
}

/** The streams that ended last. */
export interface EndedList {
  /** How many have ended since the app began. */
  total: number;
  /** The last of them, the newest first. */
  streams: EndedStream[];
}

/** One stream that has ended. */
export interface EndedStream {
  /** Its number in this process. */
  id: number;
  /** The method of its request. */
  method: string;
  /** The pattern of its route. */
  route: string;
  /** The name of its user. */
  user: string | null;
  /** The address that its connection came from. */
  remote: string | null;
  /** What ended it: a StopReason. */
  reason: string;
  /** When it ended. */
  endedAt: string;
  /** How long it was open, in seconds. */
  duration: number;
  /** The items that were sent. */
  items: number;
  /** The bytes that were sent. */
  bytes: number;
  /** What its source threw; null where it did not, and where that is not shown. */
  fault: FaultView | null;
  /** The method or the type that its items came from. */
  source: string;
  /** What its source does, where that has not come back and the app did not wait for it; else null. */
  away: StreamActivity | null;
  /** Since when it does that. */
  awaySince: string | null;
}

/** What a source threw. */
export interface FaultView {
  /** The type of the exception. */
  type: string;
  /** Its message. */
  message: string;
}

/** What a page has to know before it shows anything. */
export interface InspectorSession {
  /** The name of the app. */
  app: string;
  /** Its environment. */
  environment: string;
  /** The machine that it runs on. */
  machine: string;
  /** Its process. */
  process: number;
  /** When the inspector was mapped. */
  startedAt: string;
  /** Who looks at the page; null where nobody is signed in. */
  user: string | null;
  /** The URL of the app's document. */
  document: string;
  /** What comes before the paths of the document. */
  pathBase: string;
  /** The header that a request to change something has. */
  tokenHeader: string;
  /** The value of that header. */
  token: string;
}

/** A parameter or a header. */
export interface NamedValue {
  /** Its name. */
  name: string;
  /** Its value; null where it is not shown. */
  value: string | null;
}

/** One stream that is open. Times are in seconds. */
export interface OpenStream {
  /** Its number in this process. */
  id: number;
  /** The method of its request. */
  method: string;
  /** The pattern of its route. */
  route: string;
  /** The name of its user. */
  user: string | null;
  /** The address that its connection comes from. */
  remote: string | null;
  /** The protocol, such as HTTP/2. */
  protocol: string;
  /** How long it has been open. */
  age: number;
  /** The items that were sent. */
  items: number;
  /** The bytes that were sent. */
  bytes: number;
  /** The items of a second, lately. */
  itemsPerSecond: number;
  /** The bytes of a second, lately. */
  bytesPerSecond: number;
  /** How long ago the last item was sent; null where none was. */
  lastItem: number | null;
  /** What it does. */
  activity: StreamActivity;
  /** For how long it has done so. */
  activitySince: number;
  /** How long ago the client left, and the source has not come back since; null where it has not left. */
  left: number | null;
  /** How many events of its topic it has yet to take; null where it is none of a topic. */
  backlog: number | null;
  /** The method or the type that its items come from. */
  source: string;
}

/** One screen of the streams that are open. */
export interface OpenStreams {
  /** How many are open. */
  total: number;
  /** How many of them were asked for. */
  matching: number;
  /** How many of those come before these. */
  skip: number;
  /** These. */
  streams: OpenStream[];
}

/** What is said once a second. */
export interface Overview {
  /** When that was. */
  at: string;
  /** All streams that are open, in sum. */
  total: RouteSum;
  /** Those of each route, the route with most of them first. */
  routes: RouteSum[];
  /** How many routes have open streams, those that are left out too. */
  routesInAll: number;
  /** How many streams have ended since the app began. */
  ended: number;
}

/** What is to be published. */
export interface Publication {
  /** The topic's name. */
  topic: string;
  /** The item, as JSON. */
  item: string;
  /** Whom it is for. */
  subject?: string | null;
  /** The event's name. */
  event?: string | null;
}

/** What was published. */
export interface PublishedEvent {
  /** The event's id. */
  id: string;
}

/** The open streams of one route, in sum. */
export interface RouteSum {
  /** The method. */
  method: string;
  /** The pattern of the route. */
  route: string;
  /** How many are open. */
  open: number;
  /** How many wait for their source. */
  waitingForSource: number;
  /** How many wait for their client. */
  waitingForClient: number;
  /** How many have been left by their client, and have a source that has not come back. */
  left: number;
  /** The items that were sent. */
  items: number;
  /** The bytes that were sent. */
  bytes: number;
  /** The items of a second, lately. */
  itemsPerSecond: number;
  /** The bytes of a second, lately. */
  bytesPerSecond: number;
}

/** What a stream does at a moment. */
export type StreamActivity = "Opening" | "Sending" | "WaitingForSource" | "WaitingForClient" | "TearingDown";

/** What is known of one open stream. */
export interface StreamDetails {
  /** What the list shows of it. */
  stream: OpenStream;
  /** When it was opened. */
  startedAt: string;
  /** The request's identifier in the logs. */
  traceIdentifier: string;
  /** The parameters of its route. */
  routeValues: NamedValue[];
  /** The parameters of its query. */
  query: NamedValue[];
  /** The headers of its request. */
  headers: NamedValue[];
}

/** What open streams are sorted by. */
export type StreamOrder = "Id" | "Route" | "User" | "Age" | "Items" | "Bytes" | "Rate" | "LastItem" | "Activity";

/** What this process has of one topic. */
export interface TopicView {
  /** Its name. */
  name: string;
  /** The log's present life; null until its store has been read. */
  epoch: string | null;
  /** The entries that are kept in memory. */
  count: number;
  /** About what they take. */
  bytes: number;
  /** The id of the oldest of them. */
  oldest: string | null;
  /** The id of the newest. */
  newest: string | null;
  /** The subscribers of this process. */
  subscribers: number;
  /** Those of them that have not read all that is kept. */
  subscribersBehind: number;
}

/** Makes a client; it connects when something is called. */
export declare function createInspector(client?: ClientOptions): Inspector;
