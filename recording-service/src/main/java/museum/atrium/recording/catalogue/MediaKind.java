package museum.atrium.recording.catalogue;

/** The containers that browsers, or at least players, can show as they are. */
public enum MediaKind {
    MP4("video/mp4", "mp4"),
    MOV("video/quicktime", "mov"),
    WEBM("video/webm", "webm"),
    MATROSKA("video/x-matroska", "mkv"),
    OGG_VIDEO("video/ogg", "ogv"),
    OGG_AUDIO("audio/ogg", "oga"),
    MP3("audio/mpeg", "mp3"),
    M4A("audio/mp4", "m4a"),
    WAV("audio/wav", "wav");

    private final String mediaType;
    private final String ending;

    MediaKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return ending;
    }

    public boolean audible() {
        return mediaType.startsWith("audio/");
    }
}
