// Reads items in each form, split at every place, whole and cut: items.mjs CLIENT
const { createFeed } = await import(process.argv[2]);

async function read(type, text, at, breaks) {
  const bytes = new TextEncoder().encode(text);
  const parts = [bytes.slice(0, at), bytes.slice(at)].filter((part) => part.length > 0);
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part !== undefined) {
        controller.enqueue(part);
      } else if (breaks) {
        controller.error(new TypeError("reset"));
      } else {
        controller.close();
      }
    },
  });
  const feed = createFeed({ fetch: async () => new Response(body, { headers: { "Content-Type": type } }) });
  const items = [];
  try {
    for await (const item of feed.getItems({}, { maxItemLength: 40 })) {
      items.push(item);
    }
  } catch (error) {
    items.push(`${error.name}${error.items === undefined ? "" : ` ${error.items}`}`);
  }

  return JSON.stringify(items);
}

const lines = "application/x-ndjson";
const sequence = "application/json-seq";
const array = "application/json";
const cases = [
  [lines, '{"id":1}\n\r\n{"id":"é😀"}\r\n', '[{"id":1},{"id":"é😀"}]'],
  [lines, '1\n2\n{"id":3}', '[1,2,{"id":3}]'],
  [lines, "1\n23", '[1,"StreamTruncatedError 1"]'],
  [lines, '{"id":1}\n{"id"', '[{"id":1},"StreamTruncatedError 1"]'],
  [lines, '{"id":1}\nno\n', '[{"id":1},"SyntaxError"]'],
  [lines, `1\n"${"x".repeat(60)}"\n`, '[1,"RangeError"]'],
  [lines, "", "[]"],
  [lines, "1\n", '[1,"StreamTruncatedError 1"]', true],
  [sequence, '\x1E{"id":1}\n\x1E[2]\n', '[{"id":1},[2]]'],
  [sequence, '\x1E{"id":1}\n\x1E2', '[{"id":1},"StreamTruncatedError 1"]'],
  [array, "[]", "[]"],
  [array, ' [ {"a":"],[\\"}"} , [1,2], "é", 4 ] ', '[{"a":"],[\\"}"},[1,2],"é",4]'],
  [array, '[1,{"a":2}', '[1,"StreamTruncatedError 1"]'],
  [array, "", '["StreamTruncatedError 0"]'],
  ["text/html", "<html>", '["ApiError"]'],
];
for (const [type, text, expected, breaks = false] of cases) {
  for (let at = 0; at <= new TextEncoder().encode(text).length; at++) {
    const found = await read(type, text, at, breaks);
    if (found !== expected) {
      console.log(`${type} ${JSON.stringify(text)} split at ${at}: ${found} instead of ${expected}`);
      process.exit(1);
    }
  }
}

console.log("every split");
