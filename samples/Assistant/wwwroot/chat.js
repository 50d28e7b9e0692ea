import { ApiError, StreamTruncatedError, createAssistant } from './client.js';

const [talk, suggestions, said, form, text, send, stop, anew] =
  ['talk', 'suggestions', 'said', 'ask', 'text', 'send', 'stop', 'anew'].map(id => document.getElementById(id));
const assistant = createAssistant({ baseUrl: '.' });
const longestEarlier = 40_000;

let conversation = []; // What was asked and answered; the server keeps nothing.
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

suggestions.addEventListener('click', event => {
  if (event.target instanceof HTMLButtonElement && !current) ask(event.target.textContent);
});

// Aborting the request closes its connection (or its HTTP/2 stream), which is how the server knows.
stop.addEventListener('click', () => current?.abort());

anew.addEventListener('click', () => {
  conversation = [];
  talk.replaceChildren(suggestions);
  suggestions.hidden = false;
  anew.disabled = true;
  text.focus();
});

showModel();

async function showModel() {
  const notice = document.getElementById('notice');
  try {
    notice.textContent = (await assistant.getModel()).notice;
  } catch (error) {
    notice.textContent = error instanceof ApiError ? 'The server does not say which model answers.' : 'The server cannot be reached.';
  }
}

async function ask(question) {
  current = new AbortController();
  const { signal } = current;
  setBusy(true);
  suggestions.hidden = true;
  add('question', question);
  const answer = add('answer');
  answer.setAttribute('aria-busy', 'true');
  said.textContent = 'The model answers.';
  let last = null;
  try {
    for await (const chunk of assistant.postQuestions({ question: { text: question, earlier: earlier() } }, { signal })) {
      last = chunk;
      if (chunk.type === 'delta') append(answer, chunk.text);
    }

    if (last?.type === 'done') showEnd(question, answer, last);
    else fail(question, answer, last?.message ?? 'The answer ended too early.');
  } catch (error) {
    if (signal.aborted) showStop(question);
    else fail(question, answer, explain(error));
  } finally {
    answer.removeAttribute('aria-busy');
    current = null;
    setBusy(false);
    text.focus();
  }
}

function explain(error) {
  if (error instanceof StreamTruncatedError) return 'The connection broke in the midst of the answer.';
  if (!(error instanceof ApiError)) return error instanceof TypeError ? 'The server cannot be reached.' : error.message;
  const message = error.problem?.detail ?? error.problem?.title ?? `The server answered with status ${error.status}.`;
  const wait = error.headers.get('Retry-After');
  return wait ? `${message} Try again ${/^\d+$/.test(wait) ? `in ${wait} s` : `after ${wait}`}.` : message;
}

// As much of the conversation as the server takes, the newest.
function earlier() {
  let length = 0;
  const first = conversation.findLastIndex(turn => (length += turn.question.length + turn.answer.length) > longestEarlier);
  return conversation.slice(first + 1);
}

function showEnd(question, answer, { model, finishReason, usage }) {
  add('end', `${model}: ${finishReason}${usage ? `, ${usage.inputTokens} tokens in, ${usage.outputTokens} out` : ''}`);
  said.textContent = answer.textContent;
  if (answer.textContent.trim()) conversation.push({ question, answer: answer.textContent });
}

function showStop(question) {
  said.textContent = 'Stopped.';
  add('end', 'Stopped. ').append(retry(question));
}

// What has failed can be asked again, or be changed before.
function fail(question, answer, message) {
  said.textContent = '';
  if (!answer.textContent) answer.remove();
  text.value ||= question;
  const note = add('end error', `${message} `);
  note.setAttribute('role', 'alert');
  note.append(retry(question));
}

function retry(question) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Retry';
  button.addEventListener('click', () => {
    if (current) return;
    button.remove();
    if (text.value.trim() === question) text.value = '';
    ask(question);
  });
  return button;
}

function add(kind, content = '') {
  const element = document.createElement('p');
  element.className = kind;
  // As text, never as markup: it comes from a model, which is told to use none.
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
  anew.disabled = isBusy;
}
