// Generated from migrations/ by `npm run gen-types`. Do not edit.
export interface Schema {}
