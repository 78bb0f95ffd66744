// In a row of tabs that scrolls sideways the one that lies open comes into view. What lies before it fades out, as what follows does.
export default function (row) {
  const here = row.querySelector("[aria-current]");
  const fade = () => row.style.setProperty("--cut", `${Math.min(Math.max(row.scrollLeft, 0), 48)}px`);
  row.addEventListener("scroll", fade, { passive: true });
  // At first, and when a phone is turned.
  new ResizeObserver(() => {
    if (here && row.scrollWidth > row.clientWidth) {
      const place = here.getBoundingClientRect();
      const frame = row.getBoundingClientRect();
      const start = row.scrollLeft + place.left - frame.left - (frame.width - place.width) / 2;
      // A few pixels off would only cut the first.
      row.scrollLeft = start < 48 ? 0 : start;
    }
    fade();
  }).observe(row);
}
