import { $, element } from './dom.js';

const shown = 200;
const storage = 'notifications';

const rows = new Map(); // The row of each item.
let items = []; // The oldest first.
let user;
let last; // The last position of the stream.

// Makes the list that of a user: what this tab had before a reload, or nothing.
export function open(name) {
  user = name;
  const kept = JSON.parse(sessionStorage.getItem(storage));
  sessionStorage.removeItem(storage);
  if (kept?.user !== name) return;
  last = kept.last;
  kept.items.forEach(put);
  count();
}

// Where the stream goes on.
export const position = () => last;

// Each event has a position, also those that are not shown.
export function pass(event) {
  last = event.id ?? last;
}

export function add(event) {
  // What is seen is read.
  put({ notification: event.data, isUnread: document.hidden || !document.hasFocus() });
  while (items.length > shown) {
    const [oldest] = items.splice(0, 1);
    rows.get(oldest).remove();
    rows.delete(oldest);
  }

  count();
}

export function markRead() {
  for (const item of items) {
    item.isUnread = false;
    delete rows.get(item).dataset.unread;
  }

  count();
}

// Nothing of one user is left for the next.
export function forget() {
  user = undefined;
  last = undefined;
  items = [];
  rows.clear();
  $('feed').replaceChildren();
  sessionStorage.removeItem(storage);
  count();
}

function put(item) {
  // A job has one row, however often it says how far it is.
  const known = items.find(other => isSameJob(other.notification, item.notification));
  const row = rows.get(known) ?? document.createElement('li');
  const { content, from, topic, at } = item.notification;
  const time = element('time', '', new Date(at).toLocaleTimeString());
  time.dateTime = at;
  const facts = element('span', 'facts', `${from} → ${topic} · `);
  facts.append(time);
  row.replaceChildren(describe(content), facts);
  row.dataset.kind = content.kind;
  row.toggleAttribute('data-unread', item.isUnread);
  if (known) {
    Object.assign(known, item);
  } else {
    items.push(item);
    rows.set(item, row);
    $('feed').prepend(row);
  }
}

function isSameJob(one, other) {
  return one.content.kind === 'progress' && other.content.kind === 'progress' && one.topic === other.topic && one.content.job === other.content.job;
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

function count() {
  const unread = items.filter(item => item.isUnread).length;
  $('unread').textContent = unread;
  document.title = unread ? `(${unread}) Notifications` : 'Notifications';
  $('empty').hidden = items.length > 0;
}

$('read').addEventListener('click', markRead);
addEventListener('focus', markRead);
document.addEventListener('visibilitychange', () => document.hidden || markRead());

// For the next load of this tab. The list and the position are kept together, so that what came in between is neither lost nor doubled.
addEventListener('pagehide', () => {
  if (user !== undefined) sessionStorage.setItem(storage, JSON.stringify({ user, last, items }));
});
