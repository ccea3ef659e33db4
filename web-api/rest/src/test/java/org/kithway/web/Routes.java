package org.kithway.web;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Everything that controllers of a server are mapped to. */
final class Routes {
    private Routes() {}

    record Route(String method, String pattern) {
        /** The address with ids that nothing has. */
        String path() {
            return pattern.replaceAll("\\{[^}]*}", "imp_nothing");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Set<Route> of(TestServer server) {
        Set<Route> routes = new LinkedHashSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                server.context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern :
                        Objects.requireNonNull(info.getPathPatternsCondition())
                                .getPatternValues()) {
                    for (RequestMethod method :
                            methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        routes.add(new Route(method.name(), pattern));
                    }
                }
            }
        }
        return routes;
    }
}
