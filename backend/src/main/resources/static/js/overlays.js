// Dialogs, the palette and toasts.
//
// data-dialog="id" opens <dialog id>; data-close closes the one around it; a dialog with data-open opens itself.
// [data-palette] holds the results: arrows choose among .palette-item, Enter follows.
// .toast[data-lasts="8"] counts [data-seconds data-words="{n} s"] down and goes.

export function startOverlays() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-dialog]");
    if (opener) openDialog(document.getElementById(opener.dataset.dialog), event);
    if (event.target.closest?.("[data-close]")) event.target.closest("dialog")?.close();
    if (event.target.matches?.("dialog")) event.target.close();
  });
  document.addEventListener("keydown", choose);
  document.addEventListener("htmx:load", (event) => wake(event.target));
  wake(document);
}

function openDialog(dialog, event) {
  if (!dialog?.showModal || dialog.open) return;
  event.preventDefault();
  dialog.showModal();
}

function wake(root) {
  root.querySelectorAll("dialog[data-open]").forEach((dialog) => dialog.open || dialog.showModal());
  const toasts = [...root.querySelectorAll(".toast[data-lasts]")];
  if (root.matches?.(".toast[data-lasts]")) toasts.push(root);
  toasts.forEach(countDown);
}

function choose(event) {
  const results = document.querySelector("dialog[open] [data-palette]");
  if (!results || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
  const items = [...results.querySelectorAll(".palette-item")];
  const at = items.findIndex((item) => item.classList.contains("is-current"));
  if (event.key === "Enter") {
    if (event.target.closest(".palette-item") || !items.length) return;
    event.preventDefault();
    items[Math.max(at, 0)].click();
    return;
  }
  event.preventDefault();
  const next = Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), items.length - 1);
  items.forEach((item, i) => item.classList.toggle("is-current", i === next));
  items[next]?.scrollIntoView({ block: "nearest" });
}

function countDown(toast) {
  let seconds = Number(toast.dataset.lasts);
  delete toast.dataset.lasts;
  const timer = setInterval(() => {
    if (toast.matches(":hover, :focus-within")) return;
    seconds -= 1;
    toast.querySelectorAll("[data-seconds]").forEach((count) => {
      count.textContent = count.dataset.words.replace("{n}", seconds);
    });
    if (seconds > 0) return;
    clearInterval(timer);
    toast.remove();
  }, 1000);
}
