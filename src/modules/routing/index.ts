// What other modules may use of routing.
export { routeAppeal, type Route, type RouteInput } from './route-appeal.ts'
