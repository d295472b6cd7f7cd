// The pages of whoever travels: kept in this browser so that they open without a connection, and what is done on them is sent
// once there is one. Each deed carries a key of its own, so that the server takes it once however often it is sent.
//
// <section data-visit-queue data-person="7" data-home="/visits"> says what is not sent yet, in the words of its attributes
// <form data-deed="Check in"> with <input name="key"> and <input name="at">: kept, then sent
// <input type="checkbox" data-visit-spot> asks where the phone is; without an answer the deed goes without

import { hoursAndMinutes } from "./clock.js";

const PREFIX = "pledge.visits.queue.";
const OFFSET = "pledge.visits.offset";
const PAGES = "pledge-visits";
const AGAIN = 20_000;
const LOCATING = 5_000;
let panel;
let sending = false;

export function startVisits() {
  document.addEventListener("submit", forgetPages);
  panel = document.querySelector("[data-visit-queue]");
  if (!panel) return;
  document.addEventListener("submit", keep, { capture: true });
  panel.addEventListener("click", drop);
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  setInterval(() => queue().length && send(), AGAIN);
  show();
  send();
  keepPages();
}

function queue() {
  return JSON.parse(localStorage.getItem(PREFIX + panel.dataset.person) ?? "[]");
}

function store(entries) {
  localStorage.setItem(PREFIX + panel.dataset.person, JSON.stringify(entries));
  show();
}

/** Changes one entry, if it is still there; nothing in its place takes it away. */
function change(key, to) {
  store(queue().flatMap((entry) => (entry.key === key ? (to ? [{ ...entry, ...to }] : []) : [entry])));
}

/** The time at the server, as far as it is known: a phone's clock may be wrong. */
function now() {
  return Date.now() + Number(localStorage.getItem(OFFSET) ?? 0);
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

async function keep(event) {
  const form = event.target;
  if (!form.dataset.deed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const fields = Object.fromEntries(new FormData(form));
  delete fields._csrf;
  const key = newKey();
  const at = new Date(now()).toISOString();
  const entry = { key, at, url: form.getAttribute("action"), what: form.dataset.deed, fields: { ...fields, key, at } };
  entry.zone = form.closest("[data-zone]")?.dataset.zone;
  store([...queue(), entry]);
  form.querySelectorAll("textarea[data-draft]").forEach((area) => localStorage.removeItem("pledge.draft." + area.dataset.draft));
  const asked = form.querySelector("[data-visit-spot]")?.checked;
  form.reset();
  if (asked) change(key, { fields: { ...entry.fields, ...(await spot()) } });
  send();
}

/** Where the phone is; nothing where it does not say so soon. */
function spot() {
  return new Promise((found) => {
    if (!navigator.geolocation) return found({});
    const none = setTimeout(() => found({}), LOCATING);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        clearTimeout(none);
        found({ latitude: String(coords.latitude), longitude: String(coords.longitude) });
      },
      () => found({}),
      { timeout: LOCATING, maximumAge: 60_000 },
    );
  });
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    await sendAll();
  } catch {
    say("");
  } finally {
    sending = false;
  }
}

/** In the order in which it happened. What is refused stays, with why, and lets the next one pass. */
async function sendAll() {
  const door = await fetch(panel.dataset.home + "/token", { redirect: "manual", cache: "no-store" });
  if (!door.ok) return say(isSignedOut(door) ? panel.dataset.signedOut : "", isSignedOut(door));
  const { header, token, person, now: there } = await door.json();
  localStorage.setItem(OFFSET, String(Date.parse(there) - Date.now()));
  if (person !== panel.dataset.person) return say(queue().length ? panel.dataset.other : "");
  say("");
  let sent = 0;
  for (const entry of queue().filter((one) => !one.refused)) {
    const answer = await fetch(entry.url, {
      method: "POST",
      redirect: "manual",
      headers: { [header]: token, "X-Kept": "1" },
      body: new URLSearchParams(entry.fields),
    });
    if (answer.ok) {
      change(entry.key);
      sent++;
    } else if (answer.status === 404) change(entry.key, { refused: panel.dataset.gone });
    else if (answer.status === 422) change(entry.key, { refused: (await answer.json()).reason });
    else return say(isSignedOut(answer) ? panel.dataset.signedOut : "", isSignedOut(answer));
  }
  if (sent) location.reload();
}

function isSignedOut(answer) {
  return answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
}

/** Why nothing is sent; empty where nothing but a connection is missing. */
function say(words, signIn) {
  const why = panel.querySelector("[data-visit-why]");
  why.hidden = !words || !queue().length;
  why.textContent = words + " ";
  if (!signIn) return;
  const way = document.createElement("a");
  way.href = panel.dataset.home;
  way.textContent = panel.dataset.signIn;
  why.append(way);
}

/** What waits stands above; what is done once is not offered again meanwhile. */
function show() {
  const entries = queue();
  panel.hidden = !entries.length;
  panel.querySelector("[data-visit-entries]").replaceChildren(...entries.map(line));
  const waiting = entries.filter((entry) => !entry.refused).map((entry) => entry.url);
  document.querySelectorAll("form[data-deed]").forEach((form) => {
    form.hidden = !form.elements.text && waiting.includes(form.getAttribute("action"));
  });
}

function line(entry) {
  const row = document.createElement("li");
  row.className = "row";
  const words = document.createElement("span");
  words.className = "row-text";
  const said = entry.fields.text || entry.fields.name;
  words.textContent = (entry.refused ? panel.dataset.refused : panel.dataset.waiting)
    .replace("{what}", () => entry.what)
    .replace("{time}", () => hoursAndMinutes(Date.parse(entry.at), entry.zone))
    .replace("{reason}", () => entry.refused);
  row.append(words);
  if (said) {
    const note = document.createElement("span");
    note.className = "row-note";
    note.textContent = said;
    words.append(note);
  }
  if (entry.refused) {
    const button = document.createElement("button");
    button.className = "button";
    button.type = "button";
    button.dataset.visitDrop = entry.key;
    button.textContent = panel.dataset.drop;
    row.append(button);
  }
  return row;
}

function drop(event) {
  const button = event.target.closest("[data-visit-drop]");
  if (button) change(button.dataset.visitDrop);
}

/** The first time the page is there before what keeps it: so it is put away by hand, with all that belongs to it. */
async function keepPages() {
  if (!("serviceWorker" in navigator)) return;
  const first = !navigator.serviceWorker.controller;
  const home = panel.dataset.home;
  try {
    await navigator.serviceWorker.register(home + "/worker.js", { scope: home });
    await navigator.serviceWorker.ready;
  } catch {
    // without it the pages need a connection to open; what is done on them is kept all the same
    return;
  }
  const own = [...document.querySelectorAll(".visit-link")].map((link) => link.href);
  const parts = performance.getEntriesByType("resource").map((part) => part.name);
  const wanted = first ? [location.href, ...own, ...parts] : own;
  const cache = await caches.open(PAGES);
  await Promise.allSettled([...new Set(wanted)].filter(isKept).map((url) => put(cache, url)));
  document.documentElement.dataset.visitsKept = "true";
}

function isKept(url) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && !/\/(token|worker\.js)$/.test(pathname) && !pathname.startsWith("/demo/");
}

async function put(cache, url) {
  const answer = await fetch(url, { redirect: "manual" });
  if (answer.ok) await cache.put(url, answer);
}

/** Whoever signs out leaves no customers' addresses behind. */
function forgetPages(event) {
  if (event.target.getAttribute("action")?.endsWith("/sign-out") && "caches" in window) caches.delete(PAGES);
}
