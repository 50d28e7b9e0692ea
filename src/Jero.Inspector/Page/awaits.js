/**
 * Which of Jero's calls into the app has not come back; undefined where none is known to be away. Inside of the source there is more to
 * know, but the compiler keeps that in fields of its own, which nothing but a debugger can read in a trimmed app.
 */
export function awaitOf(activity, source, isAway) {
  switch (activity) {
    case "Opening":
      return `the set-up of ${source}`;
    case "WaitingForSource":
      return `MoveNextAsync of ${source}`;
    case "TearingDown":
      return `DisposeAsync of ${source}, or what follows the yield of its lifecycle`;
    default:
      return isAway && activity === "Sending" ? `MoveNextAsync of ${source}, which holds its thread` : undefined;
  }
}
