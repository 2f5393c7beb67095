/** Where a visitor decides to apply, the page takes them there; a shop's page would send the numbers along. */
addEventListener('payout-cta', () => {
  document.querySelector('#apply')?.scrollIntoView();
});
