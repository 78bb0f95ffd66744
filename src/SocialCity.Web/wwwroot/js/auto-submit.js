// A select of a filter takes effect at once; its button is for those without script, and stays for the keyboard.
export default function (control) {
  control.addEventListener("change", () => control.form?.requestSubmit());
}
