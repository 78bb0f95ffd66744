// A queue worked by keys: next, previous, and the acts of the item in focus, or of the first one before any is. The keys work while the focus is in the queue, so that
// they never surprise somebody who dictates or types elsewhere; each act is a link that can be pressed as well.
export default function (queue) {
  const items = [...queue.querySelectorAll("[data-queue-item]")];
  const main = (item) => item.querySelector("[data-queue-main]");

  queue.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) {
      return;
    }

    // Whoever types Hangul just now presses the same keys, and Caps Lock changes nothing.
    const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace("Key", "").toLowerCase();
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = { j: at + 1, k: at - 1 }[key];
    if (next !== undefined) {
      const item = items[Math.min(Math.max(next, 0), items.length - 1)];
      main(item)?.focus();
      item?.scrollIntoView({ block: "nearest" });
      event.preventDefault();
      return;
    }

    const act = items[Math.max(at, 0)]?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (act) {
      event.preventDefault();
      act.click();
    }
  });

  document.querySelector("[data-queue-hint]")?.addEventListener("click", () => queue.focus({ preventScroll: true }));

  // Whoever comes to the page begins in the queue, unless the address names a place or something has the focus already.
  if (items.length > 0 && !location.hash && document.activeElement === document.body && matchMedia("(hover: hover) and (min-width: 48rem)").matches) {
    queue.focus({ preventScroll: true });
  }
}
