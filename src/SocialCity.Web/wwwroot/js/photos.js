// Files may be dropped, and the chosen photos are shown small before they are sent.
export default function (drop) {
  const input = drop.querySelector("input[type=file]");
  const shown = document.createElement("div");
  shown.className = "gallery preview";
  shown.hidden = true;
  drop.after(shown);

  for (const type of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", type === "dragover");
    });
  }

  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  input.addEventListener("change", () => {
    shown.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src));
    shown.replaceChildren(...[...input.files].map(figure));
    shown.hidden = input.files.length === 0;
  });

  function figure(file) {
    const box = document.createElement("figure");
    if (file.type.startsWith("image/")) {
      const image = document.createElement("img");
      image.src = URL.createObjectURL(file);
      image.alt = "";
      box.append(image);
    }
    const name = document.createElement("figcaption");
    const size = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
    name.textContent = `${file.name} (${size.format(file.size / 1048576)})`;
    box.append(name);
    return box;
  }
}
