// Moving through a list by keys and choosing several of its rows.
//
// <table data-rows> with rows <tr data-row>: J and K move, X selects, Enter opens the first link of the row.
// <div data-bulk hidden> shows while rows are selected; [data-bulk-count data-words="{n} selected"] counts them;
// [data-bulk-clear] unselects. The check boxes belong to a form through their form attribute.
import { typing } from "./keys.js";

export function startRows() {
  document.addEventListener("keydown", byKey);
  document.addEventListener("change", (event) => {
    if (event.target.closest?.("[data-row]")) show();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-bulk-clear]")) clear();
  });
  document.addEventListener("htmx:load", show);
  show();
}

function byKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  if (!rows.length) return;
  const current = rows.findIndex((row) => row.classList.contains("is-current"));
  const action = {
    j: () => go(rows, Math.min(current + 1, rows.length - 1)),
    k: () => go(rows, Math.max(current - 1, 0)),
    x: () => pick(rows[current]),
    Enter: () => open(event, rows[current]),
    Escape: clear,
  }[event.key];
  if (action) action();
}

function go(rows, index) {
  rows.forEach((row, i) => row.classList.toggle("is-current", i === index));
  rows[index].scrollIntoView({ block: "nearest" });
  rows[index].querySelector("a")?.focus({ preventScroll: true });
}

function pick(row) {
  row?.querySelector("input[type=checkbox]")?.click();
}

function open(event, row) {
  if (event.target.closest("a, button, input") || !row) return;
  row.querySelector("a")?.click();
}

function clear() {
  document.querySelectorAll("[data-row] input:checked").forEach((box) => (box.checked = false));
  show();
}

function show() {
  const boxes = [...document.querySelectorAll("[data-row] input[type=checkbox]")];
  boxes.forEach((box) => box.closest("[data-row]").classList.toggle("is-selected", box.checked));
  const chosen = boxes.filter((box) => box.checked).length;
  document.querySelectorAll("[data-bulk]").forEach((bar) => {
    bar.hidden = chosen === 0;
    bar.querySelectorAll("[data-bulk-count]").forEach((count) => {
      count.textContent = count.dataset.words.replace("{n}", chosen);
    });
  });
}
