// What a user writes: every case is told apart by its name.
import { createShop, type Movie } from "./feed";

const shop = createShop({ baseUrl: "https://example.com" });

export async function use(signal: AbortSignal): Promise<string[]> {
  const said: string[] = [];
  for await (const event of shop.getEvents({}, { signal, lastEventId: "1", share: true })) {
    switch (event.event) {
      case "added":
        said.push(event.data.title);
        break;
      case "note":
        said.push(event.data.toUpperCase());
        break;
      default:
        event satisfies never;
    }
  }

  for await (const event of shop.getEvents({}, { unknownEvents: "yield" })) {
    switch (event.event) {
      case "added":
        said.push(event.data.title);
        break;
      case "note":
        break;
      default: {
        const text: string = event.data;
        said.push(`${event.event} ${text}`);
      }
    }
  }

  for await (const event of shop.getFeed({}, { signal })) {
    switch (event.event) {
      case "welcome":
        said.push(event.data.title);
        break;
      default: {
        const name: string = event.event;
        const percent: number = event.data;
        said.push(`${name} ${percent} ${String(event.event) === "progress"}`);
      }
    }
  }

  const movie: Movie = await shop.getMovie({ id: 2 }, { signal });
  await shop.postImport({ items: [movie] });
  // @ts-expect-error There is no such parameter.
  await shop.getMovie({ ids: 2 });
  // @ts-expect-error It has to be given.
  await shop.getMovie({});
  return said;
}
