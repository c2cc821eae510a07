// What other modules may use of routing.
export { routeAppeal } from './route-appeal.ts'
