package museum.atrium.recording.processing;

import java.nio.file.Path;

/**
 * The programs that take recordings apart.
 *
 * @param libraries the folder of their shared libraries when they bring their own, else the folder that they lie in
 * @param origin where they come from, for people
 */
record MediaTools(Path ffmpeg, Path ffprobe, Path libraries, String origin) {

    static MediaTools in(Path folder, String origin) {
        return new MediaTools(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), folder, origin);
    }
}
