package museum.atrium.registration.badinput;

import static museum.atrium.registration.Api.expect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import museum.atrium.registration.Api;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks whose address nobody answers at, and which hear of little. */
record Hooks(Api api, JdbcClient database, AtomicInteger number) {

    static final String ADDRESS = "http://127.0.0.1:9/hooks";

    Hooks(Api api, JdbcClient database) {
        this(api, database, new AtomicInteger());
    }

    String made() {
        return expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                "/webhooks",
                                Map.of("url", ADDRESS, "events", List.of("session.attendanceSettled"))))
                .at("/id")
                .stringValue();
    }

    /** There may be so many webhooks and no more: what the calls before have made goes. */
    String newAddress() {
        forget();
        return ADDRESS + "?" + number.incrementAndGet();
    }

    /** So that nothing is delivered while other calls are looked at. */
    void forget() {
        database.sql("delete from webhook").update();
    }

    /** @return the id of what this webhook was told */
    String delivered(String webhook) {
        return expect(202, api.organizer(HttpMethod.POST, "/webhooks/" + webhook + "/test", null))
                .at("/id")
                .asString();
    }
}
