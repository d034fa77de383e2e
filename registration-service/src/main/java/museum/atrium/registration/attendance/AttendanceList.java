package museum.atrium.registration.attendance;

import java.util.List;
import museum.atrium.http.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Who a live platform says was there. */
record AttendanceList(List<Presence> presences) {

    /**
     * Reads what the platforms export: Zoom's reports of meetings and webinars, BigBlueButton's dashboard, or any CSV that has
     * a column of mail addresses.
     *
     * @throws Refusal 422 if it is none of these
     */
    static AttendanceList read(String text, JsonMapper json) {
        return text.stripLeading().startsWith("{")
                ? new AttendanceList(BigBlueButtonList.read(text, json))
                : new AttendanceList(CsvList.read(text));
    }
}
