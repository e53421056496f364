interface Route {
  readonly segments: readonly string[];
  readonly methods: Set<string>;
}

/** Which methods the addresses of this server know. Fastify's router knows it too, but does not say. */
export class KnownRoutes {
  private readonly routes = new Map<string, Route>();

  /** Called for each route as it is registered; `pattern` as `/v1/mechanisms/:id`. */
  add(pattern: string, methods: string | readonly string[]): void {
    const route = this.routes.get(pattern) ?? { segments: segmentsOf(pattern), methods: new Set() };
    for (const method of [methods].flat()) route.methods.add(method);
    this.routes.set(pattern, route);
  }

  /** The methods of the routes that a request's address fits, in alphabetical order. */
  methodsOf(url: string): string[] {
    const asked = segmentsOf(url.split(/[?#]/, 1)[0]!);
    const fitting = [...this.routes.values()].filter((route) => fits(route.segments, asked));
    return [...new Set(fitting.flatMap((route) => [...route.methods]))].sort();
  }
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

function fits(pattern: readonly string[], asked: readonly string[]): boolean {
  if (pattern.length !== asked.length) return false;
  return pattern.every((segment, at) => (segment.startsWith(':') ? asked[at] !== '' : segment === asked[at]));
}
