(function () {
  'use strict';
  var script = document.currentScript;
  if (!script) {
    return;
  }
  var frame = document.createElement('iframe');
  frame.src = script.src.replace(/\/embed\.js(\?.*)?$/, '?embed=1');
  frame.title = script.getAttribute('data-title') || 'Survey';
  frame.loading = 'lazy';
  frame.style.width = '100%';
  frame.style.height = script.getAttribute('data-height') || '40rem';
  frame.style.border = '0';
  script.parentNode.insertBefore(frame, script);
})();
