// Keys: off while an input has the focus or an input method composes.
(() => {
  let waitingForGoal = false;
  const goals = { t: '/', c: '/customers', s: '/search', f: '/files', r: '/report', h: '/health' };
  const items = () => Array.from(document.querySelectorAll('[data-open]'));
  const selected = () => document.querySelector('[data-open].selected');

  function move(step) {
    const all = items();
    if (all.length === 0) return;
    const at = all.indexOf(selected());
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    all.forEach(it => it.classList.remove('selected'));
    next.classList.add('selected');
    next.scrollIntoView({ block: 'nearest' });
  }

  // What is offered while a search is typed: arrows go through it, Enter takes it, Escape puts it away.
  const box = () => document.getElementById('q');
  const offers = () => Array.from(document.querySelectorAll('#offers a'));
  const putAway = () => { const list = document.getElementById('offers'); if (list) list.replaceChildren(); };

  function take(offer) {
    box().value = offer.dataset.query;
    box().focus();
    putAway();
  }

  document.addEventListener('keydown', event => {
    const all = offers();
    if (event.isComposing || all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== box()) return;
    if (event.key === 'ArrowDown' || (at >= 0 && event.key === 'ArrowRight')) { event.preventDefault(); all[Math.min(all.length - 1, at + 1)].focus(); }
    else if (at >= 0 && (event.key === 'ArrowUp' || event.key === 'ArrowLeft')) { event.preventDefault(); if (at > 0) all[at - 1].focus(); else box().focus(); }
    else if (event.key === 'Escape') { putAway(); box().focus(); event.stopImmediatePropagation(); }
  }, true);

  document.addEventListener('click', event => {
    const offer = event.target.closest('#offers a');
    if (offer && offer.dataset.more) { event.preventDefault(); take(offer); }
    else if (!event.target.closest('.find, #offers')) putAway();
  });
  document.addEventListener('submit', putAway);

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select');
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing) {
      if (event.key === 'Escape') typing.blur();
      return;
    }
    if (waitingForGoal) {
      waitingForGoal = false;
      if (goals[event.key]) location.href = goals[event.key];
      return;
    }
    switch (event.key) {
      case '/': event.preventDefault(); document.getElementById('q').focus(); break;
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'o': case 'Enter':
        if (selected() && selected().dataset.open) { event.preventDefault(); location.href = selected().dataset.open; }
        break;
      case 'u': history.back(); break;
      case 'g': waitingForGoal = true; break;
    }
  });
})();
