// The one-time token comes in the fragment, so that it never reaches a log; it leaves the address
// bar at once, so that it is in no history either.
const form = document.querySelector("[data-needs-token]");
function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get("t");
  if (given) {
    form.elements.token.value = given;
    history.replaceState(null, "", location.pathname);
  }
  const missing = !form.elements.token.value;
  form.hidden = missing;
  document.querySelector("[data-without-token]").hidden = !missing;
  if (!missing && !form.elements.name.value) form.elements.name.focus();
}
if (form) {
  takeToken();
  // Somebody who was here without the link pastes it: that changes the fragment alone.
  window.addEventListener("hashchange", takeToken);
}

for (const button of document.querySelectorAll("[data-show]")) {
  const field = document.getElementById(button.dataset.show);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-pressed", String(shown));
    field.focus();
  });
}

// Hashing takes a moment: show that it was sent, and send it once.
for (const sent of document.querySelectorAll("form")) {
  sent.addEventListener("submit", () => {
    sent.querySelector("[type=submit]").disabled = true;
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[type=submit]")) button.disabled = false;
});
