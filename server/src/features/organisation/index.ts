export { ImportError, type ImportedUnit } from './import-units.ts';
export { createOrganisation, type Organisation, type OrganisationOptions } from './organisation.ts';
