import { Calculator } from './calculator';

export default function Page() {
  return (
    <main>
      <h1>Next.js</h1>
      <Calculator />
    </main>
  );
}
