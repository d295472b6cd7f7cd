// <select data-canned="ID of a textarea"> asks the server (by htmx) for the text that was picked; it is put where the cursor stands,
// and the first […] that is left to be filled in is selected. Without hx-get it is the value itself that is put there.

const LEFT = /\[…[^\]\n]*\]/;

export function startCanned() {
  document.addEventListener("htmx:afterOnLoad", (event) => {
    const select = event.detail.elt;
    if (select.dataset?.canned && event.detail.xhr.status === 200) put(select, event.detail.xhr.responseText);
  });
  document.addEventListener("change", (event) => {
    const select = event.target;
    if (!select.dataset?.canned || select.hasAttribute("hx-get") || !select.value) return;
    put(select, select.value);
    select.selectedIndex = 0;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.dataset?.canned) event.detail.elt.selectedIndex = 0;
  });
}

function put(select, text) {
  const area = document.getElementById(select.dataset.canned);
  const from = area.selectionStart;
  area.setRangeText(text, from, area.selectionEnd, "end");
  area.focus();
  const left = LEFT.exec(text);
  if (left) area.setSelectionRange(from + left.index, from + left.index + left[0].length);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
