/** Escape puts away the card that is shown, until its link is left. */
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const shown of document.querySelectorAll('.with-card:is(:hover, :focus-within)')) {
    shown.classList.add('dismissed');
    const restore = () => shown.classList.remove('dismissed');
    shown.addEventListener('pointerleave', restore, { once: true });
    shown.addEventListener('focusout', restore, { once: true });
  }
});
