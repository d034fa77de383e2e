package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Service;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Answer;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Everybody at once, as when a newsletter went out. */
@SystemTest
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RushIT {

    private static final Duration EVERYBODY_HAS_MAIL = Duration.ofMinutes(2);

    private final Stack stack;
    private final Visitors visitors;
    private final List<Person> audience = People.ofThirtyCountries(1_100);

    RushIT(Stack stack) {
        this.stack = stack;
        this.visitors = Visitors.of(stack);
    }

    @Test
    @Order(1)
    void elevenHundredPeopleSignUpWhileNotificationServiceDiesAndEachIsConfirmed() {
        ActivityDraft conference = MarchConference.aheadOfNow(visitors.programme(), "rush-" + UUID.randomUUID())
                .forAtMost(audience.size(), false);
        visitors.organiser().createsAndPublishes(conference);
        AtomicInteger admitted = new AtomicInteger();
        long began = System.nanoTime();

        CompletableFuture<Void> kill = new CompletableFuture<>();
        List<String> states = Crowd.each(audience, 64, person -> {
            if (admitted.incrementAndGet() == audience.size() / 3) {
                stack.processes()
                        .ifPresent(processes -> kill.completeAsync(() -> {
                            processes.killAndAwaitReturn(Service.NOTIFICATION);
                            return null;
                        }));
            }
            return visitors.participants().accepted(person, conference.slug());
        });

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("%d sign-ups took %d ms%n", audience.size(), took.toMillis());
        assertThat(states).containsOnly("CONFIRMED");
        assertThat(took).isLessThan(Duration.ofMinutes(1));
        assertThat(visitors.programme().detail(conference.slug()).registration().remaining())
                .isZero();
        assertThat(visitors.participants()
                        .of(People.speaking("en", "Europe/London"), conference.slug())
                        .status())
                .isEqualTo(409);
        stack.processes().ifPresent(processes -> kill.join());
        awaitMailFor(audience);
    }

    @Test
    @Order(2)
    void fiveHundredAtOnceFillExactlyAHundredPlaces() {
        String slug = "hundred-" + UUID.randomUUID();
        SessionDraft session = MarchConference.aheadOfNow(visitors.programme(), slug)
                .sessions()
                .getFirst();
        visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar(slug, "A hundred places")
                        .forAtMost(100, false)
                        .on(session));
        List<Person> people = People.ofThirtyCountries(500);

        List<Answer> answers =
                Crowd.each(people, 500, person -> visitors.participants().of(person, slug));

        assertThat(answers).extracting(Answer::status).containsOnly(202, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 202))
                .hasSize(100)
                .allSatisfy(answer ->
                        assertThat(answer.json().get("status").asString()).isEqualTo("CONFIRMED"));
        var registration = visitors.programme().detail(slug).registration();
        assertThat(registration.remaining()).isZero();
        assertThat(registration.state()).isEqualTo("FULL");
        awaitMailFor(IntStream.range(0, people.size())
                .filter(i -> answers.get(i).status() == 202)
                .mapToObj(people::get)
                .toList());
    }

    /** After the second rush: a mail that a dead sender had in hand has long been taken up again by then. */
    @Test
    @Order(3)
    void eachOfTheElevenHundredHasOneConfirmation() {
        List<List<ReceivedMail>> mails =
                Crowd.each(audience, 16, person -> visitors.inbox().allOf(person.email()));

        assertThat(mails).allSatisfy(ofOne -> {
            assertThat(ofOne)
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.kind()).isEqualTo(MailKind.INVITATION));
            assertThat(ofOne)
                    .extracting(ReceivedMail::messageId)
                    .containsOnly(ofOne.getFirst().messageId());
        });
        long repeats = mails.stream().mapToLong(ofOne -> ofOne.size() - 1L).sum();
        System.out.printf("%d mails were repeated with the same Message-ID%n", repeats);
    }

    private void awaitMailFor(List<Person> people) {
        Set<Person> waiting = new LinkedHashSet<>(people);
        eventually(EVERYBODY_HAS_MAIL, () -> {
            for (Person person : List.copyOf(waiting)) {
                // In the order of sign-up, and no further than the first who still waits: looking costs time, too.
                assertThat(visitors.inbox().count(person.email()))
                        .as("mails, %d people still to look at", waiting.size())
                        .isPositive();
                waiting.remove(person);
            }
        });
    }
}
