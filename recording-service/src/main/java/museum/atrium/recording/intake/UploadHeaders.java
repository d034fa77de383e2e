package museum.atrium.recording.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.checksum.ChecksumAlgorithm;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/** Refuses what the tus library would pass over, or take for something else. */
final class UploadHeaders {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHECKSUM = Pattern.compile("([a-z0-9]+) (\\S+)");

    /** A key of visible ASCII without commas, and a value that may be absent. */
    private static final Pattern METADATA = Pattern.compile("([!-+\\--~]+)(?: (\\S*))?");

    private UploadHeaders() {}

    static void check(HttpServletRequest request) {
        checkLength(request.getHeader(HttpHeader.UPLOAD_LENGTH));
        checkOffset(request.getHeader(HttpHeader.UPLOAD_OFFSET));
        checkRoom(
                request.getHeader(HttpHeader.UPLOAD_LENGTH),
                request.getHeader(HttpHeader.UPLOAD_OFFSET),
                request.getContentLengthLong());
        checkDeferral(request.getHeader(HttpHeader.UPLOAD_DEFER_LENGTH));
        checkChecksum(request.getHeader(HttpHeader.UPLOAD_CHECKSUM));
        checkMetadata(request.getHeader(HttpHeader.UPLOAD_METADATA));
        if (request.getHeader(HttpHeader.UPLOAD_CONCAT) != null) {
            throw Refusal.badRequest("Uploads are not put together from parts here: send the file as one upload,"
                    + " in as many requests as you like, without Upload-Concat.");
        }
    }

    private static void checkLength(@Nullable String length) {
        if (length != null && !NUMBER.matcher(length).matches()) {
            throw Refusal.badRequest("Upload-Length must be the number of bytes of the whole upload.");
        }
    }

    private static void checkOffset(@Nullable String offset) {
        if (offset != null && !NUMBER.matcher(offset).matches()) {
            throw Refusal.badRequest("Upload-Offset must be the number of bytes that have arrived, as HEAD tells it.");
        }
    }

    /** @param bytes of this request; -1 where it does not say */
    private static void checkRoom(@Nullable String length, @Nullable String offset, long bytes) {
        if (length != null && offset != null && Long.parseLong(offset) + bytes > Long.parseLong(length)) {
            throw Refusal.badRequest("Upload-Length is less than what has arrived and this request's bytes together.");
        }
    }

    private static void checkDeferral(@Nullable String deferral) {
        if (deferral != null && !deferral.equals("1")) {
            throw Refusal.badRequest("Upload-Defer-Length can only be 1: the length of the upload follows later.");
        }
    }

    private static void checkChecksum(@Nullable String checksum) {
        if (checksum == null) {
            return;
        }
        Matcher parts = CHECKSUM.matcher(checksum);
        ChecksumAlgorithm algorithm = parts.matches() ? ChecksumAlgorithm.forTusName(parts.group(1)) : null;
        if (algorithm == null
                || length(parts.group(2)) != algorithm.getMessageDigest().getDigestLength()) {
            throw Refusal.badRequest("Upload-Checksum must be the name of an algorithm (md5, sha1, sha256, sha384 or"
                    + " sha512), a space, and the checksum of this request's bytes in base64.");
        }
    }

    private static void checkMetadata(@Nullable String metadata) {
        if (metadata == null || metadata.isBlank()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        for (String pair : metadata.split(",", -1)) {
            Matcher parts = METADATA.matcher(pair.strip());
            if (!parts.matches()
                    || !keys.add(parts.group(1))
                    || (parts.group(2) != null && length(parts.group(2)) < 0)) {
                throw Refusal.badRequest("Upload-Metadata must be pairs separated by commas, each a key that is given"
                        + " once, a space, and its value in base64.");
            }
        }
    }

    /** Of the bytes that this is the base64 of; -1 when it is none. */
    private static int length(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes.length : -1;
        } catch (IllegalArgumentException notBase64) {
            return -1;
        }
    }
}
