package museum.atrium.recording.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.publication.Approval.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recordings/{id}")
class ApprovalApi {

    private final Approving approving;
    private final Answers answers;

    ApprovalApi(Approving approving, Answers answers) {
        this.approving = approving;
        this.answers = answers;
    }

    @PutMapping("/approval")
    RecordingAnswer approve(@PathVariable UUID id, @RequestBody(required = false) @Nullable NothingToSay body) {
        return answers.of(approving.approve(new RecordingId(id)));
    }

    @DeleteMapping("/approval")
    RecordingAnswer withdraw(@PathVariable UUID id) {
        return answers.of(approving.withdraw(new RecordingId(id)));
    }

    record NotedRelease(
            @Nullable String speaker,
            @Nullable Boolean released,
            @Nullable String note) {}

    record NotedReleases(@Nullable List<@Nullable NotedRelease> items) {}

    @PutMapping("/releases")
    RecordingAnswer release(@PathVariable UUID id, @RequestBody NotedReleases noted) {
        return answers.of(approving.release(new RecordingId(id), complete(noted)));
    }

    private static List<Release> complete(NotedReleases noted) {
        if (noted.items() == null) {
            throw Refusal.invalid(new FieldError("items", "must be given; an empty list notes none"));
        }
        List<Release> releases = new ArrayList<>();
        for (int i = 0; i < noted.items().size(); i++) {
            NotedRelease item = noted.items().get(i);
            if (item == null || item.speaker() == null) {
                throw Refusal.invalid(new FieldError("items[%d].speaker".formatted(i), "must be given"));
            }
            if (item.released() == null) {
                throw Refusal.invalid(new FieldError("items[%d].released".formatted(i), "must be given"));
            }
            releases.add(new Release(item.speaker().strip(), item.released(), item.note()));
        }
        return releases;
    }
}
