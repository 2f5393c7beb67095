import { createRoot } from 'react-dom/client';

for (const [path, { Calculator }] of Object.entries(import.meta.glob('./*/Calculator.jsx', { eager: true }))) {
  const place = document.createElement('section');
  place.dataset.work = path.split('/')[1];
  document.body.append(place);
  createRoot(place).render(<Calculator />);
}
