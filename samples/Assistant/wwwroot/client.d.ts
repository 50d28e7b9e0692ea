// Made from Assistant.json by Jero.Client. It is written anew when the document changes: change the document.
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

/** Assistant. */
export interface Assistant {
  /** Which model answers. */
  getModel(parameters?: Record<string, never>, options?: CallOptions): Promise<ModelInfo>;

  /**
   * Answers a question as server-sent events, for a browser's EventSource.
   * A browser that has lost its connection asks again by itself. It is told to stop, since a model cannot go on with an answer, and a second one would be paid for a second time.
   */
  getQuestionStream(
    parameters: {
      /** The question: not blank, at most 4,000 characters. */
      text: string;
    },
    options?: EventOptions,
  ): AsyncIterable<StreamEvent<string, Chunk>>;

  /**
   * Answers a question, piece by piece as the model finds it, one JSON object a line.
   * A model that fails before its first word is a 502, 503 or 504. Later it is an `error` as the last line. A client that leaves stops the model.
   */
  postQuestions(
    parameters: {
      question: Question;
    },
    options?: StreamOptions,
  ): AsyncIterable<Chunk>;
}

/** A piece of an answer. An answer is any number of deltas and then either one that says it is done or one error. */
export type Chunk = ChunkDelta | ChunkDone | ChunkFailure;

/** The next words of the answer. */
export interface ChunkDelta {
  type: "delta";
  /** To be appended as it is; may be any part of a word. */
  text: string;
}

/** The answer is whole. */
export interface ChunkDone {
  type: "done";
  /** Which model has answered. */
  model: string;
  /** Why it has stopped. */
  finishReason: FinishReason;
  /** What it took, where the model says so. */
  usage: Usage | null;
}

/** The model has failed in the middle of the answer, of which no more will come. */
export interface ChunkFailure {
  type: "error";
  /** What has gone wrong. */
  message: string;
}

/** Why a model stops. */
export type FinishReason = "stop" | "length" | "content_filter" | "other";

/** A model. */
export interface ModelInfo {
  /** Its name; `embedded` is the one that comes with the program. */
  name: string;
  /** What people should know of it. */
  notice: string;
}

/** What a person asks. */
export interface Question {
  /** The question itself, not blank and of at most 4,000 UTF-16 characters. */
  text: string;
  /** What was asked and answered before it, the oldest first, of at most 40,000 UTF-16 characters altogether. Nothing is kept here: the model sees as much of a conversation as the client sends. */
  earlier?: Turn[] | null;
}

/** A question that was answered. */
export interface Turn {
  /** What was asked. */
  question: string;
  /** What the model said. */
  answer: string;
}

/** What an answer took. */
export interface Usage {
  /** Tokens of the question and of what the model was told beforehand. */
  inputTokens: number;
  /** Tokens of the answer. */
  outputTokens: number;
}

/** Makes a client; it connects when something is called. */
export declare function createAssistant(client?: ClientOptions): Assistant;
