// A link or button with data-dialog="#id" opens that dialog; without script the link leads to a page with the same form.
export default function (opener) {
  const dialog = document.querySelector(opener.dataset.dialog);
  if (!(dialog instanceof HTMLDialogElement)) {
    return;
  }

  opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) {
      dialog.close();
    }
  });
}
