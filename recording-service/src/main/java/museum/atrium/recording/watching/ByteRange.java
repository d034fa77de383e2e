package museum.atrium.recording.watching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a request asks for.
 *
 * @param start the first byte
 * @param end the last byte, included
 */
record ByteRange(long start, long end) {

    /** No byte of the file lies in what was asked for. */
    static final class NotSatisfiable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    long length() {
        return end - start + 1;
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(start, end, size);
    }

    /**
     * Nothing when the whole file is to be sent: without a header, with one that cannot be read, and for several ranges
     * at once, which no player asks for.
     */
    static Optional<ByteRange> asked(@Nullable String header, long size) {
        if (header == null || !header.startsWith("bytes=")) {
            return Optional.empty();
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return ranges.size() == 1 ? Optional.of(within(ranges.getFirst(), size)) : Optional.empty();
    }

    private static ByteRange within(HttpRange range, long size) {
        long start = range.getRangeStart(size);
        long end = range.getRangeEnd(size);
        if (start >= size || end < start) {
            throw new NotSatisfiable();
        }
        return new ByteRange(start, end);
    }
}
