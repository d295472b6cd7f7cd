// Keeps what is typed at the desk: at the server while it can be reached, in this browser until the server has it.
//
// <form data-draft-form="12.PL-10001.reply" data-draft-sent="PAGE"> with <input name="page"> and [data-draft-status]:
//   the status asks the server to keep the form (by htmx); data-words-out, -open, -away say what stands in the way, data-way leads back to the case
// [data-draft-discard data-words="Throw away?"] empties the form
// [data-look] is asked for again while somebody is at the page; nobody there lets the session end in its time

const PREFIX = "pledge.writing.";
const EVERY = 20_000;
const AWAY = 10 * 60_000;
/** What the server has, by form. */
const served = new WeakMap();
let last = Date.now();

export function startDrafts() {
  document.querySelectorAll("form[data-draft-form]").forEach(restore);
  document.addEventListener("input", (event) => hold(event.target.form));
  document.addEventListener("click", discard);
  document.addEventListener("htmx:beforeOnLoad", refused);
  document.addEventListener("htmx:beforeRequest", remember);
  document.addEventListener("htmx:afterRequest", kept);
  for (const sign of ["keydown", "pointermove", "pointerdown"]) {
    document.addEventListener(sign, () => (last = Date.now()), { passive: true });
  }
  setInterval(look, EVERY);
}

function fields(form) {
  return [...form.elements].filter((field) => field.matches("textarea, select:not([data-canned])") && field.name);
}

function words(form) {
  return JSON.stringify(Object.fromEntries(fields(form).map((field) => [field.name, field.value])));
}

/** Holds the words here until the server says that it has them. */
function hold(form) {
  if (!form?.dataset.draftForm) return;
  const held = { page: form.elements.page.value, words: words(form), basis: served.get(form) };
  localStorage.setItem(PREFIX + form.dataset.draftForm, JSON.stringify(held));
}

/** What the server never got comes back, unless it was sent. */
function restore(form) {
  served.set(form, words(form));
  const key = PREFIX + form.dataset.draftForm;
  const held = JSON.parse(localStorage.getItem(key) ?? "null");
  if (!held) return;
  if (held.page === form.dataset.draftSent) {
    localStorage.removeItem(key);
    return;
  }
  const kept = JSON.parse(held.words);
  const basis = JSON.parse(held.basis);
  fields(form).forEach((field) => put(field, kept[field.name], basis[field.name]));
  addEventListener("load", () => status(form)?.dispatchEvent(new CustomEvent("keep")));
}

/** In place of what it was written upon; where the server has got something else since, both stay. */
function put(field, words, basis) {
  if (words === undefined || words === field.value) return;
  if (field.tagName === "SELECT") {
    if ([...field.options].some((option) => option.value === words)) field.value = words;
  } else {
    field.value = field.value === basis || !field.value ? words : field.value + "\n\n" + words;
  }
}

function status(form) {
  return form.querySelector("[data-draft-status]");
}

function asked(event) {
  const element = event.detail.elt;
  return element.matches?.("[data-draft-status]") ? element : null;
}

function remember(event) {
  const element = asked(event);
  if (element) event.detail.xhr.held = words(element.closest("form"));
}

/** The server has it: the browser need not, unless somebody has typed on. */
function kept(event) {
  const element = asked(event);
  if (!element) return;
  const form = element.closest("form");
  if (event.detail.successful) {
    served.set(form, event.detail.xhr.held);
    if (event.detail.xhr.held === words(form)) localStorage.removeItem(PREFIX + form.dataset.draftForm);
  } else if (!isSignedOut(event.detail.xhr)) {
    element.textContent = element.dataset.wordsAway;
  }
}

/** The token against forgery ends with the sign-in, or is renewed by it in another tab. */
function isSignedOut(request) {
  return request.status === 401 || request.status === 403;
}

/** Signed out: the page stays, so that nothing is lost with it, and leads to the sign-in. */
function refused(event) {
  const element = event.detail.elt;
  if (!isSignedOut(event.detail.xhr) || !element.matches?.("[data-draft-status], [data-look]")) return;
  event.preventDefault();
  if (!element.dataset.wordsOut) return;
  const way = document.createElement("a");
  way.href = element.dataset.way;
  way.textContent = element.dataset.wordsOpen;
  element.replaceChildren(element.dataset.wordsOut + " ", way);
}

function discard(event) {
  const button = event.target.closest?.("[data-draft-discard]");
  if (!button || !confirm(button.dataset.words)) return;
  const form = button.closest("form");
  fields(form).forEach((field) => (field.tagName === "SELECT" ? (field.selectedIndex = 0) : (field.value = "")));
  hold(form);
  status(form).dispatchEvent(new CustomEvent("keep"));
  fields(form)[0].focus();
}

function look() {
  if (document.hidden || Date.now() - last > AWAY) return;
  document.querySelectorAll("[data-look]").forEach((part) => part.dispatchEvent(new CustomEvent("look")));
}
