/** Text in CSV as spreadsheets write it. */
@NullMarked
package museum.atrium.registration.csv;

import org.jspecify.annotations.NullMarked;
