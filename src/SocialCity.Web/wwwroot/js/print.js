// Opens the device's own printing. Without script the browser's menu does the same.
export default function (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
