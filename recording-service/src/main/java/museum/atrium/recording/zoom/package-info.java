/** Zoom's recordings: its webhooks (https://developers.zoom.us/docs/api/webhooks/), and its list for those that were missed. */
@NullMarked
package museum.atrium.recording.zoom;

import org.jspecify.annotations.NullMarked;
