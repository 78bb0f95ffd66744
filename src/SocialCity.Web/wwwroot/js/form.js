// So long a form counts as sent when no other page comes: the answer is a file, or the browser was told to stop.
const fileSeconds = 2;
const answerSeconds = 30;

// A form is sent once, and what was typed is not left by mistake.
export default function (form) {
  let sent = false;
  let changed = false;

  const release = () => {
    sent = false;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  };

  form.addEventListener("input", () => { changed = true; });

  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    changed = false;
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(release, 1000 * (form.matches("[data-download]") ? fileSeconds : answerSeconds));
  });

  // Back from the next page the browser may show this one as it was left.
  addEventListener("pageshow", release);

  if (form.matches("[data-guard]")) {
    addEventListener("beforeunload", (event) => {
      if (changed) {
        event.preventDefault();
      }
    });
  }
}
