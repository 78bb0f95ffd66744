// Hands the address of a page to the device's own sharing, or copies it. Without script the address can be copied by hand.
export default function (box) {
  const act = box.querySelector("[data-share-act]");
  act.hidden = false;
  act.addEventListener("click", async () => {
    const { share: url, title } = box.dataset;
    try {
      if (navigator.share) {
        await navigator.share({ title, url });
      } else {
        await navigator.clipboard.writeText(url);
        box.querySelector("[data-share-status]").textContent = box.dataset.done;
      }
    } catch {
      box.querySelector("input").select();
    }
  });
}
