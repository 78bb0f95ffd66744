// A form is sent once, and what was typed is not left by mistake.
export default function (form) {
  let sent = false;
  let changed = false;

  form.addEventListener("input", () => { changed = true; });

  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    changed = false;
    event.submitter?.setAttribute("aria-busy", "true");
  });

  // Back from the next page the browser may show this one as it was left.
  addEventListener("pageshow", () => {
    sent = false;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  });

  if (form.matches("[data-guard]")) {
    addEventListener("beforeunload", (event) => {
      if (changed) {
        event.preventDefault();
      }
    });
  }
}
