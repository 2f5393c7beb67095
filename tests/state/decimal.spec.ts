import { expect, test } from '@playwright/test';
import { compareDecimals, decimalPlaces, nextPowerOfTen, partOf, percentOf, shortest, sumOf } from '../../www/state/decimal.js';

const ASCENDING = ['-100', '-99.5', '-0.1', '0', '0.09', '0.1', '1', '9', '10', '10.01', '9007199254740992', '9007199254740993'];

test('every pair compares as the numbers do', () => {
  ASCENDING.forEach((one, i) => {
    ASCENDING.forEach((other, j) => {
      expect(Math.sign(compareDecimals(one, other)), `${one} against ${other}`).toBe(Math.sign(i - j));
    });
  });
});

test('the way of writing does not matter', () => {
  expect(compareDecimals('010.50', '10.5')).toBe(0);
  expect(Math.abs(compareDecimals('-0', '0'))).toBe(0);
});

test('the shortest form', () => {
  expect(['007.50', '-0.00', '.5', '100', '-1.20'].map(shortest)).toEqual(['7.5', '0', '0.5', '100', '-1.2']);
});

test('decimal places', () => {
  expect(['1', '1.0', '1.05', '0.100'].map(decimalPlaces)).toEqual([0, 0, 2, 1]);
});

test('the next power of ten', () => {
  expect(['0', '5', '20', '100', '999.99'].map(nextPowerOfTen)).toEqual(['1', '10', '100', '1000', '1000']);
});

test('what is no decimal is refused', () => {
  expect(() => shortest('1e3')).toThrow(RangeError);
});

test('sums are exact, to the longest fraction that is written', () => {
  expect(sumOf(['0.10', '0.2', '-0.05'])).toBe('0.25');
  expect(sumOf(['9007199254740993', '0.01'])).toBe('9007199254740993.01');
  expect(sumOf(['480.00', '-480.00'])).toBe('0.00');
  expect(sumOf([])).toBe('0');
});

test('parts are rounded once, halves away from zero', () => {
  expect(partOf('11801.80', 12, 2)).toBe('983.48');
  expect(partOf('0.05', 2, 2)).toBe('0.03');
  expect(partOf('-0.05', 2, 2)).toBe('-0.03');
  expect(partOf('100', 3, 0)).toBe('33');
});

test('a share is a whole number of its decimal places, halves up', () => {
  expect(percentOf('27000', '30000.00', 0)).toBe('90');
  expect(percentOf('1', '3', 2)).toBe('33.33');
  expect(percentOf('0.005', '1', 0)).toBe('1');
  expect(percentOf('123456789012345678.9', '1', 0)).toBe('12345678901234567890');
  expect(percentOf('1', '0', 0)).toBeUndefined();
});
