// A link or button with data-dialog="#id" opens that dialog; without script the link leads to a page with the same form. A link with
// data-dialog alone shows what that page asks (data-confirmation) in a dialog of its own.
export default function (opener) {
  const own = opener.dataset.dialog ? document.querySelector(opener.dataset.dialog) : null;
  if (own instanceof HTMLDialogElement) {
    prepare(own);
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      own.showModal();
    });
  } else if (!opener.dataset.dialog && opener.href) {
    opener.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      const asked = await question(opener.href).catch(() => null);
      if (!asked) {
        location.assign(opener.href);
        return;
      }
      const dialog = document.createElement("dialog");
      dialog.className = "dialog";
      dialog.setAttribute("aria-labelledby", "dialog-title");
      dialog.append(asked);
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      prepare(dialog);
      dialog.showModal();
    });
  }
}

async function question(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const asked = answer.ok ? page.querySelector("[data-confirmation]") : null;
  if (asked) {
    const form = asked.querySelector("form");
    const title = document.createElement("h2");
    title.id = "dialog-title";
    title.textContent = asked.querySelector("h1").textContent;
    asked.querySelector("h1").replaceWith(title);
    import("./form.js").then((comfort) => comfort.default(form));
  }
  return asked;
}

function prepare(dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) {
      event.preventDefault();
      dialog.close();
    }
  });
}
