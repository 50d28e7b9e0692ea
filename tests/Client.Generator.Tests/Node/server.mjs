// Asks a server for what it has, a line of output each: server.mjs CLIENT ADDRESS
const { createFeed, ApiError, StreamTruncatedError } = await import(process.argv[2]);
let token = 0;
const feed = createFeed({ baseUrl: `${process.argv[3]}/`, prepare: (init) => init.headers.set("X-Token", String(++token)) });
const fast = { reconnectDelay: 1, lastEventId: "0" };

const seen = [];
const states = [];
for await (const event of feed.getEvents({}, { ...fast, onStateChange: (state) => states.push(state) })) {
  seen.push(`${event.event} ${event.id} ${event.event === "added" ? event.data.title : event.data}`);
}

console.log(seen.join(", "));
console.log(states.join(" "));

try {
  for await (const _ of feed.getEvents({}, { reconnects: false, unknownEvents: "throw", lastEventId: "unknown" }));
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}

for await (const e of feed.getEvents({}, { reconnects: false, unknownEvents: "yield", lastEventId: "unknown" })) {
  console.log(e.event, e.data);
}

try {
  await feed.getMovie({ id: 404 });
} catch (error) {
  console.log(error instanceof ApiError, error.status, error.problem.detail, error.message.replace(process.argv[3], ""));
}

console.log((await feed.getMovie({ id: 2 })).title);
console.log(await feed.postImport({ items: (async function* () { yield { id: 1, title: "a" }; yield { id: 2, title: "b\n" }; })() }));

const leaving = new AbortController();
let count = 0;
try {
  for await (const _ of feed.getItems({ kind: ["a", "b&c"] }, { signal: leaving.signal })) {
    if (++count === 2) {
      leaving.abort();
    }
  }
} catch (error) {
  console.log(error.name, count);
}

try {
  for await (const _ of feed.postChat({ movie: { id: 1, title: "x" } }, fast));
} catch (error) {
  console.log(error instanceof StreamTruncatedError, error.items);
}
