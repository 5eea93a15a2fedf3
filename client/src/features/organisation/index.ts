export { useChange } from './changes.ts';
export { CommitteePanel } from './committee-panel.tsx';
export { today } from './days.ts';
export { DialogForm } from './dialog-form.tsx';
export {
  newPersonDraft,
  type PersonDraft,
  personContentOf,
  personDraftOf,
  personFaults,
} from './person-draft.ts';
export { PersonFields } from './person-fields.tsx';
export { PersonPicker } from './person-picker.tsx';
export { type PersonCard, personQuery, useCreatePerson, useEditPerson } from './persons.ts';
export { UnitField } from './unit-field.tsx';
export { UnitPanel } from './unit-panel.tsx';
export { unitsQuery } from './units.ts';
