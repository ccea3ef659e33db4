package org.kithway.server;

import org.kithway.ingestion.ImportDesk;
import org.kithway.ingestion.kafka.TieFeed;
import org.kithway.model.AccountId;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.search.PeopleSearch;
import org.kithway.search.StoreBusyException;
import org.kithway.search.Viewer;
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
import java.util.Set;

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
     * @throws StartException if another process runs on the folder, the port is taken, or an engine
     *     does not come up
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
            try {
                context.getBean(Engines.class).elasticsearch();
                awaitAnswers(context);
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
            return new Server(context, claim, address);
        } catch (RuntimeException e) {
            claim.channel().close();
            throw StartException.of(e);
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

    // Until the first deriver made them, there are no indices to ask; until the ties were read,
    // there are no routes.
    private static void awaitAnswers(ConfigurableApplicationContext context) {
        TieFeed ties = context.getBean(TieFeed.class);
        PeopleSearch people = context.getBean(PeopleSearch.class);
        Principal administrator = context.getBean(FirstStart.class).administrator();
        long patience = System.nanoTime() + 30_000_000_000L;
        while (!(ties.ready() && answers(people, administrator)) && System.nanoTime() < patience) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean answers(PeopleSearch people, Principal asker) {
        try {
            people.holders(
                    new Viewer(asker.organization(), asker.member()),
                    Set.of(AccountId.member(asker.member())));
            return true;
        } catch (StoreBusyException e) {
            return false;
        }
    }
}
