package org.kithway.connector.host;

import java.util.Set;

/**
 * The parent of every plugin's class loader: the JDK, and of the host exactly the packages that
 * both sides must see as the same classes. Nothing else of the host, and none of its libraries.
 */
final class SharedPackages extends ClassLoader {
    private static final Set<String> NAMES =
            Set.of(
                    "org.kithway.connector",
                    "org.kithway.model",
                    "org.slf4j",
                    "org.slf4j.event",
                    "org.slf4j.spi",
                    "org.jspecify.annotations",
                    "org.pf4j");

    private final ClassLoader host;

    SharedPackages(ClassLoader host) {
        super("shared with plugins", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /** Called where the JDK has no such class. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (NAMES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
