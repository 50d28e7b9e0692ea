// Reads each stream of bytes, split at every pair of places, and says where the events are others: corpus.mjs CLIENT CASES
import { readFileSync } from "node:fs";

const { createFeed } = await import(process.argv[2]);
const cases = JSON.parse(readFileSync(process.argv[3], "utf8"));
let splits = 0;
for (const { text, events } of cases) {
  const bytes = new TextEncoder().encode(text);
  for (let first = 0; first <= bytes.length; first++) {
    for (let second = first; second <= bytes.length; second++) {
      const parts = [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)].filter((part) => part.length > 0);
      const body = new ReadableStream({
        start(controller) {
          parts.forEach((part) => controller.enqueue(part));
          controller.close();
        },
      });
      const feed = createFeed({ fetch: async () => new Response(body, { headers: { "Content-Type": "text/event-stream" } }) });
      const read = [];
      for await (const event of feed.getText({}, { reconnects: false })) {
        read.push(`${event.id ?? ""}|${event.event}|${event.data}`);
      }

      splits++;
      if (JSON.stringify(read) !== JSON.stringify(events)) {
        console.log(`${JSON.stringify(text)} split at ${first} and ${second}: ${JSON.stringify(read)} instead of ${JSON.stringify(events)}`);
        process.exit(1);
      }
    }
  }
}

console.log(splits > 1000 ? "every split" : `only ${splits} splits`);
