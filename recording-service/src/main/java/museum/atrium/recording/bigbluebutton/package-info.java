/** BigBlueButton's recordings: its callback when one is ready, and its list for those whose callback was missed. */
@NullMarked
package museum.atrium.recording.bigbluebutton;

import org.jspecify.annotations.NullMarked;
