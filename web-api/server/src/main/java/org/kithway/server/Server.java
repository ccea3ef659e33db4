package org.kithway.server;

import org.kithway.ingestion.ImportDesk;
import org.kithway.ingestion.kafka.TieFeed;
import org.kithway.registry.Registry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running instance, with its engines. */
public final class Server implements AutoCloseable {
    /**
     * Without a write delay of 0, H2 hands what was committed to the operating system only half a
     * second later: a death in between would take back what others were already told.
     */
    private static final String REGISTRY_OPTIONS =
            ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE";

    private final ConfigurableApplicationContext context;
    private final FileLock claim;
    private final URI address;

    private Server(ConfigurableApplicationContext context, FileLock claim, URI address) {
        this.context = context;
        this.claim = claim;
        this.address = address;
    }

    /**
     * Starts an instance on a data folder; returns when it answers.
     *
     * @param settings by name, before those of the environment
     * @throws IllegalStateException if another process runs on the folder
     */
    public static Server start(Home home, int port, Map<String, String> settings)
            throws IOException {
        FileLock claim = home.create().claim();
        try {
            URI address = URI.create("http://127.0.0.1:" + port);
            SpringApplication application = new SpringApplication(ServerConfiguration.class);
            application.setRegisterShutdownHook(true);
            application.setDefaultProperties(
                    Map.of(
                            "spring.datasource.url",
                            "jdbc:h2:file:"
                                    + home.folder().resolve("registry").resolve("registry")
                                    + REGISTRY_OPTIONS,
                            "logging.file.name",
                            home.folder().resolve("logs").resolve("kithway.log").toString()));
            application.addInitializers(
                    context -> register((GenericApplicationContext) context, home, address));
            Map<String, String> told = new LinkedHashMap<>(settings);
            told.put("server.port", Integer.toString(port));
            ConfigurableApplicationContext context =
                    application.run(
                            told.entrySet().stream()
                                    .map(e -> "--" + e.getKey() + "=" + e.getValue())
                                    .toArray(String[]::new));
            awaitTies(context.getBean(TieFeed.class));
            return new Server(context, claim, address);
        } catch (RuntimeException e) {
            claim.channel().close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    /** A fresh link by which the administrator signs in, once. */
    public URI signInLink() {
        Registry registry = registry();
        String token =
                registry.access()
                        .createLink(context.getBean(FirstStart.class).administrator().member());
        return address.resolve("/sign-in#" + token);
    }

    Registry registry() {
        return context.getBean(Registry.class);
    }

    ImportDesk desk() {
        return context.getBean(ImportDesk.class);
    }

    /** Returns when the instance was told to stop. */
    void awaitEnd() throws InterruptedException {
        while (context.isActive()) {
            Thread.sleep(200);
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        claim.channel().close();
    }

    private static void register(GenericApplicationContext context, Home home, URI address) {
        KithwaySettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate("kithway", KithwaySettings.class);
        // Engines take longest: they begin before anything else is made, and stop after all.
        Engines engines = Engines.start(settings, home);
        context.registerBean(Engines.class, () -> engines);
        context.registerBean(Home.class, () -> home);
        context.registerBean(KithwaySettings.class, () -> settings);
        context.registerBean(Plugins.class, Plugins::besideTheProgram);
        byte[] name = new byte[8];
        new SecureRandom().nextBytes(name);
        Instance instance = new Instance("node-" + HexFormat.of().formatHex(name), address);
        context.registerBean(Instance.class, () -> instance);
    }

    private static void awaitTies(TieFeed feed) {
        long patience = System.nanoTime() + 30_000_000_000L;
        while (!feed.ready() && System.nanoTime() < patience) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
