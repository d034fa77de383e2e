package museum.atrium.recording.publication;

import java.util.List;
import museum.atrium.recording.attachments.Attachment;
import museum.atrium.recording.attachments.Attachments;
import museum.atrium.recording.captions.Captions;
import museum.atrium.recording.captions.Captions.Track;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.chapters.Chapters;
import museum.atrium.recording.publication.RecordingAnswer.AttachmentAnswer;
import museum.atrium.recording.publication.RecordingAnswer.ChapterAnswer;
import museum.atrium.recording.publication.RecordingAnswer.RenditionAnswer;
import museum.atrium.recording.views.Views;
import org.springframework.stereotype.Component;

/** What organisers see of all that hangs on a recording. */
@Component
class BelongingsAnswers {

    private final Renditions renditions;
    private final Captions captions;
    private final Chapters chapters;
    private final Attachments attachments;
    private final Views views;

    BelongingsAnswers(
            Renditions renditions, Captions captions, Chapters chapters, Attachments attachments, Views views) {
        this.renditions = renditions;
        this.captions = captions;
        this.chapters = chapters;
        this.attachments = attachments;
        this.views = views;
    }

    long views(Recording recording) {
        return views.total(recording.id());
    }

    List<RenditionAnswer> renditions(Recording recording) {
        return renditions.of(recording.id()).stream()
                .map(BelongingsAnswers::answer)
                .toList();
    }

    List<Track> captions(Recording recording) {
        return captions.of(recording.id());
    }

    List<ChapterAnswer> chapters(Recording recording) {
        return chapters.of(recording.id()).stream()
                .map(chapter -> new ChapterAnswer(Seconds.in(chapter.start()), chapter.title(), chapter.speakers()))
                .toList();
    }

    List<AttachmentAnswer> attachments(Recording recording) {
        return attachments.of(recording.id()).stream()
                .map(BelongingsAnswers::answer)
                .toList();
    }

    private static AttachmentAnswer answer(Attachment attachment) {
        return new AttachmentAnswer(attachment.name(), attachment.mediaType(), attachment.size());
    }

    private static RenditionAnswer answer(Rendition rendition) {
        Rendition.Stream stream = rendition.stream();
        return stream == null || stream.audible()
                ? new RenditionAnswer(rendition.name(), rendition.mediaType(), rendition.size(), null, null)
                : new RenditionAnswer(
                        rendition.name(), rendition.mediaType(), rendition.size(), stream.width(), stream.height());
    }
}
