// Keys: off while an input has the focus or an input method composes.
(() => {
  let waitingForGoal = false;
  const goals = { t: '/', c: '/customers', s: '/search', h: '/health' };
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
