// Puts a prepared text where somebody is writing: at the cursor, leaving what stands there.
export default function (button) {
  const source = document.querySelector(button.dataset.insert);
  const target = document.querySelector(button.dataset.into);
  if (!source || !target) {
    return;
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    const before = target.value.slice(0, target.selectionStart);
    const gap = before === "" || before.endsWith("\n") ? "" : "\n\n";
    target.setRangeText(gap + source.textContent, target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new Event("input", { bubbles: true }));
    target.focus();
  });
}
