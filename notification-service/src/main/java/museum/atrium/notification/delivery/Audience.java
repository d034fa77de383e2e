package museum.atrium.notification.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All people of an activity, some at a time, with what they were told. */
@Component
class Audience {

    private static final int AT_ONCE = 1000;

    private final KnownActivities activities;
    private final People people;
    private final Tellings tellings;

    Audience(KnownActivities activities, People people, Tellings tellings) {
        this.activities = activities;
        this.people = people;
        this.tellings = tellings;
    }

    Optional<Activity> activity(UUID id) {
        return Optional.ofNullable(activities.of(List.of(id)).get(id));
    }

    void forEach(Activity activity, BiConsumer<Person, Memory> use) {
        @Nullable UUID after = null;
        List<Person> some;
        do {
            some = people.ofActivity(activity.info().id(), after, AT_ONCE);
            List<UUID> ids = some.stream().map(Person::id).toList();
            Map<UUID, Memory> memories = ids.isEmpty() ? Map.of() : tellings.of(ids, ids);
            some.forEach(person -> use.accept(person, Objects.requireNonNull(memories.get(person.id()))));
            after = ids.isEmpty() ? null : ids.getLast();
        } while (some.size() == AT_ONCE);
    }
}
