package museum.atrium.outbox;

import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

@ServiceTest
class InstancesTest {

    @Autowired
    Environment environment;

    @Autowired
    Writing writing;

    @Autowired
    Guests guests;

    @Test
    void twoInstancesShareTheTopicsAndOneGoesOnAlone() throws Exception {
        try (ConfigurableApplicationContext another = anotherInstance()) {
            eventually(() -> assertThat(partitionsOfEachInstance()).containsExactlyInAnyOrder(6, 6));
            writeToManyKeys(1);
            writeToManyKeys(2);
            eventually(() -> assertEffects(List.of(1L, 2L)));
            eventually(() ->
                    assertThat(another.getBean(CaughtUp.class).isCaughtUp()).isTrue());
        }
        writeToManyKeys(3);
        eventually(Duration.ofSeconds(30), () -> assertEffects(List.of(1L, 2L, 3L)));
        assertThat(partitionsOfEachInstance()).containsExactly(12);
    }

    private void writeToManyKeys(long revision) {
        writing.inTransaction(outbox ->
                IntStream.range(0, 40).forEach(key -> outbox.add(guest("many-" + key, revision))));
    }

    private void assertEffects(List<Long> expected) {
        IntStream.range(0, 40)
                .forEach(key -> assertThat(guests.effects("many-" + key)).isEqualTo(expected));
    }

    private List<Integer> partitionsOfEachInstance() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", property("spring.kafka.bootstrap-servers")))) {
            return admin.describeConsumerGroups(List.of(TestService.NAME)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(member -> member.assignment().topicPartitions().size())
                    .toList();
        }
    }

    private ConfigurableApplicationContext anotherInstance() {
        return new SpringApplicationBuilder(TestService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--" + TestService.NAMED,
                        "--spring.kafka.bootstrap-servers=" + property("spring.kafka.bootstrap-servers"),
                        "--spring.datasource.url=" + property("spring.datasource.url"),
                        "--spring.datasource.username=postgres");
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }
}
