package org.kithway.local.elasticsearch;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Under which account the node runs; Elasticsearch refuses to run as root. */
enum Account {
    /** That of the caller. */
    OWN,

    /**
     * A user namespace in which root goes by another number. Outside of it the node is still the
     * caller, so its files need no other owner. Containers often forbid this.
     */
    NAMESPACE,

    /** The account {@code nobody}, which the node's files are then given to. */
    NOBODY;

    /** The caller's account, unless that is root. */
    static Account choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        for (Account account : List.of(NAMESPACE, NOBODY)) {
            if (account.works()) {
                return account;
            }
        }
        throw new LocalElasticsearchException(
                "Elasticsearch refuses to run as root, and neither unshare nor setpriv works here."
                        + " Run Kithway as an ordinary user.");
    }

    /** The command, run under this account. The process keeps its id: both tools call exec. */
    List<String> run(List<String> command) {
        List<String> all = new ArrayList<>(prefix());
        all.addAll(command);
        return all;
    }

    /** Gives a folder and all below it to this account. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        // A link is owned, not what it points to: the distribution stays as it is.
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs)
                            throws IOException {
                        return visitFile(dir, attrs);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs)
                            throws IOException {
                        Files.setAttribute(file, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
                        return FileVisitResult.CONTINUE;
                    }
                });
        requireReach(folder);
    }

    /** Throws if this account may not enter a folder. */
    void requireReach(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(OTHERS_EXECUTE)) {
                throw new LocalElasticsearchException(
                        "Elasticsearch refuses to run as root and is to run as nobody, who may not"
                                + " enter "
                                + parent
                                + ". Choose folders that everyone may pass through, or run Kithway"
                                + " as an ordinary user.");
            }
        }
    }

    private List<String> prefix() {
        return switch (this) {
            case OWN -> List.of();
            case NAMESPACE ->
                    List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--");
            case NOBODY ->
                    List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
        };
    }

    private boolean works() {
        try {
            return new ProcessBuilder(run(List.of("true"))).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
