// Forms that are sent once, drafts that survive a closed tab, and the composer that changes its reader.

const PREFIX = "pledge.draft.";

export function startForms() {
  document.addEventListener("submit", sendOnce);
  document.addEventListener("input", keepDraft);
  document.addEventListener("keydown", sendByKey);
  document.addEventListener("click", changeReader);
  document.addEventListener("change", submitAtOnce);
  document.addEventListener("htmx:load", (event) => restore(event.target));
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form.is-sent").forEach(release);
  });
  restore(document);
}

function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (form.classList.contains("is-sent")) {
    event.preventDefault();
    return;
  }
  forgetDrafts(form);
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  form.classList.add("is-sent");
  form.querySelectorAll("button:not([type=button])").forEach((button) => button.classList.add("is-busy"));
}

function release(form) {
  form.classList.remove("is-sent");
  form.querySelectorAll(".is-busy").forEach((button) => button.classList.remove("is-busy"));
}

function keepDraft(event) {
  const key = event.target.dataset?.draft;
  if (!key) return;
  if (event.target.value) localStorage.setItem(PREFIX + key, event.target.value);
  else localStorage.removeItem(PREFIX + key);
}

function restore(root) {
  root.querySelectorAll("[data-draft]").forEach((area) => {
    const kept = localStorage.getItem(PREFIX + area.dataset.draft);
    if (kept && !area.value) area.value = kept;
  });
}

function forgetDrafts(form) {
  form.querySelectorAll("[data-draft]").forEach((area) => localStorage.removeItem(PREFIX + area.dataset.draft));
}

/** Ctrl+Enter inside a form with a button that says so. */
function sendByKey(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const button = event.target.form?.querySelector("[data-submit-key]");
  if (!button) return;
  event.preventDefault();
  event.target.form.requestSubmit(button);
}

/** A select or radio with data-submit sends its form when it changes. */
function submitAtOnce(event) {
  if (event.target.matches?.("[data-submit]")) event.target.form.requestSubmit();
}

function changeReader(event) {
  const opener = event.target.closest?.("[data-mode]:not([data-composer])");
  const composer = opener && (opener.closest("[data-composer]") || document.querySelector("[data-composer]"));
  if (!composer) return;
  event.preventDefault();
  const mode = opener.dataset.mode;
  composer.dataset.mode = mode;
  composer.querySelectorAll("[role=tab]").forEach((tab) => {
    tab.setAttribute("aria-selected", String(tab.dataset.mode === mode));
    tab.tabIndex = tab.dataset.mode === mode ? 0 : -1;
  });
  composer.querySelectorAll("[data-panel]").forEach((panel) => {
    panel.hidden = panel.dataset.panel !== mode;
  });
  composer.querySelector(`[data-panel="${CSS.escape(mode)}"] textarea`)?.focus();
}
