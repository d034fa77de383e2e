package museum.atrium.registration.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import museum.atrium.registration.reachability.Reaches;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** A row of registrations, with that of their reach, as organisers see it. */
@Component
public class OrganizerRows implements RowMapper<OrganizerRegistration> {

    private final RegistrationRows rows;
    private final OrganizerRegistrationMapper mapper;

    OrganizerRows(RegistrationRows rows, OrganizerRegistrationMapper mapper) {
        this.rows = rows;
        this.mapper = mapper;
    }

    @Override
    public OrganizerRegistration mapRow(ResultSet row, int number) throws SQLException {
        return mapper.toOrganizer(rows.mapRow(row, number), Reaches.read(row));
    }
}
