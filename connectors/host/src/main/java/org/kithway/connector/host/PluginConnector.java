package org.kithway.connector.host;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;

import java.io.IOException;

/**
 * A plugin's connector, called with the plugin's class loader as the thread's: libraries look there
 * for their services.
 */
final class PluginConnector implements Connector {
    private final Connector connector;
    private final ClassLoader loader;
    private final Descriptor descriptor;

    PluginConnector(Connector connector, ClassLoader loader) {
        this.connector = connector;
        this.loader = loader;
        this.descriptor = inPlugin(connector::descriptor);
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        return inPlugin(() -> connector.recognizes(export));
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        return new PluginReader(inPlugin(() -> connector.open(export, settings)));
    }

    @Override
    public String toString() {
        return descriptor.site().name();
    }

    private interface Call<T extends @Nullable Object, E extends Exception> {
        T make() throws E;
    }

    private <T extends @Nullable Object, E extends Exception> T inPlugin(Call<T, E> call) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.make();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private final class PluginReader implements Reader {
        private final Reader reader;

        PluginReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public @Nullable Reading read() throws IOException {
            return PluginConnector.this.<@Nullable Reading, IOException>inPlugin(reader::read);
        }

        @Override
        public Manifest manifest() {
            return inPlugin(reader::manifest);
        }

        @Override
        public void close() throws IOException {
            PluginConnector.this.<@Nullable Void, IOException>inPlugin(() -> {
                reader.close();
                return null;
            });
        }
    }
}
