import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readAttributionSearch } from './attribution/attributionSearch.ts';
import { readFunnelsSearch } from './funnels/funnelsSearch.ts';
import { readJourneysSearch } from './journeys/journeysSearch.ts';
import { readLiveSearch } from './live/liveSearch.ts';
import { readRetentionSearch } from './retention/retentionSearch.ts';
import { LoginLinkPage } from './session/LoginLinkPage.tsx';
import { HomePage } from './shell/HomePage.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { RouteFailure } from './shell/RouteFailure.tsx';
import { Shell } from './shell/Shell.tsx';
import { parseSearch, stringifySearch } from './shell/searchParams.ts';
import { readListSearch } from './table/listSearch.ts';
import { readTimelineSearch } from './timeline/timelineSearch.ts';
import { readTrendsSearch } from './trends/trendsSearch.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: RouteFailure });

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });

export const companiesRoute = createRoute({
  getParentRoute: () => root,
  path: '/companies',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./companies/CompaniesPage.tsx'), 'CompaniesPage'),
});

export const companyRoute = createRoute({
  getParentRoute: () => root,
  path: '/companies/$groupId',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./company/CompanyPage.tsx'), 'CompanyPage'),
});

export const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});

export const personRoute = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./person/PersonPage.tsx'), 'PersonPage'),
});

const attribution = createRoute({
  getParentRoute: () => root,
  path: '/attribution',
  validateSearch: readAttributionSearch,
  component: lazyRouteComponent(() => import('./attribution/AttributionPage.tsx'), 'AttributionPage'),
});

const funnels = createRoute({
  getParentRoute: () => root,
  path: '/funnels',
  validateSearch: readFunnelsSearch,
  component: lazyRouteComponent(() => import('./funnels/FunnelsPage.tsx'), 'FunnelsPage'),
});

const journeys = createRoute({
  getParentRoute: () => root,
  path: '/journeys',
  validateSearch: readJourneysSearch,
  component: lazyRouteComponent(() => import('./journeys/JourneysPage.tsx'), 'JourneysPage'),
});

const retention = createRoute({
  getParentRoute: () => root,
  path: '/retention',
  validateSearch: readRetentionSearch,
  component: lazyRouteComponent(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
});

const trends = createRoute({
  getParentRoute: () => root,
  path: '/trends',
  validateSearch: readTrendsSearch,
  component: lazyRouteComponent(() => import('./trends/TrendsPage.tsx'), 'TrendsPage'),
});

const live = createRoute({
  getParentRoute: () => root,
  path: '/live',
  validateSearch: readLiveSearch,
  component: lazyRouteComponent(() => import('./live/LivePage.tsx'), 'LivePage'),
});

const installation = createRoute({
  getParentRoute: () => root,
  path: '/settings/installation',
  component: lazyRouteComponent(() => import('./settings/InstallationPage.tsx'), 'InstallationPage'),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('./settings/WorkspacePage.tsx'), 'WorkspacePage'),
});

const spend = createRoute({
  getParentRoute: () => root,
  path: '/settings/spend',
  component: lazyRouteComponent(() => import('./settings/SpendPage.tsx'), 'SpendPage'),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('./settings/ChannelRulesPage.tsx'), 'ChannelRulesPage'),
});

const rates = createRoute({
  getParentRoute: () => root,
  path: '/settings/rates',
  component: lazyRouteComponent(() => import('./settings/RatesPage.tsx'), 'RatesPage'),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/settings/webhooks',
  component: lazyRouteComponent(() => import('./settings/WebhooksPage.tsx'), 'WebhooksPage'),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/settings/tokens',
  component: lazyRouteComponent(() => import('./settings/TokensPage.tsx'), 'TokensPage'),
});

const team = createRoute({
  getParentRoute: () => root,
  path: '/settings/team',
  component: lazyRouteComponent(() => import('./team/TeamPage.tsx'), 'TeamPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/settings/account',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./session/InvitationPage.tsx'), 'InvitationPage'),
});

const loginLink = createRoute({ getParentRoute: () => root, path: '/login', component: LoginLinkPage });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    companiesRoute,
    companyRoute,
    peopleRoute,
    personRoute,
    attribution,
    journeys,
    funnels,
    retention,
    trends,
    live,
    installation,
    workspace,
    channels,
    rates,
    webhooks,
    spend,
    tokens,
    team,
    account,
    invitation,
    loginLink,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
