/* Prints this page. */
'use strict';

(function () {
  const button = document.getElementById('print');
  button.hidden = false;
  button.addEventListener('click', () => window.print());
})();
