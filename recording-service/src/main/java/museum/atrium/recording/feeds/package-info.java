/** What readers of feeds and podcasts get of a series: its recordings for everybody. */
@NullMarked
package museum.atrium.recording.feeds;

import org.jspecify.annotations.NullMarked;
