package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes in the order of their unsigned values, written like the store's own type for them, which
 * takes several times as long to compare two.
 */
final class BytesType extends BasicDataType<byte[]> {
    static final BytesType INSTANCE = new BytesType();

    private static final int OVERHEAD = 24;

    private BytesType() {}

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public int binarySearch(byte[] key, Object storage, int size, int guess) {
        byte[][] keys = (byte[][]) storage;
        int low = 0;
        int high = size - 1;
        // Once keys come in turn, the place after the last one found is nearly always right.
        int middle = guess - 1;
        if (middle < 0 || middle > high) {
            middle = high >>> 1;
        }
        while (low <= high) {
            int order = Arrays.compareUnsigned(key, keys[middle]);
            if (order == 0) {
                return middle;
            }
            if (order > 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
            middle = (low + high) >>> 1;
        }
        return -(low + 1);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return OVERHEAD + bytes.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
