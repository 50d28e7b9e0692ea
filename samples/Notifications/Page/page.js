const shown = 200;
const $ = id => document.getElementById(id);
const states = {
  'signed-out': 'signed out', connecting: 'connecting', open: 'live', lost: 'connection lost, reconnecting', closed: 'closed by the server',
};

let source;
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

function connect() {
  source?.close();
  show('connecting');
  source = new EventSource(last ? `/notifications?after=${encodeURIComponent(last)}` : '/notifications');
  source.addEventListener('open', () => show('open'));
  source.addEventListener('welcome', event => {
    last = event.lastEventId;
    welcome(JSON.parse(event.data));
  });
  source.addEventListener('gap', event => {
    last = event.lastEventId;
    $('gap').textContent = 'You were away for long: some notifications are not kept any more.';
  });
  for (const kind of ['message', 'progress', 'alert']) source.addEventListener(kind, add);
  source.addEventListener('error', async () => {
    if ($('state').dataset.state === 'open') $('reconnects').textContent = ++lost;
    if (source.readyState !== EventSource.CLOSED) return show('lost');
    // The server has answered with an error: the browser gives up, and only the answer to another request says why.
    const response = await fetch('/session').catch(() => undefined);
    if (response?.status === 401) return signedOut();
    show('lost');
    setTimeout(connect, 2000);
  });
}

function welcome(session) {
  $('sign-in').hidden = true;
  $('signed-in').hidden = false;
  $('me').textContent = session.user;
  $('until').textContent = new Date(session.until).toLocaleString();
  $('until').dateTime = session.until;
  $('topics').replaceChildren(...session.topics.map(topic => Object.assign(document.createElement('option'), { value: topic })));
}

function signedOut() {
  source?.close();
  show('signed-out');
  $('signed-in').hidden = true;
  $('sign-in').hidden = false;
  $('user').focus();
}

// The text of a problem (RFC 9457), or of what else went wrong.
async function send(method, path, body) {
  try {
    const response = await fetch(path, {
      method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body),
    });
    if (response.ok) return;
    if (response.status === 401) return signedOut(), 'Sign in first.';
    const problem = await response.json();
    return Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || problem.title;
  } catch {
    return 'The server cannot be reached.';
  }
}

$('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const problem = await send('POST', '/session', { user: $('user').value.trim() });
  $('sign-in-problem').textContent = problem ?? '';
  if (problem) return $('user').focus();
  connect();
  $('signed-in').hidden = false;
  $('sign-in').hidden = true;
  $('text').focus();
});

$('sign-out').addEventListener('click', async () => {
  await send('DELETE', '/session');
  last = undefined;
  $('feed').replaceChildren();
  count(0);
  signedOut();
});

$('kind').addEventListener('change', () => {
  for (const field of document.querySelectorAll('[data-kind]:is(label)')) {
    field.hidden = !field.dataset.kind.split(' ').includes($('kind').value);
  }
});

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
  // At once, so that what is typed while the answer is on its way stays; a refused text comes back, unless another was begun.
  $('text').value = '';
  const problem = await send('POST', '/notifications', { topic: $('topic').value.trim(), content });
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
