package org.kithway.search.graph;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads memory, however much, as a stream. To be buffered. */
final class SegmentInput extends InputStream {
    private final MemorySegment segment;
    private long at;

    SegmentInput(MemorySegment segment) {
        this.segment = segment;
    }

    @Override
    public int read() {
        return at == segment.byteSize()
                ? -1
                : Byte.toUnsignedInt(segment.get(ValueLayout.JAVA_BYTE, at++));
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int count = (int) Math.min(length, segment.byteSize() - at);
        if (count == 0 && length > 0) {
            return -1;
        }
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, bytes, offset, count);
        at += count;
        return count;
    }
}
