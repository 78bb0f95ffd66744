// A passkey is made or used by the browser; what comes of it is sent by the form around the button, as any other form.
const able = typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";

export default function (form) {
  if (!able) {
    return;
  }

  form.hidden = false;
  document.querySelectorAll("[data-passkey-missing]").forEach((text) => { text.hidden = true; });
  const button = form.querySelector("button");
  const status = form.querySelector("[data-passkey-status]");
  let busy = false;

  // Before the guard against double sending, which would take the second, real sending for one.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (busy) {
      return;
    }

    busy = true;
    button.setAttribute("aria-busy", "true");
    try {
      const options = await ask(form);
      if (options) {
        form.elements.credential.value = JSON.stringify(await perform(form.dataset.passkey, options));
        form.submit();
        return;
      }
    } catch (error) {
      // Closed by the person, or unknown to the device: nothing has happened.
      console.info(error);
      status.textContent = form.dataset.passkeyFailed;
    }

    busy = false;
    button.removeAttribute("aria-busy");
  }, { capture: true });
}

async function ask(form) {
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: "POST",
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (answer.redirected && form.dataset.passkeyProve) {
    location.assign(form.dataset.passkeyProve);
    return null;
  }

  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}.`);
  }

  return answer.json();
}

async function perform(act, options) {
  const credential = act === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return credential.toJSON();
}
