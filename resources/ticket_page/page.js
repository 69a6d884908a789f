// Keeps the ticket page true without a reload; without this file the page asks again by itself every 15 seconds.
"use strict";
(() => {
  if (!("EventSource" in window)) {
    setTimeout(() => location.reload(), 15000);
    return;
  }
  const shown = (id) => document.getElementById(id);
  const source = new EventSource(location.pathname + "/events" + location.search);
  source.onmessage = (message) => {
    const view = JSON.parse(message.data);
    if (view.state === "over") {
      source.close();
      location.reload();
      return;
    }
    // Read aloud when something happened to the visitor or is told anew, not whenever a wait grows shorter.
    if (document.body.dataset.state !== view.state) {
      shown("said").textContent = [view.headline, view.place, view.detail].filter(Boolean).join(" ");
    } else {
      const told = ["pause", "message"].filter((id) => view[id] && view[id] !== shown(id).textContent);
      if (told.length) shown("said").textContent = told.map((id) => view[id]).join(" ");
    }
    document.body.dataset.state = view.state;
    // A tab in the background says it too.
    document.title = view.place ? `${view.number} → ${view.place}` : view.number;
    for (const id of ["number", "headline", "place", "wait", "come_back", "detail", "pause", "message"]) {
      if (shown(id).textContent !== view[id]) shown(id).textContent = view[id];
    }
  };
  source.onopen = () => { shown("lost").hidden = true; };
  source.onerror = () => { shown("lost").hidden = false; };
})();
