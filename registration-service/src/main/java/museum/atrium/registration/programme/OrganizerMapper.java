package museum.atrium.registration.programme;

import java.time.ZoneId;
import museum.atrium.registration.programme.OrganizerActivity.OrganizerSession;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface OrganizerMapper {

    @Mapping(target = "capacity", source = "places.capacity")
    @Mapping(target = "taken", source = "places.taken")
    @Mapping(target = "series", source = "series.slug")
    @Mapping(target = "doubleOptIn", constant = "false")
    @Mapping(target = "approval", constant = "false")
    @Mapping(target = "questions", expression = "java(java.util.List.of())")
    OrganizerActivity toOrganizer(Activity activity);

    @Mapping(target = "capacity", source = "places.capacity")
    @Mapping(target = "taken", source = "places.taken")
    OrganizerSession toOrganizer(Session session);

    default String zone(ZoneId zone) {
        return zone.getId();
    }
}
