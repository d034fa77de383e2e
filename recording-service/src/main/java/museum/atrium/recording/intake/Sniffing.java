package museum.atrium.recording.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;
import museum.atrium.recording.catalogue.MediaKind;

/** Tells a container by its first bytes. What the uploader calls the file does not count. */
final class Sniffing {

    static final int BYTES_NEEDED = 512;

    /** Pictures and documents that come in the box format of MP4 too. */
    private static final Set<String> PICTURES = Set.of(
            "avif", "avis", "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "crx ", "jp2 ", "jpx ");

    private static final Set<String> QUICKTIME_BOXES = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private Sniffing() {}

    static Optional<MediaKind> kindOf(byte[] beginning) {
        // One character for a byte, so that what is looked for can be written as text.
        String text = new String(beginning, ISO_8859_1);
        if (text.startsWith("ftyp", 4) && text.length() >= 12) {
            return boxes(text.substring(8, 12));
        }
        if (text.length() >= 8 && QUICKTIME_BOXES.contains(text.substring(4, 8))) {
            return Optional.of(MediaKind.MOV);
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return matroska(text);
        }
        if (text.startsWith("OggS")) {
            return ogg(text);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(MediaKind.WAV);
        }
        return text.startsWith("ID3") || isMp3Frame(beginning) ? Optional.of(MediaKind.MP3) : Optional.empty();
    }

    private static Optional<MediaKind> boxes(String brand) {
        if (PICTURES.contains(brand)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (brand) {
                    case "qt  " -> MediaKind.MOV;
                    case "M4A ", "M4B ", "F4A " -> MediaKind.M4A;
                    default -> MediaKind.MP4;
                });
    }

    private static Optional<MediaKind> matroska(String text) {
        if (text.contains("webm")) {
            return Optional.of(MediaKind.WEBM);
        }
        return text.contains("matroska") ? Optional.of(MediaKind.MATROSKA) : Optional.empty();
    }

    private static Optional<MediaKind> ogg(String text) {
        if (text.contains("\u0080theora") || text.contains("fishead") || text.contains("OVP80")) {
            return Optional.of(MediaKind.OGG_VIDEO);
        }
        boolean audio = text.contains("OpusHead")
                || text.contains("\u0001vorbis")
                || text.contains("\u007fFLAC")
                || text.contains("Speex");
        return audio ? Optional.of(MediaKind.OGG_AUDIO) : Optional.empty();
    }

    /** Eleven bits of synchronisation, layer III, and neither a bit rate nor a sample rate that does not exist. */
    private static boolean isMp3Frame(byte[] bytes) {
        return bytes.length >= 4
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xe6) == 0xe2
                && (bytes[2] & 0xf0) != 0xf0
                && (bytes[2] & 0xf0) != 0
                && (bytes[2] & 0x0c) != 0x0c;
    }
}
