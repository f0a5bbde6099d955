
"use strict";
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var all = function (what) { return Array.prototype.slice.call(document.querySelectorAll(what)); };
  var plain = function (text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  };
  var question = byId("vraag"), theme = byId("thema"), village = byId("kern");
  var cards = all(".card").map(function (card) {
    return {
      card: card,
      words: plain(card.textContent),
      themes: card.getAttribute("data-themas").split("|"),
      villages: card.getAttribute("data-kernen").split("|").filter(Boolean)
    };
  });
  var fits = function (one, words) {
    if (theme.value && one.themes.indexOf(theme.value) < 0) { return false; }
    if (village && village.value && one.villages.length && one.villages.indexOf(village.value) < 0) { return false; }
    return words.every(function (word) { return one.words.indexOf(word) >= 0; });
  };
  var told = byId("gevonden");
  var show = function () {
    var words = plain(question.value).split(/\s+/).filter(Boolean), count = 0;
    cards.forEach(function (one) {
      var there = fits(one, words);
      one.card.hidden = !there;
      count += there ? 1 : 0;
    });
    all(".theme").forEach(function (part) {
      part.hidden = !part.querySelector(".card:not([hidden])");
      var jump = document.querySelector('[data-deel="' + part.id + '"]');
      if (jump) { jump.hidden = part.hidden; }
    });
    byId("niets").hidden = count > 0 || cards.length === 0;
    told.textContent = count === 1 ? told.dataset.een : told.dataset.meer.replace("{n}", String(count));
  };
  var clear = function () {
    question.value = "";
    theme.value = "";
    if (village) { village.value = ""; }
    show();
    question.focus();
  };
  question.addEventListener("input", show);
  theme.addEventListener("change", show);
  if (village) { village.addEventListener("change", show); }
  byId("wis").addEventListener("click", clear);
  byId("print").addEventListener("click", function () { window.print(); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); question.focus(); }
    if (event.key === "Escape" && document.activeElement === question) { clear(); }
  });
  byId("zoek").hidden = false;
  show();
})();
