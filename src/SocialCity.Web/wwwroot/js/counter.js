// Counts what is typed. While a Korean or Japanese syllable is being composed the number waits.
export default function (control) {
  const limit = Number(control.dataset.counter);
  const counter = document.getElementById(`${control.id}-count`);
  if (!counter) {
    return;
  }

  const format = new Intl.NumberFormat(document.documentElement.lang);

  function count() {
    // Browsers send a line break as two letters, and so the server counts it.
    const length = control.value.replace(/\r?\n/g, "\r\n").length;
    counter.textContent = counter.dataset.text.replace("##", format.format(limit)).replace("#", format.format(length));
    counter.classList.toggle("over", length > limit);
  }

  control.addEventListener("input", (event) => {
    if (!event.isComposing) {
      count();
    }
  });
  control.addEventListener("compositionend", count);
  count();
}
