package museum.atrium.http.house;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.http.PlainText;
import org.jspecify.annotations.Nullable;

record NewDoor(
        @NotNull @PlainText(max = 20) String name,
        @Nullable @Max(3) Integer width,
        @Nullable Instant opensAt,
        @Nullable Material material,
        @Nullable Boolean locked,
        @Nullable Map<String, String> labels,
        @Nullable List<@Valid Hinge> hinges) {

    enum Material {
        OAK,
        STEEL
    }

    record Hinge(@NotNull @PlainText String maker) {}
}
