/** The page's own address with a part such as `payout=…` in its fragment, in place of an older one of that name. */
export function addressWith(part: string): string {
  const [name = ''] = part.split('=', 1);
  const kept = location.hash
    .slice(1)
    .split('&')
    .filter((other) => other.includes('=') && !other.startsWith(`${name}=`));
  return `${location.href.split('#', 1)[0]}#${[...kept, part].join('&')}`;
}
