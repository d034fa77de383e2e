package museum.atrium.testing.example.untidy.helper;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

/** Breaks what can be broken. */
public class DoorManager {

    @Autowired
    private @Nullable Connection connection;

    DoorManager(int one, int two, int three, int four, int five, int six) {}

    LocalDate today() {
        return LocalDate.now(ZoneId.of("UTC"));
    }

    long doors(JdbcClient database) {
        return database.sql("select name from doors").query(String.class).stream()
                .count();
    }

    @KafkaListener(topics = "doors")
    void on(String door) throws SQLException {
        if (connection != null) {
            connection.commit();
        }
    }
}
