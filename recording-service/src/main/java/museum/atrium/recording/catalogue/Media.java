package museum.atrium.recording.catalogue;

/**
 * The bytes of a recording.
 *
 * @param file its name in the store
 * @param secret the part of its address that nobody can guess; another version of the bytes has another
 * @param sha256 64 hexadecimal digits
 */
public record Media(String file, String secret, MediaKind kind, long size, String sha256) {

    /** The same bytes at another address: what was played before at the old one is played no more. */
    public Media at(String otherSecret) {
        return new Media(file, otherSecret, kind, size, sha256);
    }

    /** The last part of its address, for people who save it and for players that look at endings. */
    public String name() {
        return "recording." + kind.ending();
    }
}
