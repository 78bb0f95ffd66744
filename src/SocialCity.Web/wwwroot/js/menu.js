// A details element used as a menu closes when one looks elsewhere.
export default function (menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });

  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
