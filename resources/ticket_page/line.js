// The line to the hub: in a page of its own, or in the worker that all ticket pages of one browser share. A browser
// opens six lines to one hub, and every page that kept one for itself would take it from the next.
"use strict";
// The hub says every few seconds that the line is alive. A dead line says nothing, not even that it is dead.
const SILENT_MS = 9000;
const FIRST_WORD_MS = 4000;
const LOST = "lost";

class Line {
  // Tells `hear` what the hub says of a page, something else when it only lives, and LOST when it does not.
  constructor(hear) {
    this.hear = hear;
    this.source = null;
    this.timer = 0;
    this.failures = 0;
  }

  // Follow `pages` ("TICKET.LANGUAGE") from now on, over a new line: the hub says at once how each stands.
  follow(pages) {
    this.pages = pages;
    this.open();
  }

  open() {
    this.close();
    this.source = new EventSource(`/t/${this.pages.join(",")}/events`);
    const heard = (message) => {
      this.failures = 0;
      this.wait(SILENT_MS, () => this.open());
      this.hear(JSON.parse(message.data));
    };
    this.source.onmessage = heard;
    this.source.addEventListener("alive", heard);
    this.source.onerror = () => this.fail();
    this.wait(FIRST_WORD_MS, () => this.fail());
  }

  // A browser by itself never comes back after a refusal. A thousand phones come back one after the other.
  fail() {
    this.close();
    this.hear(LOST);
    this.failures += 1;
    this.wait(1000 + 3000 * Math.min(this.failures, 2) * Math.random(), () => this.open());
  }

  close() {
    clearTimeout(this.timer);
    if (this.source) this.source.close();
    this.source = null;
  }

  wait(ms, act) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, ms);
  }
}

// In the worker: each page says which it is, again when it doubts the line, and nothing more when it goes.
if ("onconnect" in self) {
  const MOST_PAGES = 32;
  const pages = new Map();
  const line = new Line((told) => {
    for (const [port, page] of pages) if (!told.of || told.of === page) port.postMessage(told);
  });
  self.onconnect = (connected) => {
    const port = connected.ports[0];
    port.onmessage = (said) => {
      pages.delete(port);
      if (said.data) {
        pages.set(port, said.data);
        line.follow([...new Set(pages.values())].slice(-MOST_PAGES));
      } else if (!pages.size) line.close();
    };
  };
}
