import { ApiError } from './client.js';

const pause = 2000;

// Follows the notifications until the function that it gives back is called. All tabs of the browser share one connection, since a browser opens
// six to a server: with a stream for each tab, the seventh page would never load, and nothing could be published.
export function follow(client, { from, keepAliveSeconds, onState, onEvent, onRefused }) {
  const stop = new AbortController();
  const { signal } = stop;
  const options = {
    signal,
    share: true,
    maxReconnectDelay: 10_000,
    // The server says at least that it is there: when nothing at all comes, it is not, or the way to it is cut.
    silenceLimit: keepAliveSeconds > 0 ? 2500 * keepAliveSeconds : undefined,
    onStateChange: state => signal.aborted || state === 'closed' || onState(state),
  };
  run(from);
  return () => stop.abort();

  async function run(last) {
    while (!signal.aborted) {
      try {
        for await (const event of client.getNotifications({}, { ...options, lastEventId: last })) {
          if (signal.aborted) return;
          last = event.id ?? last;
          onEvent(event);
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.status === 401) return onRefused();
      }

      // The client has no patience with a first connection that fails, and the page has.
      if (!signal.aborted) onState('waiting');
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}
