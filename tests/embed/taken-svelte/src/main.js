import { mount } from 'svelte';

for (const [path, { default: Calculator }] of Object.entries(import.meta.glob('./*/Calculator.svelte', { eager: true }))) {
  const place = document.createElement('section');
  place.dataset.work = path.split('/')[1];
  document.body.append(place);
  mount(Calculator, { target: place });
}
