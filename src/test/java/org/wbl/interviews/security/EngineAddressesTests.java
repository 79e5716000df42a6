package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.ApplicationTest;

/** Walks the resources of the engine's interfaces, as the installed version of the engine has them. */
@ApplicationTest
@DisplayName("engine-access.csv")
class EngineAddressesTests {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    @Autowired
    private ServletContext servlets;

    @Autowired
    private ResourceConfig restInterface;

    private final EngineAccess access = EngineAccess.read();

    @Test
    void namesEveryAddressOfTheRestInterface() {
        var addresses = new Walk("/engine-rest").through(restInterface);

        assertThat(addresses).hasSizeGreaterThan(600).allMatch(this::isNamed);
    }

    @Test
    void namesEveryAddressOfTheWebApplications() throws ReflectiveOperationException {
        var addresses = new HashSet<Address>();
        for (var servlet : servlets.getServletRegistrations().values()) {
            if (servlet.getInitParameter(APPLICATION) != null) {
                addresses.addAll(new Walk(mount(servlet)).through(application(servlet)));
            }
        }

        assertThat(addresses).hasSizeGreaterThan(350).allMatch(this::isNamed);
    }

    private static String mount(ServletRegistration servlet) {
        return servlet.getMappings().iterator().next().replace("/*", "");
    }

    private static Application application(ServletRegistration servlet) throws ReflectiveOperationException {
        return Class.forName(servlet.getInitParameter(APPLICATION))
                .asSubclass(Application.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private boolean isNamed(Address address) {
        return access.names(address.method(), address.path().replaceAll("\\{[^}]*}", "x"));
    }

    private record Address(String method, String path) {}

    private static final class Walk {

        private final String mount;
        private final Set<Address> addresses = new HashSet<>();
        private final Set<String> seen = new HashSet<>();

        Walk(String mount) {
            this.mount = mount;
        }

        Set<Address> through(Application application) {
            var resources = ResourceConfig.forApplication(application);
            var classes = new HashSet<>(resources.getClasses());
            resources.getInstances().forEach(resource -> classes.add(resource.getClass()));
            for (var type : classes) {
                var resource = Resource.from(type);
                if (resource != null && resource.getPath() != null) {
                    walk(mount, resource);
                }
            }
            return addresses;
        }

        private void walk(String base, Resource resource) {
            methodsAt(join(base, resource.getPath()), resource);
        }

        private void methodsAt(String path, Resource resource) {
            resource.getResourceMethods().forEach(method -> addresses.add(new Address(method.getHttpMethod(), path)));
            resource.getChildResources().forEach(child -> walk(path, child));
            if (resource.getResourceLocator() != null) {
                follow(path, resource.getResourceLocator());
            }
        }

        /** What a locator returns is found at the locator's address, whatever address its own class names. */
        private void follow(String path, ResourceMethod locator) {
            var type = locator.getInvocable().getRawResponseType();
            assertThat(type).as("what is found below " + path).isNotEqualTo(Object.class);
            if (seen.add(path + " " + type.getName())) {
                methodsAt(path, Resource.builder(type).build());
            }
        }

        private static String join(String base, @Nullable String path) {
            if (path == null || path.isEmpty() || "/".equals(path)) {
                return base;
            }
            return base
                    + (path.startsWith("/") ? "" : "/")
                    + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
    }
}
