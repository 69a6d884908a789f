// Keeps the ticket page true without a reload; without this file the page asks again by itself every 15 seconds.
"use strict";
(() => {
  if (!("EventSource" in window)) {
    setTimeout(() => location.reload(), 15000);
    return;
  }
  const shown = (id) => document.getElementById(id);
  // The first of two lines leads to the second, as in page.html.
  const tell = (id, text) => {
    const [lead, ...told] = text.split("\n");
    const leading = document.createElement("span");
    leading.textContent = lead;
    shown(id).replaceChildren(...(told.length ? [leading, "\n" + told.join("\n")] : [text]));
  };
  const said = (text, language) => {
    const part = document.createElement("span");
    part.textContent = text + " ";
    if (language) part.lang = language;
    return part;
  };
  let calls = 0;
  const Sound = window.AudioContext || window.webkitAudioContext;
  let sound = null;

  // Three soft notes, and a buzz where the phone can.
  const call = () => {
    if (!sound) return;
    if (navigator.vibrate) navigator.vibrate([300, 150, 300]);
    sound.resume();
    [523, 659, 784].forEach((pitch, at) => {
      const note = sound.createOscillator();
      const volume = sound.createGain();
      const start = sound.currentTime + at * 0.35;
      note.frequency.value = pitch;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.4, start + 0.05);
      volume.gain.linearRampToValueAtTime(0, start + 0.6);
      note.connect(volume).connect(sound.destination);
      note.start(start);
      note.stop(start + 0.7);
    });
  };

  // A browser lets a page sound only after a touch on it: the visitor allows it, for this page and as long as it is open.
  const button = shown("alert");
  if (Sound && button) {
    button.hidden = false;
    button.onclick = () => {
      if (sound) {
        sound.close();
        sound = null;
      } else {
        sound = new Sound();
        sound.resume();
        if (navigator.vibrate) navigator.vibrate(80);
      }
      button.setAttribute("aria-pressed", String(sound !== null));
      shown("alerting").hidden = sound === null;
    };
  }

  // A thousand phones learn at one moment that the day is over: none of them asks for the page again.
  const end = () => {
    shown("number").closest("section").remove();
    for (const each of document.querySelectorAll(".acts, nav, .lost")) each.remove();
  };

  const hear = (view) => {
    // Whoever is still thinking about a question is told at once when something else happened.
    if (document.body.dataset.asked) {
      if (document.body.dataset.state !== view.state) location.replace(location.pathname + document.body.dataset.asked);
      return;
    }
    // Read aloud when something happened to the visitor or is told anew, not whenever a wait grows shorter.
    if (document.body.dataset.state !== view.state) {
      shown("said").textContent = [view.headline, view.place, view.detail].filter(Boolean).join(" ");
    } else {
      const told = ["pause", "aside", "message"].filter((id) => view[id] && view[id] !== shown(id).textContent);
      if (told.length) shown("said").replaceChildren(...told.map((id) => said(view[id], view[id + "_in"])));
    }
    if (view.calls > calls) call();
    calls = view.calls;
    document.body.dataset.state = view.state;
    // A tab in the background says it too.
    document.title = view.place ? `${view.number} → ${view.place}` : view.number || document.querySelector(".site").textContent;
    for (const id of ["number", "headline", "place", "wait", "come_back", "detail", "pause", "aside", "message"]) {
      if (shown(id).textContent !== view[id]) tell(id, view[id]);
      // What is in one language only is read by a voice of that language.
      if (view[id + "_in"]) shown(id).lang = view[id + "_in"];
    }
    if (view.state === "over") end();
    for (const each of document.querySelectorAll("[data-action]")) {
      each.hidden = !view.actions.includes(each.dataset.action);
    }
  };
  const page = document.body.dataset.page;
  const heard = (told) => {
    // It is gone with the day.
    if (shown("lost")) shown("lost").hidden = told !== LOST;
    if (!told.state) return;
    if (told.state === "over") leave();
    hear(told);
  };

  // A line of its own, which nobody needs who does not look, unless a sound was asked for.
  const ownLine = () => {
    const line = new Line(heard);
    const ask = () => {
      if (sound || !document.hidden) line.follow([page]);
    };
    return { ask, leave: () => line.close(), hide: () => sound || line.close() };
  };

  // The line that all pages share; its worker may be gone, as a line may.
  const sharedLine = () => {
    const worker = new SharedWorker("/t/-/line.js");
    const port = worker.port;
    let timer = 0;
    const wait = (ms, act) => {
      clearTimeout(timer);
      timer = setTimeout(act, ms);
    };
    const leave = () => {
      clearTimeout(timer);
      port.postMessage("");
    };
    const giveUp = () => {
      leave();
      port.onmessage = worker.onerror = null;
      heard(LOST);
      line = ownLine();
      line.ask();
    };
    const ask = () => {
      port.postMessage(page);
      wait(FIRST_WORD_MS + 2000, giveUp);
    };
    worker.onerror = giveUp;
    port.onmessage = (told) => {
      wait(SILENT_MS, ask);
      heard(told.data);
    };
    return { ask, leave, hide: () => {} };
  };

  // A browser that may keep nothing at all refuses the worker too.
  const bestLine = () => {
    try {
      return sharedLine();
    } catch {
      return ownLine();
    }
  };

  let line = bestLine();
  const doubt = () => document.body.dataset.state === "over" || line.ask();
  const leave = () => line.leave();
  line.ask();
  // The phone was asleep, in another network or elsewhere: what the page says may be old, and its line dead.
  document.addEventListener("visibilitychange", () => (document.hidden ? line.hide() : doubt()));
  addEventListener("online", doubt);
  addEventListener("pageshow", (again) => again.persisted && doubt());
  addEventListener("pagehide", leave);
})();
