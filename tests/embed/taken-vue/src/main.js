import { createApp } from 'vue';

for (const [path, { default: Calculator }] of Object.entries(import.meta.glob('./*/Calculator.vue', { eager: true }))) {
  const place = document.createElement('section');
  place.dataset.work = path.split('/')[1];
  document.body.append(place);
  createApp(Calculator).mount(place);
}
