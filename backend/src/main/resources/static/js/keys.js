// data-key="r", "shift+r", "mod+k", "?" on anything that can be clicked or focused.
// "mod" is Ctrl, on a Mac also Command. Plain keys rest while somebody types or a dialog is open.

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = name(event);
    const quiet = typing(event.target) || document.querySelector("dialog[open]");
    if (quiet && !pressed.startsWith("mod+")) return;
    const target = find(pressed);
    if (!target) return;
    event.preventDefault();
    press(target);
  });
}

/** Whether what is focused takes letters. */
export function typing(element) {
  return element.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
}

function name(event) {
  const key = event.key.toLowerCase();
  const letter = key.length === 1 && key.toUpperCase() !== key;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  if (event.shiftKey && (letter || key.length > 1)) parts.push("shift");
  return [...parts, key].join("+");
}

function find(pressed) {
  return [...document.querySelectorAll("[data-key]")].find(
    (element) => element.dataset.key === pressed && !element.disabled && element.checkVisibility(),
  );
}

function press(target) {
  if (typing(target)) target.focus();
  else target.click();
}
