// In a row of tabs that scrolls sideways the one that lies open comes into view. What lies before it fades out, as what follows does.
export default function (row) {
  const here = row.querySelector("[aria-current]");
  if (here && row.scrollWidth > row.clientWidth) {
    const place = here.getBoundingClientRect();
    const frame = row.getBoundingClientRect();
    row.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2;
  }
  const fade = () => row.style.setProperty("--cut", `${Math.min(Math.max(row.scrollLeft, 0), 48)}px`);
  row.addEventListener("scroll", fade, { passive: true });
  fade();
}
