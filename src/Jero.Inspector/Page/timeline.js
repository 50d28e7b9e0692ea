import { el, setText } from "./dom.js";
import { counted, duration } from "./format.js";

const mostPoints = 4_000;

/** When what came, and where nothing did. */
export class Timeline {
  constructor() {
    this.canvas = el("canvas", { class: "timeline", "aria-hidden": "true" });
    this.text = el("p", { class: "soft" });
    this.element = el("div", {}, this.canvas, this.text);
    this.clear();
  }

  clear() {
    this.points = [];
    this.every = 1;
    this.seen = 0;
    this.last = 0;
    this.gap = { length: 0, at: 0 };
    this.keepAlives = 0;
  }

  add(at, isItem) {
    if (at - this.last > this.gap.length) {
      this.gap = { length: at - this.last, at: this.last };
    }

    this.last = at;
    this.keepAlives += isItem ? 0 : 1;
    if (this.seen++ % this.every === 0) {
      this.points.push([at, isItem]);
      if (this.points.length > mostPoints) {
        this.points = this.points.filter((_, index) => index % 2 === 0);
        this.every *= 2;
      }
    }
  }

  draw(now, items, isOver) {
    const gap = !isOver && now - this.last > this.gap.length ? { length: now - this.last, at: this.last } : this.gap;
    const came = [counted(items, "item"), ...(this.keepAlives > 0 ? [counted(this.keepAlives, "keepalive")] : [])].join(", ");
    setText(this.text, `${came} in ${duration(now)}; the longest gap is ${duration(gap.length)}, at ${duration(gap.at)}.`);
    const { canvas } = this;
    const scale = devicePixelRatio;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (width === 0) {
      return;
    }

    if (canvas.width !== Math.round(width * scale)) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }

    const style = getComputedStyle(canvas);
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    const placeOf = (at) => (at / Math.max(now, 1)) * (width - 2);
    if (gap.length > 1) {
      context.fillStyle = style.getPropertyValue("--gap");
      context.fillRect(placeOf(gap.at), 0, Math.max(1, placeOf(gap.at + gap.length) - placeOf(gap.at)), height);
    }

    for (const [at, isItem] of this.points) {
      context.fillStyle = style.getPropertyValue(isItem ? "--item" : "--alive");
      context.fillRect(placeOf(at), isItem ? 3 : height / 2, 2, isItem ? height - 6 : height / 2 - 3);
    }
  }
}
