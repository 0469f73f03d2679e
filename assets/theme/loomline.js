// Small things a page does by itself, before and beside Vue: theme without a flash, clipboard,
// times that stay fresh, shortcuts. No framework, no state but the theme cookie.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => /(?:^|; )loomline_theme=(light|dark|system)/.exec(document.cookie)?.[1] ?? "system";
  const isDark = () => (stored() === "system" ? system.matches : stored() === "dark");

  function paint() {
    root.dataset.theme = isDark() ? "dark" : "light";
    root.dataset.themeChoice = stored();
    window.Quasar?.Dark.set(isDark());
  }
  function choose(mode) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `loomline_theme=${mode}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    paint();
  }
  system.addEventListener("change", paint);
  paint();

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without HTTPS there is no clipboard API; a text area still works.
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  const STEPS = [[60, "second"], [3600, "minute", 60], [86400, "hour", 3600], [604800, "day", 86400]];
  function ago(seconds) {
    if (seconds < 10) return "just now";
    for (const [limit, unit, size = 1] of STEPS) {
      if (seconds < limit) {
        const count = Math.floor(seconds / size);
        return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
      }
    }
    return null;
  }
  function clock(seconds) {
    const whole = Math.floor(seconds);
    return whole < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
  }
  function refresh() {
    if (document.hidden) return;
    for (const element of document.querySelectorAll("[data-since]")) {
      const text = ago(Date.now() / 1000 - Number(element.dataset.since));
      if (text && element.textContent !== text) element.textContent = text;
    }
  }
  function tick() {
    if (document.hidden) return;
    for (const element of document.querySelectorAll("[data-elapsed]")) {
      element.textContent = clock(Math.max(0, Date.now() / 1000 - Number(element.dataset.elapsed)));
    }
  }
  setInterval(refresh, 15000);
  setInterval(tick, 200);

  // The socket's state for the save mark: Offline must show without the server's help.
  function watchSocket() {
    const socket = window.socket;
    if (!socket) return void setTimeout(watchSocket, 200);
    const mark = () => (root.dataset.online = socket.connected ? "yes" : "no");
    socket.on("connect", mark);
    socket.on("disconnect", mark);
    mark();
  }
  addEventListener("load", watchSocket);

  // "/" goes to the search field of the page unless one is typing.
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      const field = document.querySelector("[data-search] input");
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });

  // Escape closes what lies beside the canvas; out of a field it first leaves the field.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (document.querySelector(".q-menu, .q-dialog, .lc-picker")) return;
    const close = document.querySelector("[data-escape]");
    if (!close) return;
    if (event.target.closest?.("input, textarea, select")) event.target.blur();
    else close.click();
  });

  // Dragging the upper edge of the drawer makes it taller.
  addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const drawer = grip.parentElement;
    const start = event.clientY;
    const height = drawer.getBoundingClientRect().height;
    const move = (e) => {
      const wanted = Math.min(innerHeight * 0.75, Math.max(120, height + start - e.clientY));
      drawer.style.setProperty("--ll-drawer", `${wanted}px`);
    };
    const end = () => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("pointerup", end);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", end);
  });

  // Fills a field in as if it had been typed, so that nothing typed before can overtake it.
  function fill(id, text, position) {
    const field = document.getElementById(id);
    const input = field?.matches("input, textarea") ? field : field?.querySelector("input, textarea");
    if (!input) return;
    const prototype = input.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype.prototype, "value").set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
    input.setSelectionRange(position, position);
  }

  function reveal(id) {
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: "nearest" }));
  }

  window.loomline = { choose, copy, fill, refresh, reveal };
})();
