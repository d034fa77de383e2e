package museum.atrium.recording.arrivals;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.arrivals.Matching.Match;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.intake.Importing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a live room tells of, once. */
@Component
public class Receiving {

    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private final Arrivals arrivals;
    private final Matching matching;
    private final Assigning assigning;
    private final Importing importing;
    private final ArrivedTranscripts transcripts;

    Receiving(
            Arrivals arrivals,
            Matching matching,
            Assigning assigning,
            Importing importing,
            ArrivedTranscripts transcripts) {
        this.arrivals = arrivals;
        this.matching = matching;
        this.assigning = assigning;
        this.importing = importing;
        this.transcripts = transcripts;
    }

    @Transactional
    public void receive(Arrival arrival) {
        Optional<UUID> added = arrivals.add(arrival);
        if (added.isEmpty()) {
            arrivals.renew(arrival);
            arrivals.recordingOf(arrival)
                    .ifPresent(recording -> importing.renew(recording, arrival.file(), arrival.authorization()));
            return;
        }
        log.info("A recording of the {} room {} has arrived", arrival.source(), arrival.room());
        settle(added.get(), arrival);
    }

    /** It waits for its recording. */
    @Transactional
    public void receive(Transcript transcript) {
        transcripts.add(transcript);
    }

    /** Those that wait may have been told before the programme was, or before their room was named. */
    @Transactional
    public void matchAgain(UUID id) {
        arrivals.lockWaiting(id).ifPresent(arrival -> settle(id, arrival));
    }

    /** By an organiser, who knows. */
    @Transactional
    public Recording assign(UUID id, Place place) {
        Recording recording = assigning.assign(waiting(id), place);
        arrivals.assigned(id, recording.id());
        return recording;
    }

    @Transactional
    public void ignore(UUID id) {
        waiting(id);
        arrivals.ignored(id);
    }

    private Arrival waiting(UUID id) {
        Optional<Arrival> waiting = arrivals.lockWaiting(id);
        if (waiting.isEmpty() && arrivals.find(id).isPresent()) {
            throw Refusal.conflict("arrival-state", "It was assigned or ignored already.");
        }
        return waiting.orElseThrow(() -> Refusal.notFound("Nothing arrived that is called " + id + "."));
    }

    private void settle(UUID id, Arrival arrival) {
        Optional<String> complaint = importing.complaint(arrival.file());
        if (complaint.isPresent()) {
            arrivals.waits(id, "Its file cannot be fetched: " + complaint.get());
            return;
        }
        switch (matching.match(arrival)) {
            case Match.Found(Place place) ->
                arrivals.assigned(id, assigning.assign(arrival, place).id());
            case Match.Unclear(String reason) -> arrivals.waits(id, reason);
        }
    }
}
