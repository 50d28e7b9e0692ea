const shown = 200;
const $ = id => document.getElementById(id);
const states = {
  'signed-out': 'signed out', connecting: 'connecting', open: 'live', lost: 'connection lost, reconnecting', closed: 'closed by the server',
};

// What one tab does about the sign-in concerns all that share the cookie.
const tabs = new BroadcastChannel('sign-in');

let source;
let me; // The user whose notifications are shown.
let last; // Id of the last event, for a stream that the browser itself does not open again.
let lost = 0;
let unread = 0;

function show(state) {
  $('state').dataset.state = state;
  $('state').textContent = states[state];
}

function count(change) {
  unread = change === 0 ? 0 : unread + change;
  $('unread').textContent = unread;
  document.title = unread ? `(${unread}) Notifications` : 'Notifications';
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function describe(content) {
  if (content.kind === 'progress') {
    const text = element('span', 'text', `${content.job}: ${content.percent} %`);
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = content.percent;
    bar.setAttribute('aria-hidden', 'true'); // The text says the same.
    text.append(bar);
    return text;
  }
  return content.kind === 'alert'
    ? element('span', `text ${content.severity}`, `${content.severity}: ${content.text}`)
    : element('span', 'text', content.text);
}

function add(event) {
  last = event.lastEventId;
  const notification = JSON.parse(event.data);
  const row = document.createElement('li');
  row.dataset.id = event.lastEventId;
  row.dataset.kind = event.type;
  const time = new Date(notification.at).toLocaleTimeString();
  row.append(describe(notification.content), element('span', 'facts', `${notification.from} → ${notification.topic} · ${time}`));
  // What is seen is read.
  if (document.hidden || !document.hasFocus()) {
    row.dataset.unread = '';
    count(1);
  }
  $('feed').prepend(row);
  while ($('feed').children.length > shown) $('feed').lastChild.remove();
  $('empty').hidden = true;
}

function markRead() {
  for (const row of document.querySelectorAll('#feed [data-unread]')) delete row.dataset.unread;
  count(0);
}

// Nothing of one user is left for the next.
function forget() {
  me = undefined;
  last = undefined;
  lost = 0;
  $('reconnects').textContent = lost;
  count(0);
  $('feed').replaceChildren();
  $('empty').hidden = false;
  $('gap').textContent = '';
  $('publish').reset();
  showFields();
  $('publish-problem').textContent = '';
  for (const field of document.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const id of ['me', 'until', 'topics']) $(id).replaceChildren();
}

function showFields() {
  for (const field of document.querySelectorAll('[data-kind]:is(label)')) {
    field.hidden = !field.dataset.kind.split(' ').includes($('kind').value);
  }
}

function connect() {
  source?.close();
  show('connecting');
  const opened = new EventSource(last ? `/notifications?after=${encodeURIComponent(last)}` : '/notifications');
  source = opened;
  source.addEventListener('open', () => show('open'));
  source.addEventListener('welcome', event => {
    // Another user, where the cookie has changed between two connections.
    welcome(JSON.parse(event.data));
    last = event.lastEventId;
  });
  source.addEventListener('gap', event => {
    last = event.lastEventId;
    $('gap').textContent = 'You were away for long: some notifications are not kept any more.';
  });
  for (const kind of ['message', 'progress', 'alert']) source.addEventListener(kind, add);
  source.addEventListener('error', async () => {
    if ($('state').dataset.state === 'open') $('reconnects').textContent = ++lost;
    if (opened.readyState !== EventSource.CLOSED) return show('lost');
    // The server has answered with an error: the browser gives up, and only the answer to another request says why.
    const response = await fetch('/session').catch(() => undefined);
    if (source !== opened) return;
    if (response?.status === 401) return signedOut();
    show('lost');
    setTimeout(() => source === opened && connect(), 2000);
  });
}

function welcome(session) {
  if (me !== session.user) forget();
  me = session.user;
  $('sign-in').hidden = true;
  $('signed-in').hidden = false;
  $('me').textContent = session.user;
  $('until').textContent = new Date(session.until).toLocaleString();
  $('until').dateTime = session.until;
  $('topics').replaceChildren(...session.topics.map(topic => Object.assign(document.createElement('option'), { value: topic })));
}

function signedOut() {
  source?.close();
  source = undefined;
  show('signed-out');
  $('signed-in').hidden = true;
  $('sign-in').hidden = false;
  $('user').focus();
}

// What was answered, and the text of a problem (RFC 9457) or of what else went wrong.
async function send(method, path, body) {
  try {
    const response = await fetch(path, {
      method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body),
    });
    if (response.ok) return { answer: response.status === 204 ? undefined : await response.json() };
    if (response.status === 401) return signedOut(), { problem: 'Sign in first.' };
    const problem = await response.json();
    return { problem: Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || problem.title };
  } catch {
    return { problem: 'The server cannot be reached.' };
  }
}

$('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const { problem, answer } = await send('POST', '/session', { user: $('user').value.trim() });
  $('sign-in-problem').textContent = problem ?? '';
  if (problem) return $('user').focus();
  welcome(answer);
  connect();
  tabs.postMessage('signed-in');
  $('text').focus();
});

$('sign-out').addEventListener('click', async () => {
  const { problem } = await send('DELETE', '/session');
  $('publish-problem').textContent = problem ?? '';
  if (problem) return; // The cookie is still there.
  tabs.postMessage('signed-out');
  forget();
  signedOut();
});

tabs.addEventListener('message', event => {
  if (event.data === 'signed-in') return connect();
  forget();
  signedOut();
});

$('kind').addEventListener('change', showFields);

$('publish').addEventListener('submit', async event => {
  event.preventDefault();
  const kind = $('kind').value;
  const content = {
    message: { kind, text: $('text').value },
    progress: { kind, job: $('job').value, percent: Number($('percent').value) },
    alert: { kind, severity: $('severity').value, text: $('text').value },
  }[kind];
  const field = kind === 'progress' ? $('job') : $('text');
  const text = $('text').value;
  const author = me;
  // At once, so that what is typed while the answer is on its way stays; a refused text comes back, unless another was begun.
  $('text').value = '';
  const { problem } = await send('POST', '/notifications', { topic: $('topic').value.trim(), content });
  if (me !== author) return;
  $('publish-problem').textContent = problem ?? '';
  field.toggleAttribute('aria-invalid', false);
  if (problem) {
    field.setAttribute('aria-invalid', 'true');
    $('text').value ||= text;
  }
  field.focus();
});

$('read').addEventListener('click', markRead);
addEventListener('focus', markRead);
document.addEventListener('visibilitychange', () => document.hidden || markRead());

// Signed in already, perhaps in another tab.
const session = await fetch('/session').catch(() => undefined);
if (session?.ok) {
  welcome(await session.json());
  connect();
} else {
  show('signed-out');
}
