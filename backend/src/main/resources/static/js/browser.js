// What only the browser knows: its time zone, and which files were chosen.

export function startBrowser() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelectorAll("[data-zone-of-browser]").forEach((field) => {
    if (!zone || field.value === zone) return;
    field.value = zone;
    window.addEventListener("load", () => document.body.dispatchEvent(new CustomEvent("zone")));
  });
  document.addEventListener("change", showChosen);
}

function showChosen(event) {
  if (!event.target.matches?.("[data-upload]")) return;
  const words = event.target.closest("label").querySelector("[data-upload-words]");
  words.dataset.empty ??= words.textContent;
  words.textContent = [...event.target.files].map((file) => file.name).join(", ") || words.dataset.empty;
}
