import { html, nothing, type TemplateResult } from 'lit';
import { lineChart } from '../parts/line-chart.js';
import { lettered, nameOf, type Shown } from './shown.js';

/** What each offer has paid by the end of each month, and who is ahead when. */
export function leads(shown: Shown): TemplateResult | typeof nothing {
  const { speech, results, width } = shown;
  if (results.currency === undefined || results.columns.length < 2) return nothing;
  const { formats } = speech;
  const columns = lettered(results).filter(({ projection }) => projection !== undefined);
  const name = (id: number | undefined) => {
    const column = columns.find(({ sheet }) => sheet.id === id);
    return { text: column ? `${column.letter} (${nameOf(column.sheet, column.letter, speech)})` : '' };
  };
  const months = columns[0]?.projection?.byMonth.map(({ month }) => month) ?? [];
  const title = speech.tell('leads.chart');
  return html`
    <section class="panel" part="panel" data-paper aria-labelledby="leads-heading">
      <div class="section-head"><h3 id="leads-heading">${speech.tell('leads')}</h3></div>
      <ul class="said">
        ${
          results.leads.length === 0
            ? html`<li>${speech.tell('leads.none')}</li>`
            : results.leads.map(
                ({ month, ahead, behind }) =>
                  html`<li>${behind === undefined ? speech.tell('leads.first', { name: name(ahead) }) : speech.tell('leads.overtakes', { month: { month }, ahead: name(ahead), behind: name(behind) })}</li>`,
              )
        }
      </ul>
      <figure class="on-screen">
        <figcaption class="label">${title}</figcaption>
        <div class="picture">
          ${lineChart({
            title,
            width,
            mirrored: speech.language.direction === 'rtl',
            lines: columns.map(({ projection, letter }) => ({
              letter,
              points: projection?.byMonth.map(({ cumulative }, place) => ({ at: place, amount: Number(cumulative) })) ?? [],
            })),
            across: {
              from: 0,
              to: Math.max(1, months.length - 1),
              ticks: ticksOf(
                months,
                width,
                (month) => formats.shortMonth(month),
                (month) => formats.year(month),
              ),
            },
            money: (amount) => formats.axisMoney(amount),
          })}
        </div>
        <details>
          <summary>${speech.tell('chart.asTable')}</summary>
          <div class="scroll" tabindex="0" role="group" aria-label=${title}>
            <table class="ledger">
              <thead><tr><th scope="col">${speech.tell('month')}</th>${columns.map(({ letter, sheet }) => html`<th scope="col" class="end">${letter} ${nameOf(sheet, letter, speech)}</th>`)}</tr></thead>
              <tbody>
                ${months.map((month, place) => html`<tr><th scope="row">${formats.month(month)}</th>${columns.map(({ projection }) => html`<td class="end">${formats.money(projection?.byMonth[place]?.cumulative ?? '0')}</td>`)}</tr>`)}
              </tbody>
            </table>
          </div>
        </details>
      </figure>
    </section>
  `;
}

/** As many months as there is room for, each year said once. */
function ticksOf(months: readonly string[], width: number, short: (month: string) => string, year: (month: string) => string) {
  const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / 56))));
  let said = '';
  return months.flatMap((month, at) => {
    if (at % every !== 0) return [];
    const now = year(month);
    const second = now === said ? undefined : now;
    said = now;
    return [{ at, text: short(month), ...(second !== undefined && { second }) }];
  });
}
