// Counts promises up and down once a minute, by the server's clock and in the reader's words.
//
// <meta name="clock" data-now="2026-11-19T13:12:00Z" data-words-left-h="{h} h {mm} left" ...>
//   words-left-d, -h, -m and words-over-d, -h, -m; {d} days, {h} hours, {mm} minutes with two digits, {m} minutes
// <span data-due="INSTANT" data-soon="INSTANT">   words replaced; the badge around it changes its tone and shape
// <svg data-from="INSTANT" data-until="INSTANT">  a rail whose ring moves
// <text data-clock data-zone="Asia/Shanghai" data-words="{time} now">

const MINUTE = 60_000;
const told = document.querySelector("meta[name=clock]")?.dataset ?? {};
let offset = 0;

export function startClock() {
  if (told.now) offset = Date.parse(told.now) - Date.now();
  tick();
  const wait = MINUTE - (now() % MINUTE);
  setTimeout(() => {
    tick();
    setInterval(tick, MINUTE);
  }, wait + 50);
  document.addEventListener("visibilitychange", () => document.hidden || tick());
  document.addEventListener("htmx:load", (event) => {
    const swapped = event.target.closest?.("[data-now]");
    if (swapped) offset = Date.parse(swapped.dataset.now) - Date.now();
    tick();
  });
}

/** The server's time in milliseconds since the epoch. */
export function now() {
  return Date.now() + offset;
}

/** Hours and minutes of an instant in a zone, 24-hour. */
export function hoursAndMinutes(millis, zone) {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone || undefined };
  return new Intl.DateTimeFormat("en-GB", options).format(millis);
}

function tick() {
  document.querySelectorAll("[data-due]").forEach(count);
  document.querySelectorAll("svg[data-until]").forEach(move);
  document.querySelectorAll("[data-clock]").forEach((element) => {
    const time = hoursAndMinutes(now(), element.dataset.zone);
    element.textContent = (element.dataset.words || "{time}").replace("{time}", time);
  });
}

function count(element) {
  const left = Date.parse(element.dataset.due) - now();
  const words = phrase(left);
  if (words) element.textContent = words;
  const badge = element.closest(".badge-running, .badge-due");
  if (badge && left < 0) turn(badge, "badge-broken", "split");
  else if (badge && element.dataset.soon && Date.parse(element.dataset.soon) <= now()) {
    turn(badge, "badge-due", "triangle");
  }
}

function phrase(left) {
  const minutes = left < 0 ? Math.floor(-left / MINUTE) : Math.ceil(left / MINUTE);
  const unit = minutes >= 1440 ? "D" : minutes >= 60 ? "H" : "M";
  const template = told[(left < 0 ? "wordsOver" : "wordsLeft") + unit];
  if (!template) return null;
  const hours = Math.floor(minutes / 60);
  return template
    .replace("{d}", Math.floor(hours / 24))
    .replace("{h}", unit === "D" ? hours % 24 : hours)
    .replace("{mm}", String(minutes % 60).padStart(2, "0"))
    .replace("{m}", minutes % 60);
}

function turn(badge, tone, shape) {
  badge.classList.remove("badge-running", "badge-due");
  badge.classList.add(tone);
  const use = badge.querySelector("use");
  use?.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#" + shape));
}

function move(rail) {
  const from = Date.parse(rail.dataset.from);
  const share = (now() - from) / (Date.parse(rail.dataset.until) - from);
  const at = (Math.min(1, Math.max(0, share)) * 100).toFixed(2) + "%";
  rail.querySelectorAll(".rail-ring, .rail-dot").forEach((circle) => circle.setAttribute("cx", at));
  rail.querySelectorAll("[data-moves]").forEach((part) => part.setAttribute(part.dataset.moves, at));
}
