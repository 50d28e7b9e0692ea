import { ApiError, createMovies } from './client.js';

const shown = 12;
const pause = 2000;
const states = { connecting: 'connecting', open: 'live', lost: 'connection lost, reconnecting', closed: 'closed by the server' };
const [state, reconnects, hold, feed] = ['state', 'reconnects', 'pause', 'feed'].map(id => document.getElementById(id));
let lost = 0;

function show(name) {
  state.dataset.state = name;
  state.textContent = states[name];
}

function enter(next) {
  if (next === 'closed') return;
  const wasOpen = ['open', 'lost'].includes(state.dataset.state);
  if (state.dataset.state === 'open' && next !== 'open') reconnects.textContent = ++lost;
  show(next === 'open' ? 'open' : wasOpen ? 'lost' : 'connecting');
}

function cell(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

function add(movie) {
  if (hold.getAttribute('aria-pressed') === 'true') return;
  const row = document.createElement('li');
  const facts = [movie.releaseDate?.slice(0, 4), movie.genre, movie.imdbRating && `★ ${movie.imdbRating}`];
  row.append(cell('id', movie.id), cell('title', movie.title), cell('facts', facts.filter(Boolean).join(' · ')));
  feed.prepend(row);
  while (feed.children.length > shown) feed.lastChild.remove();
}

hold.addEventListener('click', () => {
  hold.setAttribute('aria-pressed', String(hold.getAttribute('aria-pressed') !== 'true'));
});

// All tabs of the browser share one connection, of which it opens six to a server.
const movies = createMovies();
for (let last; state.dataset.state !== 'closed';) {
  try {
    // A film every half second and keepalives after the last: where nothing comes, the way to the server is cut.
    for await (const event of movies.getEvents({}, { share: true, silenceLimit: 40_000, lastEventId: last, onStateChange: enter })) {
      last = event.id;
      add(event.data);
    }
  } catch (error) {
    if (error instanceof ApiError) show('closed');
  }

  // The client has no patience with a first connection that fails, and the page has.
  await new Promise(resolve => setTimeout(resolve, pause));
}
