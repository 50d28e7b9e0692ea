const talk = document.getElementById('talk');
const form = document.getElementById('ask');
const text = document.getElementById('text');
const send = document.getElementById('send');
const stop = document.getElementById('stop');

let current = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  const question = text.value.trim();
  if (current || !question) return;
  text.value = '';
  ask(question);
});

text.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// Aborting the request closes its connection (or its HTTP/2 stream), which is how the server knows.
stop.addEventListener('click', () => current?.abort());

showModel();

async function showModel() {
  const notice = document.getElementById('notice');
  try {
    const response = await fetch('model');
    notice.textContent = response.ok ? (await response.json()).notice : 'The server does not say which model answers.';
  } catch {
    notice.textContent = 'The server cannot be reached.';
  }
}

async function ask(question) {
  current = new AbortController();
  setBusy(true);
  add('question', question);
  const answer = add('answer');
  answer.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('questions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: question }),
      signal: current.signal,
    });
    if (!response.ok) throw new Error(await describe(response));
    let last = null;
    for await (const chunk of lines(response.body)) {
      last = chunk;
      if (chunk.type === 'delta') append(answer, chunk.text);
    }

    showEnd(last);
  } catch (error) {
    if (error.name === 'AbortError') showNote('Stopped.');
    else showNote(error instanceof TypeError ? 'The connection is lost.' : error.message, true);
  } finally {
    answer.removeAttribute('aria-busy');
    current = null;
    setBusy(false);
    text.focus();
  }
}

async function* lines(body) {
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split('\n');
    rest = whole.pop();
    for (const line of whole) yield JSON.parse(line);
  }
}

async function describe(response) {
  let message = `The server answered with status ${response.status}.`;
  try {
    const problem = await response.json();
    message = problem.detail ?? problem.title ?? message;
  } catch {
    // No problem document: the status has to do.
  }

  const wait = response.headers.get('Retry-After');
  return wait ? `${message} Try again ${/^\d+$/.test(wait) ? `in ${wait} s` : `after ${wait}`}.` : message;
}

function showEnd(chunk) {
  if (chunk?.type === 'error') {
    showNote(chunk.message, true);
  } else if (chunk?.type === 'done') {
    const usage = chunk.usage ? `, ${chunk.usage.inputTokens} tokens in, ${chunk.usage.outputTokens} out` : '';
    showNote(`${chunk.model}: ${chunk.finishReason}${usage}`);
  } else {
    showNote('The answer ended too early.', true);
  }
}

function showNote(message, isError = false) {
  const note = add(isError ? 'end error' : 'end', message);
  note.setAttribute('role', isError ? 'alert' : 'status');
}

function add(kind, content = '') {
  const element = document.createElement('p');
  element.className = kind;
  // As text, never as markup: it comes from a model.
  element.textContent = content;
  talk.append(element);
  element.scrollIntoView({ block: 'end' });
  return element;
}

function append(answer, words) {
  const isAtEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 40;
  answer.append(words);
  if (isAtEnd) talk.scrollTop = talk.scrollHeight;
}

function setBusy(isBusy) {
  send.disabled = isBusy;
  stop.disabled = !isBusy;
}
