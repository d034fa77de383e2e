package museum.atrium.recording.processing;

import java.util.ArrayList;
import java.util.List;

/** A part of the work on a recording that is done once, and not again after a crash. */
sealed interface Step {

    /** How loud the sound is, so that the next step can make all recordings equally loud. */
    record Loudness() implements Step {}

    record Sound() implements Step {}

    record Pictures(Rung rung) implements Step {}

    /** Pictures and sound in one file. */
    record Download() implements Step {}

    record SoundDownload() implements Step {}

    record Poster() implements Step {}

    /** What the database and organisers know it by. */
    default String name() {
        return switch (this) {
            case Loudness loudness -> "LOUDNESS";
            case Sound sound -> "SOUND";
            case Pictures(Rung rung) -> "PICTURES_" + rung.shortSide();
            case Download download -> "DOWNLOAD";
            case SoundDownload download -> "SOUND_DOWNLOAD";
            case Poster poster -> "POSTER";
        };
    }

    /** How long it takes beside the others, roughly. */
    default int weight() {
        return switch (this) {
            case Sound sound -> 2;
            case Pictures(Rung rung) -> Math.max(1, rung.mostKilobits() / 250);
            case Loudness loudness -> 1;
            case Download download -> 1;
            case SoundDownload download -> 1;
            case Poster poster -> 1;
        };
    }

    /** What it is about, for organisers: "… could not be made". */
    default String about() {
        return switch (this) {
            case Loudness loudness -> "The measurement of its loudness";
            case Sound sound -> "Its sound";
            case Pictures(Rung rung) -> "Its pictures at %dp".formatted(rung.shortSide());
            case Download download -> "The video to download";
            case SoundDownload download -> "The sound to download";
            case Poster poster -> "The picture that stands for it";
        };
    }

    /** All that is to be done for a source, in order: the sound first, for it reads the whole file quickly. */
    static List<Step> of(Source source) {
        List<Step> steps = new ArrayList<>();
        Source.Picture picture = source.picture();
        if (source.sound() != null) {
            steps.add(new Loudness());
            steps.add(new Sound());
            steps.add(new SoundDownload());
        }
        if (picture != null) {
            steps.add(new Poster());
            Rung.ladder(picture).forEach(rung -> steps.add(new Pictures(rung)));
            steps.add(new Download());
        }
        return steps;
    }
}
