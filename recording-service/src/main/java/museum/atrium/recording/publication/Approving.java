package museum.atrium.recording.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.TextRules;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.publication.Approval.Release;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes who finds a recording right, and which speakers let it be shown. */
@Component
class Approving {

    private static final Logger log = LoggerFactory.getLogger(Approving.class);
    private static final int MOST_SPEAKERS = 200;
    private static final TextRules SPEAKER = TextRules.line(200);
    private static final TextRules NOTE = TextRules.multiline(2000);

    private final Recordings recordings;
    private final Approvals approvals;

    Approving(Recordings recordings, Approvals approvals) {
        this.recordings = recordings;
        this.approvals = approvals;
    }

    @Transactional
    public Recording approve(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (!recording.canBeShown()) {
            throw Refusal.conflict("recording-state", "There is nothing to be approved of it yet: it is READY first.");
        }
        approvals.approve(
                id, OrganizerAccount.current().map(OrganizerAccount::name).orElse("organizer"));
        log.info("The recording {} is approved", id);
        return recording;
    }

    /** Null: nobody has approved it. */
    @Nullable String approvedBy(RecordingId id) {
        Approval.Approved approved = approvals.of(id).approved();
        return approved == null ? null : approved.by();
    }

    @Transactional
    public Recording withdraw(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (recording.state() == RecordingState.PUBLISHED) {
            throw Refusal.conflict("recording-state", "It is published already: retract it, if it must not be shown.");
        }
        approvals.withdraw(id);
        return recording;
    }

    /** In place of those that were noted before. */
    @Transactional
    public Recording release(RecordingId id, List<Release> releases) {
        Recording recording = recordings.lockExisting(id);
        refuse(releases);
        approvals.release(id, releases);
        log.info("Releases of {} speakers are noted for the recording {}", releases.size(), id);
        return recording;
    }

    private static void refuse(List<Release> releases) {
        List<FieldError> wrong = new ArrayList<>();
        if (releases.size() > MOST_SPEAKERS) {
            wrong.add(new FieldError("items", "At most %d speakers can be noted.".formatted(MOST_SPEAKERS)));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < releases.size(); i++) {
            Release release = releases.get(i);
            String field = "items[%d].".formatted(i);
            SPEAKER.complaint(release.speaker())
                    .ifPresent(complaint -> wrong.add(new FieldError(field + "speaker", complaint)));
            Optional.ofNullable(release.note())
                    .flatMap(NOTE::complaint)
                    .ifPresent(complaint -> wrong.add(new FieldError(field + "note", complaint)));
            if (!seen.add(release.speaker())) {
                wrong.add(new FieldError(field + "speaker", "is named twice"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
