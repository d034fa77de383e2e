package museum.atrium.recording.catalogue;

/** Where a recording is on its way. What may follow stands here and nowhere else. */
public enum RecordingState {
    AWAITING_UPLOAD,
    UPLOADING,
    PROCESSING,
    READY,
    SCHEDULED,
    PUBLISHED,
    RETRACTED,
    FAILED;

    boolean mayBecome(RecordingState next) {
        return switch (this) {
            case AWAITING_UPLOAD -> next == UPLOADING;
            // What arrived may be processed again, or something else be uploaded.
            case FAILED -> next == UPLOADING || next == PROCESSING;
            // What is fetched from elsewhere may be not to be had.
            case UPLOADING -> next == UPLOADING || next == AWAITING_UPLOAD || next == PROCESSING || next == FAILED;
            case PROCESSING -> next == PROCESSING || next == READY || next == FAILED;
            case READY -> next == PROCESSING || next == SCHEDULED || next == PUBLISHED;
            case SCHEDULED -> next == READY || next == SCHEDULED || next == PUBLISHED || next == RETRACTED;
            case PUBLISHED -> next == RETRACTED;
            // Final: its bytes are gone and people were told so. What shall be shown again is a new recording.
            case RETRACTED -> false;
        };
    }
}
