import { createNotifications } from './client.js';
import { $, element } from './dom.js';
import * as feed from './feed.js';
import * as form from './form.js';
import { follow } from './stream.js';

const states = { 'signed-out': 'signed out', connecting: 'connecting', open: 'live', lost: 'connection lost, reconnecting' };
const reasons = {
  expired: 'Your sign-in has expired. Sign in again, and the list goes on where it was.',
  ended: 'Your sign-in was ended elsewhere. Sign in again, and the list goes on where it was.',
  'in another tab': 'You have signed out in another tab.',
};

const client = createNotifications();
// What one tab does about the sign-in concerns all that share the cookie.
const tabs = new BroadcastChannel('sign-in');

let settings = { users: [], keepAliveSeconds: 0 };
let session; // Whose notifications are shown, also when the sign-in has expired.
let leave; // Ends the stream.
let lost = 0;

function show(state) {
  $('state').dataset.state = state;
  $('state').textContent = states[state];
}

// A connection that is not there yet, or not there any more.
function enter(state) {
  const wasOpen = ['open', 'lost'].includes($('state').dataset.state);
  if ($('state').dataset.state === 'open' && state !== 'open') $('reconnects').textContent = ++lost;
  show(state === 'open' ? 'open' : wasOpen ? 'lost' : 'connecting');
}

function connect() {
  leave?.();
  show('connecting');
  leave = follow(client, {
    from: feed.position(),
    keepAliveSeconds: settings.keepAliveSeconds,
    onState: enter,
    onEvent: take,
    onRefused: () => signedOut(whyRefused()),
  });
}

function take(event) {
  $('heard').textContent = new Date().toLocaleTimeString();
  // Another user, where the cookie has changed between two connections.
  if (event.event === 'welcome') welcome(event.data);
  feed.pass(event);
  if (event.event === 'gap') $('gap').textContent = 'You were away for long: some notifications are not kept any more.';
  else if (event.event !== 'welcome' && event.event !== 'alive') feed.add(event);
}

function welcome(signedIn) {
  if (session?.user !== signedIn.user) {
    if (session) forget();
    feed.open(signedIn.user);
  }

  session = signedIn;
  $('sign-in').hidden = true;
  $('signed-in').hidden = false;
  $('me').textContent = session.user;
  $('until').textContent = new Date(session.until).toLocaleString();
  $('until').dateTime = session.until;
  $('topics').replaceChildren(...session.topics.map(topic => Object.assign(document.createElement('option'), { value: topic })));
}

// Nothing of one user is left for the next.
function forget() {
  session = undefined;
  lost = 0;
  $('reconnects').textContent = lost;
  $('gap').textContent = '';
  for (const id of ['me', 'until', 'topics', 'heard']) $(id).replaceChildren();
  feed.forget();
  form.reset();
}

// A refusal does not say why. The clock of this machine may be a little behind the server's.
function whyRefused() {
  return session && Date.now() > Date.parse(session.until) - 5000 ? 'expired' : 'ended';
}

function signedOut(reason) {
  leave?.();
  leave = undefined;
  show('signed-out');
  $('signed-in').hidden = true;
  $('sign-in').hidden = false;
  $('sign-in-reason').textContent = reasons[reason] ?? '';
  $('sign-in-problem').textContent = '';
  $('user').focus();
}

// Whoever the cookie is of, perhaps by another tab.
async function resume() {
  const signedIn = await client.getSession({}, form.soon()).catch(() => undefined);
  if (!signedIn) return false;
  welcome(signedIn);
  connect();
  return true;
}

async function signIn() {
  try {
    welcome(await client.postSession({ signIn: { user: $('user').value.trim() } }, form.soon()));
  } catch (error) {
    $('sign-in-problem').textContent = form.explain(error);
    return $('user').focus();
  }

  $('sign-in-problem').textContent = '';
  connect();
  tabs.postMessage('signed-in');
  $('text').focus();
}

function showNames(users) {
  $('users').replaceChildren(...users.map(name => Object.assign(document.createElement('option'), { value: name })));
  $('names').replaceChildren('There is no password: this is a demonstration. Sign in as ', ...users.flatMap((name, i) => {
    const button = element('button', 'name', name);
    button.type = 'button';
    button.addEventListener('click', () => {
      $('user').value = name;
      signIn();
    });
    return [i === 0 ? '' : i === users.length - 1 ? ' or ' : ', ', button];
  }), '.');
}

$('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  signIn();
});

$('sign-out').addEventListener('click', async () => {
  try {
    await client.deleteSession({}, form.soon());
  } catch (error) {
    $('sign-out-problem').textContent = form.explain(error); // The cookie is still there.
    return;
  }

  $('sign-out-problem').textContent = '';
  tabs.postMessage('signed-out');
  forget();
  signedOut();
});

tabs.addEventListener('message', event => {
  if (event.data === 'signed-in') return resume();
  forget();
  signedOut('in another tab');
});

form.setUp(client, { reader: () => session, onSignedOut: () => signedOut(whyRefused()) });
settings = await client.getSettings({}, form.soon()).catch(() => settings);
showNames(settings.users);
if (!await resume()) show('signed-out');
