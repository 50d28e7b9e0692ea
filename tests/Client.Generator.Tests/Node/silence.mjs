// Follows a server that falls silent: silence.mjs CLIENT ADDRESS
const { createFeed } = await import(process.argv[2]);
const states = [];
const options = { reconnectDelay: 1, silenceLimit: 10_000, onStateChange: (state) => states.push(state) };
for await (const event of createFeed({ baseUrl: process.argv[3] }).getText({}, options)) {
  states.push(event.data);
}

console.log(states.join(" "));
