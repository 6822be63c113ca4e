// A classic script in ES5, so that every browser can read it. It runs before the app, and says in words why that does not start.
(function () {
  // The oldest browsers that have all of NEEDED; tests/tools/documents/oldest-browsers.test.ts reads both and compares.
  var OLDEST = { Chrome: '110', Edge: '110', Firefox: '115', Safari: '16.4' };
  // What the app uses without asking whether it is there. `Array#at` is `Array.prototype.at`.
  var NEEDED = [
    'HTMLScriptElement#noModule customElements Element#attachShadow Element#replaceChildren ResizeObserver IntersectionObserver',
    'CSSStyleSheet#replaceSync Document#adoptedStyleSheets HTMLDialogElement#showModal AbortController WeakRef',
    'Array#at Array#findLast Array#findLastIndex Array#flat Array#flatMap Array#toReversed Array#toSorted Array#toSpliced Array#with',
    'Object.fromEntries Object.hasOwn Promise.allSettled String#matchAll String#replaceAll',
  ];
  var german = /^de/i.test(navigator.language || '');
  var root = document.documentElement;

  function isThere(path) {
    var names = path.replace('#', '.prototype.').split('.');
    for (var i = 0, at = window; i < names.length; i++) {
      if (!(names[i] in Object(at))) return false;
      // The last one may be a getter that needs an object.
      if (i < names.length - 1) at = at[names[i]];
    }
    return true;
  }

  function hasStarted() {
    return document.querySelector('th-app, main');
  }

  function say(sentence, detail) {
    if (hasStarted() || document.querySelector('.cannot-start')) return;
    var newer = [];
    for (var name in OLDEST) newer.push(name + ' ' + OLDEST[name]);
    var place = document.createElement('p');
    place.className = 'cannot-start';
    place.setAttribute('role', 'alert');
    place.appendChild(
      document.createTextNode(sentence + newer.join(', ') + (german ? ' oder neuer. ' : ', or newer. ') + detail)
    );
    if (german) root.lang = 'de';
    document.body.appendChild(place);
    // It may begin late, after an error of something else.
    new MutationObserver(function () {
      if (hasStarted()) place.hidden = true;
    }).observe(document.body, { childList: true });
  }

  var lacks = NEEDED.join(' ')
    .split(' ')
    .filter(function (path) {
      return !isThere(path);
    });

  function tooOld() {
    var sentence = german
      ? 'Dieser Browser ist zu alt für Truehip. Nimm '
      : 'This browser is too old for Truehip. Use ';
    say(sentence, (german ? 'Hier fehlt: ' : 'Missing here: ') + lacks.slice(0, 3).join(', ') + '.');
  }

  function failed(event) {
    var from = event.target;
    var isOurs = from.nodeName === 'SCRIPT' ? from.type === 'module' : from === window;
    if (!isOurs || hasStarted()) return;
    var why = event.message || (event.reason && event.reason.message) || '';
    var sentence = german
      ? 'Truehip ist nicht gestartet. Lade die Seite neu, oder nimm '
      : 'Truehip did not start. Load the page again, or use ';
    setTimeout(say, 1000, sentence, why);
  }

  if (lacks.length > 0) {
    // `src/main.ts` and the page of the phone read it, and leave the page to these words.
    root.setAttribute('data-lacks', lacks.join(' '));
    document.addEventListener('DOMContentLoaded', tooOld);
  } else {
    window.addEventListener('error', failed, true);
    window.addEventListener('unhandledrejection', failed);
  }
})();
