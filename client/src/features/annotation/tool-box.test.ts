import { expect, test } from 'vitest';
import { areLabelsOn, colourOf, ToolBox, widthOf } from './tool-box.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('colours, widths and the hand are kept on the device; the tool is laid down', () => {
  const device = storage();
  const box = new ToolBox(device);
  box.change({ tool: 'pen', isLeftHanded: true, widths: { pen: 2 } });
  box.change({ colours: { ...box.state().colours, pen: 'red' } });
  expect([colourOf(box.state()), widthOf(box.state())]).toEqual(['red', 3]);
  const again = new ToolBox(device).state();
  expect(again).toMatchObject({ tool: 'view', isLeftHanded: true, colours: { pen: 'red' } });
});

test('names stand under the tools in the first three meetings, or as the person wants it', () => {
  const box = new ToolBox(storage());
  for (const meeting of ['a', 'b', 'b', 'c']) box.openedIn(meeting);
  expect(areLabelsOn(box.state())).toBe(true);
  box.openedIn('d');
  expect(areLabelsOn(box.state())).toBe(false);
  box.change({ hasLabels: true });
  expect(areLabelsOn(box.state())).toBe(true);
});

test('the first contact of a pen ends drawing by finger; a person who turns it on again keeps it', () => {
  const box = new ToolBox(storage());
  box.meetPen();
  expect(box.state().isPenOnly).toBe(true);
  box.change({ isPenOnly: false });
  box.meetPen();
  expect(box.state().isPenOnly).toBe(false);
});

test('what was stored by something else is no hindrance', () => {
  for (const text of ['', '{', '7', 'null'])
    expect(new ToolBox({ getItem: () => text, setItem: () => {} }).state().tool).toBe('view');
});
