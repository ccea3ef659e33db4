package org.kithway.local.elasticsearch;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Elasticsearch's own launch tool says about how to start the server: it works out the JVM's
 * options and hands over the node's settings in a form of its own.
 *
 * @param command the Java executable
 * @param arguments the options and arguments of the JVM
 * @param environment the environment variables of the server
 * @param workingDirectory where it is run
 * @param serverArguments what the server reads from its standard input first; it holds the node's
 *     secure settings
 */
record LaunchDescriptor(
        String command,
        List<String> arguments,
        Map<String, String> environment,
        String workingDirectory,
        byte[] serverArguments) {

    /** {@code ESLD}, with which a descriptor begins. */
    private static final int MAGIC = 0x45534C44;

    /** Reads what the launch tool writes to its standard output. */
    static LaunchDescriptor parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a launch descriptor");
        }
        String command = in.readUTF();
        List<String> arguments = new ArrayList<>(readStrings(in));
        arguments.addAll(readStrings(in));
        Map<String, String> environment = new HashMap<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            environment.put(in.readUTF(), in.readUTF());
        }
        String workingDirectory = in.readUTF();
        in.readUTF(); // the temporary folder, which is ours
        in.readBoolean(); // whether to detach, which we never ask for
        byte[] serverArguments = in.readNBytes(in.readInt());
        return new LaunchDescriptor(
                command, arguments, environment, workingDirectory, serverArguments);
    }

    private static List<String> readStrings(DataInputStream in) throws IOException {
        List<String> strings = new ArrayList<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            strings.add(in.readUTF());
        }
        return strings;
    }
}
