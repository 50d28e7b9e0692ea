import { createInspector, ApiError } from "./client.js";

export { ApiError };

// The page lies beside its data, under whatever path the app has mapped it.
const baseUrl = location.pathname.replace(/\/[^/]*$/, "");

let session;

/** The inspector's own endpoints. What changes something carries the token of the user. */
export const server = createInspector({
  baseUrl,
  prepare: async (init) => {
    if (init.method !== "GET") {
      session ??= await server.getSession({});
      init.headers.set(session.tokenHeader, session.token);
    }
  },
});

/** Who looks at which app; asked anew when the server may be another one. */
export async function openSession(signal) {
  session = await server.getSession({}, { signal });
  return session;
}

export const currentSession = () => session;

/** What went wrong, for people. */
export function explain(error) {
  return error instanceof ApiError
    ? (error.problem?.detail ?? error.problem?.title ?? `The server answered with ${error.status}.`)
    : error.message;
}
