package org.kithway.connector;

/**
 * The version of what plugins see, which is this package and the model: semantic, and apart from
 * the server's. A new kind of fact or a new method of what plugins are handed is a minor version.
 */
public final class SdkVersion {
    public static final String CURRENT = "1.1.0";

    private SdkVersion() {}
}
