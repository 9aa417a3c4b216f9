// Evaluated in the script's own realm after Microsoft's client library: makes `Office`, a small `document`, console and timers of what `bridge` offers.
(function inside(bridge) {
  "use strict";
  const page = globalThis;
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "Worker"]) delete page[name];

  // console
  const show =
    (level) =>
    (...parts) =>
      bridge.print(level, bridge.format(parts));
  const log = show("out");
  page.console = {
    log,
    info: log,
    debug: log,
    dir: (value) => log(value),
    table: (rows) => log(rows),
    group: log,
    groupCollapsed: log,
    groupEnd() {},
    time() {},
    timeEnd() {},
    count() {},
    trace: show("err"),
    warn: show("err"),
    error: show("err"),
    assert: (holds, ...parts) => holds || page.console.error("Assertion failed:", ...parts),
  };

  // timers
  const timer =
    (repeat) =>
    (callback, delay, ...given) =>
      bridge.start(() => callback(...given), Number(delay) || 0, repeat);
  page.setTimeout = timer(false);
  page.setInterval = timer(true);
  page.clearTimeout = page.clearInterval = (id) => bridge.stop(id);
  page.queueMicrotask = (callback) => void Promise.resolve().then(callback);

  // document
  const elements = new Map();
  const buttons = [];
  class Style {
    setProperty(name, value) {
      this[name] = value;
    }
  }
  class Element {
    constructor(tag, id) {
      this.tagName = tag.toUpperCase();
      this.id = id ?? "";
      this.value = bridge.input(this.id) ?? "";
      this.checked = this.value === "true";
      this.style = new Style();
      this.children = [];
      this.options = this.children;
      this.selectedIndex = 0;
      this.dataset = {};
      this.attributes = {};
      this.listeners = {};
      this.innerHTML = "";
      const names = new Set();
      this.classList = {
        add: (...all) => all.forEach((name) => names.add(name)),
        remove: (...all) => all.forEach((name) => names.delete(name)),
        toggle: (name) => (names.has(name) ? names.delete(name) : names.add(name)),
        contains: (name) => names.has(name),
      };
    }
    get textContent() {
      return this.innerHTML;
    }
    set textContent(text) {
      this.innerHTML = String(text);
    }
    get innerText() {
      return this.innerHTML;
    }
    set innerText(text) {
      this.innerHTML = String(text);
    }
    set onclick(listener) {
      this.listeners.click = [];
      this.addEventListener("click", listener);
    }
    addEventListener(type, listener) {
      if (typeof listener !== "function") return;
      (this.listeners[type] ??= []).push(listener);
      if (type === "click" && !buttons.includes(this)) buttons.push(this);
    }
    removeEventListener(type, listener) {
      this.listeners[type] = (this.listeners[type] ?? []).filter((one) => one !== listener);
    }
    click() {
      const event = { type: "click", target: this, currentTarget: this, preventDefault() {}, stopPropagation() {} };
      for (const listener of this.listeners.click ?? []) listener.call(this, event);
    }
    appendChild(child) {
      this.children.push(child);
      return child;
    }
    append(...children) {
      this.children.push(...children);
    }
    insertAdjacentHTML(_place, html) {
      this.innerHTML += html;
    }
    setAttribute(name, value) {
      this.attributes[name] = String(value);
      if (name === "id") elements.set(String(value), this);
    }
    getAttribute(name) {
      return this.attributes[name] ?? null;
    }
    removeAttribute(name) {
      delete this.attributes[name];
    }
    querySelector(selector) {
      return page.document.querySelector(selector);
    }
    querySelectorAll() {
      return [];
    }
    add(child) {
      this.children.push(child);
    }
    remove() {}
    focus() {}
    blur() {}
  }
  const byId = (id) => {
    if (!elements.has(id)) elements.set(id, new Element("div", id));
    return elements.get(id);
  };
  const body = new Element("body");
  const ready = (event, callback) => {
    if (event === "DOMContentLoaded" || event === "load") void Promise.resolve().then(callback);
  };
  page.document = {
    body,
    head: new Element("head"),
    documentElement: new Element("html"),
    readyState: "complete",
    cookie: "",
    location: page.location,
    getElementById: byId,
    createElement: (tag) => new Element(tag),
    createTextNode: (text) => String(text),
    querySelector: (selector) => (selector.startsWith("#") ? byId(selector.slice(1)) : body),
    querySelectorAll: () => [],
    getElementsByTagName: () => [],
    getElementsByClassName: () => [],
    addEventListener: ready,
    removeEventListener() {},
  };
  page.addEventListener = ready;

  // as much of jQuery as classic samples use
  const wrap = (element) => ({
    0: element,
    length: 1,
    click(listener) {
      if (listener === undefined) element.click();
      else element.addEventListener("click", listener);
      return this;
    },
    on(type, listener) {
      element.addEventListener(type, listener);
      return this;
    },
    val(value) {
      if (value === undefined) return element.value;
      element.value = String(value);
      return this;
    },
    text(value) {
      if (value === undefined) return element.innerHTML;
      element.innerHTML = String(value);
      return this;
    },
    html(value) {
      return this.text(value);
    },
    append(html) {
      element.innerHTML += String(html);
      return this;
    },
    ready(callback) {
      ready("load", callback);
      return this;
    },
    show() {
      return this;
    },
    hide() {
      return this;
    },
  });
  page.$ = page.jQuery = (what) => {
    if (typeof what === "function") return wrap(body).ready(what);
    return wrap(typeof what === "string" ? page.document.querySelector(what) : body);
  };

  // Office
  const info = { host: "Excel", platform: "PC" };
  const handlers = [];
  const succeeded = (callback, value) => callback?.({ status: "succeeded", value, asyncContext: undefined });
  const withOptions =
    (act) =>
    (...given) => {
      const callback = given.find((one) => typeof one === "function");
      succeeded(callback, act(...given));
    };
  const stored = new Map();
  page.Office = {
    HostType: { Excel: "Excel", Word: "Word", PowerPoint: "PowerPoint", Outlook: "Outlook" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac", iOS: "iOS", Universal: "Universal" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: { DocumentSelectionChanged: "documentSelectionChanged", SettingsChanged: "settingsChanged" },
    onReady(callback) {
      return Promise.resolve(info).then((given) => {
        callback?.(given);
        return given;
      });
    },
    context: {
      ...info,
      diagnostics: { ...info, version: "16.0.14332.20000" },
      contentLanguage: "zh-CN",
      displayLanguage: "zh-CN",
      requirements: { isSetSupported: (set, version) => bridge.isSetSupported(String(set), version) },
      document: {
        url: "",
        addHandlerAsync(type, handler, ...given) {
          if (type === "documentSelectionChanged") handlers.push(handler);
          succeeded(given.find((one) => typeof one === "function"));
        },
        removeHandlerAsync(_type, options, ...given) {
          const at = handlers.indexOf(options?.handler);
          if (at >= 0) handlers.splice(at, 1);
          succeeded(given.find((one) => typeof one === "function"));
        },
        settings: {
          get: (name) => stored.get(name) ?? null,
          set: (name, value) => void stored.set(name, value),
          remove: (name) => void stored.delete(name),
          saveAsync: withOptions(() => undefined),
        },
      },
    },
    actions: { associate() {} },
    addin: { showAsTaskpane: () => Promise.resolve(), hide: () => Promise.resolve() },
  };
  Object.defineProperty(page.Office, "initialize", {
    set(callback) {
      void Promise.resolve().then(() => callback("documentOpened"));
    },
  });

  // the client library
  class EmbeddedSession extends page.OfficeExtension.SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve({ url: "https://embedded.invalid/", headers: {} });
    }
    _createRequestExecutorOrNull() {
      return {
        executeAsync: (_custom, _flags, { Body }) => {
          const text = bridge.execute(typeof Body === "string" ? Body : JSON.stringify(Body));
          const answer = { HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: JSON.parse(text) };
          return Promise.resolve(answer);
        },
      };
    }
  }
  const library = page.OfficeExtension;
  library.ClientRequestContext.defaultRequestUrlAndHeaders = new EmbeddedSession();
  library._testSetRichApiMessageReadyImpl?.(() => Promise.resolve());

  return {
    /** What happened, for the handlers that the script registered. */
    tell: (entries) => library._testTriggerRichApiMessageEvent(JSON.parse(entries)),
    selectionChanged: () => handlers.forEach((handler) => handler({ type: "documentSelectionChanged" })),
    buttons: () => buttons.map(({ id }) => id).join("\n"),
    click: (id) => byId(id).click(),
  };
});
