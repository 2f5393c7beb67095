import.meta.glob('./*/main.js', { eager: true });
