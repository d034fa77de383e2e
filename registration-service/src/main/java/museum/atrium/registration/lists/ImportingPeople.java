package museum.atrium.registration.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.lists.ImportedPeople.PassedOver;
import museum.atrium.registration.lists.ImportedPeople.Reason;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.Enrolling;
import museum.atrium.registration.signup.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the people of a file on an activity, chunk by chunk, so that those who sign up at the same time wait for a moment only. After a
 * kill the first chunks are in; importing the file again adds the others, because nobody is added twice.
 */
@Component
class ImportingPeople {

    private static final int CHUNK = 500;

    private final Activities activities;
    private final Enrolling enrolling;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ImportingPeople(Activities activities, Enrolling enrolling, Audit audit, TransactionTemplate transaction) {
        this.activities = activities;
        this.enrolling = enrolling;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws museum.atrium.http.Refusal 404 if there is no such activity; 409 if nobody can be put on it */
    ImportedPeople take(String slug, PeopleFile file, boolean dryRun) {
        Activity activity = activities.existing(slug);
        List<PassedOver> passedOver = new ArrayList<>();
        List<PeopleFile.Line> lines = withoutRepeated(file.lines(), passedOver);
        List<Enrolling.Outcome> outcomes =
                dryRun ? enrolling.foresee(activity.id(), people(lines)) : enrol(activity, people(lines));
        for (int i = 0; i < lines.size(); i++) {
            int number = lines.get(i).number();
            reason(outcomes.get(i)).ifPresent(reason -> passedOver.add(new PassedOver(number, reason)));
        }
        return ImportedPeople.of(dryRun, file.lines().size(), outcomes, passedOver);
    }

    private List<Enrolling.Outcome> enrol(Activity activity, List<Wish> people) {
        List<Enrolling.Outcome> outcomes = new ArrayList<>(people.size());
        for (int from = 0; from < people.size(); from += CHUNK) {
            outcomes.addAll(enrolChunk(activity, people.subList(from, Math.min(from + CHUNK, people.size()))));
        }
        return outcomes;
    }

    private List<Enrolling.Outcome> enrolChunk(Activity activity, List<Wish> people) {
        return transaction.execute(status -> {
            List<Enrolling.Outcome> outcomes = enrolling.enrol(activity.id(), people);
            audit.noted(
                    "registrations.imported",
                    Target.activity(activity.id().value(), activity.slug()),
                    outcomes.stream().collect(Collectors.groupingBy(Enum::name, Collectors.counting())));
            return outcomes;
        });
    }

    private static List<PeopleFile.Line> withoutRepeated(List<PeopleFile.Line> lines, List<PassedOver> passedOver) {
        Set<String> seen = new HashSet<>();
        List<PeopleFile.Line> first = new ArrayList<>(lines.size());
        for (PeopleFile.Line line : lines) {
            if (seen.add(line.person().email().key())) {
                first.add(line);
            } else {
                passedOver.add(new PassedOver(line.number(), Reason.REPEATED));
            }
        }
        return first;
    }

    private static List<Wish> people(List<PeopleFile.Line> lines) {
        return lines.stream().map(PeopleFile.Line::person).toList();
    }

    private static Optional<Reason> reason(Enrolling.Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED, WAITLISTED, INTERESTED -> Optional.empty();
            case ALREADY_REGISTERED -> Optional.of(Reason.ALREADY_REGISTERED);
            case CANCELLED -> Optional.of(Reason.CANCELLED);
            case FULL -> Optional.of(Reason.FULL);
        };
    }
}
