/* Runs before everything else, in any web view that Excel ever used: plain ES5, copied as it is under a name of its contents.
   It shows a page of plain HTML where the pane cannot run, and where Excel never answers (Office.onReady may neither
   resolve nor reject: OfficeDev/office-js 6040). The pane reports with paneGuard.ready() or paneGuard.refuse(). */
(function () {
  "use strict";
  var WAIT = 8000;
  var RELOADS = 2;
  var COUNTER = "贷后助手.reloads";
  var timer;

  function show(id) {
    clearTimeout(timer);
    var root = document.getElementById("root");
    var page = document.getElementById(id);
    if (root) root.style.display = "none";
    if (page) page.removeAttribute("hidden");
  }

  /* Storage may be refused; then there is no automatic reload. */
  function reloads() {
    try {
      return Number(sessionStorage.getItem(COUNTER) || 0);
    } catch (refused) {
      return RELOADS;
    }
  }

  function remember(count) {
    try {
      sessionStorage.setItem(COUNTER, String(count));
    } catch (refused) {
      return;
    }
  }

  function giveUpOrReload() {
    var count = reloads();
    if (count >= RELOADS) return show("notReady");
    remember(count + 1);
    location.reload();
  }

  /* A script with a pattern that looks behind is not even read where the view knows none. Views that know
     Promise.allSettled know globalThis and matchAll too. */
  function isTooOld() {
    try {
      return !(RegExp("(?<!a)b") && Promise.allSettled && window.ResizeObserver);
    } catch (refused) {
      return true;
    }
  }

  window.paneGuard = {
    ready: function () {
      clearTimeout(timer);
      remember(0);
    },
    refuse: function (why) {
      if (why === "tooOld") show("tooOld");
      else giveUpOrReload();
    },
  };

  function begin() {
    if (isTooOld()) return show("tooOld");
    var retry = document.getElementById("retry");
    if (retry)
      retry.onclick = function () {
        remember(0);
        location.reload();
      };
  }

  timer = setTimeout(giveUpOrReload, WAIT);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
