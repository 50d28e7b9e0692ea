import { ApiError } from './client.js';
import { $ } from './dom.js';

const patience = 20_000;

// What the server refuses, and what else goes wrong, in words.
export function explain(error) {
  if (error instanceof ApiError) {
    const { errors, detail, title } = error.problem ?? {};
    return Object.values(errors ?? {}).flat().join(' ') || detail || title || `The server answered with status ${error.status}.`;
  }

  return error.name === 'TimeoutError' ? 'The server does not answer.' : 'The server cannot be reached.';
}

// How long a request may take that is no stream.
export const soon = () => ({ signal: AbortSignal.timeout(patience) });

export function reset() {
  $('publish').reset();
  showFields();
  mark({});
}

// Publishes what the form has, for whoever is signed in: reader() gives the session.
export function setUp(client, { reader, onSignedOut }) {
  $('publish').addEventListener('submit', async event => {
    event.preventDefault();
    mark({});
    const kind = $('kind').value;
    // An empty field is no number, and would be sent as 0.
    if (kind === 'progress' && !$('percent').checkValidity()) {
      return mark({ problem: 'The percentage has to be a whole number from 0 to 100.', fields: ['percent'] });
    }

    const content = {
      message: { kind, text: $('text').value },
      progress: { kind, job: $('job').value, percent: $('percent').valueAsNumber },
      alert: { kind, severity: $('severity').value, text: $('text').value },
    }[kind];
    const topic = $('topic').value.trim();
    const text = $('text').value;
    const author = reader();
    const field = kind === 'progress' ? 'job' : 'text';
    const focused = document.activeElement;
    // At once, so that what is typed while the answer is on its way stays; a refused text comes back, unless another was begun.
    $('text').value = '';
    try {
      await client.postNotifications({ draft: { topic, content } }, soon());
      if (reader()?.user !== author.user) return;
      // What the reader cannot see in the list has to be said. Otherwise the note stays: it may be of one sent after this, whose answer was faster.
      if (!author.topics.includes(topic)) $('publish-note').textContent = `Sent to ${topic}. Only that user can read it.`;
      // Whoever has gone on to another field stays there.
      if (document.activeElement === focused) $(field).focus();
    } catch (error) {
      if (reader()?.user !== author.user) return;
      $('text').value ||= text;
      if (error.status === 401) return onSignedOut();
      mark({ problem: explain(error), fields: fieldsOf(error, field) });
    }
  });
  $('kind').addEventListener('change', showFields);
}

// The fields that a problem is about. There is no topic of that name: 404.
function fieldsOf(error, otherwise) {
  if (!(error instanceof ApiError)) return [];
  const named = Object.keys(error.problem?.errors ?? {}).map(path => path.split('.').at(-1)).filter(name => $('publish').elements[name]);
  return error.status === 404 ? ['topic'] : named.length > 0 ? named : error.status === 422 ? [otherwise] : [];
}

function mark({ problem = '', fields = [] }) {
  $('publish-problem').textContent = problem;
  $('publish-note').textContent = '';
  for (const field of $('publish').elements) field.removeAttribute('aria-invalid');
  for (const name of fields) $(name).setAttribute('aria-invalid', 'true');
  if (fields.length > 0) $(fields[0]).focus();
}

function showFields() {
  for (const field of document.querySelectorAll('label[data-kind]')) {
    field.hidden = !field.dataset.kind.split(' ').includes($('kind').value);
  }
}
