// A video or a map is fetched from where it lies when the reader asks for it, and not before.
export default function (words) {
  for (const place of document.querySelectorAll("[data-embed]")) {
    const address = new URL(place.dataset.embed);
    const isMap = address.host === "www.openstreetmap.org";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = isMap ? words.dataset.map : words.dataset.video;
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = `${isMap ? words.dataset.mapTitle : words.dataset.videoTitle}: ${place.querySelector("a").textContent}`;
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      frame.allowFullscreen = true;
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
      button.replaceWith(frame);
      frame.focus();
    });
    place.prepend(button);
  }
}
