import { byId, setText } from "./dom.js";
import { follow, showTotals } from "./feed.js";
import * as format from "./format.js";
import { startEnded } from "./ended.js";
import { startOpen } from "./open.js";
import { startTabs } from "./tabs.js";
import { startTopics } from "./topics.js";
import { startTry } from "./try.js";

const views = { open: startOpen(), ended: startEnded(), try: startTry(), topics: startTopics() };
let shown = "open";
let last;

startTabs((name) => {
  views[shown].hide?.();
  shown = name;
  views[name].show(last);
});

follow({
  opened(session) {
    setText(byId("app"), session.app);
    setText(
      byId("place"),
      `${session.environment} · ${session.machine} · process ${session.process}${session.user ? ` · ${session.user}` : ""}`,
    );
    document.title = `${session.app} · Jero inspector`;
    for (const view of Object.values(views)) {
      view.opened?.(session);
    }
  },
  came(overview) {
    last = overview;
    showTotals(overview, format);
    views[shown].came?.(overview);
  },
});
