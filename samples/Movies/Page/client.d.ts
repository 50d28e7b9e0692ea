// Made from Movies.json by Jero.Client. It is written anew when the document changes: change the document.
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

/** Movies. */
export interface Movies {
  /** Every film as CSV, a header first. */
  getCsv(parameters?: Record<string, never>, options?: CallOptions): Promise<Response>;

  /**
   * A film every half second, in the order of their ids.
   * After the last film the feed stays open and waits for another.
   */
  getEvents(parameters?: Record<string, never>, options?: EventOptions): AsyncIterable<StreamEvent<string, Movie>>;

  /** Every film, read through one database cursor that is open for as long as the response is. */
  getExport(parameters?: Record<string, never>, options?: StreamOptions): AsyncIterable<Movie>;

  /**
   * Stores films as they come, and answers with what became of each.
   * What is answered is stored, also when the connection breaks. The first film that is none ends the import; where nothing was stored before it, the answer is a problem.
   */
  postImport(
    parameters?: {
      /** The films. */
      items?: Iterable<Movie> | AsyncIterable<Movie>;
    },
    options?: StreamOptions,
  ): AsyncIterable<ImportResult>;

  /** Every film, in the form that the client asks for: lines, events, a sequence or one array. */
  getList(parameters?: Record<string, never>, options?: StreamOptions): AsyncIterable<Movie>;

  /** One film. */
  getMovie(
    parameters: {
      /** Number of the film. */
      id: number;
    },
    options?: CallOptions,
  ): Promise<Movie>;

  /** Every film, one JSON object a line. */
  getMovies(
    parameters?: {
      /** Only films of exactly this genre. */
      genre?: string;
      /** Only films released in this year. */
      year?: number;
    },
    options?: StreamOptions,
  ): AsyncIterable<Movie>;
}

/** What became of a film. */
export type ImportOutcome = "Added" | "Replaced" | "Refused";

/** What became of one film of an import. */
export interface ImportResult {
  /** Its place among what was sent, from 1. */
  number: number;
  /** Number of the film; null where it was refused. */
  id: number | null;
  /** What became of it. */
  outcome: ImportOutcome;
  /** Why it was refused; null where it was not. */
  fault: string | null;
}

/** A film, as the data set knows it: what is unknown is null. */
export interface Movie {
  /** Number of the film, from 1 upwards without gaps. */
  id: number;
  /** Title; some consist of digits only. */
  title: string;
  /** First day in the cinemas. */
  releaseDate?: string | null;
  /** One major genre, such as "Drama". */
  genre?: string | null;
  /** Full name of the director. */
  director?: string | null;
  /** Rating of the Motion Picture Association, such as "PG-13" or "Not Rated". */
  mpaaRating?: string | null;
  /** Running time in minutes. */
  runningTimeMinutes?: number | null;
  /** Cost of the production in US dollars. */
  productionBudget?: number | null;
  /** Worldwide box office in US dollars. */
  worldwideGross?: number | null;
  /** Average rating on IMDb, from 1 to 10. */
  imdbRating?: number | null;
  /** Number of votes behind the rating on IMDb. */
  imdbVotes?: number | null;
}

/** Makes a client; it connects when something is called. */
export declare function createMovies(client?: ClientOptions): Movies;
